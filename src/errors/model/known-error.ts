/**
 * What the functions over errors take: each of Tenable's errors, and the one that stands beside them. It is no variant
 * of the union: no call to Tenable ends with it, only an export into a file does.
 */
import type { OutputFileError } from './output-file-error.js';
import type { TenableErrorByTag } from './tenable-error.js';

/** Each of them under its tag. */
export interface KnownErrorByTag extends TenableErrorByTag {
  readonly OutputFileError: OutputFileError;
}

/** The tag of one. */
export type KnownErrorTag = keyof KnownErrorByTag;

/** Every failure that this package makes, that of files included. */
export type KnownError = KnownErrorByTag[KnownErrorTag];
