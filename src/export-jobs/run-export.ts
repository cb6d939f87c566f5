/**
 * Runs an export job: start it, ask how far it is, fetch its chunks as they become ready, hand them over one by
 * one. A chunk counts as done when its consumer asks for the next one.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/connection-error.js';
import { sleep } from '../transport/clock.js';
import { advance, call, cancelJob, hasTimedOut, toExportsError, toTimeout } from './export-run.js';
import type { ExportChunk, ExportJobError, ExportRun } from './export-run.js';
import { createExportState, nextExportStep } from './export-state.js';
import type { ExportEvent } from './export-state.js';

/** An undecodable chunk is fetched this often before it is given up. */
const maxChunkTries = 3;

/** The chunks of a job, from its start to its end. */
export async function* runExport<Input, Item>(
  run: ExportRun<Input, Item>,
  input: Input,
): AsyncGenerator<Result<ExportChunk<Item>, ExportJobError>, undefined> {
  let isSettled = false; // else the consumer has left: nobody wants the job any more
  try {
    const created = await call(run, run.operations.create, input);
    if (created.isErr()) {
      isSettled = true;
      run.deadline.close(); // a consumer that stops at an error never asks again
      yield err(created.error._tag === 'ConnectionError' && hasTimedOut(run) ? toTimeout(run) : created.error);
      return undefined;
    }
    run.state = createExportState(run.operations.kind, created.value.export_uuid);
    for (;;) {
      const outcome = await takeStep(run);
      if (outcome._tag === 'Chunk') {
        yield ok(outcome.chunk);
        run.records += outcome.chunk.records.length;
        advance(run, { _tag: 'Taken', chunk: outcome.chunk.id });
      }
      if (outcome._tag === 'End') {
        isSettled = true;
        run.deadline.close();
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

async function takeStep<Input, Item>(run: ExportRun<Input, Item>): Promise<Outcome<Item>> {
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

async function askStatus<Input, Item>(run: ExportRun<Input, Item>, idleReports: number): Promise<Outcome<Item>> {
  const { connection, deadline, operations, options, state } = run;
  const waitMs = Math.min(options.pollIntervalMs * idleReports, options.maxPollIntervalMs);
  if (waitMs > 0) await sleep(connection.clock, waitMs, deadline.signal);
  const report = await call(run, operations.status, { export_uuid: state.uuid });
  if (deadline.signal.aborted) return endEarly(run);
  if (report.isErr()) return { _tag: 'End', error: report.error };
  advance(run, { _tag: 'Reported', report: report.value });
  return { _tag: 'GoOn' };
}

async function fetchChunk<Input, Item>(run: ExportRun<Input, Item>, chunk: number): Promise<Outcome<Item>> {
  const { connection, deadline, operations, options, state } = run;
  for (let tries = 1; ; tries += 1) {
    const records = await call(run, operations.chunk, { export_uuid: state.uuid, chunk_id: chunk });
    if (deadline.signal.aborted) return endEarly(run);
    if (records.isOk()) return { _tag: 'Chunk', chunk: { id: chunk, records: records.value } };
    const { error } = records;
    if (error._tag === 'APIError' && tries < maxChunkTries) { // cut off or empty: it may come whole next time
      await sleep(connection.clock, options.pollIntervalMs, deadline.signal);
      continue;
    }
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
async function endEarly<Input, Item>(run: ExportRun<Input, Item>): Promise<Outcome<Item>> {
  const { connection, operations } = run;
  const error = hasTimedOut(run)
    ? toTimeout(run)
    : ConnectionError({ operation: operations.create.id, reason: 'aborted', delivery: 'answered', origin: connection.origin });
  await cancelJob(run);
  return { _tag: 'End', error };
}
