import { describe, expect, test } from 'vitest';

import type { VmClient } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectOk, expectTag } from '../support/expect-result.js';

const config = { maxHeldBytes: 300_000, retry: { maxRetries: 0 } } as const;

/** A list of 200,000 bytes: two of them find no room side by side. */
const list = ['{"users":[],"more":"', 'x'.repeat(100_000), 'x'.repeat(100_000), '"}'];
const stuck: ScriptedAnswer = { pieces: list.slice(0, 3), end: 'never' };

/** When a call settled, in milliseconds of virtual time. */
const toEndMs = (call: ReturnType<VmClient['users']['list']>, elapsedMs: () => number): Promise<number> => call.match(elapsedMs, elapsedMs);

describe('the bodies that one client holds at a time', () => {
  test('find room one after the other', async () => {
    const { clock, openBodies, vm } = createScriptedClient(Array.from({ length: 8 }, () => ({ pieces: list })), config);
    const results = await clock.settle(Promise.all(Array.from({ length: 8 }, () => vm.users.list())));
    expect(results.map((result) => result.isOk())).toStrictEqual(new Array(8).fill(true));
    expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
  });

  test('wait for the one before, however long that takes; small ones do not', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([stuck, { pieces: list }, { json: { users: [] } }], config);
    const calls = [vm.users.list({}, { deadlineMs: 5_000 }), vm.users.list(), vm.users.list()].map((call) => toEndMs(call, elapsedMs));
    expect(await clock.settle(Promise.all(calls))).toStrictEqual([5_000, 5_000, 0]);
  });

  test('wait no longer than their deadline', async () => {
    const { clock, elapsedMs, openBodies, vm } = createScriptedClient([stuck, { pieces: list }], config);
    const first = vm.users.list({}, { deadlineMs: 9_000 });
    const second = vm.users.list({}, { deadlineMs: 3_000 });
    expect(expectTag(await clock.settle(second), 'ConnectionError')).toMatchObject({ reason: 'timeout', delivery: 'answered' });
    expect(elapsedMs()).toBe(3_000);
    await clock.settle(first);
    expect(openBodies()).toBe(0);
  });

  test('that are given up make room for the next', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([stuck, stuck, { pieces: list }], config);
    const giveUp = new AbortController();
    const given = [vm.users.list({}, { signal: giveUp.signal }), vm.users.list({}, { signal: giveUp.signal })];
    const third = vm.users.list();
    clock.schedule(2_000, () => {
      giveUp.abort();
    });
    expectOk(await clock.settle(third));
    expect(elapsedMs()).toBe(2_000);
    for (const call of given) expect(expectTag(await call, 'ConnectionError').reason).toBe('aborted');
  });

  test('that break off make room while their call waits to ask again', async () => {
    const broken: ScriptedAnswer = { pieces: list.slice(0, 3), end: 'reset' };
    const { clock, elapsedMs, vm } = createScriptedClient([broken, { pieces: list }, { pieces: list }], { ...config, retry: { baseDelayMs: 4_000, maxRetries: 1 } });
    const calls = [vm.users.list(), vm.users.list()].map((call) => toEndMs(call, elapsedMs));
    expect(await clock.settle(Promise.all(calls))).toStrictEqual([4_000, 0]);
  });

  test('are no matter of size: one that is larger than all the room goes alone', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: list }, { pieces: list }], { ...config, maxHeldBytes: 1 });
    for (const result of await clock.settle(Promise.all([vm.users.list(), vm.users.list()]))) expectOk(result);
  });
});
