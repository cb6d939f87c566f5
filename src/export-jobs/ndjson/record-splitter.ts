/**
 * A chunk's text into lines, byte by byte and without parsing: `[{…},{…}]` becomes one line per record. A chunk of
 * megabytes can so be written to a file at the speed of copying it.
 *
 * What is checked is the list around the records, that each record is an object whose brackets close, and that the
 * strings in it end. What else stands between the braces is not looked at: a record of nonsense is passed on as it is.
 */
import { createPortableSplitter } from './portable-splitter.js';
import type { RecordSplitter } from './portable-splitter.js';
import { createSimdSplitter } from './simd-splitter.js';

/** A splitter for one chunk of at most 2 GiB. Uses WebAssembly with SIMD where the platform lets it. */
export function createRecordSplitter(): RecordSplitter {
  return createSimdSplitter() ?? createPortableSplitter();
}
