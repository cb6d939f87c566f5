/** Failures of work that takes several requests: preparing a file, running an export. */
import { checkpointField, exportKindField, maxJobIdLength } from './checkpoint.js';
import type { Checkpoint, ExportKind } from './checkpoint.js';
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { errorSummaryField } from './error-summary.js';
import type { ErrorSummary } from './error-summary.js';
import { list, nullable, struct, text, whole, word } from './fields.js';
import type { Field } from './fields.js';

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

/** A chunk that could not be fetched or read, and why. */
export interface LostChunk {
  readonly chunk: number;
  readonly cause: ErrorSummary;
}

/** The most chunks whose causes an error tells; its checkpoint names all of them. */
export const maxLostChunks = 50;

const lostChunkField: Field<LostChunk> = /* @__PURE__ */ struct<LostChunk>({ chunk: /* @__PURE__ */ whole(), cause: errorSummaryField });

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
  /** Chunks that could not be fetched or read, each with its cause; the first 50. All of them are in `checkpoint.failed`. */
  readonly lostChunks: readonly LostChunk[];
  readonly checkpoint: Checkpoint;
}
export const TioExportsError = /* @__PURE__ */ defineError<TioExportsError, 'detail' | 'lostChunks'>(
  'TioExportsError',
  {
    export: exportKindField,
    uuid: text(maxJobIdLength),
    reason: word(exportFailures, 'other'),
    detail: text(500),
    lostChunks: list(lostChunkField, maxLostChunks),
    checkpoint: checkpointField,
  },
  (error) => {
    const { done, failed, cancelled } = error.checkpoint;
    const [lost] = error.lostChunks;
    return `The ${error.export} export ${error.uuid} is not complete (${error.reason}): ` +
      `${done.length} chunks delivered, ${failed.length} failed, ${cancelled.length} cancelled.` +
      (lost === undefined ? '' : ` Chunk ${lost.chunk}: ${describeCause(lost.cause)}.`);
  },
);

/** A cause in a few words of ours: `ServerError, HTTP 500`. */
export function describeCause({ reason, status, tag }: Pick<ErrorSummary, 'reason' | 'status' | 'tag'>): string {
  return [tag, ...(reason === null ? [] : [reason]), ...(status === null ? [] : [`HTTP ${status}`])].join(', ');
}

/** The statuses of a job that Tenable documents. */
const jobStatuses: readonly string[] = ['QUEUED', 'PROCESSING', 'READY', 'FINISHED', 'CANCELLED', 'ERROR'];

/** An export was given up, and by default cancelled, because its time ran out. `checkpoint` says what was delivered until then. */
export interface TioExportsTimeout extends ErrorBase<'TioExportsTimeout'> {
  readonly export: ExportKind;
  readonly uuid: string;
  readonly elapsedMs: number;
  /** The job's last status in capitals, such as `QUEUED`; `''` where none was told. */
  readonly status: string;
  /** The job's own words on it, at most 500 characters; `''` where it gave none. */
  readonly detail: string;
  readonly checkpoint: Checkpoint;
}
export const TioExportsTimeout = /* @__PURE__ */ defineError<TioExportsTimeout, 'status' | 'detail'>(
  'TioExportsTimeout',
  { export: exportKindField, uuid: text(maxJobIdLength), elapsedMs: whole(), status: text(40), detail: text(500), checkpoint: checkpointField },
  (error) => {
    const job = `The ${error.export} export${error.uuid === '' ? '' : ` ${error.uuid}`}`;
    const last = jobStatuses.includes(error.status) ? `; its last status was ${error.status}` : '';
    return `${job} was given up because its time ran out after ${error.elapsedMs} ms${last}.`;
  },
);
