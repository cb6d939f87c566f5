import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/connection-error.js';
import type { ByteSource } from './transport.js';

/** How much may wait for its reader before the sender is asked to pause. */
const highWaterBytes = 262_144;

/** Between a connection that pushes bytes and a reader that pulls them. */
export interface BodyQueue {
  readonly source: ByteSource;
  /** Adds bytes; `false` asks the sender to pause until `onDrain`. */
  readonly push: (bytes: Uint8Array) => boolean;
  readonly end: () => void;
  readonly fail: (error: ConnectionError) => void;
}

export interface BodyQueueHooks {
  /** The reader has caught up: a paused sender may go on. */
  readonly onDrain: () => void;
  /** The reader gives up the rest. */
  readonly onCancel: () => void;
}

type Piece = Result<Uint8Array | null, ConnectionError>;

/** An empty queue. */
export function createBodyQueue(hooks: BodyQueueHooks): BodyQueue {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let ending: Piece | null = null;
  let reader: ((piece: Piece) => void) | null = null;

  const give = (piece: Piece): void => {
    reader?.(piece);
    reader = null;
  };
  const finish = (piece: Piece): void => {
    if (ending !== null) return;
    ending = piece;
    if (reader !== null) give(piece);
  };
  const next = (): Promise<Piece> => {
    const bytes = waiting.shift();
    if (bytes !== undefined) {
      waitingBytes -= bytes.byteLength;
      if (waitingBytes === 0) hooks.onDrain();
      return Promise.resolve(ok(bytes));
    }
    if (ending !== null) return Promise.resolve(ending);
    return new Promise((resolve) => {
      reader = resolve;
    });
  };
  return {
    source: {
      next,
      cancel: () => {
        waiting.length = 0;
        if (ending !== null) return; // all of it has come: the connection can serve the next request
        finish(ok(null));
        hooks.onCancel();
      },
    },
    push: (bytes) => {
      if (ending !== null) return false;
      if (reader !== null) {
        give(ok(bytes));
        return true;
      }
      waiting.push(bytes);
      waitingBytes += bytes.byteLength;
      return waitingBytes < highWaterBytes;
    },
    end: () => {
      finish(ok(null));
    },
    fail: (error) => {
      if (ending !== null) return;
      waiting.length = 0; // half an answer is no answer
      finish(err(error));
    },
  };
}
