/** Chunks as objects: each is read, decoded and handed over whole. */
import type { Result } from 'neverthrow';

import { execute } from '../execute.js';
import type { ExportJobError, ExportRun } from './export-run.js';

export interface ExportChunk<Item> {
  /** The chunk's number. Numbers come in any order, with gaps. */
  readonly id: number;
  readonly records: readonly Item[];
}

/** A chunk and how many records it has. */
export interface DecodedChunk<Item> {
  readonly chunk: ExportChunk<Item>;
  readonly recordCount: number;
}

/** One try to fetch a chunk as objects. */
export async function fetchDecoded<Input, Item>(
  { chunkClient, deadline, operations, state }: ExportRun<Input, Item>,
  id: number,
): Promise<Result<DecodedChunk<Item>, ExportJobError>> {
  const called = await execute(chunkClient, operations.chunk, { export_uuid: state.uuid, chunk_id: id }, { signal: deadline.signal });
  const records = called as Result<readonly Item[], ExportJobError>; // the operations of a job list only errors of any call
  return records.map((items) => ({ chunk: { id, records: items }, recordCount: items.length }));
}
