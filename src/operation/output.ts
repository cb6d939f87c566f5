/** What an operation gives back: decoded JSON, nothing, or a file. */
import type { Result, ResultAsync } from 'neverthrow';

import type { FileDownloadError } from '../errors/model/job-errors.js';
import type { AnswerSize } from '../internal/answer-size.js';
import type { Schema } from '../schema/schema.js';

/** How an answer's body becomes the operation's output. */
export type OutputForm<Output> =
  | { readonly kind: 'json'; readonly schema: Schema<unknown, Output>; readonly size?: AnswerSize }
  | { readonly kind: 'empty'; readonly type?: Output }
  | { readonly kind: 'file'; readonly names: FileNames; readonly type?: Output };

/** Where a `FileDownloadError` gets its words from: the kind of resource, and names of the input. */
export interface FileNames {
  readonly resource: string;
  readonly resourceId: string;
  readonly filename: string;
  /** Whether the file may be a page of HTML. Where it may not, one that comes is an `APIError`, whatever it is called. Default `true`. */
  readonly mayBeHtml?: boolean;
}

/**
 * A JSON body that fits `schema`. Name the type: `json<Scan>(scan)` is what the caller's editor shows. `size` says which limits
 * it has (`maxBodyBytes`, `maxBodyValues`): by default those of a `list` for what is read, those of a `call` for what changes.
 */
/* @__NO_SIDE_EFFECTS__ */
export function json<Output>(schema: Schema<unknown, Output>, size?: AnswerSize): OutputForm<Output> {
  return size === undefined ? { kind: 'json', schema } : { kind: 'json', schema, size };
}

/** No body, or one that says nothing. */
export const empty: OutputForm<undefined> = { kind: 'empty' };

/** A file, streamed: `file({ resource: 'scans', resourceId: 'scan_id', filename: 'file_id' })`. */
/* @__NO_SIDE_EFFECTS__ */
export function file(names: FileNames): OutputForm<FileDownload> {
  return { kind: 'file', names };
}

/**
 * A file under way. Read it once: piece by piece, or whole with `toBytes`. The call's deadline goes on until
 * the end; leaving the loop early releases the connection.
 */
export interface FileDownload extends AsyncIterable<Result<Uint8Array, FileDownloadError>> {
  /** The name that the server gives the file; `null` where it gives none. */
  readonly filename: string | null;
  readonly contentType: string;
  /** Size in bytes as announced; `null` where it is not known, as with compressed transfer. */
  readonly contentLength: number | null;
  /** All of it in memory. A file beyond `maxBytes` (default 64 MiB) is a `FileDownloadError`. */
  readonly toBytes: (options?: { readonly maxBytes?: number }) => ResultAsync<Uint8Array, FileDownloadError>;
}
