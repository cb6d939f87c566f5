/**
 * Runs an export job: asks how far it is and brings its chunks to their consumer as they become ready, some at a
 * time. A chunk is done when the consumer has taken it.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Delivery } from '../errors/model/connection-error.js';
import { summarizeError } from '../errors/model/error-summary.js';
import { guardAsync } from '../result.js';
import { readElapsedMs, sleep } from '../transport/clock.js';
import { isEnding, toEarlyEnd, toIncomplete } from './export-ends.js';
import { advance, askReport, cancelJob, endSpan } from './export-run.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import { nextExportStep } from './export-state.js';
import type { ExportStep } from './export-state.js';
import { fetchChunk } from './fetch-chunk.js';
import type { FetchError } from './fetch-chunk.js';
import { isExpired, restartExport } from './restart-export.js';
import { startExport } from './start-export.js';
import { createTasks } from './tasks.js';

/** Who wants the chunks, and in which form. */
export interface ChunkIntake<Chunk extends { readonly recordCount: number }, E> {
  /** One try to fetch a chunk. */
  readonly fetch: (chunk: number) => Promise<Result<Chunk, FetchError>>;
  /** Resolves when the consumer is done with the chunk. An error of its own ends the run. */
  readonly take: (chunk: Chunk) => Promise<Taken<E>>;
}

/** What a consumer said of a chunk; `null` where the run ended before it said anything. */
export type Taken<E> = Result<unknown, E> | null;

/** How a run ends. */
type RunEnd<E> =
  | { readonly _tag: 'Complete' }
  /** Its time is up, or its caller has aborted it; and what is known then of the request for the job. */
  | { readonly _tag: 'Early'; readonly delivery: Delivery }
  | { readonly _tag: 'JobFailed'; readonly error: ExportJobError }
  | { readonly _tag: 'ConsumerFailed'; readonly error: E };

/** Carries out a run. It settles when nothing of it is under way any more. */
export async function deliverExport<Input, Item, Chunk extends { readonly recordCount: number }, E>(
  run: ExportRun<Input, Item>,
  intake: ChunkIntake<Chunk, E>,
): Promise<Result<undefined, ExportJobError | E>> {
  const end = await work(run, intake);
  const early = end._tag === 'Early' ? toEarlyEnd(run, end.delivery) : null; // before the wait for the cancellation
  run.deadline.close();
  if (end._tag === 'Early' || end._tag === 'ConsumerFailed') await cancelJob(run);
  endSpan(run, early ?? (end._tag === 'JobFailed' ? end.error : null));
  if (early !== null) return err(early);
  return 'error' in end ? err(end.error) : ok(undefined);
}

/** Starts the job and brings its chunks; once more where it turns out to have expired. */
async function work<Input, Item, Chunk extends { readonly recordCount: number }, E>(
  run: ExportRun<Input, Item>,
  intake: ChunkIntake<Chunk, E>,
  start: () => Promise<Result<undefined, ExportJobError>> = () => startExport(run),
): Promise<RunEnd<E>> {
  const started = await start();
  if (isEnding(run)) return { _tag: 'Early', delivery: toDelivery(started) };
  if (started.isErr()) return { _tag: 'JobFailed', error: started.error };
  const end = await bringChunks(run, intake);
  return !isEnding(run) && end._tag === 'JobFailed' && isExpired(run) ? work(run, intake, () => restartExport(run, 'expired')) : end;
}

/** Keeps up to `concurrency` tasks going, until there is nothing left to do or one of them ends the run. */
async function bringChunks<Input, Item, Chunk extends { readonly recordCount: number }, E>(
  run: ExportRun<Input, Item>,
  intake: ChunkIntake<Chunk, E>,
): Promise<RunEnd<E>> {
  const tasks = createTasks<RunEnd<E>>(() => {
    run.deadline.end('aborted'); // so that the other tasks end
  });
  let isAsking = false;
  for (;;) {
    const step = nextExportStep(run.state);
    const isOver = tasks.end() !== null || isEnding(run);
    const hasRoom = tasks.count() < run.options.concurrency && !isOver;
    if (hasRoom && step._tag === 'Fetch') {
      run.tally.firstFetchAtMs ??= readElapsedMs(run.connection.clock);
      advance(run, { _tag: 'Claimed', chunk: step.chunk });
      tasks.begin(settleTask(run, () => bringChunk(run, intake, step.chunk)));
    } else if (hasRoom && step._tag === 'Ask' && !isAsking) {
      isAsking = true;
      tasks.begin(settleTask(run, () => askStatus<Input, Item, E>(run, step.idleReports)).finally(() => {
        isAsking = false;
      }));
    } else if (tasks.count() > 0) await tasks.change();
    else return tasks.end() ?? toEnd(run, step);
  }
}

/** What a run without anything under way comes to. */
function toEnd<Input, Item>(run: ExportRun<Input, Item>, step: ExportStep): RunEnd<never> {
  if (step._tag === 'Complete') return { _tag: 'Complete' };
  return step._tag === 'Incomplete' ? { _tag: 'JobFailed', error: toIncomplete(run, step.reason) } : { _tag: 'Early', delivery: 'answered' };
}

function toDelivery(started: Result<undefined, ExportJobError>): Delivery {
  return started.isErr() && started.error._tag === 'ConnectionError' ? started.error.delivery : 'answered';
}

/** A task that rejected would never be counted as ended. It is a defect, and ends the run as one. */
async function settleTask<Input, Item, E>({ operations }: ExportRun<Input, Item>, task: () => Promise<RunEnd<E> | null>): Promise<RunEnd<E> | null> {
  const settled = await guardAsync(task, { operation: operations.create.id });
  return settled.isOk() ? settled.value : { _tag: 'JobFailed', error: settled.error };
}

async function askStatus<Input, Item, E>(run: ExportRun<Input, Item>, idleReports: number): Promise<RunEnd<E> | null> {
  const { connection, deadline, options } = run;
  const waitMs = Math.min(options.pollIntervalMs * idleReports, options.maxPollIntervalMs);
  if (waitMs > 0) await sleep(connection.clock, waitMs, deadline.signal);
  if (isEnding(run)) return null;
  const report = await askReport(run);
  if (isEnding(run)) return null;
  if (report.isErr()) return { _tag: 'JobFailed', error: report.error };
  advance(run, { _tag: 'Reported', report: report.value });
  return null;
}

/** So many chunks in a row that the network or the load of the service keeps back are no trouble of these chunks any more. */
const maxLostInARow = 10;

/** The end of a run that gets no chunk at all any more. */
function toOutage<Input, Item>({ tally }: ExportRun<Input, Item>, error: FetchError): RunEnd<never> | null {
  const isOfService = error._tag === 'ConnectionError' || error._tag === 'RetryError';
  tally.lostInARow = isOfService ? tally.lostInARow + 1 : 0;
  return isOfService && tally.lostInARow >= maxLostInARow ? { _tag: 'JobFailed', error } : null;
}

async function bringChunk<Input, Item, Chunk extends { readonly recordCount: number }, E>(
  run: ExportRun<Input, Item>,
  { fetch, take }: ChunkIntake<Chunk, E>,
  chunk: number,
): Promise<RunEnd<E> | null> {
  const fetched = await fetchChunk(run, chunk, fetch);
  if (isEnding(run)) return null;
  if (fetched._tag === 'Failure') return { _tag: 'JobFailed', error: fetched.error };
  if (fetched._tag !== 'Chunk') {
    advance(run, { _tag: fetched._tag, chunk, cause: summarizeError(fetched.error) });
    return toOutage(run, fetched.error);
  }
  run.tally.lostInARow = 0;
  const taken = await take(fetched.chunk);
  if (taken === null) return null;
  // A consumer that heeds the signal fails because the run ends, not the other way round.
  if (taken.isErr()) return isEnding(run) ? null : { _tag: 'ConsumerFailed', error: taken.error };
  run.tally.records += fetched.chunk.recordCount;
  run.tally.chunks += 1;
  advance(run, { _tag: 'Taken', chunk });
  return null;
}
