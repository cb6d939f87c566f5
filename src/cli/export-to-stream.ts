/** An export into a stream: records go on as they come. There is nothing to go on with, so an early end ends the job. */
import { err } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ExportCall, ExportJobError, ExportOptions, ExportSummary } from '../index.js';
import type { RecordEncoder } from '../node/index.js';
import { openRecordSink } from './record-sink.js';
import type { SinkError } from './record-sink.js';
import type { StreamTarget } from './stream-target.js';

export interface StreamedExport {
  readonly records: number;
  readonly bytes: number;
  readonly run: ExportSummary;
}

export interface StreamExportOptions extends ExportOptions {
  readonly signal: AbortSignal;
  /** NDJSON where there is none. */
  readonly encoder: RecordEncoder<unknown> | undefined;
}

/** Writes an export to a stream, a chunk after the other. */
export async function exportToStream(
  call: ExportCall<unknown, unknown>,
  input: unknown,
  target: StreamTarget,
  { encoder, ...options }: StreamExportOptions,
): Promise<Result<StreamedExport, ExportJobError | SinkError>> {
  const sink = await openRecordSink(target, options.signal);
  if (sink.isErr()) return err(sink.error);
  const head = new TextEncoder().encode(encoder?.head ?? '');
  const begun = await sink.value.write(head);
  if (begun.isErr()) return err(begun.error);
  let bytes = head.byteLength;
  let turn: Promise<Result<undefined, SinkError>> = Promise.resolve(begun);
  const write = (piece: Uint8Array): Promise<Result<undefined, SinkError>> => {
    turn = turn.then(async (before) => {
      if (before.isErr()) return before;
      bytes += piece.byteLength;
      return sink.value.write(piece);
    });
    return turn;
  };
  const job = call(input, options);
  const drained = encoder === undefined
    ? await job.toNdjson<SinkError>((chunk) => write(chunk.bytes))
    : await job.forEachChunk<SinkError>(({ records }) => write(new TextEncoder().encode(encoder.encode(records))));
  const ended = drained.isOk() ? await sink.value.end() : drained;
  return ended.isErr() ? err(ended.error) : drained.map((run) => ({ records: run.records, bytes, run }));
}
