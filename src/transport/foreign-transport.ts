import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/connection-error.js';
import type { TenableException } from '../errors/tenable-exception.js';
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
  const { status, headers, body } = value;
  if (typeof status !== 'number' || !isRecord(headers) || !isRecord(body)) return nonsense();
  if (typeof body['next'] !== 'function' || typeof body['cancel'] !== 'function') return nonsense();
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const lowerCase = texts.map(([name, text]) => [name.toLowerCase(), text] as const);
  return ok({ status, headers: Object.fromEntries(lowerCase), body: toGuardedSource(body as unknown as ByteSource) }); // checked above
}

/** The failure that a foreign transport tells, rebuilt field by field; `null` where it is none. */
function toForeignFailure(error: unknown): ConnectionError | null {
  return isRecord(error) && error['_tag'] === 'ConnectionError' ? ConnectionError(error as unknown as ConnectionError) : null;
}

/** A source whose failures are data; bytes that are none end the body as `protocol`. */
function toGuardedSource(source: ByteSource): ByteSource {
  const foreign: { readonly cancel: () => unknown } = source; // it may turn out to give a promise
  const broken = (): Result<Uint8Array | null, ConnectionError> => err(ConnectionError({ reason: 'protocol', delivery: 'answered' }));
  return {
    next: async () => {
      const read = await guardAsync(async (): Promise<Result<Uint8Array | null, ConnectionError>> => {
        const piece: unknown = await source.next();
        if (!isRecord(piece)) return broken();
        const { value, error } = piece;
        if (value === null) return ok(null);
        if (value instanceof Uint8Array) return ok(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)); // bytes that are none fail here
        const failure = toForeignFailure(error);
        return failure === null ? broken() : err(failure);
      });
      return read.isOk() ? read.value : broken();
    },
    cancel: () => {
      void guardAsync(() => foreign.cancel());
    },
  };
}
