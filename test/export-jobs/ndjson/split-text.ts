/** A text through a splitter, in pieces, and what came of it. */
import { expect } from 'vitest';

import { createPortableSplitter } from '../../../src/export-jobs/ndjson/portable-splitter.js';
import type { RecordSplitter } from '../../../src/export-jobs/ndjson/portable-splitter.js';
import { createSimdSplitter } from '../../../src/export-jobs/ndjson/simd-splitter.js';

export const createSimd = (): RecordSplitter => createSimdSplitter() ?? expect.fail('This platform has no SIMD, so half of these tests would try nothing.');
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Split {
  /** What each call of `write` gave. */
  readonly ends: readonly number[];
  readonly isWhole: boolean;
  /** `null` where the text was refused. */
  readonly accepted: { readonly bytes: Uint8Array; readonly records: number } | null;
}

export function split(create: () => RecordSplitter, pieces: readonly Uint8Array[]): Split {
  const splitter = create();
  const target = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const ends: number[] = [];
  let room = 0;
  for (const piece of pieces) {
    const end = splitter.write(piece, target, Math.max(0, ends.at(-1) ?? 0));
    room += piece.byteLength;
    expect(end).toBeLessThanOrEqual(room);
    ends.push(end);
  }
  const end = ends.at(-1) ?? 0;
  const accepted = end < 0 ? null : { bytes: target.slice(0, end), records: splitter.records() };
  return { ends, isWhole: splitter.isWhole(), accepted };
}

/** The lines; `null` where the text was refused. */
export const textOf = ({ accepted }: Split): string | null =>
  accepted === null ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(accepted.bytes);

/** Bytes in pieces that end at `cuts`, which may fall anywhere and on each other. */
export function cutAt(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.byteLength + 1)).sort((a, b) => a - b), bytes.byteLength];
  return edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
}

/** What both splitters make of it, which has to be the same. */
export function splitBothWays(pieces: readonly Uint8Array[]): Split {
  const withSimd = split(createSimd, pieces);
  expect(withSimd).toStrictEqual(split(createPortableSplitter, pieces));
  return withSimd;
}
