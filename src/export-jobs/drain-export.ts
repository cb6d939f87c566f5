/** A job from its start to its end in one call: its chunks go to a function, or as lines to a destination. */
import { err } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { UnexpectedValueError } from '../errors/model/local-errors.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { toResultAsync } from '../result.js';
import { readElapsedMs } from '../transport/clock.js';
import { openDeadline } from '../transport/deadline.js';
import { fetchDecoded } from './decoded-chunk.js';
import type { ExportChunk } from './decoded-chunk.js';
import { toEarlyEnd } from './export-ends.js';
import { drainConcurrency } from './export-options.js';
import { endSpan, openExportRun } from './export-run.js';
import type { ExportJobError, ExportPlan, ExportRun } from './export-run.js';
import { createLineIntake } from './line-intake.js';
import { openDestination } from './ndjson-destination.js';
import type { ChunkTaken, NdjsonDestination, OpenDestination } from './ndjson-destination.js';
import type { ExportRestart } from './export-events.js';
import { deliverExport } from './deliver-export.js';
import { takeWithin } from './take-within.js';

/** What a job came to that is complete. */
export interface ExportSummary {
  /** The job's id. */
  readonly uuid: string;
  /** Chunks that were taken in this run. */
  readonly chunks: number;
  /** Records in them. */
  readonly records: number;
  /** Records among them that do not fit their documented form; see `onOddRecord`. 0 where they are lines, which are not looked at. */
  readonly oddRecords: number;
  /** Bytes of chunks that arrived in this run, after decompression. */
  readonly bytes: number;
  readonly elapsedMs: number;
  /** The job that was to be gone on with and was over, so that this one took its place; `null` where there was none. */
  readonly restart: ExportRestart | null;
}

/** A function that is given each chunk. Its `signal` aborts when the job ends early. */
export type TakeChunk<Item, E> = (chunk: ExportChunk<Item>, signal: AbortSignal) => ChunkTaken<E>;

/** How long the abort of a stream may take that nobody waits for. */
const abortDeadlineMs = 1_000;

/** Told of a run when it begins. */
type OnOpen<Input, Item> = (run: ExportRun<Input, Item>) => void;

/** Runs a job, each of its chunks through `take`, several side by side. */
export function drainToFunction<Input, Item, E>(
  plan: ExportPlan<Input, Item>,
  take: TakeChunk<Item, E>,
  onOpen: OnOpen<Input, Item>,
): ResultAsync<ExportSummary, ExportJobError | E> {
  return toResultAsync(async (): Promise<Result<ExportSummary, ExportJobError | E>> => {
    if (typeof take !== 'function') return err(toArgumentError(plan, 'take', 'a function', take));
    const opened = openExportRun(plan, drainConcurrency);
    if (opened.isErr()) return err(opened.error);
    const run = opened.value;
    onOpen(run);
    const ended = await deliverExport(run, {
      fetch: (id) => fetchDecoded(run, id),
      take: ({ chunk }) => takeWithin(run, (signal) => take(chunk, signal)),
    });
    return ended.map(() => toSummary(run));
  }, { operation: plan.operations.create.id });
}

/** Runs a job, its records as lines to the destination. */
export function drainToNdjson<Input, Item, E>(
  plan: ExportPlan<Input, Item>,
  destination: NdjsonDestination<E>,
  onOpen: OnOpen<Input, Item>,
): ResultAsync<ExportSummary, ExportJobError | E> {
  const border = { operation: plan.operations.create.id };
  return toResultAsync(async (): Promise<Result<ExportSummary, ExportJobError | E>> => {
    if (typeof destination !== 'function' && !isRecord(destination)) return err(toArgumentError(plan, 'destination', 'a function or a WritableStream', destination));
    const opened = openExportRun(plan, drainConcurrency);
    if (opened.isErr()) return err(opened.error);
    const run = opened.value;
    const sink = openDestination(destination, border);
    if (sink.isErr()) {
      run.deadline.close();
      endSpan(run, sink.error);
      return err(sink.error);
    }
    onOpen(run);
    const ended = await deliverExport(run, createLineIntake(run, sink.value.take));
    if (ended.isOk()) return (await finishWithin(run, sink.value)).map(() => toSummary(run));
    await failWithin(run, sink.value);
    return err(ended.error);
  }, border);
}

/** Who takes the chunks cannot; said before there is a job. Types rule it out where there are types. */
function toArgumentError<Input, Item>({ operations }: ExportPlan<Input, Item>, path: string, expected: string, given: unknown): UnexpectedValueError {
  return UnexpectedValueError({ operation: operations.create.id, issues: [{ path, expected, received: describeType(given) }] });
}

/** A stream may take what is left of the job's time to close. */
async function finishWithin<Input, Item, E>(
  run: ExportRun<Input, Item>,
  { finish }: OpenDestination<E>,
): Promise<Result<unknown, ExportJobError>> {
  const deadline = openDeadline(run.connection.clock, { deadlineMs: run.deadline.remainingMs(), signal: run.options.signal });
  const finished = await deadline.race<unknown, ExportJobError>(finish(), () => toEarlyEnd({ ...run, deadline }));
  deadline.close();
  return finished;
}

/** A stream that is stuck in a write does not end before it, which may be never. */
async function failWithin<Input, Item, E>({ connection }: ExportRun<Input, Item>, { fail }: OpenDestination<E>): Promise<void> {
  const deadline = openDeadline(connection.clock, { deadlineMs: abortDeadlineMs });
  await deadline.race<unknown, unknown>(fail(), () => undefined);
  deadline.close();
}

function toSummary<Input, Item>({ connection, restart, startedAtMs, state, tally }: ExportRun<Input, Item>): ExportSummary {
  const { bytes, chunks, oddRecords, records } = tally;
  return { uuid: state.uuid, chunks, records, oddRecords, bytes, elapsedMs: readElapsedMs(connection.clock) - startedAtMs, restart };
}
