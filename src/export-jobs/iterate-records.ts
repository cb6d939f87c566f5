import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ExportChunk } from './decoded-chunk.js';

type Step<T> = IteratorResult<T, undefined>;

const end = { done: true, value: undefined } as const;

/**
 * The records of chunks, one by one. Hand-written rather than a generator: that would let `return` wait for the
 * chunk that is under way, instead of ending the job.
 */
export function iterateRecords<Item, E>(
  chunks: AsyncIterator<Result<ExportChunk<Item>, E>, undefined>,
): AsyncIterator<Result<Item, E>, undefined> {
  let records: Iterator<Item, undefined> = [].values();
  let isOver = false;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const takeRecord = (): Step<Result<Item, E>> | null => {
    const record = records.next();
    return record.done === true ? null : { done: false, value: ok(record.value) };
  };
  const takeNext = async (): Promise<Step<Result<Item, E>>> => {
    for (;;) {
      const record = takeRecord();
      if (record !== null) return record;
      const chunk = await chunks.next();
      if (isOver || chunk.done === true) return end;
      if (chunk.value.isErr()) return { done: false, value: err(chunk.value.error) };
      records = chunk.value.value.records.values();
    }
  };
  return {
    next: () => {
      const record = waiting === 0 ? takeRecord() : null;
      if (record !== null) return Promise.resolve(record);
      waiting += 1;
      const next = turn.then(takeNext).finally(() => {
        waiting -= 1;
      });
      turn = next;
      return next;
    },
    return: async () => {
      isOver = true;
      records = [].values();
      await chunks.return?.();
      return end;
    },
  };
}
