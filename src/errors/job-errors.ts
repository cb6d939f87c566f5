/** Failures of work that takes several requests: preparing a file, running an export. */
import { checkpointField, exportKindField, maxJobIdLength } from './checkpoint.js';
import type { Checkpoint, ExportKind } from './checkpoint.js';
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { text, whole, word } from './fields.js';

/** A file's preparation or transfer failed. */
export interface FileDownloadError extends ErrorBase<'FileDownloadError'> {
  /** What the file belongs to, as in the path: `scans`. */
  readonly resource: string;
  readonly resourceId: string;
  /** The file's id or name at Tenable. */
  readonly filename: string;
  /** Bytes that arrived before the failure; 0 where the file was never ready. */
  readonly bytesReceived: number;
}
export const FileDownloadError = /* @__PURE__ */ defineError<FileDownloadError, 'bytesReceived'>(
  'FileDownloadError',
  { resource: text(60), resourceId: text(128), filename: text(256), bytesReceived: whole() },
  (error) =>
    error.bytesReceived === 0
      ? `${subject(error)} failed: ${error.resource} ${error.resourceId} could not provide the file ${error.filename}.`
      : `${subject(error)} failed: the file ${error.filename} of ${error.resource} ${error.resourceId} broke off after ${error.bytesReceived} bytes.`,
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
