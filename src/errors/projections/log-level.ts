import { withAnyError } from '../model/any-error.js';
import type { KnownError, KnownErrorByTag, KnownErrorTag } from '../model/known-error.js';

/** A level that pino, winston and `console` all have a method for. */
export type LogLevel = 'info' | 'warn' | 'error';

const info = (): LogLevel => 'info';
const warn = (): LogLevel => 'warn';
const error = (): LogLevel => 'error';

/** A complete record, so that a new tag does not compile until somebody has decided. */
const levels: { readonly [Tag in KnownErrorTag]: (error: KnownErrorByTag[Tag]) => LogLevel } = {
  APIError: error,
  InvalidInputError: warn,
  PermissionError: ({ reason }) => (reason === 'unauthenticated' ? 'error' : 'warn'), // keys that fail, fail every call
  NotFoundError: info,
  UnsupportedError: warn,
  ServerError: error,
  RetryError: warn,
  UnknownError: error,
  ImpersonationError: warn,
  PasswordComplexityError: info,
  ConnectionError: ({ reason }) =>
    reason === 'aborted' ? 'info' : ['dns', 'refused', 'reset', 'timeout'].includes(reason) ? 'warn' : 'error',
  UnexpectedValueError: warn,
  PackageMissingError: error,
  FileDownloadError: ({ reason }) => (reason === 'aborted' ? 'info' : 'warn'),
  TioExportsError: error,
  TioExportsTimeout: warn,
  TenableException: error,
  ScanRunError: ({ reason }) => (reason === 'aborted' ? 'info' : 'warn'),
  OutputFileError: ({ reason }) => (reason === 'in-use' ? 'warn' : 'error'),
};

/**
 * How loud an error is to be logged: `info` is an outcome that callers expect or have chosen, `warn` may go away by
 * itself or concerns one call, `error` is for somebody to mend. What is no error of this version is an `error`.
 */
export function toLogLevel(given: KnownError): LogLevel {
  return withAnyError(given, levels, (known) => {
    const decide = levels[known._tag] as (error: KnownError) => LogLevel; // the decision of this very tag
    return decide(known);
  });
}
