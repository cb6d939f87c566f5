/**
 * A chunk's text into lines, byte by byte and without parsing: `[{…},{…}]` becomes one line per record. A chunk of
 * megabytes can so be written to a file at the speed of copying it.
 *
 * What is checked is the list around the records, that each record is an object whose brackets close, and that the
 * strings in it end. What else stands between the braces is not looked at: a record of nonsense is passed on as it is.
 */
import { createPortableSplitter } from './portable-splitter.js';
import { createSimdSplitter } from './simd-splitter.js';

/** The text of one chunk on its way, piece by piece. Any number of them may be in use at once, turn by turn. */
export interface RecordSplitter {
  /**
   * Writes what `piece` comes to into `target` from offset `at` on, in bytes, and gives the offset behind it. That is
   * never more than the piece is long, so `target` needs `piece.byteLength` bytes from `at`; it must not share memory
   * with the piece. A piece may be cut anywhere and have any size.
   *
   * Gives -1 as soon as the text cannot be a JSON list of objects, and from then on always. What `target` holds
   * behind `at` is waste then.
   */
  readonly write: (piece: Uint8Array, target: Uint8Array, at: number) => number;
  /** Records that are complete. Each is one line, ended by a line feed as soon as what follows the record has come. */
  readonly records: () => number;
  /** Whether the text was a whole list: its last bracket has come. `false` at the text's end means that it was cut. */
  readonly isWhole: () => boolean;
}

/** A splitter for one chunk of at most 2 GiB. Uses WebAssembly with SIMD where the platform lets it. */
export function createRecordSplitter(): RecordSplitter {
  return createSimdSplitter() ?? createPortableSplitter();
}
