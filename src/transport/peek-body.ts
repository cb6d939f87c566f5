import { err, ok } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import type { ByteSource } from './transport.js';

/** What a look at the beginning of a body came to. */
export interface PeekedBody {
  /** The bytes that were looked at. */
  readonly start: Uint8Array;
  /** Whether they are all of it, and came whole. */
  readonly isWhole: boolean;
  /** The body from its beginning on, what was looked at included. A body that broke off meanwhile breaks off there. */
  readonly source: ByteSource;
}

/**
 * How many bytes of a body whose first visible byte is this are wanted, counted from that byte. Infinity: as many as
 * `maxBytes` allows.
 */
export type Wanted = (first: number) => number;

/** Looks at the beginning of a body: white space and a byte order mark, the first visible byte, and what `wanted` says of it. */
export async function peekBody(source: ByteSource, wanted: Wanted, maxBytes: number): Promise<PeekedBody> {
  const bytes = new GrowingBytes();
  let at = 0;
  let enough = Infinity;
  while (bytes.length < enough && bytes.length <= maxBytes) {
    const piece = await source.next();
    if (piece.isErr()) return toPeeked(bytes, false, toBrokenSource(piece.error));
    if (piece.value === null) return toPeeked(bytes, true, null);
    bytes.append(piece.value);
    const view = bytes.view();
    while (at < view.byteLength && isBlank(view[at])) at += 1; // each byte is looked at once, however the body is cut
    if (enough === Infinity && at < view.byteLength) enough = at + wanted(view[at] ?? 0);
  }
  return toPeeked(bytes, false, source);
}

function toPeeked(bytes: GrowingBytes, isWhole: boolean, rest: ByteSource | null): PeekedBody {
  const start = bytes.toExact();
  return { start, isWhole, source: toPieceSource(start.byteLength === 0 ? [] : [start], rest) };
}

/** White space of JSON and markup, and the bytes of a byte order mark. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0xef || byte === 0xbb || byte === 0xbf;
}

function toBrokenSource(failure: ConnectionError): ByteSource {
  return { next: () => Promise.resolve(err(failure)), cancel: () => undefined };
}

/** A body of a few pieces that have come already, then of the rest; `null` where there is none. */
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
