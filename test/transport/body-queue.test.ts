import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
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
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('push', 'turn'), { maxLength: 40 }), fc.boolean(), async (steps, isReaderAhead) => {
      const { queue } = open();
      const read = async (): Promise<readonly number[]> => {
        const all: number[] = [];
        for (let piece = expectOk(await queue.next()); piece !== null; piece = expectOk(await queue.next())) all.push(...piece);
        return all;
      };
      const ahead = isReaderAhead ? read() : null;
      let pushed = 0;
      for (const step of steps) {
        if (step === 'push') queue.push(bytes(pushed++));
        else await Promise.resolve();
      }
      queue.end();
      expect(await (ahead ?? read())).toStrictEqual(Array.from({ length: pushed }, (_, at) => at));
    }));
  });

  test('joins small pieces that wait, and keeps their order among large ones', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(1, 7, 4_095, 4_096, 70_000), { maxLength: 60 }), async (sizes) => {
      const { queue } = open();
      let value = 0;
      for (const size of sizes) queue.push(new Uint8Array(size).fill(value++ & 0xff));
      queue.end();
      const all: number[] = [];
      let pieces = 0;
      for (let piece = expectOk(await queue.next()); piece !== null; piece = expectOk(await queue.next())) {
        pieces += 1;
        for (let at = 0; at < piece.byteLength; at += 1) if (at === 0 || piece[at] !== piece[at - 1]) all.push(piece[at] ?? -1);
      }
      expect(all).toStrictEqual(sizes.map((_size, at) => at & 0xff));
      expect(pieces).toBeLessThanOrEqual(sizes.filter((size) => size >= 4_096).length * 2 + 1 + Math.ceil(sizes.length * 4_096 / 65_536));
    }));
  });

  test('holds a hundred thousand pieces of one byte as two', async () => {
    const { queue } = open();
    for (let pushed = 0; pushed < 100_000; pushed += 1) queue.push(bytes(1));
    expect([expectOk(await queue.next())?.byteLength, expectOk(await queue.next())?.byteLength]).toStrictEqual([65_536, 34_464]);
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
