/** How a simulated export job goes: its status, and which of its chunks are where, as a pure function of the polls. */
import type { ChunkPlan, ExportOutcome } from './chunk-plan.js';

/** The word that `unknown-status` uses. */
export const unknownStatus = 'REBALANCING';

export interface JobView {
  readonly status: 'QUEUED' | 'PROCESSING' | 'FINISHED' | 'CANCELLED' | 'ERROR' | typeof unknownStatus;
  /** In the order in which they became ready, which is not that of their numbers. */
  readonly available: readonly number[];
  readonly failed: readonly number[];
  readonly cancelled: readonly number[];
  readonly reason: string | null;
  /** Whether the answer says which chunks are available. */
  readonly isListed: boolean;
}

export interface JobProgress {
  readonly plan: ChunkPlan;
  readonly outcome: ExportOutcome;
  /** Status requests so far. */
  readonly polls: number;
  readonly pollsUntilReady: number;
  /** The number of polls when the caller cancelled it; `null` where it was not. */
  readonly cancelledAtPoll: number | null;
}

/** What a status request finds. */
export function viewJob(progress: JobProgress): JobView {
  const { cancelledAtPoll, outcome, plan: { order }, polls } = progress;
  if (cancelledAtPoll !== null) {
    const done = countReady({ ...progress, polls: cancelledAtPoll });
    return toView('CANCELLED', order.slice(0, done), { cancelled: order.slice(done) });
  }
  if (polls < toLastPoll(progress)) return viewUnfinished(progress);
  const half = Math.ceil(order.length / 2);
  switch (outcome) {
    case 'error':
      return toView('ERROR', order.slice(0, half), { cancelled: order.slice(half), reason: 'The export could not be completed' });
    case 'cancelled':
      return toView('CANCELLED', order.slice(0, half), { cancelled: order.slice(half) });
    case 'chunks-failed':
      return toView('FINISHED', order.slice(0, -1), { failed: order.slice(-1), reason: order.length === 0 ? null : `1 of ${order.length} chunks failed to process` });
    case 'finished':
    case 'queued':
    case 'empty-chunk':
    case 'out-of-order':
    case 'no-chunks-available':
    case 'unknown-status':
      return toView('FINISHED', order);
  }
}

function viewUnfinished(progress: JobProgress): JobView {
  const { outcome, plan: { order }, polls } = progress;
  switch (outcome) {
    case 'queued':
      return toView('QUEUED', []);
    case 'no-chunks-available':
      return toView('PROCESSING', [], { isListed: false });
    case 'unknown-status':
      return toView(unknownStatus, order.slice(0, countReady(progress)));
    case 'error':
    case 'cancelled':
    case 'chunks-failed':
      return toView(polls <= 1 ? 'QUEUED' : 'PROCESSING', []);
    case 'finished':
    case 'empty-chunk':
    case 'out-of-order':
      return polls <= 1 ? toView('QUEUED', []) : toView('PROCESSING', order.slice(0, countReady(progress)));
  }
}

function toView(status: JobView['status'], available: readonly number[], rest: Partial<JobView> = {}): JobView {
  return { status, available, failed: [], cancelled: [], reason: null, isListed: true, ...rest };
}

/** The poll that finds a job ended: later than asked for where something is to be seen before. */
function toLastPoll({ outcome, plan, pollsUntilReady }: JobProgress): number {
  if (outcome === 'queued') return Number.POSITIVE_INFINITY;
  if (outcome === 'out-of-order') return Math.max(pollsUntilReady, plan.order.length + 1);
  return outcome === 'no-chunks-available' || outcome === 'unknown-status' ? Math.max(pollsUntilReady, 2) : pollsUntilReady;
}

/** None in the first two polls, then more with each, all in the last; or one with each poll from the second on. */
function countReady(progress: JobProgress): number {
  const { outcome, plan: { order }, polls } = progress;
  const lastPoll = toLastPoll(progress);
  if (polls >= lastPoll) return order.length;
  if (outcome === 'out-of-order') return Math.min(Math.max(polls - 1, 0), order.length);
  return polls <= 2 ? 0 : Math.ceil((order.length * (polls - 2)) / (lastPoll - 2));
}
