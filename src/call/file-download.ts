/** A file as it arrives. Whatever ends it early is told as one `FileDownloadError`, after the bytes that came. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import { summarizeError } from '../errors/model/error-summary.js';
import { FileDownloadError } from '../errors/model/job-errors.js';
import type { FileFailure } from '../errors/model/job-errors.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import { ownValue } from '../internal/is-record.js';
import type { FileDownload, FileNames } from '../operation/output.js';
import { toResultAsync } from '../result.js';
import { readCodings } from '../transport/content-coding.js';
import type { TransportResponse } from '../transport/transport.js';
import { toEndedError } from './call.js';
import type { Call } from './call.js';
import { toOfferedFilename } from './offered-filename.js';
import { toFileFailure } from './to-file-failure.js';
import { withCall } from './send-request.js';

const defaultMaxBytes = 67_108_864;

type Piece = IteratorResult<Result<Uint8Array, FileDownloadError>, undefined>;
type Pieces = AsyncIterator<Result<Uint8Array, FileDownloadError>, undefined>;
type ToError = (reason: FileFailure, bytesReceived: number, failure?: ConnectionError) => FileDownloadError;

const end: Piece = { done: true, value: undefined };

/** The file of a good answer. An answer that cannot hold a file (204) is a `FileDownloadError` at once. */
export function createFileDownload(call: Call, names: FileNames, response: TransportResponse): Result<FileDownload, FileDownloadError> {
  const { operation, redact } = call;
  const toError: ToError = (reason, bytesReceived, failure) => FileDownloadError({
    operation: operation.id,
    resource: names.resource,
    resourceId: toText(ownValue(call.input.value, names.resourceId)),
    filename: toText(ownValue(call.input.value, names.filename)),
    reason,
    bytesReceived,
    cause: failure === undefined ? null : summarizeError(withCall(failure, call)),
  });
  if (response.status === 204) {
    call.deadline.close();
    response.body.cancel();
    return err(toError('not-prepared', 0));
  }
  const contentLength = toContentLength(response.headers);
  let isTaken = false;
  const take = (): Pieces => {
    const pieces = isTaken ? toPieces(toError('already-read', 0)) : createPieces(call, response, contentLength, toError);
    isTaken = true;
    return pieces;
  };
  return ok({
    filename: toOfferedFilename(response.headers['content-disposition']),
    contentType: response.headers['content-type'] ?? '',
    contentLength,
    [Symbol.asyncIterator]: take,
    toBytes: (options) =>
      toResultAsync(() => joinPieces(take(), options?.maxBytes ?? defaultMaxBytes, toError), { operation: operation.id, redact })
        .mapErr((error) => (error._tag === 'FileDownloadError' ? error : toError('other', 0))),
  });
}

/** Hand-written rather than a generator: leaving a loop early must release the connection whatever state it is in. */
function createPieces(call: Call, { body, headers }: TransportResponse, contentLength: number | null, toError: ToError): Pieces {
  let bytesReceived = 0;
  let isOver = false;
  const finish = (): void => {
    isOver = true;
    call.deadline.close();
    body.cancel();
  };
  const fail = (reason: FileFailure, failure?: ConnectionError): Piece => {
    finish();
    return { done: false, value: err(toError(reason, bytesReceived, failure)) };
  };
  const next = async (): Promise<Piece> => {
    if (isOver) return end;
    const read = await call.deadline.race<Uint8Array | null, ConnectionError>(body.next(), () => toEndedError(call));
    if (read.isErr()) return fail(toFileFailure(read.error, readCodings(headers['content-encoding'])), read.error);
    if (read.value === null) {
      if (contentLength !== null && bytesReceived !== contentLength) return fail(bytesReceived < contentLength ? 'broken-off' : 'unexpected-content');
      finish();
      return end;
    }
    bytesReceived += read.value.byteLength;
    return { done: false, value: ok(read.value) };
  };
  return {
    next,
    return: () => {
      finish();
      return Promise.resolve(end);
    },
  };
}

/** No pieces but an error. */
function toPieces(error: FileDownloadError): Pieces {
  let isTold = false;
  return {
    next: () => {
      const piece: Piece = isTold ? end : { done: false, value: err(error) };
      isTold = true;
      return Promise.resolve(piece);
    },
  };
}

async function joinPieces(pieces: Pieces, maxBytes: number, toError: ToError): Promise<Result<Uint8Array, FileDownloadError>> {
  const joined = new GrowingBytes();
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    if (piece.value.isErr()) return err(piece.value.error);
    const length = joined.length + piece.value.value.byteLength;
    if (!(length <= maxBytes)) { // no number is no leave to take more
      await pieces.return?.();
      return err(toError('too-large', length));
    }
    joined.append(piece.value.value);
  }
  return ok(joined.toExact());
}

/** Of use only where the bytes that arrive are the bytes that were counted. */
function toContentLength(headers: Readonly<Record<string, string>>): number | null {
  const length = headers['content-length'];
  const isPlain = readCodings(headers['content-encoding']).length === 0;
  return isPlain && length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
