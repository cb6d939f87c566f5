/** Errors as records for loggers: flat, short, on one line each. */
import { attempt } from '../../internal/attempt.js';
import { isRecord, ownValue } from '../../internal/is-record.js';
import { boundText } from '../../internal/bound-text.js';
import type { ErrorSummary } from '../model/error-summary.js';
import { describeIssue } from '../model/issue.js';
import type { Issue } from '../model/issue.js';
import { describeCause } from '../model/job-errors.js';
import { keepScalars } from '../model/keep-scalars.js';
import type { Scalar } from '../model/keep-scalars.js';
import type { KnownError } from '../model/known-error.js';

/** A flat record: the error's own names, scalar values, nothing that says nothing. */
export type LogRecord = Readonly<Record<string, Scalar>>;

export interface LogRecordOptions {
  /** The name that the logger gives to its line: `msg` for pino. Default `message`. */
  readonly messageKey?: string;
  /** How much of an answer's body is told, in UTF-16 units, 0 to 2,000. Default 0: bodies may hold data of people. */
  readonly bodyLength?: number;
}

/** Fields that are told as they are, where an error has them. */
const plainFields = [
  '_tag', 'operation', 'reason', 'code', 'errorCode', 'uuid', 'detail', 'delivery', 'attempts', 'retryAfterMs', 'origin', 'tlsProblem',
  'activeJobId', 'username', 'package', 'feature', 'install', 'resource', 'resourceId', 'filename', 'bytesReceived', 'export', 'elapsedMs', 'path', 'scanId', 'runUuid',
] as const;

const maxLength = 500;
const maxBodyLength = 2000;

/**
 * The error for a logger: a flat object of texts and numbers of at most some 10,000 characters, with the names that
 * the error has. Lists are told in a line (`issues`, `attempts` by status), a checkpoint by its numbers. Never throws.
 *
 * ```ts
 * logger[toLogLevel(error)](toLogRecord(error, { messageKey: 'msg' }));
 * ```
 */
export function toLogRecord(error: KnownError, options: LogRecordOptions = {}): LogRecord {
  const read = attempt(() => readRecord(error, options));
  return read.ok ? read.value : { _tag: 'unknown', message: 'An error could not be read.' };
}

function readRecord(error: KnownError, { messageKey = 'message', bodyLength = 0 }: LogRecordOptions): LogRecord {
  const plain = Object.fromEntries(plainFields.map((name) => [name, ownValue(error, name)]));
  const response = ownValue(error, 'response');
  const defect = ownValue(error, 'defect');
  const checkpoint = ownValue(error, 'checkpoint');
  const proxy = ownValue(error, 'proxy');
  const cause = ownValue(error, 'cause');
  const body = ownValue(response, 'body');
  return {
    ...keepScalars({
      ...plain,
      method: ownValue(response, 'method'),
      url: ownValue(response, 'url'),
      issues: toLine(ownValue(error, 'issues'), (issue) => describeIssue(issue as unknown as Issue, 'the whole')),
      attemptLog: toLine(ownValue(error, 'attemptLog'), ({ status, reason }) => String(status ?? reason)),
      lostChunks: toLine(ownValue(error, 'lostChunks'), ({ cause, chunk }) => `${String(chunk)}: ${describeCause(toCause(cause))}`),
      chunksDone: countOf(checkpoint, 'done'),
      chunksFailed: countOf(checkpoint, 'failed'),
      chunksCancelled: countOf(checkpoint, 'cancelled'),
      proxyOrigin: ownValue(proxy, 'origin'),
      proxyStatus: ownValue(proxy, 'status'),
      causeCode: ownValue(cause, 'code'),
      causeMessage: ownValue(cause, 'message'),
      defectName: ownValue(defect, 'name'),
      defectMessage: ownValue(defect, 'message'),
      defectStack: ownValue(defect, 'stack'),
      [messageKey]: error.message,
    }, maxLength),
    ...keepScalars({ body: typeof body === 'string' ? toStart(body, bodyLength) : null }, maxBodyLength),
  };
}

/** What words on a cause are made of, whatever stands in its place. Cleaned and cut with the line that they go into. */
function toCause(cause: unknown): Pick<ErrorSummary, 'reason' | 'status' | 'tag'> {
  const [tag, reason, status] = [ownValue(cause, 'tag'), ownValue(cause, 'reason'), ownValue(cause, 'status')];
  return { tag: typeof tag === 'string' ? tag : '', reason: typeof reason === 'string' ? reason : null, status: typeof status === 'number' ? status : null };
}

function toLine(items: unknown, describe: (item: Readonly<Record<string, unknown>>) => string): string {
  return Array.isArray(items) ? items.filter(isRecord).map(describe).join('; ') : '';
}

function countOf(checkpoint: unknown, key: string): number | null {
  const chunks = ownValue(checkpoint, key);
  return Array.isArray(chunks) ? chunks.length : null;
}

function toStart(body: string, length: number): string {
  return length >= 1 ? boundText(body, Math.min(Math.trunc(length), maxBodyLength)) : '';
}
