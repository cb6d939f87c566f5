/** Which question an error answers: did an answer come, did an export or a scan fail, was anything sent at all? */
import { attempt } from '../../internal/attempt.js';
import type { KnownError, KnownErrorTag } from './known-error.js';
import type { ExportError, LocalError, ResponseError, ResponseErrorTag, TenableError } from './tenable-error.js';

export type ErrorGroup = 'response' | 'connection' | 'local' | 'file' | 'export' | 'scan' | 'defect';

/** Complete by its type. */
export const errorGroups: { readonly [Tag in KnownErrorTag]: Tag extends ResponseErrorTag ? 'response' : ErrorGroup } = {
  APIError: 'response',
  InvalidInputError: 'response',
  PermissionError: 'response',
  NotFoundError: 'response',
  UnsupportedError: 'response',
  ServerError: 'response',
  RetryError: 'response',
  UnknownError: 'response',
  ImpersonationError: 'response',
  PasswordComplexityError: 'response',
  ConnectionError: 'connection',
  UnexpectedValueError: 'local',
  PackageMissingError: 'local',
  FileDownloadError: 'file',
  TioExportsError: 'export',
  TioExportsTimeout: 'export',
  TenableException: 'defect',
  OutputFileError: 'file',
  ScanRunError: 'scan',
};

/** The group of an error; `defect` for what is none. */
export function toErrorGroup(error: KnownError): ErrorGroup {
  const group = attempt(() => (Object.hasOwn(errorGroups, error._tag) ? errorGroups[error._tag] : 'defect'));
  return group.ok ? group.value : 'defect';
}

/** Whether an HTTP answer came with it: it then has `code`, `uuid`, `response`, `detail` and `attemptLog`. */
export function isResponseError(error: TenableError): error is ResponseError {
  return toErrorGroup(error) === 'response';
}

/** Whether an export job ended so: it then has a `checkpoint`. */
export function isExportError(error: TenableError): error is ExportError {
  return toErrorGroup(error) === 'export';
}

/** Whether it was found before anything was sent. */
export function isLocalError(error: TenableError): error is LocalError {
  return toErrorGroup(error) === 'local';
}
