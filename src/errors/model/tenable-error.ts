/**
 * The union: one variant per documented error class, told apart by `_tag`. The list of tags is public API:
 * a new tag is a major release. Detail grows through `reason`, whose words are open: give them a default.
 */
import type { ConnectionError } from './connection-error.js';
import type { FileDownloadError, TioExportsError, TioExportsTimeout } from './job-errors.js';
import type { PackageMissingError, UnexpectedValueError } from './local-errors.js';
import type {
  APIError, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError, PermissionError,
  RetryError, ServerError, UnknownError, UnsupportedError,
} from './response-errors.js';
import type { TenableException } from './tenable-exception.js';

/** Each variant under its tag. Looking a type up here is what keeps error types cheap to check. */
export interface TenableErrorByTag {
  readonly APIError: APIError;
  readonly InvalidInputError: InvalidInputError;
  readonly PermissionError: PermissionError;
  readonly NotFoundError: NotFoundError;
  readonly UnsupportedError: UnsupportedError;
  readonly ServerError: ServerError;
  readonly RetryError: RetryError;
  readonly UnknownError: UnknownError;
  readonly ImpersonationError: ImpersonationError;
  readonly PasswordComplexityError: PasswordComplexityError;
  readonly ConnectionError: ConnectionError;
  readonly UnexpectedValueError: UnexpectedValueError;
  readonly PackageMissingError: PackageMissingError;
  readonly FileDownloadError: FileDownloadError;
  readonly TioExportsError: TioExportsError;
  readonly TioExportsTimeout: TioExportsTimeout;
  readonly TenableException: TenableException;
}

/** The tag of a variant. */
export type TenableErrorTag = keyof TenableErrorByTag;

/** Every failure that this package knows. */
export type TenableError = TenableErrorByTag[TenableErrorTag];

/** The tags of failures that come with an HTTP answer. */
export type ResponseErrorTag =
  | 'APIError' | 'InvalidInputError' | 'PermissionError' | 'NotFoundError' | 'UnsupportedError' | 'ServerError'
  | 'RetryError' | 'UnknownError' | 'ImpersonationError' | 'PasswordComplexityError';

/** Failures that come with an HTTP answer: each has `ResponseFields`. */
export type ResponseError = TenableErrorByTag[ResponseErrorTag];

/** Failures of an export job: each has a `checkpoint`. */
export type ExportError = TioExportsError | TioExportsTimeout;

/** Failures found before anything was sent. */
export type LocalError = UnexpectedValueError | PackageMissingError;

/** The tags that any call can end with. An operation adds to them or takes away from them. */
export type CallErrorTag =
  | Exclude<ResponseErrorTag, 'ImpersonationError' | 'PasswordComplexityError'>
  | 'ConnectionError' | 'UnexpectedValueError' | 'TenableException';

/** What any call can end with. */
export type CallError = TenableErrorByTag[CallErrorTag];
