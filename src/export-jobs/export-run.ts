/** One run of an export job: what it works with, how far it is, and the requests that it makes. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toClientRedactor } from '../call/call.js';
import { findConnection } from '../call/find-connection.js';
import { startWorkSpan } from '../call/span.js';
import type { SpannedWork } from '../call/span.js';
import type { Checkpoint, ExportKind } from '../errors/model/checkpoint.js';
import type { Issue } from '../errors/model/issue.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { CallError, ExportError, TenableErrorTag } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { boundText } from '../internal/bound-text.js';
import { cleanText } from '../internal/clean-text.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { changeOperation, peekOperation } from '../operation/area.js';
import type { Operation } from '../operation/define-operation.js';
import type { Extra } from '../operation/extra.js';
import { json } from '../operation/output.js';
import { guardAsync } from '../result.js';
import { toSchema } from '../schema/shape-schema.js';
import type { Schema } from '../schema/schema.js';
import { withByteCount } from '../transport/byte-count.js';
import { readElapsedMs } from '../transport/clock.js';
import { toHandle } from '../connection/connection.js';
import type { AnyClient, Connection } from '../connection/connection.js';
import { openDeadline } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import { checkExportOptions, exportDefaults, readExportOptions, withExportDefaults } from './export-options.js';
import type { ExportDefaults, ExportOptions, Restarting } from './export-options.js';
import { toProgress } from './export-progress.js';
import { applyExportEvent, createExportState } from './export-state.js';
import type { ExportEvent, ExportReport, ExportState } from './export-state.js';
import { parseCheckpoint } from './parse-checkpoint.js';
import type { ExportRestart } from './export-events.js';
import { snapshotInput } from './snapshot-input.js';

export interface JobInput {
  readonly export_uuid: string;
}

export interface ChunkInput extends JobInput {
  readonly chunk_id: number;
}

/** A job in the list of recent ones. */
export interface ListedJob extends ExportReport {
  readonly uuid: string;
  /** Unix time in milliseconds. */
  readonly created?: number | null;
}

/** The five operations of a kind of job. */
export interface ExportOperations<Input, Item> {
  readonly kind: ExportKind;
  readonly create: Operation<Input, { readonly export_uuid: string }, TenableErrorTag>;
  readonly status: Operation<JobInput, ExportReport, TenableErrorTag>;
  readonly chunk: Operation<ChunkInput, readonly Item[], TenableErrorTag>;
  readonly cancel: Operation<JobInput, unknown, TenableErrorTag>;
  readonly list: Operation<Readonly<Record<string, never>>, { readonly exports: readonly ListedJob[] }, TenableErrorTag>;
}

/** What a job can end with. */
export type ExportJobError = CallError | ExportError;

/** How a run begins. */
export type ExportStart<Input> =
  | { readonly _tag: 'Create'; readonly input: Input }
  | { readonly _tag: 'Resume'; readonly checkpoint: Checkpoint } & Restarting<Input>;

/** One run of a job. */
export interface ExportRun<Input, Item> {
  readonly client: AnyClient;
  /** The same, for chunks: what comes through it is counted. */
  readonly chunkClient: AnyClient;
  readonly connection: Connection;
  /** Of the chunks, only that they are lists is checked by their operation. */
  readonly operations: ExportOperations<Input, Item>;
  /** What the records of a chunk should be; `null` for a client that wants them as they come. */
  readonly recordSchema: Schema<unknown, readonly Item[]> | null;
  readonly start: ExportStart<Input>;
  /** Its defaults filled in. */
  readonly options: ExportOptions & ExportDefaults;
  readonly deadline: Deadline;
  /** By the clock that counts. */
  readonly startedAtMs: number;
  /** The same as Unix time in milliseconds, to be compared with what Tenable says. */
  readonly begunAtMs: number;
  /** What changes as the run goes on. */
  readonly tally: { records: number; bytes: number; chunks: number; firstFetchAtMs: number | null; lostInARow: number; oddRecords: number };
  state: ExportState;
  /** Whether this package asked for the job: another's is never cancelled. */
  isOurs: boolean;
  /** The job that this one has taken the place of, where there is one. */
  restart: ExportRestart | null;
  /** The span that those of its requests stand below. */
  readonly span: SpannedWork;
}

/** What a run is made of. */
export interface ExportPlan<Input, Item> {
  readonly client: AnyClient;
  readonly operations: ExportOperations<Input, Item>;
  readonly start: { readonly _tag: 'Create'; readonly input: Input } | { readonly _tag: 'Resume'; readonly checkpoint: Checkpoint };
  readonly options: ExportOptions & Restarting<Input>;
}

/** A run that starts now: its time runs. */
export function openExportRun<Input, Item>(plan: ExportPlan<Input, Item>, concurrency: number): Result<ExportRun<Input, Item>, UnexpectedValueError> {
  const found = findConnection(plan.client, plan.operations.create.id);
  if (found.isErr()) return err(found.error);
  const given = readExportOptions(plan.options);
  const start = readStart(plan);
  const issues = [...checkExportOptions(given), ...(start.isErr() ? [start.error] : [])];
  if (start.isErr() || issues.length > 0) return err(UnexpectedValueError({ operation: plan.operations.create.id, issues }));
  const options = withExportDefaults(given, { ...exportDefaults, concurrency });
  const { clock } = found.value;
  const work = { name: `export ${plan.operations.kind}`, operation: plan.operations.create.id };
  const span = startWorkSpan({ ...found.value, onUnexpectedBody: 'error' }, work); // a job whose reports are anything cannot be followed
  const { connection } = span;
  const tally = { records: 0, bytes: 0, chunks: 0, firstFetchAtMs: null, lostInARow: 0, oddRecords: 0 };
  return ok({
    client: toHandle(connection),
    chunkClient: toCountedClient(connection, tally),
    connection,
    operations: withAnyRecords(plan.operations, found.value.onUnexpectedBody === 'pass'),
    get recordSchema() { // read when there are records: the area has been loaded for their request
      const output = peekOperation(plan.operations.chunk)?.output;
      return found.value.onUnexpectedBody === 'pass' || output?.kind !== 'json' ? null : output.schema;
    },
    start: start.value,
    options,
    deadline: openDeadline(clock, { deadlineMs: options.timeoutMs, signal: options.signal, keepsAlive: false }),
    startedAtMs: readElapsedMs(clock),
    begunAtMs: clock.now(),
    tally,
    state: createExportState(plan.operations.kind, ''),
    isOurs: true,
    restart: null,
    span,
  });
}

function readStart<Input, Item>({ operations, options, start }: ExportPlan<Input, Item>): Result<ExportStart<Input>, Issue> {
  if (start._tag === 'Create') return ok(start);
  const given: unknown = options;
  const { onRestart, restartWith }: Restarting<Input> = isRecord(given) ? options : {};
  if (restartWith !== undefined && !isRecord(restartWith)) return err({ path: 'restartWith', expected: 'an object', received: describeType(restartWith) });
  if (onRestart !== undefined && typeof onRestart !== 'function') return err({ path: 'onRestart', expected: 'a function', received: describeType(onRestart) });
  return parseCheckpoint(start.checkpoint, operations.kind).map((checkpoint) => ({ _tag: 'Resume', checkpoint, restartWith: snapshotInput(restartWith), onRestart }));
}

/** A chunk is a list of objects, whatever their members are: those are looked at one by one. Of anything, where the client lets all pass. */
function withAnyRecords<Input, Item>(operations: ExportOperations<Input, Item>, passesAll: boolean): ExportOperations<Input, Item> {
  const output = json<readonly unknown[]>(toSchema({ list: passesAll ? 'anything' : { loose: {} } }), 'chunk') as typeof operations.chunk.output; // `recordSchema` checks their members before anybody gets them
  return { ...operations, chunk: changeOperation(operations.chunk, (chunk) => ({ ...chunk, output })) };
}

function toCountedClient(connection: Connection, tally: { bytes: number }): AnyClient {
  const count = (bytes: number): void => {
    tally.bytes += bytes;
  };
  return toHandle({ ...connection, transport: (border) => withByteCount(connection.transport(border), count) });
}

/** One request of the job, under the job's deadline. */
export async function call<CallInput, Output, Input, Item>(
  { client, deadline }: ExportRun<Input, Item>,
  operation: Operation<CallInput, Output, TenableErrorTag>,
  input: CallInput,
  extra?: Extra,
): Promise<Result<Output, ExportJobError>> {
  const called = await execute(client, operation, input, { signal: deadline.signal, extra });
  return called as Result<Output, ExportJobError>; // the operations of a job list only errors of any call
}

/** Ends the run's span. `error` is `null` where it ended well, and where it was its consumer that failed. */
export function endSpan<Input, Item>({ span, tally: { bytes, chunks, records } }: ExportRun<Input, Item>, error: ExportJobError | null): void {
  span.end({ error, counts: { 'tenable.export.chunks': chunks, 'tenable.export.records': records, 'tenable.export.bytes': bytes } });
}

/** The longest word for a status that is kept. */
const maxStatusLength = 40;

/** The longest reason of a job that is kept. */
const maxReasonLength = 500;

/** What the job says of itself, its words clean: they go into errors, and to whoever watches. */
export async function askReport<Input, Item>(run: ExportRun<Input, Item>): Promise<Result<ExportReport, ExportJobError>> {
  const asked = await call(run, run.operations.status, { export_uuid: run.state.uuid });
  const redact = toClientRedactor(run.connection.secrets());
  const toWords = (text: string, maxLength: number): string => boundText(cleanText(redact(text)), maxLength);
  return asked.map((report) => ({ ...report, status: toWords(report.status, maxStatusLength), reason: toWords(report.reason ?? '', maxReasonLength) }));
}

/** How long cancelling a job may take that nobody waits for. */
const cancelDeadlineMs = 10_000;

/** Cancels a job that nobody wants any more. */
export async function cancelJob<Input, Item>(run: ExportRun<Input, Item>): Promise<void> {
  const { isOurs, options, state } = run;
  if (state.uuid !== '' && isOurs && options.onEarlyEnd !== 'detach') await cancelOldJob(run);
}

/** Best effort: a job that has ended meanwhile answers 400 or 404, and one that goes on does no harm. */
export async function cancelOldJob<Input, Item>({ client, operations, state }: ExportRun<Input, Item>): Promise<void> {
  await execute(client, operations.cancel, { export_uuid: state.uuid }, { deadlineMs: cancelDeadlineMs, retry: { maxRetries: 1 } })
    .orElse(() => ok(undefined));
}

/** Changes the state as an event says; whoever watches is told. */
export function advance<Input, Item>(run: ExportRun<Input, Item>, event: ExportEvent): void {
  applyExportEvent(run.state, event);
  tellProgress(run);
}

/** Tells whoever watches how far the job is. */
export function tellProgress<Input, Item>({ connection, options, startedAtMs, state, tally }: ExportRun<Input, Item>): void {
  const { onProgress } = options;
  if (onProgress === undefined) return;
  const nowMs = readElapsedMs(connection.clock);
  const fetchingMs = tally.firstFetchAtMs === null ? 0 : nowMs - tally.firstFetchAtMs;
  const progress = toProgress(state, { ...tally, elapsedMs: nowMs - startedAtMs, fetchingMs });
  void guardAsync(() => onProgress(progress));
}
