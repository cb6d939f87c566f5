/**
 * What an answer means, as rules in order: the first that applies decides. Each table answers one question.
 * The reasons and their sources stand in docs/errors.md; a test walks its table and this one together.
 */
import { ownValue } from '../../internal/is-record.js';
import { isServerId } from '../../internal/is-server-id.js';
import { parseRetryAfter } from '../../internal/parse-retry-after.js';
import { ConnectionError } from '../model/connection-error.js';
import type { Exchange } from './exchange.js';
import { isPasswordChange, isWeakPassword } from './password-refusal.js';
import type { Product, RequestContext } from './request-context.js';
import {
  APIError, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError, PermissionError,
  RetryError, ServerError, UnknownError, UnsupportedError,
} from '../model/response-errors.js';
import type { ResponseError } from '../model/tenable-error.js';

/** What an answer can turn out to be. `ConnectionError` only at first contact. */
export type ClassifiedError = ResponseError | ConnectionError;

/** The statuses that are retried, and that end as `RetryError` when they stay. */
export const retryStatuses: readonly number[] = [429, 501, 502, 503, 504];

/** 2xx codes that are not the whole of what was asked for: a part (206), several answers (207), a delta (226). */
const partialStatuses: readonly number[] = [205, 206, 207, 226];

/** Whether a status promises the whole of what was asked for. */
export function isWholeSuccess(status: number): boolean {
  return status >= 200 && status <= 299 && !partialStatuses.includes(status);
}

export interface Rule {
  readonly applies: (exchange: Exchange) => boolean;
  /** The error; `null` where the answer is a good one. */
  readonly toError: (exchange: Exchange) => ClassifiedError | null;
}

const isSc = ({ request }: Exchange): boolean => request.product === 'sc';
const isVm = ({ request }: Exchange): boolean => request.product === 'vm';
const isSuccess = ({ status }: Exchange): boolean => status >= 200 && status <= 299;
const impersonates = (exchange: Exchange): boolean => isVm(exchange) && (exchange.request.impersonating ?? null) !== null;

const toImpersonationError = ({ fields, request }: Exchange): ClassifiedError =>
  ImpersonationError({ ...fields, username: request.impersonating ?? '' });
const toForbidden = ({ fields }: Exchange): ClassifiedError => PermissionError({ ...fields, reason: 'forbidden' });
const toUnauthenticated = ({ fields }: Exchange): ClassifiedError =>
  PermissionError({ ...fields, reason: 'unauthenticated' });
const toInvalidInput = ({ fields }: Exchange): ClassifiedError => InvalidInputError(fields);
const toNotFound = ({ fields }: Exchange): ClassifiedError => NotFoundError(fields);
const toServerError = ({ fields }: Exchange): ClassifiedError => ServerError(fields);
const toWeakPassword = ({ fields }: Exchange): ClassifiedError => PasswordComplexityError(fields);
const toNotTenable = ({ fields, request }: Exchange): ClassifiedError =>
  ConnectionError({
    operation: fields.operation,
    reason: 'not-tenable',
    delivery: 'answered',
    attempts: request.attempts ?? 1,
    attemptLog: fields.attemptLog,
    origin: toOrigin(fields.response.url),
  });
const toUnsupported = ({ fields, json, redact }: Exchange): ClassifiedError => {
  const jobId = ownValue(json, 'active_job_id');
  return UnsupportedError({ ...fields, activeJobId: typeof jobId === 'string' && isServerId(jobId) ? redact(jobId) : null });
};
const toEnvelopeError = ({ fields, envelope }: Exchange): ClassifiedError =>
  APIError({
    ...fields,
    reason: envelope === null || envelope.errorCode === 0 ? 'unexpected-status' : 'error-code',
    errorCode: envelope === null || envelope.errorCode < 0 ? null : envelope.errorCode,
  });
const toRetryError = ({ fields, request, status, detail }: Exchange): ClassifiedError =>
  RetryError({
    ...fields,
    attempts: request.attempts ?? 1,
    reason: toRetryReason(status, detail),
    retryAfterMs: parseRetryAfter(fields.response.headers['retry-after'], request.nowMs ?? Date.now()),
  });

const byStatus = (status: number, toError: Rule['toError']): Rule => ({
  applies: (exchange) => exchange.status === status,
  toError,
});

/** First contact: is it the product at all? Any envelope proves Security Center, whatever the status. */
export const firstContactRules: readonly Rule[] = [
  { applies: (x) => isSc(x) && x.envelope !== null, toError: () => null },
  { applies: (x) => x.request.product === 'nessus' && isSuccess(x) && isNessus(x.json), toError: () => null },
  { applies: () => true, toError: toNotTenable },
];

/** Failures that only the request explains. */
const requestRules: readonly Rule[] = [
  { applies: (x) => impersonates(x) && x.status === 403 && isBareForbidden(x.detail), toError: toImpersonationError },
  { applies: (x) => isVm(x) && isImpersonationCall(x.request) && [401, 403, 404, 409].includes(x.status), toError: toImpersonationError },
  { applies: (x) => !isSc(x) && x.status === 400 && isPasswordChange(x.request) && isWeakPassword(x.request, x.detail, x.json), toError: toWeakPassword },
  { applies: (x) => isRefusedScPassword(x) && isWeakPassword(x.request, x.detail, x.json), toError: toWeakPassword },
];

/** Security Center: 403 covers input, permission, missing objects and lost sessions; the code tells more. */
const securityCenterRules: readonly Rule[] = [
  { applies: (x) => x.status === 403 && x.envelope?.errorCode === 12, toError: toUnauthenticated },
  { applies: (x) => x.status === 403 && x.envelope?.errorCode === 0 && x.envelope.errorMessage.trim() === '', toError: toUnauthenticated },
  { applies: (x) => x.status === 403 && x.envelope?.errorCode === 147, toError: toNotFound },
  { applies: (x) => x.status === 403, toError: toEnvelopeError },
  { applies: (x) => isSuccess(x) && (x.envelope?.errorCode ?? 0) !== 0, toError: toEnvelopeError },
  { applies: (x) => isSuccess(x) && isSessionRefusal(x), toError: ({ fields }) => APIError({ ...fields, reason: 'unexpected-body', errorCode: 0 }) },
];

/** What a status means on the products that use HTTP's own meanings. */
const plainStatusRules: readonly Rule[] = [
  byStatus(401, toUnauthenticated),
  byStatus(403, toForbidden),
  byStatus(409, toUnsupported),
  { applies: (x) => x.request.product === 'nessus' && x.status === 412, toError: toUnsupported },
];

/** What a status means everywhere; what no rule names is `UnknownError`. */
const commonRules: readonly Rule[] = [
  { applies: ({ status }) => isWholeSuccess(status), toError: () => null },
  { applies: isSuccess, toError: ({ fields }) => APIError({ ...fields, reason: 'unexpected-status' }) },
  { applies: ({ status }) => retryStatuses.includes(status), toError: toRetryError },
  byStatus(400, toInvalidInput),
  byStatus(404, toNotFound),
  byStatus(500, toServerError),
  { applies: () => true, toError: ({ fields }) => UnknownError(fields) },
];

const common = [...requestRules, ...plainStatusRules, ...commonRules];

/** The rules for a product, after its first contact. */
export const rulesByProduct: { readonly [P in Product]: readonly Rule[] } = {
  vm: common,
  nessus: common,
  sc: [...requestRules, ...securityCenterRules, ...commonRules],
};

/** Recorded for an unknown user and for a caller without the right; an unreadable body proves neither. */
function isBareForbidden(detail: string): boolean {
  return detail === 'Forbidden' || detail === '';
}

function isImpersonationCall({ method, path }: RequestContext): boolean {
  return method === 'POST' && (/\/users\/[^/]+\/impersonate$/.test(path) || path.endsWith('/session/restore'));
}

function isRefusedScPassword(exchange: Exchange): boolean {
  const { envelope, status, request } = exchange;
  if (!isSc(exchange) || envelope === null || !isPasswordChange(request)) return false;
  return status === 403 ? envelope.errorCode === 146 : isSuccess(exchange) && envelope.errorCode !== 0;
}

/** Too many sessions: the log-in "succeeds" with an offer to release one, and without a token. */
function isSessionRefusal({ request, envelope }: Exchange): boolean {
  return request.method === 'POST' && request.path.endsWith('/token') &&
    ownValue(envelope?.response, 'releaseSession') === true && ownValue(envelope?.response, 'token') === undefined;
}

/** Its kind is what every version tells, before a log-in, too; most tell no version then. */
function isNessus(json: unknown): boolean {
  const type = ownValue(json, 'nessus_type');
  return typeof type === 'string' && type.startsWith('Nessus');
}

/** What a status that is retried says, with the service's words. */
export function toRetryReason(status: number, detail: string): RetryError['reason'] {
  if (status !== 429) return 'unavailable';
  if (/duplicate export/i.test(detail)) return 'duplicate-export';
  return /concurren|more than \d+ scans|active scans/i.test(detail) ? 'concurrency-limit' : 'rate-limit';
}

function toOrigin(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
}
