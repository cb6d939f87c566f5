/**
 * An export job as a pure state machine: what is known of it, and what to do next. No clock, no network; the
 * runner carries out the steps and tells what came of them.
 */
import type { Checkpoint, ExportKind } from '../errors/checkpoint.js';
import { maxChunks } from '../errors/checkpoint.js';
import type { ExportFailure } from '../errors/job-errors.js';

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
  readonly status: string;
  readonly reason: string;
  /** Chunks that can be fetched and have not been. */
  readonly ready: readonly number[];
  /** Chunks that are on their way to the consumer, or in its hands. */
  readonly fetching: ReadonlySet<number>;
  /** Chunks that were taken, those of earlier runs first. A list, for it grows: a set of thousands is slow to copy. */
  readonly done: readonly number[];
  /** Chunks that Tenable reported as failed. */
  readonly failed: ReadonlySet<number>;
  /** Chunks that were announced and, when asked for, not there yet. */
  readonly awaited: ReadonlySet<number>;
  /** Chunks that were there and could not be read. */
  readonly unreadable: ReadonlySet<number>;
  readonly cancelled: ReadonlySet<number>;
  /** Chunks with records that the job says to have; 0 where it does not say. */
  readonly promised: number;
  /** Reports since a chunk was last taken, or since the job has ended, that brought nothing or only chunks that were not there when asked for. */
  readonly idleReports: number;
}

export type ExportEvent =
  | { readonly _tag: 'Reported'; readonly report: ExportReport }
  /** The chunk is being fetched now. */
  | { readonly _tag: 'Claimed'; readonly chunk: number }
  /** The consumer has taken the chunk. */
  | { readonly _tag: 'Taken'; readonly chunk: number }
  /** The chunk's answer never became readable, or it has expired. */
  | { readonly _tag: 'Unreadable'; readonly chunk: number }
  /** The chunk was announced and is not there yet: wait for another report. */
  | { readonly _tag: 'NotReady'; readonly chunk: number };

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
  const none: ReadonlySet<number> = new Set();
  return {
    kind, uuid, status: '', reason: '', ready: [], fetching: none, awaited: none, done: [...new Set(done)], failed: none,
    unreadable: none, cancelled: none, promised: 0, idleReports: 0,
  };
}

/** Statuses after which nothing more is made. */
const finalStatuses: readonly string[] = ['FINISHED', 'ERROR', 'CANCELLED'];

/** How many more reports of a job that has ended may announce a chunk that is not there. */
const maxIdleReports = 10;

/** The state after an event. */
export function applyExportEvent(state: ExportState, event: ExportEvent): ExportState {
  switch (event._tag) {
    case 'Reported':
      return applyReport(state, event.report);
    case 'Claimed':
      return { ...state, ready: without(state.ready, event.chunk), fetching: withItem(state.fetching, event.chunk) };
    case 'Taken':
      return { ...release(state, event.chunk), done: [...state.done, event.chunk], idleReports: 0 };
    case 'Unreadable':
      return { ...release(state, event.chunk), unreadable: withItem(state.unreadable, event.chunk) };
    case 'NotReady':
      return isFinal(state) && state.idleReports > maxIdleReports
        ? applyExportEvent(state, { _tag: 'Unreadable', chunk: event.chunk })
        : { ...release(state, event.chunk), awaited: withItem(state.awaited, event.chunk), idleReports: Math.max(state.idleReports, 1) };
  }
}

function applyReport(state: ExportState, report: ExportReport): ExportState {
  const done = new Set(state.done);
  const isSettled = (chunk: number): boolean => done.has(chunk) || state.unreadable.has(chunk) || state.fetching.has(chunk);
  const ready = [...new Set(report.chunks_available ?? [])].filter((chunk) => !isSettled(chunk)).sort((a, b) => a - b);
  const status = report.status.toUpperCase();
  const isEnd = finalStatuses.includes(status);
  const failed = new Set(report.chunks_failed ?? []);
  const cancelled = new Set(report.chunks_cancelled ?? []);
  const awaited = [...state.awaited].filter((chunk) => !ready.includes(chunk));
  const isGivenUp = (chunk: number): boolean => failed.has(chunk) || cancelled.has(chunk);
  // Nothing comes any more after a final status: what was announced once and is nowhere now is missing.
  const missing = isEnd ? awaited.filter((chunk) => !isGivenUp(chunk)) : [];
  return {
    ...state,
    status,
    reason: report.reason ?? '',
    ready,
    awaited: new Set(awaited.filter((chunk) => !missing.includes(chunk))),
    failed,
    unreadable: new Set([...state.unreadable, ...missing]),
    cancelled,
    promised: toPromised(report),
    idleReports: (isEnd && !isFinal(state) ? 0 : state.idleReports) + (ready.every((chunk) => state.awaited.has(chunk)) ? 1 : 0),
  };
}

/** A count that makes no sense promises nothing. */
function toPromised({ empty_chunks_count, total_chunks }: ExportReport): number {
  const promised = (total_chunks ?? 0) - (empty_chunks_count ?? 0);
  return Number.isSafeInteger(promised) && promised > 0 ? promised : 0;
}

/** What to do in a state. Chunks that are there are always fetched first: an ERROR still delivers them. */
export function nextExportStep(state: ExportState): ExportStep {
  const { awaited, cancelled, done, failed, fetching, ready, unreadable } = state;
  if (ready.length + fetching.size + done.length + failed.size + cancelled.size + unreadable.size > maxChunks) {
    return { _tag: 'Incomplete', reason: 'too-many-chunks' };
  }
  const [chunk] = ready;
  if (chunk !== undefined) return { _tag: 'Fetch', chunk };
  // QUEUED, PROCESSING, READY, and words nobody has seen yet: the job's own time limit ends those
  const goesOn = !isFinal(state) || [...awaited].some((one) => !failed.has(one) && !cancelled.has(one));
  if (goesOn) return { _tag: 'Ask', idleReports: state.idleReports };
  return fetching.size > 0 ? { _tag: 'Wait' } : toEnd(state);
}

function toEnd({ cancelled, done, failed, promised, reason, status, unreadable }: ExportState): ExportStep {
  if (status === 'ERROR') return { _tag: 'Incomplete', reason: 'error' };
  if (status === 'CANCELLED') return { _tag: 'Incomplete', reason: 'cancelled' };
  if (unreadable.size > 0) return { _tag: 'Incomplete', reason: 'chunk-unreadable' };
  // A job of assets lists no failed chunks: that it gives a reason at all is how it says so.
  if (failed.size + cancelled.size > 0 || reason !== '') return { _tag: 'Incomplete', reason: 'chunks-failed' };
  return done.length < promised ? { _tag: 'Incomplete', reason: 'chunks-missing' } : { _tag: 'Complete' };
}

/** How many chunks there are in all; `null` while that is not known. */
export function toChunkCount(state: ExportState): number | null {
  const { awaited, done, fetching, promised, ready } = state;
  if (promised === 0 && !isFinal(state)) return null;
  return Math.max(promised, done.length + fetching.size + ready.length + awaited.size);
}

/** How far a job is, as it can be saved. */
export function toCheckpoint({ kind, uuid, done, failed, unreadable, cancelled }: ExportState): Checkpoint {
  return { version: 1, kind, uuid, done: [...done], failed: [...new Set([...failed, ...unreadable])], cancelled: [...cancelled] };
}

function isFinal({ status }: ExportState): boolean {
  return finalStatuses.includes(status);
}

/** The chunk is neither to be fetched nor under way any more. */
function release(state: ExportState, chunk: number): ExportState {
  const fetching = new Set(state.fetching);
  fetching.delete(chunk);
  return { ...state, fetching, ready: without(state.ready, chunk) };
}

/** Mostly it is the first, or none of them. */
function without(chunks: readonly number[], chunk: number): readonly number[] {
  const at = chunks.indexOf(chunk);
  return at < 0 ? chunks : chunks.toSpliced(at, 1);
}

function withItem(set: ReadonlySet<number>, item: number): ReadonlySet<number> {
  return new Set(set).add(item);
}
