/** How a simulated export job goes: its status, and which of its chunks are where, as a pure function of the polls. */

/**
 * How jobs end. `finished`: all chunks are there. `error`: ERROR with the first half of the chunks, the rest cancelled.
 * `cancelled`: CANCELLED by the service, with the first half. `chunks-failed`: FINISHED, one chunk failed. `queued`: QUEUED
 * for ever.
 */
export type ExportOutcome = 'finished' | 'error' | 'cancelled' | 'chunks-failed' | 'queued';

export interface JobView {
  readonly status: 'QUEUED' | 'PROCESSING' | 'FINISHED' | 'CANCELLED' | 'ERROR';
  /** In the order in which they became ready, which is not that of their numbers. */
  readonly available: readonly number[];
  readonly failed: readonly number[];
  readonly cancelled: readonly number[];
  readonly reason: string | null;
}

export interface JobProgress {
  readonly totalChunks: number;
  readonly outcome: ExportOutcome;
  /** Status requests so far. */
  readonly polls: number;
  readonly pollsUntilReady: number;
  /** The number of polls when the caller cancelled it; `null` where it was not. */
  readonly cancelledAtPoll: number | null;
}

/** What a status request finds. */
export function viewJob(progress: JobProgress): JobView {
  const { cancelledAtPoll, outcome, polls, pollsUntilReady, totalChunks } = progress;
  const order = toChunkOrder(totalChunks);
  if (cancelledAtPoll !== null) {
    const done = countReady({ ...progress, polls: cancelledAtPoll });
    return toView('CANCELLED', order.slice(0, done), { cancelled: order.slice(done) });
  }
  if (outcome === 'queued' || (polls <= 1 && polls < pollsUntilReady)) return toView('QUEUED', []);
  const isOver = polls >= pollsUntilReady;
  const half = Math.ceil(totalChunks / 2);
  switch (outcome) {
    case 'finished':
      return toView(isOver ? 'FINISHED' : 'PROCESSING', order.slice(0, countReady(progress)));
    case 'error':
      return isOver
        ? toView('ERROR', order.slice(0, half), { cancelled: order.slice(half), reason: 'The export could not be completed' })
        : toView('PROCESSING', []);
    case 'cancelled':
      return isOver ? toView('CANCELLED', order.slice(0, half), { cancelled: order.slice(half) }) : toView('PROCESSING', []);
    case 'chunks-failed':
      return isOver
        ? toView('FINISHED', order.slice(0, -1), { failed: order.slice(-1), reason: `1 of ${totalChunks} chunks failed to process` })
        : toView('PROCESSING', []);
  }
}

function toView(status: JobView['status'], available: readonly number[], rest: Partial<JobView> = {}): JobView {
  return { status, available, failed: [], cancelled: [], reason: null, ...rest };
}

/** None in the first two polls, then more with each, all in the last. */
function countReady({ polls, pollsUntilReady, totalChunks }: JobProgress): number {
  if (polls >= pollsUntilReady) return totalChunks;
  return polls <= 2 ? 0 : Math.ceil((totalChunks * (polls - 2)) / (pollsUntilReady - 2));
}

/** Even numbers first: Tenable processes chunks in parallel, so clients must not count on their order. */
function toChunkOrder(totalChunks: number): readonly number[] {
  const numbers = Array.from({ length: totalChunks }, (_, at) => at + 1);
  return [...numbers.filter((chunk) => chunk % 2 === 0), ...numbers.filter((chunk) => chunk % 2 === 1)];
}
