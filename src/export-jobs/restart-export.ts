/**
 * A job that is to be gone on with and is over: it ended in ERROR or CANCELLED, lacks chunks that will not come any
 * more, or has expired. Taken up again it would end the same way each time, so a new one takes its place, where the
 * caller has said what to ask for.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { guardAsync } from '../result.js';
import { beginJob, createJob } from './create-job.js';
import type { ExportRestart } from './export-events.js';
import { advance, askReport, cancelOldJob } from './export-run.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import { isFinal, toCheckpoint, toDeadEnd } from './export-state.js';

/** Asks how far the job is that is to be gone on with; where it is over, asks for a new one. */
export async function restartWhereOver<Input, Item>(run: ExportRun<Input, Item>): Promise<Result<undefined, ExportJobError>> {
  if (!mayRestart(run)) return ok(undefined);
  const report = await askReport(run);
  if (report.isErr()) return report.error._tag === 'NotFoundError' ? restartExport(run, 'expired') : err(report.error);
  advance(run, { _tag: 'Reported', report: report.value });
  const reason = toDeadEnd(run.state);
  return reason === null ? ok(undefined) : restartExport(run, reason);
}

/** Whether the job still answers and its chunks have gone, all that were asked for: nothing of them was delivered. */
export function isExpired<Input, Item>(run: ExportRun<Input, Item>): boolean {
  return mayRestart(run) && run.tally.chunks === 0 && run.state.lostChunks.some(({ cause }) => cause.tag === 'NotFoundError');
}

/** Once in a run: a new job that is over at once would be so again. */
function mayRestart<Input, Item>({ restart, start }: ExportRun<Input, Item>): boolean {
  return start._tag === 'Resume' && start.restartWith !== undefined && restart === null;
}

/** Asks for a new job. Its consumer is told before anything of it comes, and may take its time to let go of the old one's. */
export async function restartExport<Input, Item>(run: ExportRun<Input, Item>, reason: ExportRestart['reason']): Promise<Result<undefined, ExportJobError>> {
  const { operations, start, state } = run;
  if (start._tag !== 'Resume' || start.restartWith === undefined) return ok(undefined);
  if (reason !== 'expired' && !isFinal(state)) await cancelOldJob(run); // a second one with the same filters would be refused
  const created = await createJob(run, start.restartWith);
  if (created.isErr()) return err(created.error);
  const restart: ExportRestart = Object.freeze({ from: toCheckpoint(state), reason, detail: state.reason, uuid: created.value });
  run.restart = restart;
  const told = await guardAsync(() => start.onRestart?.(restart), { operation: operations.create.id });
  if (told.isErr()) return err(told.error); // with records of two jobs in its hands, it must not get more of them
  beginJob(run, created.value);
  return ok(undefined);
}
