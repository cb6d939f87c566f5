/**
 * Runs an export job: start it, ask how far it is, fetch its chunks as they become ready, hand them over one by
 * one. A chunk counts as done when its consumer asks for the next one.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Checkpoint, ExportKind } from '../errors/checkpoint.js';
import { ConnectionError } from '../errors/connection-error.js';
import { TioExportsError, TioExportsTimeout } from '../errors/job-errors.js';
import { UnexpectedValueError } from '../errors/local-errors.js';
import type { CallError, ExportError, TenableErrorTag } from '../errors/tenable-error.js';
import { execute } from '../execute.js';
import type { Operation } from '../operation/define-operation.js';
import { guardAsync } from '../result.js';
import { toConnection } from '../transport/connection.js';
import type { AnyClient, Connection } from '../transport/connection.js';
import { sleep } from '../transport/clock.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import { checkExportOptions, exportDefaults } from './export-options.js';
import type { ExportOptions } from './export-options.js';
import { applyExportEvent, createExportState, nextExportStep, toCheckpoint } from './export-state.js';
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

/** An undecodable chunk is fetched this often before it is given up. */
const maxChunkTries = 3;

/** How long cancelling a job may take that nobody waits for. */
const cancelDeadlineMs = 10_000;

/** One loop over a job. */
interface Run<Input, Item> {
  readonly client: AnyClient;
  readonly connection: Connection;
  readonly operations: ExportOperations<Input, Item>;
  readonly options: ExportOptions;
  readonly deadline: Deadline;
  readonly startedAtMs: number;
  state: ExportState;
  records: number;
}

/** A job that starts when it is looped over. */
export function createExportJob<Input, Item>(
  client: AnyClient,
  operations: ExportOperations<Input, Item>,
  input: Input,
  options: ExportOptions = {},
): ExportJob<Item> {
  let latest: Run<Input, Item> | null = null;
  const chunks = (): AsyncIterable<Result<ExportChunk<Item>, ExportJobError>> => ({
    [Symbol.asyncIterator]: () => {
      const run = openRun(client, operations, options);
      if (run.isErr()) return toAsyncIterator(err(run.error));
      latest = run.value;
      return runJob(run.value, input);
    },
  });
  return {
    chunks,
    checkpoint: () => (latest === null || latest.state.uuid === '' ? null : toCheckpoint(latest.state)),
    [Symbol.asyncIterator]: () => flattenChunks(chunks()),
  };
}

function openRun<Input, Item>(
  client: AnyClient,
  operations: ExportOperations<Input, Item>,
  options: ExportOptions,
): Result<Run<Input, Item>, UnexpectedValueError> {
  const operation = operations.create.id;
  const connection = toConnection(client);
  if (connection === undefined) {
    return err(UnexpectedValueError({ operation, issues: [{ path: 'client', expected: 'a client of this package', received: typeof client }] }));
  }
  const issues = checkExportOptions(options);
  if (issues.length > 0) return err(UnexpectedValueError({ operation, issues }));
  const { clock } = connection;
  return ok({
    client,
    connection,
    operations,
    options,
    deadline: openDeadline(clock, { deadlineMs: options.timeoutMs ?? exportDefaults.timeoutMs, signal: options.signal }),
    startedAtMs: clock.now(),
    state: createExportState(operations.kind, ''),
    records: 0,
  });
}

async function* runJob<Input, Item>(
  run: Run<Input, Item>,
  input: Input,
): AsyncGenerator<Result<ExportChunk<Item>, ExportJobError>, undefined> {
  let isSettled = false; // else the consumer has left: nobody wants the job any more
  try {
    const created = await call(run, run.operations.create, input);
    if (created.isErr()) {
      isSettled = true;
      yield err(created.error);
      return undefined;
    }
    run.state = createExportState(run.operations.kind, created.value.export_uuid);
    for (;;) {
      const outcome = await takeStep(run);
      isSettled = outcome._tag === 'End';
      if (outcome._tag === 'Chunk') {
        yield ok(outcome.chunk);
        run.records += outcome.chunk.records.length;
        advance(run, { _tag: 'Taken', chunk: outcome.chunk.id });
      }
      if (outcome._tag === 'End') {
        if (outcome.error !== null) yield err(outcome.error);
        return undefined;
      }
    }
  } finally {
    run.deadline.close();
    if (!isSettled) await cancelJob(run);
  }
}

/** What a step came to. */
type Outcome<Item> =
  | { readonly _tag: 'Chunk'; readonly chunk: ExportChunk<Item> }
  | { readonly _tag: 'GoOn' }
  | { readonly _tag: 'End'; readonly error: ExportJobError | null };

async function takeStep<Input, Item>(run: Run<Input, Item>): Promise<Outcome<Item>> {
  const step = nextExportStep(run.state);
  switch (step._tag) {
    case 'Fetch':
      return fetchChunk(run, step.chunk);
    case 'Ask':
      return askStatus(run, step.idleReports);
    case 'Complete':
      return { _tag: 'End', error: null };
    case 'Incomplete':
      return { _tag: 'End', error: toExportsError(run, step.reason) };
  }
}

async function askStatus<Input, Item>(run: Run<Input, Item>, idleReports: number): Promise<Outcome<Item>> {
  const { connection, deadline, operations, options, state } = run;
  const firstWaitMs = options.pollIntervalMs ?? exportDefaults.pollIntervalMs;
  const waitMs = Math.min(firstWaitMs * idleReports, options.maxPollIntervalMs ?? exportDefaults.maxPollIntervalMs);
  if (waitMs > 0) await sleep(connection.clock, waitMs, deadline.signal);
  const report = await call(run, operations.status, { export_uuid: state.uuid });
  if (deadline.signal.aborted) return endEarly(run);
  if (report.isErr()) return { _tag: 'End', error: report.error };
  advance(run, { _tag: 'Reported', report: report.value });
  return { _tag: 'GoOn' };
}

async function fetchChunk<Input, Item>(run: Run<Input, Item>, chunk: number): Promise<Outcome<Item>> {
  const { deadline, operations, state } = run;
  for (let tries = 1; ; tries += 1) {
    const records = await call(run, operations.chunk, { export_uuid: state.uuid, chunk_id: chunk });
    if (deadline.signal.aborted) return endEarly(run);
    if (records.isOk()) return { _tag: 'Chunk', chunk: { id: chunk, records: records.value } };
    const { error } = records;
    if (error._tag === 'APIError' && tries < maxChunkTries) continue; // cut off or empty: it may come whole next time
    const event = toChunkEvent(error, chunk);
    if (event === null) return { _tag: 'End', error };
    advance(run, event);
    return { _tag: 'GoOn' };
  }
}

/** What a chunk's failure means for the job; `null` where it means nothing in particular. */
function toChunkEvent(error: ExportJobError, chunk: number): ExportEvent | null {
  if (error._tag === 'APIError' || error._tag === 'NotFoundError') return { _tag: 'Unreadable', chunk };
  return error._tag === 'InvalidInputError' ? { _tag: 'NotReady', chunk } : null;
}

/** The job's time is up, or its caller has had enough: Tenable is told to stop. */
async function endEarly<Input, Item>(run: Run<Input, Item>): Promise<Outcome<Item>> {
  await cancelJob(run);
  const { connection, deadline, operations, startedAtMs, state } = run;
  const checkpoint = toCheckpoint(state);
  const error = toEndReason(deadline.signal) === 'timeout'
    ? TioExportsTimeout({ operation: operations.create.id, export: state.kind, uuid: state.uuid, elapsedMs: connection.clock.now() - startedAtMs, checkpoint })
    : ConnectionError({ operation: operations.create.id, reason: 'aborted', delivery: 'answered', origin: connection.origin });
  return { _tag: 'End', error };
}

/** Best effort: a job that has ended meanwhile answers 400 or 404, and one that goes on does no harm. */
async function cancelJob<Input, Item>({ client, operations, state }: Run<Input, Item>): Promise<void> {
  if (state.uuid === '') return;
  await execute(client, operations.cancel, { export_uuid: state.uuid }, { deadlineMs: cancelDeadlineMs, retry: { maxRetries: 1 } })
    .orElse(() => ok(undefined));
}

function toExportsError<Input, Item>({ operations, state }: Run<Input, Item>, reason: TioExportsError['reason']): TioExportsError {
  return TioExportsError({
    operation: operations.status.id,
    export: state.kind,
    uuid: state.uuid,
    reason,
    detail: state.reason,
    checkpoint: toCheckpoint(state),
  });
}

/** One request of the job, under the job's deadline. */
async function call<CallInput, Output, Input, Item>(
  { client, deadline }: Run<Input, Item>,
  operation: Operation<CallInput, Output, TenableErrorTag>,
  input: CallInput,
): Promise<Result<Output, ExportJobError>> {
  const called = await execute(client, operation, input, { signal: deadline.signal });
  return called as Result<Output, ExportJobError>; // the operations of a job list only errors of any call
}

function advance<Input, Item>(run: Run<Input, Item>, event: ExportEvent): void {
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
