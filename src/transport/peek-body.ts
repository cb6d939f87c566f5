import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/connection-error.js';
import { joinBytes } from './read-body.js';
import type { ByteSource } from './transport.js';

/** What a look at the beginning of a body came to. */
export interface PeekedBody {
  /** The body from its beginning on, what was looked at included. */
  readonly source: ByteSource;
  /** All of it, where it begins as a JSON object does and is small; `null` otherwise. */
  readonly object: Uint8Array | null;
}

/** Looks at a body that may be a JSON object of at most `maxBytes`. One that begins otherwise is left after its first bytes. */
export async function peekBody(source: ByteSource, maxBytes: number): Promise<Result<PeekedBody, ConnectionError>> {
  const pieces: Uint8Array[] = [];
  for (let length = 0; length <= maxBytes;) {
    const piece = await source.next();
    if (piece.isErr()) return err(piece.error);
    if (piece.value === null) return ok({ source: toPieceSource(pieces, null), object: joinBytes(pieces) });
    pieces.push(piece.value);
    length += piece.value.byteLength;
    if (!mayBeObject(pieces)) break;
  }
  return ok({ source: toPieceSource(pieces, source), object: null });
}

/** A body of pieces that have come already, then of the rest; `null` where there is none. */
export function toPieceSource(pieces: readonly Uint8Array[], rest: ByteSource | null): ByteSource {
  const waiting = [...pieces];
  return {
    next: () => {
      const piece = waiting.shift();
      if (piece !== undefined) return Promise.resolve(ok(piece));
      return rest === null ? Promise.resolve(ok(null)) : rest.next();
    },
    cancel: () => {
      waiting.length = 0;
      rest?.cancel();
    },
  };
}

/** Whether the first byte that is no white space opens an object, or has not come yet. */
function mayBeObject(pieces: readonly Uint8Array[]): boolean {
  for (const byte of pieces.flatMap((piece) => [...piece.subarray(0, 64)])) {
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte === 0x7b;
  }
  return true;
}
