import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../src/errors/connection-error.js';
import { BodyQueue } from '../../src/transport/body-queue.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const open = (): { readonly queue: BodyQueue; readonly told: string[] } => {
  const told: string[] = [];
  return { queue: new BodyQueue(() => void told.push('drain'), () => void told.push('cancel')), told };
};

const reset = ConnectionError({ reason: 'reset', delivery: 'answered' });
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a body queue', () => {
  test('hands over all bytes in order, whether reader or sender is ahead', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('push', 'next'), { maxLength: 40 }), async (steps) => {
      const { queue } = open();
      const read: ReturnType<typeof queue.next>[] = [];
      let pushed = 0;
      for (const step of steps) {
        if (step === 'push') queue.push(bytes(pushed++));
        else if (read.length <= pushed) read.push(queue.next()); // one reader: it waits for one piece at a time
      }
      queue.end();
      while (read.length <= pushed) read.push(queue.next());
      const pieces = await Promise.all(read.map(async (piece) => expectOk(await piece)));
      expect(pieces.flatMap((piece): readonly (number | string)[] => (piece === null ? ['end'] : [...piece]))).toStrictEqual([...Array.from({ length: pushed }, (_, at) => at), 'end']);
    }));
  });

  test('asks the sender to pause when much is waiting, and to go on when all is taken', async () => {
    const { queue, told } = open();
    expect([queue.push(new Uint8Array(200_000)), queue.push(new Uint8Array(100_000))]).toStrictEqual([true, false]);
    await queue.next();
    expect(told).toStrictEqual([]);
    await queue.next();
    expect(told).toStrictEqual(['drain']);
    expect(queue.push(bytes(1))).toBe(true);
  });

  test('ends with the failure at once: half an answer is no answer', async () => {
    const { queue } = open();
    queue.push(bytes(1));
    queue.fail(reset);
    expect(expectErr(await queue.next())).toBe(reset);
    expect(expectErr(await queue.next())).toBe(reset);
    expect(queue.push(bytes(2))).toBe(false);
  });

  test('fails a reader that waits', async () => {
    const { queue } = open();
    const waiting = queue.next();
    queue.fail(reset);
    expect(expectErr(await waiting)).toBe(reset);
  });

  test('keeps its first ending: a failure after the end takes nothing away', async () => {
    const { queue } = open();
    queue.push(bytes(1));
    queue.end();
    queue.fail(reset);
    expect(expectOk(await queue.next())).toStrictEqual(bytes(1));
    expect(expectOk(await queue.next())).toBeNull();
  });

  test('is released once by cancel, and is then at its end', async () => {
    const { queue, told } = open();
    queue.push(bytes(1));
    queue.cancel();
    queue.cancel();
    expect(told).toStrictEqual(['cancel']);
    expect(expectOk(await queue.next())).toBeNull();
  });

  test('has nothing to release after it was read to its end', async () => {
    const { queue, told } = open();
    queue.end();
    await queue.next();
    queue.cancel();
    expect(told).toStrictEqual([]);
  });
});
