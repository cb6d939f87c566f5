import { boundText } from '../internal/bound-text.js';
import { cleanText } from '../internal/clean-text.js';
import type { ExportState } from './export-state.js';
import { toChunkCount } from './export-state.js';

/** How far an export job is, for people who watch. */
export interface ExportProgress {
  /** The job's status in capitals; `''` before the first report. */
  readonly status: string;
  readonly uuid: string;
  /** Chunks that were taken, those of earlier runs included. */
  readonly chunksDone: number;
  /** Chunks that are known to be ready and were not fetched yet. */
  readonly chunksReady: number;
  /** Chunks in all; `null` while the job does not say. */
  readonly chunksTotal: number | null;
  /** Records that were taken in this run. */
  readonly records: number;
  /** Bytes of chunks that arrived in this run, after decompression. */
  readonly bytes: number;
  readonly elapsedMs: number;
  /** Bytes in a second, since the first chunk was asked for; 0 before. */
  readonly bytesPerSecond: number;
  /** How long the rest will take at this rate, in milliseconds; `null` while that cannot be told. */
  readonly remainingMs: number | null;
}

/** What a run has counted. */
export interface ExportTally {
  readonly records: number;
  readonly bytes: number;
  /** Chunks that were taken in this run. */
  readonly chunks: number;
  readonly elapsedMs: number;
  /** Since the first chunk was asked for; 0 before. */
  readonly fetchingMs: number;
}

/** The state and the tally of a run as they are reported. */
export function toProgress(state: ExportState, { bytes, chunks, elapsedMs, fetchingMs, records }: ExportTally): ExportProgress {
  const chunksTotal = toChunkCount(state);
  const left = chunksTotal === null ? null : Math.max(0, chunksTotal - state.done.size);
  return {
    status: boundText(cleanText(state.status), 40),
    uuid: state.uuid,
    chunksDone: state.done.size,
    chunksReady: state.ready.length,
    chunksTotal,
    records,
    bytes,
    elapsedMs,
    bytesPerSecond: fetchingMs === 0 ? 0 : Math.round((bytes * 1000) / fetchingMs),
    remainingMs: left === null || chunks === 0 ? null : Math.round((fetchingMs / chunks) * left),
  };
}
