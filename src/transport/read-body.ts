import type { ConnectionError } from '../errors/model/connection-error.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import { toAttemptError } from './connection-failure.js';
import { toEndReason } from './deadline.js';
import type { HeldBody } from './body-room.js';
import type { EndSignal } from './end-signal.js';
import type { ByteSource } from './transport.js';

/** What was read of a body. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  /** Whether there is more of the body than `bytes`: beyond the limit, or lost. */
  readonly truncated: boolean;
  /** Bytes that arrived, those beyond the limit included. */
  readonly bytesSeen: number;
  /** What ended the body before its end; `null` where nothing did. */
  readonly failure: ConnectionError | null;
}

/** What is read of the body of a failure, in bytes: the verdict may rest on any of it, though an error keeps less. */
export const maxErrorBytes = 1_048_576;

/**
 * The body up to `maxBytes`, or what came of it until it broke off or `signal` ended it. What goes beyond is not waited for:
 * the connection is released. `held` says when there is room for more.
 */
export function readBody(source: ByteSource, maxBytes: number, signal: EndSignal | null = null, held: HeldBody | null = null): Promise<ReadBody> {
  return new Promise((resolve, reject) => {
    const bytes = new GrowingBytes();
    let isOver = false;
    const hasEnded = (): boolean => isOver; // asked again after each wait
    const finish = (truncated: boolean, failure: ConnectionError | null): void => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', onAbort);
      resolve({ bytes: bytes.view(maxBytes), truncated, bytesSeen: bytes.length, failure });
    };
    const onAbort = (): void => {
      if (signal === null) return;
      source.cancel(); // it may be somebody else's, and take no notice of the signal
      finish(true, toAttemptError({ url: '' }, toEndReason(signal), 'answered'));
    };
    const read = async (): Promise<void> => {
      while (!hasEnded()) {
        const piece = await source.next();
        if (hasEnded()) return;
        if (piece.isErr()) finish(true, piece.error);
        else if (piece.value === null) finish(false, null);
        else {
          bytes.append(piece.value);
          if (bytes.length > maxBytes) {
            source.cancel();
            finish(true, null);
            return;
          }
          const waiting = held?.hold(bytes.length) ?? null;
          if (waiting !== null) await waiting;
        }
      }
    };
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort);
    read().then(undefined, reject);
  });
}

const lenientUtf8 = new TextDecoder('utf-8');

/** Bytes as text for people: invalid sequences become replacement characters. */
export function toLenientText(bytes: Uint8Array): string {
  return lenientUtf8.decode(bytes);
}
