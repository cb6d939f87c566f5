/**
 * What the functions over errors take: each of Tenable's errors, and the two that stand beside them. They are no variants
 * of the union: no call to Tenable ends with one, only an export into a file or the wait for a scan does.
 */
import type { OutputFileError } from './output-file-error.js';
import type { ScanRunError } from './scan-run-error.js';
import type { TenableErrorByTag } from './tenable-error.js';

/** Each of them under its tag. */
export interface KnownErrorByTag extends TenableErrorByTag {
  readonly OutputFileError: OutputFileError;
  readonly ScanRunError: ScanRunError;
}

/** The tag of one. */
export type KnownErrorTag = keyof KnownErrorByTag;

/** Every failure that this package makes, those of files and scans included. */
export type KnownError = KnownErrorByTag[KnownErrorTag];
