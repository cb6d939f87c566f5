/** Errors as answers of a service of yours: problem details by RFC 9457. */
import { attempt } from '../../internal/attempt.js';
import { boundText } from '../../internal/bound-text.js';
import { cleanText } from '../../internal/clean-text.js';
import { ownValue } from '../../internal/is-record.js';
import { describeIssue } from '../model/issue.js';
import type { Issue } from '../model/issue.js';
import { keepScalars } from '../model/keep-scalars.js';
import { problems, statusPhrases, toProblem } from './problems.js';
import type { ProblemStatus } from './problems.js';
import type { KnownError } from '../model/known-error.js';

/** The body of an answer of the media type `application/problem+json`. */
export interface ProblemDetails {
  /** What kind of problem it is, as a URI: `typeBase` and a name, or `about:blank`. */
  readonly type: string;
  /** The same for every problem of that type. */
  readonly title: string;
  /** The status to answer with. */
  readonly status: ProblemStatus;
  /** One sentence of ours for the caller. Says nothing of how you use Tenable. */
  readonly detail: string;
  /** Your name for this occurrence, as a URI reference. */
  readonly instance?: string;
  /** Seconds to wait before the next try, where Tenable said so. Worth a `Retry-After` header, too. */
  readonly retryAfterSeconds?: number;
  /** What `include` asked for, where the error has it. */
  readonly tag?: string;
  readonly operation?: string;
  readonly reason?: string;
  readonly requestUuid?: string;
  readonly tenableDetail?: string;
  readonly issues?: readonly string[];
}

/** What a problem may say besides, each of which tells callers something of the inside. */
export type ProblemExtension = 'tag' | 'operation' | 'reason' | 'requestUuid' | 'tenableDetail' | 'issues';

export interface ProblemOptions {
  /** Where you describe your problem types, such as `https://api.example.com/problems/`. Default: `about:blank`. */
  readonly typeBase?: string;
  /** Your name for this occurrence, a URI reference such as `/requests/42`. */
  readonly instance?: string;
  /** What to tell besides. Default nothing: callers of yours are not callers of Tenable. */
  readonly include?: readonly ProblemExtension[];
}

/** The fields of an error that extensions are read from. `issues` is a list and has a reader of its own. */
const extensionFields: { readonly [P in Exclude<ProblemExtension, 'issues'>]: string } = {
  tag: '_tag', operation: 'operation', reason: 'reason', requestUuid: 'uuid', tenableDetail: 'detail',
};

/**
 * The error as your service tells it to its own callers. Status and words depend on the tag (a refused key of yours is
 * a 502, not their 401); the service's words, uuids and names of operations stay inside unless `include` asks for them.
 * Without `typeBase` the title is the status's own phrase, as RFC 9457 wants it for `about:blank`. Never throws.
 */
export function toProblemDetails(error: KnownError, options: ProblemOptions = {}): ProblemDetails {
  const read = attempt(() => readProblem(error, options));
  return read.ok ? read.value : { type: 'about:blank', title: statusPhrases[500], status: 500, detail: problems.TenableException.detail };
}

function readProblem(error: KnownError, { typeBase, instance, include = [] }: ProblemOptions): ProblemDetails {
  const problem = toProblem(error);
  const status = problem.toStatus(error);
  const retryAfterMs = ownValue(error, 'retryAfterMs');
  return {
    type: typeBase === undefined ? 'about:blank' : typeBase + problem.name,
    title: typeBase === undefined ? statusPhrases[status] : problem.title,
    status,
    detail: problem.detail,
    ...(instance === undefined ? {} : { instance: boundText(instance, 2048) }),
    ...keepScalars({ retryAfterSeconds: typeof retryAfterMs === 'number' ? Math.ceil(retryAfterMs / 1000) : null }, 0),
    ...readExtensions(error, include),
  };
}

function readExtensions(error: KnownError, include: readonly ProblemExtension[]): Partial<ProblemDetails> {
  const scalars = include.flatMap((name) => (name === 'issues' ? [] : [[name, ownValue(error, extensionFields[name])] as const]));
  const issues = include.includes('issues') ? ownValue(error, 'issues') : null;
  return {
    ...keepScalars(Object.fromEntries(scalars), 500),
    ...(Array.isArray(issues) ? { issues: issues.slice(0, 20).map((issue: Issue) => cleanText(describeIssue(issue, 'the whole'))) } : {}),
  };
}
