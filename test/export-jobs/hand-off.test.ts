import { describe, expect, test } from 'vitest';

import { createHandOff } from '../../src/export-jobs/hand-off.js';

const end = { done: true, value: undefined };
const item = (value: unknown): object => ({ done: false, value });

/** What a promise came to by now: `'waits'` where it has not settled. */
async function peek(promise: Promise<unknown>): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return Promise.race([promise, Promise.resolve('waits')]);
}

describe('a hand-off', () => {
  test('keeps an item until the reader asks, and its giver until the reader asks for the next one', async () => {
    const { give, next } = createHandOff<string>();
    const given = give('a');
    expect(await peek(given)).toBe('waits');
    expect(await next()).toStrictEqual(item('a'));
    expect(await peek(given)).toBe('waits');
    const second = next();
    expect([await given, await peek(second)]).toStrictEqual([true, 'waits']);
  });

  test('gives a reader that waits what comes, in the order in which it was offered', async () => {
    const { give, next } = createHandOff<string>();
    const first = next();
    const given = [give('a'), give('b'), give('c')];
    expect(await Promise.all([first, next(), next()])).toStrictEqual([item('a'), item('b'), item('c')]);
    expect(await Promise.all(given.slice(0, 2))).toStrictEqual([true, true]);
    expect(await peek(Promise.all(given))).toBe('waits');
  });

  test('serves several readers at once, each with an item of its own', async () => {
    const { finish, give, next } = createHandOff<string>();
    const asked = [next(), next(), next(), next()];
    void give('a');
    void give('b');
    finish('last');
    expect(await Promise.all(asked)).toStrictEqual([item('a'), item('b'), item('last'), end]);
  });

  test('hands over all that was offered before it says the last word, once', async () => {
    const { finish, give, next } = createHandOff<string>();
    const given = give('a');
    finish('last');
    finish('another');
    expect([await next(), await next(), await given]).toStrictEqual([item('a'), item('last'), true]);
    expect([await next(), await next()]).toStrictEqual([end, end]);
  });

  test('ends without a last word where there is none, for readers that wait as for those that come', async () => {
    const { finish, next } = createHandOff<string>();
    const waiting = [next(), next()];
    finish(null);
    expect([...await Promise.all(waiting), await next()]).toStrictEqual([end, end, end]);
  });

  test('tells every giver when the reader leaves: the item in its hands and those that wait are not taken', async () => {
    const { finish, give, leave, next } = createHandOff<string>();
    const given = [give('a'), give('b'), give('c')];
    await next();
    leave();
    expect(await Promise.all(given)).toStrictEqual([false, false, false]);
    expect(await give('d')).toBe(false);
    finish('last');
    expect(await next()).toStrictEqual(end);
  });

  test('lets readers go that wait when one leaves', async () => {
    const { leave, next } = createHandOff<string>();
    const waiting = next();
    leave();
    leave();
    expect(await waiting).toStrictEqual(end);
  });

  test('takes nothing back when the reader leaves after the end', async () => {
    const { finish, give, leave, next } = createHandOff<string>();
    const given = give('a');
    await next();
    finish(null);
    expect([await next(), await given]).toStrictEqual([end, true]);
    leave();
    expect(await next()).toStrictEqual(end);
  });

  test('can be called back: what is in the reader\'s hands stays there, what is offered is not taken, and the last word comes', async () => {
    const { finish, give, next, recall } = createHandOff<string>();
    const given = [give('a'), give('b')];
    expect(await next()).toStrictEqual(item('a'));
    recall();
    expect([await given[1], await peek(given[0] ?? Promise.resolve()), await give('c')]).toStrictEqual([false, 'waits', false]);
    const waiting = next();
    expect([await given[0], await peek(waiting)]).toStrictEqual([true, 'waits']);
    finish('last');
    expect([await waiting, await next()]).toStrictEqual([item('last'), end]);
  });
});
