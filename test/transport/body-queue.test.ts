import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../src/errors/connection-error.js';
import { createBodyQueue } from '../../src/transport/body-queue.js';
import type { BodyQueue } from '../../src/transport/body-queue.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const open = (): BodyQueue & { readonly told: string[] } => {
  const told: string[] = [];
  const hooks = { onDrain: () => void told.push('drain'), onCancel: () => void told.push('cancel') };
  return { ...createBodyQueue(hooks), told };
};

const reset = ConnectionError({ reason: 'reset', delivery: 'answered' });
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a body queue', () => {
  test('hands over all bytes in order, whether reader or sender is ahead', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('push', 'next'), { maxLength: 40 }), async (steps) => {
      const { push, source, end } = open();
      const read: ReturnType<typeof source.next>[] = [];
      let pushed = 0;
      for (const step of steps) {
        if (step === 'push') push(bytes(pushed++));
        else if (read.length <= pushed) read.push(source.next()); // one reader: it waits for one piece at a time
      }
      end();
      while (read.length <= pushed) read.push(source.next());
      const pieces = await Promise.all(read.map(async (piece) => expectOk(await piece)));
      expect(pieces.flatMap((piece): readonly (number | string)[] => (piece === null ? ['end'] : [...piece]))).toStrictEqual([...Array.from({ length: pushed }, (_, at) => at), 'end']);
    }));
  });

  test('asks the sender to pause when much is waiting, and to go on when all is taken', async () => {
    const { push, source, told } = open();
    expect([push(new Uint8Array(200_000)), push(new Uint8Array(100_000))]).toStrictEqual([true, false]);
    await source.next();
    expect(told).toStrictEqual([]);
    await source.next();
    expect(told).toStrictEqual(['drain']);
    expect(push(bytes(1))).toBe(true);
  });

  test('ends with the failure at once: half an answer is no answer', async () => {
    const { push, source, fail } = open();
    push(bytes(1));
    fail(reset);
    expect(expectErr(await source.next())).toBe(reset);
    expect(expectErr(await source.next())).toBe(reset);
    expect(push(bytes(2))).toBe(false);
  });

  test('fails a reader that waits', async () => {
    const { source, fail } = open();
    const waiting = source.next();
    fail(reset);
    expect(expectErr(await waiting)).toBe(reset);
  });

  test('keeps its first ending: a failure after the end takes nothing away', async () => {
    const { push, source, end, fail } = open();
    push(bytes(1));
    end();
    fail(reset);
    expect(expectOk(await source.next())).toStrictEqual(bytes(1));
    expect(expectOk(await source.next())).toBeNull();
  });

  test('is released once by cancel, and is then at its end', async () => {
    const { push, source, told } = open();
    push(bytes(1));
    source.cancel();
    source.cancel();
    expect(told).toStrictEqual(['cancel']);
    expect(expectOk(await source.next())).toBeNull();
  });

  test('has nothing to release after it was read to its end', async () => {
    const { source, end, told } = open();
    end();
    await source.next();
    source.cancel();
    expect(told).toStrictEqual([]);
  });
});
