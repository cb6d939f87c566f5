/** What each error is to the callers of a service that uses Tenable: the table behind `toProblemDetails`. */
import type { KnownError, KnownErrorByTag, KnownErrorTag } from '../model/known-error.js';

/** The phrases of the statuses that problems have. */
export const statusPhrases = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

/** A status that a problem can have. */
export type ProblemStatus = keyof typeof statusPhrases;

export interface Problem<E> {
  /** The end of its type URI. */
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly toStatus: (error: E) => ProblemStatus;
}

const always = (status: ProblemStatus) => (): ProblemStatus => status;

/** Complete by its type. Tenable is to such a service what a server is to a gateway, hence 502 to 504. */
export const problems: { readonly [Tag in KnownErrorTag]: Problem<KnownErrorByTag[Tag]> } = {
  APIError: { name: 'unexpected-answer', title: 'Unexpected answer', detail: 'A service behind this one gave an answer that cannot be used.', toStatus: always(502) },
  InvalidInputError: { name: 'invalid-input', title: 'Invalid input', detail: 'The input was refused.', toStatus: always(400) },
  // 401 would ask callers for other credentials than theirs, which are not what was refused.
  PermissionError: {
    name: 'not-permitted', title: 'Not permitted', detail: 'This service may not do that.',
    toStatus: ({ reason }) => (reason === 'forbidden' ? 403 : 502),
  },
  NotFoundError: { name: 'not-found', title: 'Not found', detail: 'There is no such object, or it cannot be seen.', toStatus: always(404) },
  UnsupportedError: { name: 'conflict', title: 'Conflict', detail: 'The object is in a state that does not allow this.', toStatus: always(409) },
  ServerError: { name: 'upstream-failure', title: 'Upstream failure', detail: 'A service behind this one failed.', toStatus: always(502) },
  RetryError: { name: 'busy', title: 'Busy', detail: 'A service behind this one is busy or not available.', toStatus: always(503) },
  UnknownError: { name: 'unexpected-status', title: 'Unexpected status', detail: 'A service behind this one gave an answer that nobody expected.', toStatus: always(502) },
  ImpersonationError: { name: 'impersonation-refused', title: 'Impersonation refused', detail: 'This cannot be done in the name of that user.', toStatus: always(403) },
  PasswordComplexityError: { name: 'weak-password', title: 'Weak password', detail: 'The new password is too weak.', toStatus: always(400) },
  ConnectionError: { name: 'unreachable', title: 'Unreachable', detail: 'A service behind this one could not be reached.', toStatus: toConnectionStatus },
  UnexpectedValueError: { name: 'unexpected-value', title: 'Unexpected value', detail: 'A value is outside of what is accepted. Nothing was done.', toStatus: always(400) },
  PackageMissingError: { name: 'internal', title: 'Internal error', detail: 'This service is not set up completely.', toStatus: always(500) },
  FileDownloadError: { name: 'file-unavailable', title: 'File unavailable', detail: 'The file could not be fetched.', toStatus: ({ reason }) => (reason === 'timeout' ? 504 : 502) },
  TioExportsError: { name: 'export-incomplete', title: 'Export incomplete', detail: 'The export could not be completed.', toStatus: always(502) },
  TioExportsTimeout: { name: 'export-timeout', title: 'Export timeout', detail: 'The export took too long.', toStatus: always(504) },
  TenableException: { name: 'internal', title: 'Internal error', detail: 'This service failed.', toStatus: always(500) },
  ScanRunError: { name: 'scan-without-results', title: 'Scan without results', detail: 'The scan gave no results.', toStatus: ({ reason }) => (reason === 'timeout' ? 504 : 502) },
  OutputFileError: {
    name: 'file-not-written', title: 'File not written', detail: 'This service could not write a file.',
    toStatus: ({ reason }) => (reason === 'in-use' || reason === 'taken-over' ? 503 : 500),
  },
};

/** What the caller of this service, or the service itself, ended on purpose: nothing was out of reach. */
const aborted = {
  name: 'aborted', title: 'Aborted', detail: 'This was ended before there was an answer.', toStatus: always(503),
} as const satisfies Problem<KnownError>;

/** The problem that an error is. What is no error of this version is an internal one. */
export function toProblem(error: KnownError): Problem<KnownError> {
  if ((error._tag === 'ConnectionError' || error._tag === 'FileDownloadError' || error._tag === 'ScanRunError') && error.reason === 'aborted') return aborted;
  const problem = Object.hasOwn(problems, error._tag) ? problems[error._tag] : problems.TenableException;
  return problem as unknown as Problem<KnownError>; // of this very tag, whose errors it takes
}

/** What may go away by itself is 503, so that callers try again; what does not is 502. */
function toConnectionStatus({ reason }: KnownErrorByTag['ConnectionError']): ProblemStatus {
  if (reason === 'timeout') return 504;
  return reason === 'dns' || reason === 'refused' || reason === 'reset' ? 503 : 502;
}
