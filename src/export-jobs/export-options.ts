import type { Issue } from '../errors/issue.js';
import { checkNumber } from '../call/call-options.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';

/** How far an export job is, for people who watch. */
export interface ExportProgress {
  /** The job's status in capitals; `''` before the first report. */
  readonly status: string;
  readonly uuid: string;
  readonly chunksDone: number;
  /** Chunks that are known to be ready and were not fetched yet. */
  readonly chunksReady: number;
  readonly records: number;
  readonly elapsedMs: number;
}

export interface ExportOptions {
  /** Ends the job: it is cancelled at Tenable, and the last Result is a `ConnectionError` with `reason: 'aborted'`. */
  readonly signal?: AbortSignal | undefined;
  /** The most time for all of the job, in milliseconds, whatever its status. Then `TioExportsTimeout`. Default 6 hours. */
  readonly timeoutMs?: number | undefined;
  /** The first wait between two status requests, in milliseconds; it grows while nothing new comes. Default 2,000. */
  readonly pollIntervalMs?: number | undefined;
  /** The longest such wait, in milliseconds. Default 30,000. */
  readonly maxPollIntervalMs?: number | undefined;
  /** Told of every change. What it throws changes nothing. */
  readonly onProgress?: ((progress: ExportProgress) => unknown) | undefined;
}

/** The options that have a default. */
export interface ExportDefaults {
  readonly timeoutMs: number;
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
}

export const exportDefaults: ExportDefaults = { timeoutMs: 21_600_000, pollIntervalMs: 2_000, maxPollIntervalMs: 30_000 };

/** The options with what they leave out. */
export function withExportDefaults(options: ExportOptions): ExportOptions & ExportDefaults {
  return {
    ...options,
    timeoutMs: options.timeoutMs ?? exportDefaults.timeoutMs,
    pollIntervalMs: options.pollIntervalMs ?? exportDefaults.pollIntervalMs,
    maxPollIntervalMs: options.maxPollIntervalMs ?? exportDefaults.maxPollIntervalMs,
  };
}

/** The options as they are now: what is checked is then what is used, whatever their getters give later. */
export function readExportOptions(options: ExportOptions): ExportOptions {
  const given: unknown = options;
  if (!isRecord(given)) return options; // the check says so
  const { signal, timeoutMs, pollIntervalMs, maxPollIntervalMs, onProgress } = options;
  return { signal, timeoutMs, pollIntervalMs, maxPollIntervalMs, onProgress };
}

/** What is wrong with the options of a job. */
export function checkExportOptions(options: unknown): readonly Issue[] {
  if (!isRecord(options)) return [{ path: 'options', expected: 'an object', received: describeType(options) }];
  const { onProgress, signal } = options;
  return [
    ...(['timeoutMs', 'pollIntervalMs', 'maxPollIntervalMs'] as const).flatMap((name) =>
      checkNumber(name, options[name], name === 'timeoutMs' ? 1 : 0, Number.MAX_SAFE_INTEGER)),
    ...(signal === undefined || signal instanceof AbortSignal ? [] : [{ path: 'signal', expected: 'an AbortSignal', received: describeType(signal) }]),
    ...(onProgress === undefined || typeof onProgress === 'function' ? [] : [{ path: 'onProgress', expected: 'a function', received: describeType(onProgress) }]),
  ];
}
