/** Scripted faults that any Tenable can cause, as one-liners; answers are those of Vulnerability Management. */
import { toReasonRefusal } from './answers.js';
import { toFault, toFaultAnswer } from './fault.js';
import type { Fault, FaultTarget } from './fault.js';
import type { AnswerParts } from './simulated-exchange.js';
import { notReadyRefusal, toActiveJobRefusal, toDuplicateLimit, toNamedRefusal, toStatusName, unauthorizedAnswer } from './vm/answers.js';

/** The page of the service's front server. */
function toPage(status: number): AnswerParts {
  const title = `${status} ${toStatusName(status)}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}

const waitAndTryAgain = 'Please wait a moment and try your request again.';

/** One-line faults: `simulator.script(faults.rateLimited({ retryAfterS: 1, times: 2 }))`. */
export const faults = {
  /** 429 with nginx's page, as documented. A `RetryError` where it stays. */
  rateLimited: ({ retryAfterS = 30, ...target }: FaultTarget & { readonly retryAfterS?: number } = {}): Fault =>
    toFault(target, toFaultAnswer(toPage(429), { 'retry-after': String(retryAfterS) })),
  /** 503. A `RetryError` where it stays. */
  unavailable: ({ retryAfterS, ...target }: FaultTarget & { readonly retryAfterS?: number } = {}): Fault =>
    toFault(target, toFaultAnswer(toNamedRefusal(503, waitAndTryAgain), retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) })),
  /** 504. With `isCarriedOut` the request takes effect all the same, as was seen with exports. */
  gatewayTimeout: ({ isCarriedOut = false, ...target }: FaultTarget & { readonly isCarriedOut?: boolean } = {}): Fault =>
    toFault(target, { _tag: 'Answer', ...toNamedRefusal(504, waitAndTryAgain), isCarriedOut }),
  /** 500: a `ServerError`. */
  serverError: (target: FaultTarget = {}): Fault =>
    toFault(target, toFaultAnswer(toNamedRefusal(500, `An internal server error occurred. ${waitAndTryAgain}`))),
  /** 401 in its plain-text form: a `PermissionError`, `unauthenticated`. */
  unauthorized: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(unauthorizedAnswer)),
  /** 403: a `PermissionError`, `forbidden`. */
  forbidden: ({ message = 'Insufficient scope', ...target }: FaultTarget & { readonly message?: string } = {}): Fault =>
    toFault(target, toFaultAnswer(toNamedRefusal(403, message))),
  /** 403 with nothing but the status's name: an `ImpersonationError` on a client that impersonates. */
  impersonationRefused: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(toNamedRefusal(403))),
  /** 400: an `InvalidInputError`. */
  invalidInput: ({ error = 'A field is not valid', ...target }: FaultTarget & { readonly error?: string } = {}): Fault =>
    toFault(target, toFaultAnswer(toReasonRefusal(400, error))),
  /** 404: a `NotFoundError`. */
  notFound: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(toNamedRefusal(404))),
  /** 409 as an export answers while one with the same filters runs: an `UnsupportedError`. */
  conflict: ({ activeJobId, ...target }: FaultTarget & { readonly activeJobId?: string } = {}): Fault =>
    toFault(target, toFaultAnswer(activeJobId === undefined ? toNamedRefusal(409) : toActiveJobRefusal(activeJobId))),
  /** 429 as an export answered before 2024 while one with the same filters ran: the job's id is in the message. */
  duplicateExport: ({ jobUuid, ...target }: FaultTarget & { readonly jobUuid: string }): Fault => toFault(target, toFaultAnswer(toDuplicateLimit(jobUuid))),
  /** 400 to a request for a chunk that was announced and is not there yet: an `InvalidInputError`; an export asks again. */
  notReady: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(notReadyRefusal)),
  /** 204: an `APIError`, `empty-body`, where data was to come. */
  noContent: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Answer', status: 204 }),
  /** A status that nobody expects: an `UnknownError`. */
  teapot: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Answer', status: 418, body: "I'm a teapot" }),
  /** A redirect to another origin, which no client should follow with its keys: an `UnknownError`. */
  redirect: ({ location = 'https://elsewhere.example.com/', ...target }: FaultTarget & { readonly location?: string } = {}): Fault =>
    toFault(target, { _tag: 'Answer', status: 302, headers: { location } }),
  /** 200 with JSON that ends too early: an `APIError`, `unexpected-body`. */
  brokenJson: (target: FaultTarget = {}): Fault =>
    toFault(target, { _tag: 'Answer', status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{"broken":' }),
  /** The usual answer, of which only the first half was ever written: an `APIError`, `unexpected-body`. No length tells. */
  truncatedJson: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Truncated' }),
  /** 200 without a body: an `APIError`, `empty-body`, where data was to come. */
  emptyBody: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Answer', status: 200 }),
  /** The connection breaks before the answer: a `ConnectionError`, `reset`. With `isCarriedOut` only the answer is lost. */
  reset: ({ isCarriedOut = false, ...target }: FaultTarget & { readonly isCarriedOut?: boolean } = {}): Fault =>
    toFault(target, { _tag: 'Reset', isCarriedOut }),
  /** No answer ever comes: a `ConnectionError`, `timeout`, when the deadline ends. */
  hang: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Hang' }),
  /** Bytes that are not HTTP: a `ConnectionError`, `protocol`. */
  garbage: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Garbage' }),
  /** The usual answer, later. */
  slow: ({ delayMs, ...target }: FaultTarget & { readonly delayMs: number }): Fault => toFault(target, { _tag: 'Delay', delayMs }),
  /** The usual answer, cut off: a `ConnectionError`, `reset`, or for a file a `FileDownloadError`. */
  cutBody: ({ afterBytes = 10, ...target }: FaultTarget & { readonly afterBytes?: number } = {}): Fault =>
    toFault(target, { _tag: 'CutBody', afterBytes }),
  /** The usual answer, whose body stops coming: a `ConnectionError`, `timeout`, or for a file a `FileDownloadError`. */
  stallBody: ({ afterBytes = 10, ...target }: FaultTarget & { readonly afterBytes?: number } = {}): Fault =>
    toFault(target, { _tag: 'StallBody', afterBytes }),
} as const;
