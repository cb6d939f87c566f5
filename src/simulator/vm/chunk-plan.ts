/** How the records of an export job are dealt out to chunks: their numbers, their order, and what is in each. */

/**
 * How jobs go and end.
 * - `finished`: all chunks are there.
 * - `error`: ERROR with the first half of the chunks, the rest cancelled.
 * - `cancelled`: CANCELLED by the service, with the first half.
 * - `chunks-failed`: FINISHED, one chunk failed.
 * - `queued`: QUEUED without end.
 * - `empty-chunk`: FINISHED, and one chunk more than usual, which is `[]`.
 * - `out-of-order`: FINISHED; numbers of chunks have gaps, and one is announced with each poll, the last of them first.
 * - `no-chunks-available`: as `finished`, but answers leave `chunks_available` out until then.
 * - `unknown-status`: as `finished`, but until then the status is a word that is documented nowhere.
 */
export type ExportOutcome =
  | 'finished' | 'error' | 'cancelled' | 'chunks-failed' | 'queued'
  | 'empty-chunk' | 'out-of-order' | 'no-chunks-available' | 'unknown-status';

export interface ChunkPlan {
  /** The numbers of the chunks that are made, in the order in which they become ready. */
  readonly order: readonly number[];
  /** How many chunks the job says to have. Those that are not in `order` are never announced. */
  readonly totalChunks: number;
  /** Which part of the records a chunk has, counted from 0; `null` for a chunk without records. */
  readonly toPart: (chunk: number) => number | null;
}

/** The chunks for records in so many parts. */
export function createChunkPlan(outcome: ExportOutcome, parts: number): ChunkPlan {
  if (outcome === 'empty-chunk') return withEmptyChunk(parts);
  if (outcome === 'out-of-order') return withGaps(parts);
  return { order: evenFirst(parts), totalChunks: parts, toPart: (chunk) => chunk - 1 };
}

/** One chunk more than there are parts: the one in the middle has no records and is announced all the same. */
function withEmptyChunk(parts: number): ChunkPlan {
  const totalChunks = parts + 1;
  const empty = Math.ceil(totalChunks / 2);
  const toPart = (chunk: number): number | null => (chunk === empty ? null : chunk - (chunk < empty ? 1 : 2));
  return { order: evenFirst(totalChunks), totalChunks, toPart };
}

/** Chunks 1, 4, 5, 8, 9, 12 and so on, taken from both ends in turn: 9, 1, 8, 4, 5. The last one comes first. */
function withGaps(parts: number): ChunkPlan {
  const numbers = Array.from({ length: parts }, (_, part) => 2 * part + 1 + (part % 2));
  const order = numbers.map((_, at) => numbers.at(at % 2 === 0 ? -1 - at / 2 : (at - 1) / 2) ?? 0);
  return { order, totalChunks: numbers.at(-1) ?? 0, toPart: (chunk) => Math.floor(chunk / 2) - (chunk % 2 === 0 ? 1 : 0) };
}

/** Tenable processes chunks in parallel, so clients must not count on their order. */
function evenFirst(count: number): readonly number[] {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return [...numbers.filter((chunk) => chunk % 2 === 0), ...numbers.filter((chunk) => chunk % 2 === 1)];
}
