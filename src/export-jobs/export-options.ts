import type { Issue } from '../errors/model/issue.js';
import { checkNumber } from '../call/call-options.js';
import { describeType } from '../internal/describe-type.js';
import { checkExtra, copyExtra } from '../operation/extra.js';
import type { Extra } from '../operation/extra.js';
import { isRecord } from '../internal/is-record.js';
import type { ExportProgress } from './export-progress.js';
import type { OddRecord } from './export-events.js';
import type { ExportRestart } from './export-events.js';

export interface ExportOptions {
  /** Ends the job early: the last Result is a `ConnectionError` with `reason: 'aborted'`. It waits for the cancellation, too. Default: none. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The most time for all of the job, in milliseconds, whatever its status. Then `TioExportsTimeout`, as soon as the job
   * is cancelled, for which there are at most 10 seconds more. Default 6 hours.
   */
  readonly timeoutMs?: number | undefined;
  /** The first wait between two status requests, in milliseconds; it grows while nothing new comes. Default 2,000. */
  readonly pollIntervalMs?: number | undefined;
  /** The longest such wait, in milliseconds. Default 30,000. */
  readonly maxPollIntervalMs?: number | undefined;
  /**
   * Chunks under way at once, those in the consumer's hands included, 1 to 32. So many of them are in memory.
   * Default: 1 for loops, 4 for `forEachChunk` and `toNdjson`.
   */
  readonly concurrency?: number | undefined;
  /**
   * What becomes of the job at Tenable when the loop is left, its consumer fails, the signal aborts or the time is
   * up: `cancel` stops it (a job that this run has adopted goes on all the same), `detach` lets it go on, to be resumed.
   * Default `cancel`.
   */
  readonly onEarlyEnd?: 'cancel' | 'detach' | undefined;
  /**
   * What to do where a job with the same filters runs already, or the answer to the request for the job was lost:
   * `adopt` goes on with that job, `error` ends with the error. Default `adopt`. A resumed job has no use for it.
   */
  readonly onDuplicate?: 'adopt' | 'error' | undefined;
  /**
   * Called with each record that does not fit its documented form. It is passed on all the same, so that one record does not
   * cost its chunk. Lines (`toNdjson`) are not looked at. What it throws changes nothing.
   */
  readonly onOddRecord?: ((record: OddRecord) => unknown) | undefined;
  /** What to ask for besides what is described, in the request for the job: `{ body: { … } }`, as with any call. A resumed job has no use for it; a job that is asked for with it adopts none. */
  readonly extra?: Extra | undefined;
  /** Called after every change. What it throws changes nothing. */
  readonly onProgress?: ((progress: ExportProgress) => unknown) | undefined;
}

/** What becomes of a job that is to be gone on with and is over. */
export interface Restarting<Input> {
  /**
   * What a new job is asked for where the one of the checkpoint is over: it ended in ERROR or CANCELLED, lacks chunks
   * that failed, or has expired. Nothing of the old one is delivered then. Default: none, and the run ends as the old
   * job did: with `TioExportsError`, or `NotFoundError` where it has expired.
   */
  readonly restartWith?: Input | undefined;
  /**
   * Called before anything of the new job is delivered: the time to let go of what came of the old one. A promise
   * is waited for. Where it throws or rejects, the run ends with that as a `TenableException`. Default: nobody.
   */
  readonly onRestart?: ((restart: ExportRestart) => unknown) | undefined;
}

/** Options of a job that is gone on with. */
export interface ResumeOptions<Input> extends ExportOptions, Restarting<Input> {}

/** The options that have a default. */
export interface ExportDefaults {
  readonly timeoutMs: number;
  readonly pollIntervalMs: number;
  readonly maxPollIntervalMs: number;
  readonly concurrency: number;
  readonly onEarlyEnd: 'cancel' | 'detach';
  readonly onDuplicate: 'adopt' | 'error';
}

export const exportDefaults: ExportDefaults = {
  timeoutMs: 21_600_000,
  pollIntervalMs: 2_000,
  maxPollIntervalMs: 30_000,
  concurrency: 1,
  onEarlyEnd: 'cancel',
  onDuplicate: 'adopt',
};

/** Chunks under way where a function or a destination takes them. */
export const drainConcurrency = 4;

/** The most chunks under way: each may be as large as a body may be. */
const maxConcurrency = 32;

/** The options with what they leave out. */
export function withExportDefaults(options: ExportOptions, defaults: ExportDefaults): ExportOptions & ExportDefaults {
  return {
    ...options,
    timeoutMs: options.timeoutMs ?? defaults.timeoutMs,
    pollIntervalMs: options.pollIntervalMs ?? defaults.pollIntervalMs,
    maxPollIntervalMs: options.maxPollIntervalMs ?? defaults.maxPollIntervalMs,
    concurrency: options.concurrency ?? defaults.concurrency,
    onEarlyEnd: options.onEarlyEnd ?? defaults.onEarlyEnd,
    onDuplicate: options.onDuplicate ?? defaults.onDuplicate,
  };
}

/** The options as they are now: what is checked is then what is used, whatever their getters give later. */
export function readExportOptions(options: ExportOptions): ExportOptions {
  const given: unknown = options;
  if (!isRecord(given)) return options; // the check says so
  const { signal, timeoutMs, pollIntervalMs, maxPollIntervalMs, concurrency, onEarlyEnd, onDuplicate, onOddRecord, onProgress, extra } = options;
  return { ...(extra === undefined ? {} : { extra: copyExtra(extra) }), signal, timeoutMs, pollIntervalMs, maxPollIntervalMs, concurrency, onEarlyEnd, onDuplicate, onOddRecord, onProgress };
}

/** What is wrong with the options of a job. */
export function checkExportOptions(options: unknown): readonly Issue[] {
  if (!isRecord(options)) return [{ path: 'options', expected: 'an object', received: describeType(options) }];
  const { concurrency, signal } = options;
  return [
    ...(['timeoutMs', 'pollIntervalMs', 'maxPollIntervalMs'] as const).flatMap((name) =>
      checkNumber(name, options[name], name === 'timeoutMs' ? 1 : 0, Number.MAX_SAFE_INTEGER)),
    ...(concurrency === undefined || (Number.isInteger(concurrency) && Number(concurrency) >= 1 && Number(concurrency) <= maxConcurrency)
      ? []
      : [{ path: 'concurrency', expected: `a whole number from 1 to ${maxConcurrency}`, received: describeType(concurrency) }]),
    ...checkExtra(options['extra']),
    ...checkWord(options, 'onEarlyEnd', ['cancel', 'detach']),
    ...checkWord(options, 'onDuplicate', ['adopt', 'error']),
    ...(signal === undefined || signal instanceof AbortSignal ? [] : [{ path: 'signal', expected: 'an AbortSignal', received: describeType(signal) }]),
    ...(['onOddRecord', 'onProgress'] as const).flatMap((name) =>
      (options[name] === undefined || typeof options[name] === 'function' ? [] : [{ path: name, expected: 'a function', received: describeType(options[name]) }])),
  ];
}

function checkWord(options: Readonly<Record<string, unknown>>, path: string, words: readonly string[]): readonly Issue[] {
  const word = options[path];
  if (word === undefined || words.some((one) => one === word)) return [];
  return [{ path, expected: words.join(' | '), received: describeType(word) }];
}
