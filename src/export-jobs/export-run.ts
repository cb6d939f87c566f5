/** One loop over an export job: what it works with, how far it is, and the requests that it makes. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toClientRedactor } from '../call/call.js';
import { findConnection } from '../call/find-connection.js';
import type { ExportKind } from '../errors/checkpoint.js';
import { TioExportsError, TioExportsTimeout } from '../errors/job-errors.js';
import { UnexpectedValueError } from '../errors/local-errors.js';
import type { CallError, ExportError, TenableErrorTag } from '../errors/tenable-error.js';
import { execute } from '../execute.js';
import type { Operation } from '../operation/define-operation.js';
import { guardAsync } from '../result.js';
import type { AnyClient, Connection } from '../transport/connection.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import { checkExportOptions, readExportOptions, withExportDefaults } from './export-options.js';
import type { ExportDefaults, ExportOptions } from './export-options.js';
import { applyExportEvent, createExportState, toCheckpoint } from './export-state.js';
import type { ExportEvent, ExportReport, ExportState } from './export-state.js';

/** The four operations of a kind of job. */
export interface ExportOperations<Input, Item> {
  readonly kind: ExportKind;
  readonly create: Operation<Input, { readonly export_uuid: string }, TenableErrorTag>;
  readonly status: Operation<{ readonly export_uuid: string }, ExportReport, TenableErrorTag>;
  readonly chunk: Operation<{ readonly export_uuid: string; readonly chunk_id: number }, readonly Item[], TenableErrorTag>;
  readonly cancel: Operation<{ readonly export_uuid: string }, unknown, TenableErrorTag>;
}

export interface ExportChunk<Item> {
  /** The chunk's number. Numbers come in any order, with gaps. */
  readonly id: number;
  readonly records: readonly Item[];
}

/** What a job can end with. */
export type ExportJobError = CallError | ExportError;

/** How long cancelling a job may take that nobody waits for. */
const cancelDeadlineMs = 10_000;

/** One loop over a job. */
export interface ExportRun<Input, Item> {
  readonly client: AnyClient;
  readonly connection: Connection;
  readonly operations: ExportOperations<Input, Item>;
  /** Its defaults filled in. */
  readonly options: ExportOptions & ExportDefaults;
  readonly deadline: Deadline;
  readonly startedAtMs: number;
  state: ExportState;
  records: number;
}

/** A loop that starts now: its time runs. */
export function openExportRun<Input, Item>(
  client: AnyClient,
  operations: ExportOperations<Input, Item>,
  given: ExportOptions,
): Result<ExportRun<Input, Item>, UnexpectedValueError> {
  const operation = operations.create.id;
  const found = findConnection(client, operation);
  if (found.isErr()) return err(found.error);
  const connection = found.value;
  const options = readExportOptions(given);
  const issues = checkExportOptions(options);
  if (issues.length > 0) return err(UnexpectedValueError({ operation, issues }));
  const { clock } = connection;
  const filled = withExportDefaults(options);
  return ok({
    client,
    connection,
    operations,
    options: filled,
    deadline: openDeadline(clock, { deadlineMs: filled.timeoutMs, signal: filled.signal }),
    startedAtMs: clock.now(),
    state: createExportState(operations.kind, ''),
    records: 0,
  });
}

/** Whether the time of the job is up. */
export function hasTimedOut<Input, Item>({ deadline }: ExportRun<Input, Item>): boolean {
  return deadline.signal.aborted && toEndReason(deadline.signal) === 'timeout';
}

/** What the job comes to then. */
export function toTimeout<Input, Item>({ connection, operations, startedAtMs, state }: ExportRun<Input, Item>): TioExportsTimeout {
  return TioExportsTimeout({
    operation: operations.create.id,
    export: state.kind,
    uuid: state.uuid,
    elapsedMs: connection.clock.now() - startedAtMs,
    checkpoint: toCheckpoint(state),
  });
}

/** What a job comes to that ended without all of its records. */
export function toExportsError<Input, Item>({ connection, operations, state }: ExportRun<Input, Item>, reason: TioExportsError['reason']): TioExportsError {
  return TioExportsError({
    operation: operations.status.id,
    export: state.kind,
    uuid: state.uuid,
    reason,
    detail: toClientRedactor(connection.secrets())(state.reason),
    checkpoint: toCheckpoint(state),
  });
}

/** Best effort: a job that has ended meanwhile answers 400 or 404, and one that goes on does no harm. */
export async function cancelJob<Input, Item>({ client, operations, state }: ExportRun<Input, Item>): Promise<void> {
  if (state.uuid === '') return;
  await execute(client, operations.cancel, { export_uuid: state.uuid }, { deadlineMs: cancelDeadlineMs, retry: { maxRetries: 1 } })
    .orElse(() => ok(undefined));
}

/** One request of the job, under the job's deadline. */
export async function call<CallInput, Output, Input, Item>(
  { client, deadline }: ExportRun<Input, Item>,
  operation: Operation<CallInput, Output, TenableErrorTag>,
  input: CallInput,
): Promise<Result<Output, ExportJobError>> {
  const called = await execute(client, operation, input, { signal: deadline.signal });
  return called as Result<Output, ExportJobError>; // the operations of a job list only errors of any call
}

/** The state after an event; whoever watches is told. */
export function advance<Input, Item>(run: ExportRun<Input, Item>, event: ExportEvent): void {
  run.state = applyExportEvent(run.state, event);
  const { connection, options, records, startedAtMs, state } = run;
  const { onProgress } = options;
  if (onProgress === undefined) return;
  void guardAsync(() => onProgress({
    status: state.status,
    uuid: state.uuid,
    chunksDone: state.done.size,
    chunksReady: state.ready.length,
    records,
    elapsedMs: connection.clock.now() - startedAtMs,
  }));
}
