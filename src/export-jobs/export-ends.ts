/** What a run comes to that does not end with all of its records. */
import { ConnectionError } from '../errors/model/connection-error.js';
import type { Delivery } from '../errors/model/connection-error.js';
import type { ExportFailure } from '../errors/model/job-errors.js';
import { TioExportsError, TioExportsTimeout } from '../errors/model/job-errors.js';
import { readElapsedMs } from '../transport/clock.js';
import { toEndReason } from '../transport/deadline.js';
import type { ExportRun } from './export-run.js';
import { toCheckpoint } from './export-state.js';

/** Whether the run is to end: its time is up, its caller or its reader has had enough, or one of its tasks failed. */
export function isEnding<Input, Item>({ deadline }: ExportRun<Input, Item>): boolean {
  return deadline.signal.aborted;
}

/** The job's time is up, or its caller has had enough. `delivery` is that of the request for the job. */
export function toEarlyEnd<Input, Item>(
  { connection, deadline, operations, startedAtMs, state }: ExportRun<Input, Item>,
  delivery: Delivery = 'answered',
): TioExportsTimeout | ConnectionError {
  const operation = operations.create.id;
  if (toEndReason(deadline.signal) === 'aborted') {
    return ConnectionError({ operation, reason: 'aborted', delivery, origin: connection.origin });
  }
  return TioExportsTimeout({
    operation,
    export: state.kind,
    uuid: state.uuid,
    elapsedMs: readElapsedMs(connection.clock) - startedAtMs,
    status: state.status,
    detail: state.reason,
    checkpoint: toCheckpoint(state),
  });
}

/** The job ended without all of its records. */
export function toIncomplete<Input, Item>({ operations, state }: ExportRun<Input, Item>, reason: ExportFailure): TioExportsError {
  return TioExportsError({
    operation: reason === 'chunk-unreadable' ? operations.chunk.id : operations.status.id,
    export: state.kind,
    uuid: state.uuid,
    reason,
    detail: state.reason,
    lostChunks: state.lostChunks,
    checkpoint: toCheckpoint(state),
  });
}
