/** Failures of work that takes several requests: preparing a file, running an export. */
import { checkpointField, exportKindField, maxJobIdLength } from './checkpoint.js';
import type { Checkpoint, ExportKind } from './checkpoint.js';
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { errorSummaryField } from './error-summary.js';
import type { ErrorSummary } from './error-summary.js';
import { nullable, text, whole, word } from './fields.js';

/** Why there is no file, or not all of it, in the words that finish "because …". */
const fileFailures = {
  'not-prepared': 'the service could not provide it',
  'too-large': 'it is larger than what is allowed for it',
  'broken-off': 'it broke off',
  checksum: 'what arrived is not what was sent',
  timeout: 'the time allowed for the call ran out',
  aborted: 'the caller aborted it',
  'unexpected-content': 'what arrived is something else',
  'already-read': 'it can be read once, and was read before',
  other: 'something else went wrong',
} as const;

export type FileFailure = keyof typeof fileFailures;

/** Every reason of a `FileDownloadError`. */
export const fileFailureWords = Object.keys(fileFailures) as FileFailure[]; // the keys of the literal above

/** A file's preparation or transfer failed. Where a part of it arrived, that part was handed over and is no file. */
export interface FileDownloadError extends ErrorBase<'FileDownloadError'> {
  /** What the file belongs to, as in the path: `scans`. */
  readonly resource: string;
  readonly resourceId: string;
  /** The file's id or name at Tenable. */
  readonly filename: string;
  /**
   * Why: `not-prepared` (the service has none), `too-large` (see `maxBytes`, `maxBodyBytes`), `broken-off`, `checksum`,
   * `timeout`, `aborted`, `unexpected-content`, `already-read`, `other`.
   */
  readonly reason: FileFailure;
  /** Bytes that arrived before the failure; 0 where the file was never ready. */
  readonly bytesReceived: number;
  /** What ended the transfer, such as a `ConnectionError`; `null` where this error is the first to know. */
  readonly cause: ErrorSummary | null;
}
export const FileDownloadError = /* @__PURE__ */ defineError<FileDownloadError, 'bytesReceived' | 'cause' | 'reason'>(
  'FileDownloadError',
  {
    resource: text(60),
    resourceId: text(128),
    filename: text(256),
    reason: word(fileFailureWords, 'other'),
    bytesReceived: whole(),
    cause: nullable(errorSummaryField),
  },
  (error) => {
    const received = error.bytesReceived === 0 ? '' : `; ${error.bytesReceived} bytes had arrived`;
    return `${subject(error)} failed: there is no file ${error.filename} of ${error.resource} ${error.resourceId} because ${fileFailures[error.reason]}${received}.`;
  },
);

/** How an export ended without all of its records. */
export const exportFailures = ['error', 'cancelled', 'chunks-failed', 'chunks-missing', 'chunk-unreadable', 'too-many-chunks', 'other'] as const;

export type ExportFailure = (typeof exportFailures)[number];

/**
 * An export ended in ERROR or CANCELLED, or finished with chunks missing. The chunks that are there were
 * delivered first; `checkpoint` says which are not.
 */
export interface TioExportsError extends ErrorBase<'TioExportsError'> {
  readonly export: ExportKind;
  readonly uuid: string;
  readonly reason: ExportFailure;
  /** The job's own words on it, at most 500 characters; `''` where it gave none. */
  readonly detail: string;
  readonly checkpoint: Checkpoint;
}
export const TioExportsError = /* @__PURE__ */ defineError<TioExportsError, 'detail'>(
  'TioExportsError',
  {
    export: exportKindField,
    uuid: text(maxJobIdLength),
    reason: word(exportFailures, 'other'),
    detail: text(500),
    checkpoint: checkpointField,
  },
  (error) => {
    const { done, failed, cancelled } = error.checkpoint;
    return `The ${error.export} export ${error.uuid} is not complete (${error.reason}): ` +
      `${done.length} chunks delivered, ${failed.length} failed, ${cancelled.length} cancelled.`;
  },
);

/** An export was given up, and by default cancelled, because its time ran out. `checkpoint` says what was delivered until then. */
export interface TioExportsTimeout extends ErrorBase<'TioExportsTimeout'> {
  readonly export: ExportKind;
  readonly uuid: string;
  readonly elapsedMs: number;
  readonly checkpoint: Checkpoint;
}
export const TioExportsTimeout = /* @__PURE__ */ defineError<TioExportsTimeout>(
  'TioExportsTimeout',
  { export: exportKindField, uuid: text(maxJobIdLength), elapsedMs: whole(), checkpoint: checkpointField },
  (error) =>
    `The ${error.export} export${error.uuid === '' ? '' : ` ${error.uuid}`} was given up because its time ran out after ${error.elapsedMs} ms.`,
);
