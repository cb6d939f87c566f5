import { withAnyError } from './any-error.js';
import type { ErrorSummary } from './error-summary.js';
import type { FileFailure } from './job-errors.js';
import type { KnownError, KnownErrorByTag, KnownErrorTag } from './known-error.js';

const never = (): boolean => false;
const always = (): boolean => true;

/** What a file system refuses at one moment and not at the next. */
const passingCodes: readonly string[] = ['EAGAIN', 'EBUSY', 'EINTR', 'EMFILE', 'ENFILE', 'ETIMEDOUT', 'ETXTBSY'];

/** Complete by its type, too: what was lost on its way may come whole, and a new file is prepared on request. */
const againByFileFailure: { readonly [Reason in FileFailure]: boolean } = {
  'not-prepared': true, 'broken-off': true, checksum: true, timeout: true, other: true,
  'too-large': false, aborted: false, 'unexpected-content': false, 'already-read': false,
};

/** A complete record, so that a new tag does not compile until somebody has decided. */
const decisions: { readonly [Tag in KnownErrorTag]: (error: KnownErrorByTag[Tag]) => boolean } = {
  APIError: never,
  InvalidInputError: never,
  PermissionError: never,
  NotFoundError: never,
  UnsupportedError: never,
  ServerError: never, // a recorded 500 stood for an object that does not exist
  RetryError: always,
  UnknownError: never,
  ImpersonationError: never,
  PasswordComplexityError: never,
  ConnectionError: (error) =>
    error.reason === 'dns' || error.reason === 'refused' || error.reason === 'reset' || error.reason === 'timeout',
  UnexpectedValueError: never,
  PackageMissingError: never,
  FileDownloadError: ({ reason }) => againByFileFailure[reason],
  // The documentation says: submit it again.
  TioExportsError: ({ lostChunks, reason }) => reason !== 'too-many-chunks' && !lostChunks.some(({ cause }) => isLasting(cause)),
  TioExportsTimeout: always,
  TenableException: never,
  ScanRunError: never, // another run would take as long, and the first may still go on
  OutputFileError: ({ code, reason }) => reason === 'in-use' || reason === 'taken-over' || passingCodes.includes(code),
};

/** Whether a chunk would be lost again until somebody changes a setting or a permission. */
function isLasting({ reason, tag }: ErrorSummary): boolean {
  return reason === 'body-too-large' || reason === 'too-large' || tag === 'PermissionError';
}

/**
 * Whether the same call may succeed later without anybody changing anything. It does not say that repeating
 * is safe: for a `ConnectionError` whose `delivery` is `unknown`, the first call may have been carried out. `false` for
 * what is no error.
 */
export function isRetryable(error: KnownError): boolean {
  return withAnyError(error, decisions, (known) => {
    const decide = decisions[known._tag] as (error: KnownError) => boolean; // the decision of this very tag
    return decide(known);
  });
}
