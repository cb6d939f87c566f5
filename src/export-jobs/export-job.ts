/** An export job as its users see it: its records, its chunks, or its lines, however they want them. */
import type { Result, ResultAsync } from 'neverthrow';

import type { Checkpoint } from '../errors/model/checkpoint.js';
import type { ExportChunk } from './decoded-chunk.js';
import { drainToFunction, drainToNdjson } from './drain-export.js';
import type { ExportSummary, TakeChunk } from './drain-export.js';
import type { ExportJobError, ExportPlan, ExportRun } from './export-run.js';
import { toCheckpoint } from './export-state.js';
import { iterateChunks } from './iterate-chunks.js';
import { iterateRecords } from './iterate-records.js';
import type { NdjsonDestination } from './ndjson-destination.js';

/**
 * A job's records, each as a Result, as they arrive. The last Result is the failure where there is one. Leaving
 * the loop early ends the job (see `onEarlyEnd`). A job starts when it is looped over or drained, and each time anew.
 */
export interface ExportJob<Item, E = ExportJobError> extends AsyncIterable<Result<Item, E>> {
  /** The same by chunk. A chunk is done when the loop asks for the next one. */
  readonly chunks: () => AsyncIterable<Result<ExportChunk<Item>, E>>;
  /**
   * Gives each chunk to a function, `concurrency` of them side by side. A chunk is done when the function's Result
   * is `Ok`; an `Err`, of whatever type, ends the job and is what comes out.
   */
  readonly forEachChunk: <F = never>(take: TakeChunk<Item, F>) => ResultAsync<ExportSummary, E | F>;
  /**
   * Writes the records as NDJSON, split on bytes: none is parsed, so none is checked beyond being an object in a
   * whole list. The destination gets one chunk at a time.
   */
  readonly toNdjson: <F = never>(destination: NdjsonDestination<F>) => ResultAsync<ExportSummary, E | F>;
  /** How far the job of the latest run is; `null` before it was created. */
  readonly checkpoint: () => Checkpoint | null;
}

/** A job that starts when it is looped over or drained. */
export function createExportJob<Input, Item>(plan: ExportPlan<Input, Item>): ExportJob<Item> {
  let latest: ExportRun<Input, Item> | null = null;
  const onOpen = (run: ExportRun<Input, Item>): void => {
    latest = run;
  };
  const chunks = (): AsyncIterable<Result<ExportChunk<Item>, ExportJobError>> => ({
    [Symbol.asyncIterator]: () => iterateChunks(plan, onOpen),
  });
  return {
    chunks,
    forEachChunk: (take) => drainToFunction(plan, take, onOpen),
    toNdjson: (destination) => drainToNdjson(plan, destination, onOpen),
    checkpoint: () => (latest === null || latest.state.uuid === '' ? null : toCheckpoint(latest.state)),
    [Symbol.asyncIterator]: () => iterateRecords(iterateChunks(plan, onOpen)),
  };
}
