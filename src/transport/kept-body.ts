import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import type { ReadBody } from './read-body.js';
import type { ByteSource } from './transport.js';

type Piece = Result<Uint8Array | null, ConnectionError>;

/** A body that was read already, for whoever takes it as it was read, and for whoever reads it like any other. */
export class KeptBody implements ByteSource {
  readonly read: ReadBody;
  private isGiven: boolean;

  constructor(read: ReadBody) {
    this.read = read;
    this.isGiven = read.bytes.byteLength === 0;
  }

  /** A property, as is `cancel`: whoever wraps a source may take them off it. */
  readonly next = (): Promise<Piece> => {
    const { bytes, failure } = this.read;
    const piece: Piece = this.isGiven ? (failure === null ? ok(null) : err(failure)) : ok(bytes);
    this.isGiven = true;
    return Promise.resolve(piece);
  };

  readonly cancel = (): void => {
    this.isGiven = true;
  };
}
