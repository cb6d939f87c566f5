import { ConnectionError } from './connection-error.js';
import type { Field } from './fields.js';
import { FileDownloadError, TioExportsError, TioExportsTimeout } from './job-errors.js';
import { PackageMissingError, UnexpectedValueError } from './local-errors.js';
import {
  APIError, ImpersonationError, InvalidInputError, NotFoundError, PasswordComplexityError, PermissionError,
  RetryError, ServerError, UnknownError, UnsupportedError,
} from './response-errors.js';
import type { TenableErrorByTag, TenableErrorTag } from './tenable-error.js';
import { TenableException } from './tenable-exception.js';

/** The description of each variant under its tag: complete and exact by its type. */
export const errorVariants: {
  readonly [Tag in TenableErrorTag]: { readonly tag: Tag; readonly field: Field<TenableErrorByTag[Tag]> };
} = {
  APIError, InvalidInputError, PermissionError, NotFoundError, UnsupportedError, ServerError, RetryError,
  UnknownError, ImpersonationError, PasswordComplexityError, ConnectionError, UnexpectedValueError,
  PackageMissingError, FileDownloadError, TioExportsError, TioExportsTimeout, TenableException,
};

/** Every tag, in the order of the documentation. */
export const tenableErrorTags = Object.freeze(Object.keys(errorVariants)) as readonly TenableErrorTag[]; // its keys

/** Whether a text is the tag of a variant that this version knows. */
export function isTenableErrorTag(tag: unknown): tag is TenableErrorTag {
  return typeof tag === 'string' && Object.hasOwn(errorVariants, tag);
}
