/** Chunks as objects: each is read, decoded and handed over whole. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toClientRedactor } from '../call/call.js';
import { execute } from '../execute.js';
import { createTurns } from '../transport/turns.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import { checkRecords, tellOddRecords } from './odd-record.js';

export interface ExportChunk<Item> {
  /** The chunk's number. Numbers come in any order, with gaps. */
  readonly id: number;
  /** Those that do not fit their documented form are among them as they came: see `onOddRecord`. */
  readonly records: readonly Item[];
}

/** A chunk and how many records it has. */
export interface DecodedChunk<Item> {
  readonly chunk: ExportChunk<Item>;
  readonly recordCount: number;
}

/** One try to fetch a chunk as objects. */
export async function fetchDecoded<Input, Item>(
  run: ExportRun<Input, Item>,
  id: number,
): Promise<Result<DecodedChunk<Item>, ExportJobError>> {
  const { chunkClient, deadline, operations, recordSchema, state } = run;
  const called = await execute(chunkClient, operations.chunk, { export_uuid: state.uuid, chunk_id: id }, { signal: deadline.signal });
  const fetched = called as Result<readonly Item[], ExportJobError>; // the operations of a job list only errors of any call
  if (fetched.isErr()) return err(fetched.error);
  const border = { operation: operations.chunk.id, redact: toClientRedactor(run.connection.secrets()) };
  const checked = recordSchema === null ? ok({ records: fetched.value, odd: [], oddCount: 0 }) : await checkRecords(recordSchema, id, fetched.value, border, createTurns(run.connection.clock, deadline.ending));
  return checked.map((told) => {
    tellOddRecords(run, told);
    return { chunk: { id, records: told.records }, recordCount: told.records.length };
  });
}
