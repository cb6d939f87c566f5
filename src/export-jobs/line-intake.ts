/** Chunks as lines of JSON: split on bytes while they arrive, their records neither parsed nor built. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { TenableException } from '../errors/model/tenable-exception.js';
import { FileDownloadError } from '../errors/model/job-errors.js';
import type { FileFailure } from '../errors/model/job-errors.js';
import type { TenableErrorTag } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { changeOperation } from '../operation/area.js';
import type { Operation } from '../operation/define-operation.js';
import { file } from '../operation/output.js';
import type { FileDownload } from '../operation/output.js';
import type { ChunkInput, ExportRun } from './export-run.js';
import { toCheckpoint } from './export-state.js';
import type { FetchError } from './fetch-chunk.js';
import { createRecordSplitter } from './ndjson/record-splitter.js';
import type { ChunkTaken, NdjsonChunk } from './ndjson-destination.js';
import type { ChunkIntake, Taken } from './deliver-export.js';
import { takeWithin } from './take-within.js';

/** Memory that one chunk after the other is split into. */
interface LineBuffer {
  bytes: Uint8Array;
}

/** A chunk that was split. */
interface SplitChunk {
  readonly id: number;
  readonly buffer: LineBuffer;
  /** Bytes of the buffer that are the chunk's lines. */
  readonly length: number;
  readonly recordCount: number;
}

type BytesOperation = Operation<ChunkInput, FileDownload, TenableErrorTag>;

/** Lines go to `take` one chunk at a time, so that it can append them. Buffers are used again and again. */
export function createLineIntake<Input, Item, E>(
  run: ExportRun<Input, Item>,
  take: (chunk: NdjsonChunk, signal: AbortSignal) => ChunkTaken<E>,
): ChunkIntake<SplitChunk, E | TenableException> {
  const operation = toBytesOperation(run.operations.chunk);
  const free: LineBuffer[] = [];
  const done = new Set<number>(); // also those that the run has not heard of yet
  let turn: Promise<Taken<E | TenableException>> = Promise.resolve(ok(undefined));
  return {
    fetch: async (id) => {
      const buffer = free.pop() ?? { bytes: new Uint8Array(0) };
      const fetched = await fetchLines(run, operation, id, buffer);
      if (fetched.isErr()) free.push(buffer);
      return fetched;
    },
    take: async ({ buffer, id, length, recordCount: records }) => {
      const chunk: NdjsonChunk = {
        id,
        records,
        bytes: buffer.bytes.subarray(0, length),
        checkpoint: () => {
          const checkpoint = toCheckpoint(run.state);
          return { ...checkpoint, done: [...new Set([...checkpoint.done, ...done, id])] };
        },
      };
      // after a refusal nothing more is given: what comes behind a chunk that is missing may be of no use
      const taking = turn.then(async (before) => (before?.isOk() === true ? takeWithin(run, (signal) => take(chunk, signal)) : null));
      turn = taking;
      const taken = await taking;
      if (taken?.isOk() === true) {
        done.add(id);
        free.push(buffer);
      }
      return taken;
    },
  };
}

/** The operation that gets a chunk, for its bytes instead of its records. */
function toBytesOperation<Item>(operation: Operation<ChunkInput, readonly Item[], TenableErrorTag>): BytesOperation {
  const output = file({ resource: 'exports', resourceId: 'export_uuid', filename: 'chunk_id', mayBeHtml: false });
  return changeOperation(operation, (whole): BytesOperation => ({ ...whole, output, paging: null, errors: [...whole.errors, 'FileDownloadError'] }));
}

/** One try to fetch a chunk as lines. */
async function fetchLines<Input, Item>(
  { chunkClient, connection, deadline, state }: ExportRun<Input, Item>,
  operation: BytesOperation,
  id: number,
  buffer: LineBuffer,
): Promise<Result<SplitChunk, FetchError>> {
  const opened = await execute(chunkClient, operation, { export_uuid: state.uuid, chunk_id: id }, { signal: deadline.signal });
  const download = opened as Result<FileDownload, FetchError>; // the errors of any call, and that of a file
  if (download.isErr()) return err(download.error);
  const splitter = createRecordSplitter();
  makeRoom(buffer, 0, Math.min(download.value.contentLength ?? 0, mostAtOnceBytes));
  let length = 0;
  let bytesReceived = 0;
  const toError = (reason: FileFailure): FileDownloadError =>
    FileDownloadError({ operation: operation.id, resource: 'exports', resourceId: state.uuid, filename: String(id), reason, bytesReceived });
  for await (const piece of download.value) {
    if (piece.isErr()) return err(piece.error);
    bytesReceived += piece.value.byteLength;
    if (bytesReceived > connection.bodyLimits.chunk.maxBytes) return err(toError('too-large'));
    makeRoom(buffer, length, piece.value.byteLength);
    length = splitter.write(piece.value, buffer.bytes, length);
    if (length < 0) return err(toError('unexpected-content'));
  }
  return splitter.isWhole() ? ok({ id, buffer, length, recordCount: splitter.records() }) : err(toError('broken-off'));
}

const firstBufferBytes = 1_048_576;

/** What is made room for on a server's word alone. */
const mostAtOnceBytes = 16_777_216;

function makeRoom(buffer: LineBuffer, length: number, more: number): void {
  const needed = length + more;
  if (needed <= buffer.bytes.byteLength) return;
  const larger = new Uint8Array(Math.max(needed, buffer.bytes.byteLength * 2, firstBufferBytes));
  larger.set(buffer.bytes.subarray(0, length));
  buffer.bytes = larger;
}
