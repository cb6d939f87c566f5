import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { recoverAsync } from '../internal/attempt.js';
import { isRecord } from '../internal/is-record.js';
import { guardAsync, settle, toTenableException } from '../result.js';
import type { Border } from '../result.js';
import { toAbortSignal } from './end-signal.js';
import type { ByteSource, Sender, Transport, TransportResponse } from './transport.js';

/**
 * A transport that somebody else wrote, behind the border: what it throws or rejects with, and answers that are
 * none, come out as `TenableException`.
 */
export function withBorder(transport: Transport, border: Border): Sender<ConnectionError | TenableException> {
  return (request, signal) => settle(async () => toAnswer(await transport(request, toAbortSignal(signal)), border), border);
}

type Answer = Result<TransportResponse, ConnectionError | TenableException>;

/** Reads the answer through, so that getters which throw do so inside the border. */
function toAnswer(answer: unknown, border: Border): Answer {
  const nonsense = (): Answer => err(toTenableException(new TypeError('the transport gave no answer of the agreed form'), border));
  if (!isRecord(answer)) return nonsense();
  const { error, value } = answer;
  const failure = toForeignFailure(error);
  if (failure !== null) return err(failure);
  if (!isRecord(value)) return nonsense();
  const { status, headers, body, coding } = value;
  if (typeof status !== 'number' || !isRecord(headers) || !isRecord(body)) return nonsense();
  if (typeof body['next'] !== 'function' || typeof body['cancel'] !== 'function') return nonsense();
  const response: TransportResponse = { status, headers: toTexts(headers), body: toGuardedSource(body as unknown as ByteSource) }; // checked above
  return ok(typeof coding === 'string' && coding !== '' ? { ...response, coding } : response);
}

function toTexts(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, text] of Object.entries(headers)) {
    if (typeof text === 'string') texts[name.toLowerCase()] = text;
  }
  return texts;
}

/** The failure that a foreign transport tells, rebuilt field by field; `null` where it is none. */
function toForeignFailure(error: unknown): ConnectionError | null {
  return isRecord(error) && error['_tag'] === 'ConnectionError' ? ConnectionError(error as unknown as ConnectionError) : null;
}

/** A source whose failures are data; bytes that are none end the body as `protocol`. */
function toGuardedSource(source: ByteSource): ByteSource {
  const foreign: { readonly cancel: () => unknown } = source; // it may turn out to give a promise
  const take = async (): Promise<Piece> => toPiece(await source.next());
  return {
    next: () => recoverAsync(take, toBroken),
    cancel: () => {
      void guardAsync(() => foreign.cancel());
    },
  };
}

type Piece = Result<Uint8Array | null, ConnectionError>;

function toPiece(piece: unknown): Piece {
  if (!isRecord(piece)) return toBroken();
  const { value, error } = piece;
  if (value === null) return ok(null);
  if (value instanceof Uint8Array) return ok(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)); // bytes that are none fail here
  const failure = toForeignFailure(error);
  return failure === null ? toBroken() : err(failure);
}

function toBroken(): Piece {
  return err(ConnectionError({ reason: 'protocol', delivery: 'answered' }));
}
