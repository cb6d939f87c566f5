/** A file as it arrives. Whatever ends it early is told as one `FileDownloadError`, after the bytes that came. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/connection-error.js';
import { FileDownloadError } from '../errors/job-errors.js';
import { ownValue } from '../internal/is-record.js';
import type { FileDownload, FileNames } from '../operation/output.js';
import { toResultAsync } from '../result.js';
import { joinBytes } from '../transport/read-body.js';
import type { TransportResponse } from '../transport/transport.js';
import { toEndedError } from './call.js';
import type { Call } from './call.js';

const defaultMaxBytes = 67_108_864;

type Piece = IteratorResult<Result<Uint8Array, FileDownloadError>, undefined>;
const end: Piece = { done: true, value: undefined };

/** The file of a good answer. An answer that can not hold a file (204) is a `FileDownloadError` at once. */
export function createFileDownload(
  call: Call,
  names: FileNames,
  response: TransportResponse,
): Result<FileDownload, FileDownloadError> {
  const toError = (bytesReceived: number): FileDownloadError => FileDownloadError({
    operation: call.operation.id,
    resource: names.resource,
    resourceId: toText(ownValue(call.input.value, names.resourceId)),
    filename: toText(ownValue(call.input.value, names.filename)),
    bytesReceived,
  });
  if (response.status === 204) {
    call.deadline.close();
    response.body.cancel();
    return err(toError(0));
  }
  const contentLength = toContentLength(response.headers);
  const pieces = createPieces(call, response, contentLength, toError);
  return ok({
    filename: toFilename(response.headers['content-disposition']),
    contentType: response.headers['content-type'] ?? '',
    contentLength,
    [Symbol.asyncIterator]: () => pieces,
    toBytes: (options) =>
      toResultAsync(() => joinPieces(pieces, options?.maxBytes ?? defaultMaxBytes, toError), { operation: call.operation.id, redact: call.redact })
        .mapErr((error) => (error._tag === 'FileDownloadError' ? error : toError(0))),
  });
}

/** Hand-written rather than a generator: leaving a loop early must release the connection whatever state it is in. */
function createPieces(
  call: Call,
  { body }: TransportResponse,
  contentLength: number | null,
  toError: (bytesReceived: number) => FileDownloadError,
): AsyncIterator<Result<Uint8Array, FileDownloadError>, undefined> {
  let bytesReceived = 0;
  let isOver = false;
  const finish = (): void => {
    isOver = true;
    call.deadline.close();
    body.cancel();
  };
  const next = async (): Promise<Piece> => {
    if (isOver) return end;
    const read = await call.deadline.race<Uint8Array | null, ConnectionError>(body.next(), () => toEndedError(call));
    const isCut = read.isOk() && read.value === null && contentLength !== null && bytesReceived !== contentLength;
    if (read.isErr() || isCut) {
      finish();
      return { done: false, value: err(toError(bytesReceived)) };
    }
    if (read.value === null) {
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

async function joinPieces(
  pieces: AsyncIterator<Result<Uint8Array, FileDownloadError>, undefined>,
  maxBytes: number,
  toError: (bytesReceived: number) => FileDownloadError,
): Promise<Result<Uint8Array, FileDownloadError>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    if (piece.value.isErr()) return err(piece.value.error);
    length += piece.value.value.byteLength;
    if (!(length <= maxBytes)) { // no number is no leave to take more
      await pieces.return?.();
      return err(toError(length));
    }
    parts.push(piece.value.value);
  }
  return ok(joinBytes(parts, length));
}

/** Of use only where the bytes that arrive are the bytes that were counted. */
function toContentLength(headers: Readonly<Record<string, string>>): number | null {
  const length = headers['content-length'];
  const isPlain = headers['content-encoding'] === undefined || headers['content-encoding'] === 'identity';
  return isPlain && length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

/** The last part of the offered name: a name may not choose the folder that it is written to. */
function toFilename(disposition: string | undefined): string | null {
  const name = /filename="?([^";]{1,255})"?/i.exec(disposition ?? '')?.[1]?.split(/[/\\]/).at(-1)?.trim();
  return name === undefined || name === '' || name === '.' || name === '..' ? null : name;
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
