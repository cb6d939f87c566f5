/** The least that is made room for once there is a second piece. */
const firstBytes = 4_096;

/**
 * Pieces of bytes as one, joined as they come: a piece that is kept by itself costs some 150 bytes of memory, and may hold
 * on to the whole buffer that it is a view of. A class, because one is made for each body and its methods are shared.
 */
export class GrowingBytes {
  /** Bytes so far. */
  length = 0;
  private room: Uint8Array = new Uint8Array(0);

  /** Adds a piece. The first one is kept as it is, so that a body in one piece is never copied. */
  append(piece: Uint8Array): void {
    if (this.length === 0) this.room = piece;
    else {
      this.makeRoom(this.length + piece.byteLength);
      this.room.set(piece, this.length);
    }
    this.length += piece.byteLength;
  }

  /** All of them, or the first `maxBytes`: a view that is good until more is added. */
  view(maxBytes = this.length): Uint8Array {
    return this.room.subarray(0, Math.min(this.length, maxBytes));
  }

  /** All of them, without room to grow. */
  toExact(): Uint8Array {
    return this.room.byteLength === this.length ? this.room : this.room.slice(0, this.length);
  }

  /** A view that was handed in is full by its own measure, whatever its buffer could hold: that is not ours. */
  private makeRoom(needed: number): void {
    if (needed <= this.room.byteLength) return;
    const larger = new Uint8Array(Math.max(needed, this.length * 2, firstBytes));
    larger.set(this.view());
    this.room = larger;
  }
}
