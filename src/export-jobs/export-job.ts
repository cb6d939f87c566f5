/** An export job as its users see it: its records, or its chunks, as a lazy sequence of Results. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Checkpoint } from '../errors/checkpoint.js';
import { guardIterator } from '../result.js';
import type { AnyClient } from '../transport/connection.js';
import type { ExportOptions } from './export-options.js';
import { openExportRun } from './export-run.js';
import type { ExportChunk, ExportJobError, ExportOperations, ExportRun } from './export-run.js';
import { toCheckpoint } from './export-state.js';
import { runExport } from './run-export.js';

/**
 * A job's records, each as a Result, as they arrive. The last Result is the failure where there is one. Leaving
 * the loop early cancels the job at Tenable. Each loop over a job starts a job of its own.
 */
export interface ExportJob<Item, E = ExportJobError> extends AsyncIterable<Result<Item, E>> {
  /** The same by chunk. */
  readonly chunks: () => AsyncIterable<Result<ExportChunk<Item>, E>>;
  /** How far the job of the latest loop is; `null` before it was created. */
  readonly checkpoint: () => Checkpoint | null;
}

/** A job that starts when it is looped over. */
export function createExportJob<Input, Item>(
  client: AnyClient,
  operations: ExportOperations<Input, Item>,
  input: Input,
  options: ExportOptions = {},
): ExportJob<Item> {
  let latest: ExportRun<Input, Item> | null = null;
  const chunks = (): AsyncIterable<Result<ExportChunk<Item>, ExportJobError>> => ({
    [Symbol.asyncIterator]: () => guardIterator(() => {
      const run = openExportRun(client, operations, options);
      if (run.isErr()) return toAsyncIterator(err(run.error));
      latest = run.value;
      return runExport(run.value, input);
    }, { operation: operations.create.id }),
  });
  return {
    chunks,
    checkpoint: () => (latest === null || latest.state.uuid === '' ? null : toCheckpoint(latest.state)),
    [Symbol.asyncIterator]: () => flattenChunks(chunks()),
  };
}

async function* flattenChunks<Item>(
  chunks: AsyncIterable<Result<ExportChunk<Item>, ExportJobError>>,
): AsyncGenerator<Result<Item, ExportJobError>, undefined> {
  for await (const chunk of chunks) {
    if (chunk.isErr()) yield err(chunk.error);
    else for (const item of chunk.value.records) yield ok(item);
  }
  return undefined;
}

async function* toAsyncIterator<T>(item: T): AsyncGenerator<T, undefined> {
  yield await Promise.resolve(item);
  return undefined;
}
