import type { TenableError, TenableErrorByTag, TenableErrorTag } from './tenable-error.js';

const never = (): boolean => false;
const always = (): boolean => true;

/** A complete record, so that a new tag does not compile until somebody has decided. */
const decisions: { readonly [Tag in TenableErrorTag]: (error: TenableErrorByTag[Tag]) => boolean } = {
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
  FileDownloadError: always, // a new file is prepared on request
  TioExportsError: (error) => error.reason !== 'too-many-chunks', // the documentation says: submit it again
  TioExportsTimeout: always,
  TenableException: never,
};

/**
 * Whether the same call may succeed later without anybody changing anything. It does not say that repeating
 * is safe: for a `ConnectionError` whose `delivery` is `unknown`, the first call may have been carried out.
 */
export function isRetryable(error: TenableError): boolean {
  const decide = decisions[error._tag] as (error: TenableError) => boolean; // the decision of this very tag
  return decide(error);
}
