/** One error inside another: why a chunk is missing, why a file broke off. Short, flat, and bounded like all of an error. */
import { ownValue } from '../../internal/is-record.js';
import type { ErrorBase } from './define-error.js';
import { list, nullable, struct, text, whole } from './fields.js';
import type { Field } from './fields.js';
import { issueField } from './issue.js';
import type { Issue } from './issue.js';

/** What is known of the error that caused another one. */
export interface ErrorSummary {
  /** Its tag, such as `ServerError`. */
  readonly tag: string;
  readonly message: string;
  /** The operation that failed, such as `exports.vulns.chunk`; `null` where none was under way. */
  readonly operation: string | null;
  /** HTTP status of the last answer; `null` where no answer came. */
  readonly status: number | null;
  /** Its reason, such as `body-too-large`; `null` where errors of this tag have none. */
  readonly reason: string | null;
  /** The service's own words, at most 200 characters; `''` where it gave none. */
  readonly detail: string;
  /** The answer's `X-Request-Uuid`, for Tenable's support; `''` without one. */
  readonly uuid: string;
  /** Where the body departs from its documented form; at most 5. */
  readonly issues: readonly Issue[];
}

/** The most issues that a summary has. */
const maxIssues = 5;

/** How an error keeps an `ErrorSummary`. */
export const errorSummaryField: Field<ErrorSummary> = /* @__PURE__ */ struct<ErrorSummary>({
  tag: /* @__PURE__ */ text(60),
  message: /* @__PURE__ */ text(300),
  operation: /* @__PURE__ */ nullable(/* @__PURE__ */ text(100)),
  status: /* @__PURE__ */ nullable(/* @__PURE__ */ whole()),
  reason: /* @__PURE__ */ nullable(/* @__PURE__ */ text(60)),
  detail: /* @__PURE__ */ text(200),
  uuid: /* @__PURE__ */ text(64),
  issues: /* @__PURE__ */ list(issueField, maxIssues),
});

/** The summary of an error: frozen, of at most some 4,000 characters. Fields that the error does not have say nothing. */
export function summarizeError(error: ErrorBase<string>): ErrorSummary {
  const reason = ownValue(error, 'reason');
  return errorSummaryField.keep({
    tag: error._tag,
    message: error.message,
    operation: error.operation,
    status: toStatus(error),
    reason: typeof reason === 'string' ? reason : null,
    detail: ownValue(error, 'detail'),
    uuid: ownValue(error, 'response') === undefined ? '' : ownValue(error, 'uuid'), // of an export's error, it is the job's
    issues: ownValue(error, 'issues'),
  });
}

/** The status of an error that is an answer, of what caused it, or of the last answer that was no use. */
function toStatus(error: ErrorBase<string>): number | null {
  const code = ownValue(error, 'code') ?? ownValue(ownValue(error, 'cause'), 'status');
  if (typeof code === 'number') return code;
  const log = ownValue(error, 'attemptLog');
  const last: unknown = Array.isArray(log) ? log.findLast((attempt) => typeof ownValue(attempt, 'status') === 'number') : undefined;
  const status = ownValue(last, 'status');
  return typeof status === 'number' ? status : null;
}
