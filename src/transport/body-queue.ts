import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import type { ByteSource } from './transport.js';

/** How much may wait for its reader before the sender is asked to pause. */
const highWaterBytes = 262_144;

/** Pieces below this are joined while they wait: each costs some 150 bytes besides its own, and holds on to what it is a view of. */
const smallBytes = 4_096;

/** How much of small pieces is joined into one. */
const joinedBytes = 65_536;

type Piece = Result<Uint8Array | null, ConnectionError>;

const endPiece: Piece = ok(null);

/**
 * Between a connection that pushes bytes and a reader that pulls them. A class, because one is made for each answer and
 * its methods are shared.
 */
export class BodyQueue implements ByteSource {
  private readonly waiting: Uint8Array[] = [];
  /** Small pieces that wait behind all the others. */
  private small: GrowingBytes | null = null;
  private waitingBytes = 0;
  private ending: Piece | null = null;
  private reader: ((piece: Piece) => void) | null = null;
  private readonly onDrain: () => void;
  private readonly onCancel: () => void;

  /** `onDrain`: the reader has caught up, a paused sender may go on. `onCancel`: the reader gives up the rest. */
  constructor(onDrain: () => void, onCancel: () => void) {
    this.onDrain = onDrain;
    this.onCancel = onCancel;
  }

  /** A property, as is `cancel`: whoever wraps a source may take them off it. */
  readonly next = (): Promise<Piece> => {
    const bytes = this.waiting.shift() ?? this.takeSmall();
    if (bytes !== null) {
      this.waitingBytes -= bytes.byteLength;
      if (this.waitingBytes === 0) this.onDrain();
      return Promise.resolve(ok(bytes));
    }
    if (this.ending !== null) return Promise.resolve(this.ending);
    return new Promise((resolve) => {
      this.reader = resolve;
    });
  };

  readonly cancel = (): void => {
    this.drop();
    if (this.ending !== null) return; // all of it has come: the connection can serve the next request
    this.finish(endPiece);
    this.onCancel();
  };

  /** Adds bytes; `false` asks the sender to pause until `onDrain`. */
  push(bytes: Uint8Array): boolean {
    if (this.ending !== null) return false;
    if (this.reader !== null) {
      this.give(ok(bytes));
      return true;
    }
    this.wait(bytes);
    this.waitingBytes += bytes.byteLength;
    return this.waitingBytes < highWaterBytes;
  }

  /** Nothing more comes. */
  end(): void {
    this.finish(endPiece);
  }

  /** Nothing more comes, and what waits is worth nothing: half an answer is no answer. */
  fail(error: ConnectionError): void {
    if (this.ending !== null) return;
    this.drop();
    this.finish(err(error));
  }

  private wait(bytes: Uint8Array): void {
    if (bytes.byteLength < smallBytes) {
      this.small ??= new GrowingBytes();
      this.small.append(bytes);
      if (this.small.length < joinedBytes) return;
    }
    const before = this.takeSmall();
    if (before !== null) this.waiting.push(before);
    if (bytes.byteLength >= smallBytes) this.waiting.push(bytes);
  }

  private takeSmall(): Uint8Array | null {
    const small = this.small?.view() ?? null;
    this.small = null;
    return small;
  }

  private drop(): void {
    this.waiting.length = 0;
    this.small = null;
  }

  private give(piece: Piece): void {
    const { reader } = this;
    this.reader = null;
    reader?.(piece);
  }

  private finish(piece: Piece): void {
    if (this.ending !== null) return;
    this.ending = piece;
    if (this.reader !== null) this.give(piece);
  }
}
