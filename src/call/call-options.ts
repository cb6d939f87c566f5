import type { Issue } from '../errors/model/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { checkExtra, copyExtra } from '../operation/extra.js';
import type { Extra } from '../operation/extra.js';
import { checkHeaders } from '../transport/header-safety.js';
import type { RetryPolicy } from '../connection/retry.js';

export interface CallOptions {
  /** Ends the call: `ConnectionError` with `reason: 'aborted'`, within 10 ms. Default: none. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The most time for all of the call, in milliseconds: queueing, attempts, waits and the body. Default: the
   * client's (120,000). For a file, reading it counts too.
   */
  readonly deadlineMs?: number | undefined;
  /** Departures from the client's retry policy: `{ maxRetries: 0 }` sends once. */
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** Headers to add. Those that authenticate or frame the request are the client's and refused. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * What to send besides what the operation describes: `{ query: { w: 1 }, body: { tags: [] } }`, plain JSON values. A name
   * that the operation describes is refused (`UnexpectedValueError`), and so is a body of a GET. Hooks are told the names. Default: none.
   */
  readonly extra?: Extra | undefined;
}

/** What most calls are given: there is nothing to read or check in it. */
export const noOptions: CallOptions = Object.freeze({});

/** The options as they are now: what is checked is then what is used, whatever their getters give later. */
export function readCallOptions(options: CallOptions): CallOptions {
  const given: unknown = options;
  if (given === noOptions || !isRecord(given)) return options; // the check says what is wrong
  const { signal, deadlineMs, retry, headers, extra } = options;
  return { signal, deadlineMs, retry: copy(retry), headers: copy(headers), ...(extra === undefined ? {} : { extra: copyExtra(extra) }) };
}

function copy<T extends object>(value: T | undefined): T | undefined {
  return isRecord(value) ? { ...value } : value;
}

/** What is wrong with the options of a call or with the same options of a client. */
export function checkCallOptions(options: unknown): readonly Issue[] {
  if (options === undefined || options === noOptions) return [];
  if (!isRecord(options)) return [{ path: 'options', expected: 'an object', received: describeType(options) }];
  const { signal, deadlineMs, retry, headers, extra } = options;
  return [
    ...(signal === undefined || signal instanceof AbortSignal ? [] : [{ path: 'signal', expected: 'an AbortSignal', received: describeType(signal) }]),
    ...checkNumber('deadlineMs', deadlineMs, 1, Number.MAX_SAFE_INTEGER),
    ...checkRetry(retry),
    ...checkHeaders(headers),
    ...checkExtra(extra),
  ];
}

/** What is wrong with a retry policy or a part of one. */
export function checkRetry(retry: unknown): readonly Issue[] {
  if (retry === undefined) return [];
  if (!isRecord(retry)) return [{ path: 'retry', expected: 'an object', received: describeType(retry) }];
  return [
    ...checkNumber('retry.maxRetries', retry['maxRetries'], 0, 100),
    ...(['baseDelayMs', 'maxDelayMs', 'maxRetryAfterMs'] as const).flatMap((name) =>
      checkNumber(`retry.${name}`, retry[name], 0, Number.MAX_SAFE_INTEGER)),
  ];
}

/** What is wrong with an optional number. `NaN` and infinities are never in range. */
export function checkNumber(path: string, value: unknown, min: number, max: number): readonly Issue[] {
  if (value === undefined || (typeof value === 'number' && value >= min && value <= max)) return [];
  return [{ path, expected: max === Number.MAX_SAFE_INTEGER ? `a number of ${min} or more` : `a number from ${min} to ${max}`, received: describeType(value) }];
}
