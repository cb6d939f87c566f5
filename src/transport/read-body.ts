import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/connection-error.js';
import type { ByteSource } from './transport.js';

/** What was read of a body. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  /** Whether the body went on beyond the limit. */
  readonly truncated: boolean;
  /** Bytes that arrived, those beyond the limit included. */
  readonly bytesSeen: number;
}

/** The body up to `maxBytes`. What goes beyond is not waited for: the connection is released. */
export async function readBody(source: ByteSource, maxBytes: number): Promise<Result<ReadBody, ConnectionError>> {
  const parts: Uint8Array[] = [];
  let bytesSeen = 0;
  for (;;) {
    const part = await source.next();
    if (part.isErr()) return err(part.error);
    if (part.value === null) return ok({ bytes: joinBytes(parts, bytesSeen), truncated: false, bytesSeen });
    bytesSeen += part.value.byteLength;
    parts.push(part.value);
    if (bytesSeen > maxBytes) {
      source.cancel();
      return ok({ bytes: joinBytes(parts, bytesSeen).subarray(0, maxBytes), truncated: true, bytesSeen });
    }
  }
}

/** The parts as one. */
export function joinBytes(parts: readonly Uint8Array[], length = parts.reduce((sum, part) => sum + part.byteLength, 0)): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}

const lenientUtf8 = new TextDecoder('utf-8');

/** Bytes as text for people: invalid sequences become replacement characters. */
export function toLenientText(bytes: Uint8Array): string {
  return lenientUtf8.decode(bytes);
}
