/** Scripted faults: what a test wants to go wrong, as data. `faults` has a constructor for each failure a server can cause. */
import type { HttpMethod } from '../internal/http-method.js';
import { notReadyRefusal, toActiveJobRefusal, toDuplicateLimit, toNamedRefusal, toReasonRefusal, toStatusName } from './answers.js';
import type { AnswerParts } from './simulated-exchange.js';

/** What happens instead of the usual answer. */
export type FaultAnswer =
  | {
    readonly _tag: 'Answer';
    readonly status: number;
    /** Added to those of every answer; a content type is chosen by the body. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Text as it is, an object as JSON. Default: no body. */
    readonly body?: string | object;
    readonly delayMs?: number;
    /** Whether the request takes effect all the same, as with a gateway that gives up too early. Default `false`. */
    readonly isCarriedOut?: boolean;
  }
  /** The connection breaks before any answer. */
  | { readonly _tag: 'Reset'; readonly isCarriedOut?: boolean }
  /** No answer ever comes. */
  | { readonly _tag: 'Hang' }
  /** Bytes that are not HTTP. */
  | { readonly _tag: 'Garbage' }
  /** The usual answer, later. */
  | { readonly _tag: 'Delay'; readonly delayMs: number }
  /** The usual answer with the first half of its body, announced as if that were all of it. */
  | { readonly _tag: 'Truncated' }
  /** The usual answer, cut off after so many bytes of its body. */
  | { readonly _tag: 'CutBody'; readonly afterBytes: number }
  /** The usual answer, whose body stops coming after so many bytes. */
  | { readonly _tag: 'StallBody'; readonly afterBytes: number };

/** Which requests a fault happens to, and how often. Every constructor of `faults` takes it. */
export interface FaultTarget {
  /** Default: any. */
  readonly method?: HttpMethod;
  /** The path without the query, or a template such as `/scans/{scan_id}`, or a pattern for it. Default: any. */
  readonly path?: string | RegExp;
  /** How many requests it happens to. Default 1; `Infinity` is allowed. */
  readonly times?: number;
}

export interface Fault extends FaultTarget {
  readonly answer: FaultAnswer;
}

function toFault({ method, path, times }: FaultTarget, answer: FaultAnswer): Fault {
  return {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(times === undefined ? {} : { times }),
    answer,
  };
}

function toAnswer({ status, headers, body }: AnswerParts, more: Readonly<Record<string, string>> = {}): FaultAnswer {
  return { _tag: 'Answer', status, headers: { ...headers, ...more }, body };
}

/** The page of the service's front server. */
function toPage(status: number): AnswerParts {
  const title = `${status} ${toStatusName(status)}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}

const waitAndTryAgain = 'Please wait a moment and try your request again.';

/** 401 as recorded: plain text that calls itself bytes, from a handler of its own. */
export const unauthorizedAnswer: AnswerParts = {
  status: 401,
  headers: { 'content-type': 'application/octet-stream', 'x-path-handler': 'blacklisted' },
  body: 'This API key belongs to no active container and has been blacklisted.\n',
};

/** One-line faults: `simulator.script(faults.rateLimited({ retryAfterS: 1, times: 2 }))`. */
export const faults = {
  /** 429 with nginx's page, as documented. A `RetryError` where it stays. */
  rateLimited: ({ retryAfterS = 30, ...target }: FaultTarget & { readonly retryAfterS?: number } = {}): Fault =>
    toFault(target, toAnswer(toPage(429), { 'retry-after': String(retryAfterS) })),
  /** 503. A `RetryError` where it stays. */
  unavailable: ({ retryAfterS, ...target }: FaultTarget & { readonly retryAfterS?: number } = {}): Fault =>
    toFault(target, toAnswer(toNamedRefusal(503, waitAndTryAgain), retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) })),
  /** 504. With `isCarriedOut` the request takes effect all the same, as was seen with exports. */
  gatewayTimeout: ({ isCarriedOut = false, ...target }: FaultTarget & { readonly isCarriedOut?: boolean } = {}): Fault =>
    toFault(target, { _tag: 'Answer', ...toNamedRefusal(504, waitAndTryAgain), isCarriedOut }),
  /** 500: a `ServerError`. */
  serverError: (target: FaultTarget = {}): Fault =>
    toFault(target, toAnswer(toNamedRefusal(500, `An internal server error occurred. ${waitAndTryAgain}`))),
  /** 401 in its plain-text form: a `PermissionError`, `unauthenticated`. */
  unauthorized: (target: FaultTarget = {}): Fault => toFault(target, toAnswer(unauthorizedAnswer)),
  /** 403: a `PermissionError`, `forbidden`. */
  forbidden: ({ message = 'Insufficient scope', ...target }: FaultTarget & { readonly message?: string } = {}): Fault =>
    toFault(target, toAnswer(toNamedRefusal(403, message))),
  /** 403 with nothing but the status's name: an `ImpersonationError` on a client that impersonates. */
  impersonationRefused: (target: FaultTarget = {}): Fault => toFault(target, toAnswer(toNamedRefusal(403))),
  /** 400: an `InvalidInputError`. */
  invalidInput: ({ error = 'A field is not valid', ...target }: FaultTarget & { readonly error?: string } = {}): Fault =>
    toFault(target, toAnswer(toReasonRefusal(400, error))),
  /** 404: a `NotFoundError`. */
  notFound: (target: FaultTarget = {}): Fault => toFault(target, toAnswer(toNamedRefusal(404))),
  /** 409 as an export answers while one with the same filters runs: an `UnsupportedError`. */
  conflict: ({ activeJobId, ...target }: FaultTarget & { readonly activeJobId?: string } = {}): Fault =>
    toFault(target, toAnswer(activeJobId === undefined ? toNamedRefusal(409) : toActiveJobRefusal(activeJobId))),
  /** 429 as an export answered before 2024 while one with the same filters ran: the job's id is in the message. */
  duplicateExport: ({ jobUuid, ...target }: FaultTarget & { readonly jobUuid: string }): Fault => toFault(target, toAnswer(toDuplicateLimit(jobUuid))),
  /** 400 to a request for a chunk that was announced and is not there yet: an `InvalidInputError`; an export asks again. */
  notReady: (target: FaultTarget = {}): Fault => toFault(target, toAnswer(notReadyRefusal)),
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
