/**
 * An export job as a state machine: what is known of it, and what to do next. No clock, no network; the runner
 * carries out the steps and tells what came of them. A job may have 100,000 chunks, so an event changes the state
 * in place: each costs the same, however many chunks there are.
 */
import type { Checkpoint, ExportKind } from '../errors/model/checkpoint.js';
import { maxChunks } from '../errors/model/checkpoint.js';
import type { ErrorSummary } from '../errors/model/error-summary.js';
import { maxLostChunks } from '../errors/model/job-errors.js';
import type { ExportFailure, LostChunk } from '../errors/model/job-errors.js';

/** What a status answer says. */
export interface ExportReport {
  readonly status: string;
  readonly chunks_available?: readonly number[] | null;
  readonly chunks_failed?: readonly number[] | null;
  readonly chunks_cancelled?: readonly number[] | null;
  readonly total_chunks?: number | null;
  readonly empty_chunks_count?: number | null;
  readonly reason?: string | null;
  /** The job's filters, as an object or as JSON text. Not every kind tells. */
  readonly filters?: unknown;
}

export interface ExportState {
  readonly kind: ExportKind;
  readonly uuid: string;
  /** The job's last status, in capitals; `''` before the first report. */
  status: string;
  reason: string;
  /** Chunks that can be fetched and have not been; the next one is the last, so that taking it moves no other. */
  ready: number[];
  /** Chunks that are on their way to the consumer, or in its hands. */
  readonly fetching: Set<number>;
  /** Chunks that were taken, those of earlier runs first. */
  readonly done: Set<number>;
  /** Chunks that Tenable reported as failed. */
  failed: ReadonlySet<number>;
  /** Chunks that were announced and, when asked for, not there yet. */
  readonly awaited: Set<number>;
  /** What was said when the latest of them was asked for. */
  notReady: ErrorSummary | null;
  /** Chunks that were there and could not be had. */
  readonly lost: Set<number>;
  /** The first of them, with their causes. */
  readonly lostChunks: LostChunk[];
  cancelled: ReadonlySet<number>;
  /** Chunks with records that the job says to have; 0 where it does not say. */
  promised: number;
  /** Reports since a chunk was last taken, or since the job has ended, that brought nothing or only chunks that were not there when asked for. */
  idleReports: number;
}

export type ExportEvent =
  | { readonly _tag: 'Reported'; readonly report: ExportReport }
  /** The chunk is being fetched now. */
  | { readonly _tag: 'Claimed'; readonly chunk: number }
  /** The consumer has taken the chunk. */
  | { readonly _tag: 'Taken'; readonly chunk: number }
  /** The chunk could not be fetched, or never became readable. */
  | { readonly _tag: 'Lost'; readonly chunk: number; readonly cause: ErrorSummary }
  /** The chunk was announced and is not there yet: wait for another report. */
  | { readonly _tag: 'NotReady'; readonly chunk: number; readonly cause: ErrorSummary };

export type ExportStep =
  | { readonly _tag: 'Fetch'; readonly chunk: number }
  /** Ask for a report, after a wait that grows with `idleReports`. */
  | { readonly _tag: 'Ask'; readonly idleReports: number }
  /** Nothing, until one of the chunks under way is taken or given up. */
  | { readonly _tag: 'Wait' }
  | { readonly _tag: 'Complete' }
  | { readonly _tag: 'Incomplete'; readonly reason: ExportFailure };

/** A job of which nothing is known yet but the chunks that were taken in earlier runs. */
export function createExportState(kind: ExportKind, uuid: string, done: readonly number[] = []): ExportState {
  return {
    kind, uuid, status: '', reason: '', ready: [], fetching: new Set(), done: new Set(done), failed: new Set(), awaited: new Set(),
    notReady: null, lost: new Set(), lostChunks: [], cancelled: new Set(), promised: 0, idleReports: 0,
  };
}

/** Statuses after which nothing more is made. */
const finalStatuses: readonly string[] = ['FINISHED', 'ERROR', 'CANCELLED'];

/** How many more reports of a job that has ended may announce a chunk that is not there. */
const maxIdleReports = 10;

/** Changes the state as an event says. */
export function applyExportEvent(state: ExportState, event: ExportEvent): ExportState {
  if (event._tag === 'Reported') return applyReport(state, event.report);
  const { chunk } = event;
  removeReady(state, chunk);
  if (event._tag === 'Claimed') {
    state.fetching.add(chunk);
    return state;
  }
  state.fetching.delete(chunk);
  if (event._tag === 'Taken') {
    state.done.add(chunk);
    state.idleReports = 0;
  } else if (event._tag === 'Lost' || (isFinal(state) && state.idleReports > maxIdleReports)) {
    lose(state, chunk, event.cause);
  } else {
    state.awaited.add(chunk);
    state.notReady = event.cause;
    state.idleReports = Math.max(state.idleReports, 1);
  }
  return state;
}

/** Mostly it is the last, or none of them. */
function removeReady({ fetching, ready }: ExportState, chunk: number): void {
  if (ready.at(-1) === chunk) ready.pop();
  else if (!fetching.has(chunk)) { // what is being fetched is not ready any more
    const at = ready.indexOf(chunk);
    if (at >= 0) ready.splice(at, 1);
  }
}

function lose({ lost, lostChunks }: ExportState, chunk: number, cause: ErrorSummary): void {
  lost.add(chunk);
  if (lostChunks.length < maxLostChunks) lostChunks.push({ chunk, cause });
}

function applyReport(state: ExportState, report: ExportReport): ExportState {
  const { awaited, done, fetching, lost, notReady } = state;
  const isSettled = (chunk: number): boolean => done.has(chunk) || lost.has(chunk) || fetching.has(chunk);
  const ready = new Set([...(report.chunks_available ?? [])].filter((chunk) => !isSettled(chunk)));
  const status = report.status.toUpperCase();
  const isEnd = finalStatuses.includes(status);
  const isNews = [...ready].some((chunk) => !awaited.has(chunk));
  state.failed = new Set(report.chunks_failed ?? []);
  state.cancelled = new Set(report.chunks_cancelled ?? []);
  state.idleReports = (isEnd && !isFinal(state) ? 0 : state.idleReports) + (isNews ? 0 : 1);
  state.ready = [...ready].sort((a, b) => b - a);
  state.status = status;
  state.reason = report.reason ?? '';
  state.promised = toPromised(report);
  for (const chunk of awaited) {
    const isMissing = isEnd && !isGivenUp(state, chunk); // nothing comes any more after a final status
    if (ready.has(chunk) || isMissing) awaited.delete(chunk);
    if (!ready.has(chunk) && isMissing && notReady !== null) lose(state, chunk, notReady);
  }
  return state;
}

function isGivenUp({ cancelled, failed }: ExportState, chunk: number): boolean {
  return failed.has(chunk) || cancelled.has(chunk);
}

/** A count that makes no sense promises nothing. */
function toPromised({ empty_chunks_count, total_chunks }: ExportReport): number {
  const promised = (total_chunks ?? 0) - (empty_chunks_count ?? 0);
  return Number.isSafeInteger(promised) && promised > 0 ? promised : 0;
}

/** What to do in a state. Chunks that are there are always fetched first: an ERROR still delivers them. */
export function nextExportStep(state: ExportState): ExportStep {
  const { awaited, cancelled, done, failed, fetching, lost, ready } = state;
  if (ready.length + fetching.size + done.size + failed.size + cancelled.size + lost.size > maxChunks) {
    return { _tag: 'Incomplete', reason: 'too-many-chunks' };
  }
  const chunk = ready.at(-1);
  if (chunk !== undefined) return { _tag: 'Fetch', chunk };
  // QUEUED, PROCESSING, READY, and words nobody has seen yet: the job's own time limit ends those
  const goesOn = !isFinal(state) || [...awaited].some((one) => !isGivenUp(state, one));
  if (goesOn) return { _tag: 'Ask', idleReports: state.idleReports };
  if (fetching.size > 0) return { _tag: 'Wait' };
  const reason = toEnd(state, 0);
  return reason === null ? { _tag: 'Complete' } : { _tag: 'Incomplete', reason };
}

/** What keeps a job from being complete; `null` where nothing does. `coming` chunks are counted as if they were taken. */
function toEnd({ cancelled, done, failed, lost, promised, reason, status }: ExportState, coming: number): ExportFailure | null {
  if (status === 'ERROR') return 'error';
  if (status === 'CANCELLED') return 'cancelled';
  if (lost.size > 0) return 'chunk-unreadable';
  // A job of assets lists no failed chunks: that it gives a reason at all is how it says so.
  if (failed.size + cancelled.size > 0 || reason !== '') return 'chunks-failed';
  return done.size + coming < promised ? 'chunks-missing' : null;
}

/** Why a job will never be complete, whatever is fetched of it yet; `null` while it may be. */
export function toDeadEnd(state: ExportState): ExportFailure | null {
  if (isFinal(state)) return toEnd(state, state.ready.length + state.fetching.size);
  return state.failed.size + state.cancelled.size > 0 ? 'chunks-failed' : null;
}

/** How many chunks there are in all; `null` while that is not known. */
export function toChunkCount(state: ExportState): number | null {
  const { awaited, done, fetching, promised, ready } = state;
  if (promised === 0 && !isFinal(state)) return null;
  return Math.max(promised, done.size + fetching.size + ready.length + awaited.size);
}

/** How far a job is, as it can be saved. */
export function toCheckpoint({ cancelled, done, failed, kind, lost, uuid }: ExportState): Checkpoint {
  return { version: 1, kind, uuid, done: [...done], failed: [...new Set([...failed, ...lost])], cancelled: [...cancelled] };
}

/** Whether nothing more is made for the job. */
export function isFinal({ status }: ExportState): boolean {
  return finalStatuses.includes(status);
}
