import { ok } from 'neverthrow';

import type { ByteSource, Sender } from './transport.js';

/** The sender, with `count` called for the bytes of every body as they are read. */
export function withByteCount<E>(sender: Sender<E>, count: (bytes: number) => void): Sender<E> {
  return async (request, signal) => {
    const sent = await sender(request, signal);
    return sent.isOk() ? ok({ ...sent.value, body: countBytes(sent.value.body, count) }) : sent;
  };
}

function countBytes(source: ByteSource, count: (bytes: number) => void): ByteSource {
  return {
    next: async (): Promise<Awaited<ReturnType<ByteSource['next']>>> => {
      const piece = await source.next();
      if (piece.isOk() && piece.value !== null) count(piece.value.byteLength);
      return piece;
    },
    cancel: () => {
      source.cancel();
    },
  };
}
