/** Failures that come with an HTTP answer. Each has `ResponseFields`; the tag says what the answer means. */
import { attemptLogField } from './attempt-log.js';
import type { AttemptRecord } from './attempt-log.js';
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { list, nullable, text, whole, word } from './fields.js';
import type { FieldsOf } from './fields.js';
import { describeIssue, issueField } from './issue.js';
import type { Issue } from './issue.js';
import { responseSnapshotField } from './response-snapshot.js';
import type { ResponseSnapshot } from './response-snapshot.js';

/** What is known of every answer that became an error. */
export interface ResponseFields {
  /** HTTP status code of the answer. */
  readonly code: number;
  /** The answer's `X-Request-Uuid` without quotes, for Tenable's support; `''` where the product sends none. */
  readonly uuid: string;
  readonly response: ResponseSnapshot;
  /** The server's own words, one line of at most 500 characters, from whichever body shape it used. */
  readonly detail: string;
  /** Each attempt in order, this answer's included; at most 20. */
  readonly attemptLog: readonly AttemptRecord[];
}

type Rest = keyof ResponseFields;

const responseFields = (code: number): FieldsOf<ResponseFields> => ({
  code: whole(code),
  uuid: text(64),
  response: responseSnapshotField,
  detail: text(500),
  attemptLog: attemptLogField,
});

/** Why an answer that arrived is not what was expected, in the words that go on after "an answer". */
const answerFaults = {
  'unexpected-body': 'with a body that is not what was expected',
  'unexpected-status': 'that is not the whole of what was asked for',
  'empty-body': 'without a body',
  'body-too-large': 'with a body that is larger than allowed',
  'error-code': 'with the error code',
  other: 'that is not what was expected',
} as const;

/** Every reason of an `APIError`. */
export const apiErrorReasons = Object.keys(answerFaults) as (keyof typeof answerFaults)[]; // the keys of the literal above

/**
 * An answer arrived and is not what was expected. `reason` tells why: `unexpected-body` (see `issues`),
 * `unexpected-status` (a 2xx that is not whole data, such as 206), `empty-body`, `body-too-large` (see `issues`),
 * `error-code` (a Security Center envelope with `errorCode` that has no better class).
 */
export interface APIError extends ErrorBase<'APIError'>, ResponseFields {
  readonly reason: keyof typeof answerFaults;
  /** Security Center's `error_code`; `null` for other products. */
  readonly errorCode: number | null;
  /** Where the body departs from its documented form; empty unless `reason` is `unexpected-body`. */
  readonly issues: readonly Issue[];
}
export const APIError = /* @__PURE__ */ defineError<APIError, Rest | 'errorCode' | 'issues'>(
  'APIError',
  {
    ...responseFields(200),
    reason: word(apiErrorReasons, 'other'),
    errorCode: nullable(whole()),
    issues: list(issueField, 20),
  },
  (error) => {
    const [first] = error.issues;
    const where = first === undefined ? '' : `: ${describeIssue(first, 'the body')}`;
    const code = error.errorCode === null ? '' : ` ${error.errorCode}`;
    return `${subject(error)} got an answer (HTTP ${error.code}) ${answerFaults[error.reason]}${code}${where}.`;
  },
);

/** HTTP 400: the server refused the input. */
export interface InvalidInputError extends ErrorBase<'InvalidInputError'>, ResponseFields {}
export const InvalidInputError = /* @__PURE__ */ defineError<InvalidInputError, Rest>(
  'InvalidInputError',
  responseFields(400),
  (error) => `${subject(error)} was refused because of its input (HTTP ${error.code}).`,
);

/** HTTP 401 (`unauthenticated`: the keys or the session are not accepted) or 403 (`forbidden`: they may not do this). */
export interface PermissionError extends ErrorBase<'PermissionError'>, ResponseFields {
  readonly reason: 'unauthenticated' | 'forbidden';
}
export const PermissionError = /* @__PURE__ */ defineError<PermissionError, Rest>(
  'PermissionError',
  { ...responseFields(403), reason: word(['unauthenticated', 'forbidden'], 'forbidden') },
  (error) =>
    error.reason === 'unauthenticated'
      ? `${subject(error)} was refused because its credentials are not accepted (HTTP ${error.code}).`
      : `${subject(error)} is not permitted with these credentials (HTTP ${error.code}).`,
);

/** HTTP 404: no such object, or not one that these credentials may see. An expired export chunk is one, too. */
export interface NotFoundError extends ErrorBase<'NotFoundError'>, ResponseFields {}
export const NotFoundError = /* @__PURE__ */ defineError<NotFoundError, Rest>(
  'NotFoundError',
  responseFields(404),
  (error) => `${subject(error)} found no such object (HTTP ${error.code}).`,
);

/** HTTP 409, and Nessus's 412 "API is not available": the call does not fit the present state or the product. */
export interface UnsupportedError extends ErrorBase<'UnsupportedError'>, ResponseFields {
  /** The running job's id where a duplicate export was refused; `null` otherwise. */
  readonly activeJobId: string | null;
}
export const UnsupportedError = /* @__PURE__ */ defineError<UnsupportedError, Rest | 'activeJobId'>(
  'UnsupportedError',
  { ...responseFields(409), activeJobId: nullable(text(128)) },
  (error) => `${subject(error)} is not supported in the present state (HTTP ${error.code}).`,
);

/** HTTP 500. Not retried: a recorded 500 stood for an object that does not exist. */
export interface ServerError extends ErrorBase<'ServerError'>, ResponseFields {}
export const ServerError = /* @__PURE__ */ defineError<ServerError, Rest>(
  'ServerError',
  responseFields(500),
  (error) => `${subject(error)} failed inside Tenable (HTTP ${error.code}).`,
);

/** What kept being the matter until the last attempt. */
export const retryErrorReasons = ['rate-limit', 'concurrency-limit', 'duplicate-export', 'unavailable'] as const;

/** HTTP 429, 501, 502, 503 or 504, still there after the last attempt that was allowed. */
export interface RetryError extends ErrorBase<'RetryError'>, ResponseFields {
  /** Requests sent, the first included. */
  readonly attempts: number;
  readonly reason: (typeof retryErrorReasons)[number];
  /** What the last answer's `Retry-After` asked for, in milliseconds; `null` without one. */
  readonly retryAfterMs: number | null;
}
export const RetryError = /* @__PURE__ */ defineError<RetryError, Rest | 'retryAfterMs'>(
  'RetryError',
  {
    ...responseFields(429),
    attempts: whole(1),
    reason: word(retryErrorReasons, 'unavailable'),
    retryAfterMs: nullable(whole()),
  },
  (error) => {
    const times = error.attempts === 1 ? '1 attempt' : `${error.attempts} attempts`;
    return `${subject(error)} still got HTTP ${error.code} (${error.reason}) after ${times}.`;
  },
);

/** Any other status: redirects (never followed), 402, 405 to 408, 410 and above, and what no standard knows. */
export interface UnknownError extends ErrorBase<'UnknownError'>, ResponseFields {}
export const UnknownError = /* @__PURE__ */ defineError<UnknownError, Rest>(
  'UnknownError',
  responseFields(0),
  (error) => `${subject(error)} got the unexpected status HTTP ${error.code}.`,
);

/** The request impersonated a user, and that is what failed: no such user, or not allowed to. */
export interface ImpersonationError extends ErrorBase<'ImpersonationError'>, ResponseFields {
  /** The login name that was to be impersonated. */
  readonly username: string;
}
export const ImpersonationError = /* @__PURE__ */ defineError<ImpersonationError, Rest>(
  'ImpersonationError',
  { ...responseFields(403), username: text(200) },
  (error) => `${subject(error)} was refused because the user could not be impersonated (HTTP ${error.code}).`,
);

/** A password change was refused because the new password is too weak. */
export interface PasswordComplexityError extends ErrorBase<'PasswordComplexityError'>, ResponseFields {}
export const PasswordComplexityError = /* @__PURE__ */ defineError<PasswordComplexityError, Rest>(
  'PasswordComplexityError',
  responseFields(400),
  (error) => `${subject(error)} was refused because the new password is too weak (HTTP ${error.code}).`,
);
