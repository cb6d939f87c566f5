import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import type { ExportChunk } from '../../src/export-jobs/decoded-chunk.js';
import { iterateRecords } from '../../src/export-jobs/iterate-records.js';

type Given = Result<ExportChunk<string>, string>;

interface Chunks extends AsyncIterator<Given, undefined> {
  readonly asked: () => number;
  readonly left: () => number;
}

const toChunk = (...records: readonly string[]): Given => ok({ id: 1, records });
const end = { done: true, value: undefined };
const item = (value: string): object => ({ done: false, value: ok(value) });

/** Chunks one after the other, each after a turn; after them it ends, or waits until it is left. */
function createChunks(given: readonly Given[], ending: 'end' | 'wait' = 'end'): Chunks {
  const queue = [...given];
  let asked = 0;
  let left = 0;
  let leave = (): void => undefined;
  const whenLeft = new Promise<void>((resolve) => { leave = resolve; });
  return {
    next: async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 0));
      const value = queue.shift();
      if (value !== undefined) return { done: false, value };
      if (ending === 'wait') await whenLeft;
      return { done: true, value: undefined };
    },
    return: () => {
      left += 1;
      leave();
      return Promise.resolve({ done: true, value: undefined });
    },
    asked: () => asked,
    left: () => left,
  };
}

describe('the records of chunks', () => {
  test('come one by one, in order; the error comes last', async () => {
    const chunks = createChunks([toChunk('a', 'b'), toChunk(), toChunk(), toChunk('c'), err('failed')]);
    const seen: unknown[] = [];
    for await (const record of { [Symbol.asyncIterator]: () => iterateRecords(chunks) }) seen.push(record.isOk() ? record.value : record);
    expect(seen).toStrictEqual(['a', 'b', 'c', err('failed')]);
    expect([chunks.asked(), chunks.left()]).toStrictEqual([6, 0]);
  });

  test('ask for a chunk only when those of the one before are used up', async () => {
    const chunks = createChunks([toChunk('a', 'b'), toChunk('c')]);
    const records = iterateRecords(chunks);
    const asked: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      await records.next();
      asked.push(chunks.asked());
    }
    expect(asked).toStrictEqual([1, 1, 2]);
  });

  test('that are asked for all at once come each once, in order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 6 }), fc.nat(12), async (sizes, asked) => {
      const names = sizes.flatMap((size, chunk) => Array.from({ length: size }, (_, at) => `${chunk}.${at}`));
      const records = iterateRecords(createChunks(sizes.map((size, chunk) => toChunk(...Array.from({ length: size }, (_, at) => `${chunk}.${at}`)))));
      const steps = await Promise.all(Array.from({ length: asked }, () => records.next()));
      expect(steps).toStrictEqual(Array.from({ length: asked }, (_, at) => (names[at] === undefined ? end : item(names[at]))));
    }), { numRuns: 50 });
  });

  test('of a long chunk are each at hand at once', async () => {
    const chunks = createChunks([toChunk(...Array.from({ length: 100_000 }, (_, at) => `${at}`))]);
    let count = 0;
    for await (const _record of { [Symbol.asyncIterator]: () => iterateRecords(chunks) }) count += 1;
    expect(count).toBe(100_000);
  });
});

describe('leaving the records of chunks', () => {
  test('leaves the chunks, also in the middle of one; nothing comes any more', async () => {
    const chunks = createChunks([toChunk('a', 'b'), toChunk('c')]);
    const records = iterateRecords(chunks);
    expect(await records.next()).toStrictEqual(item('a'));
    expect(await records.return?.()).toStrictEqual(end);
    expect([await records.next(), await records.next(), chunks.left()]).toStrictEqual([end, end, 1]);
  });

  test('while a chunk is waited for ends that wait at once', async () => {
    const chunks = createChunks([], 'wait');
    const records = iterateRecords(chunks);
    const waiting = [records.next(), records.next()];
    expect(await records.return?.()).toStrictEqual(end);
    expect(await Promise.all(waiting)).toStrictEqual([end, end]);
  });

  test('does not give a chunk that comes at the same time', async () => {
    const records = iterateRecords(createChunks([toChunk('a')]));
    const waiting = records.next();
    void records.return?.();
    expect(await waiting).toStrictEqual(end);
  });
});
