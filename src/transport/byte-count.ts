import type { ByteSource, Transport, TransportResponse } from './transport.js';

/** The transport, and `count` told of the bytes of every body as they are read. */
export function withByteCount<E>(transport: Transport<E>, count: (bytes: number) => void): Transport<E> {
  return (request, signal) => transport(request, signal).map((response): TransportResponse => ({
    ...response,
    body: countBytes(response.body, count),
  }));
}

function countBytes(source: ByteSource, count: (bytes: number) => void): ByteSource {
  return {
    next: async (): Promise<Awaited<ReturnType<ByteSource['next']>>> => {
      const piece = await source.next();
      if (piece.isOk() && piece.value !== null) count(piece.value.byteLength);
      return piece;
    },
    cancel: source.cancel,
  };
}
