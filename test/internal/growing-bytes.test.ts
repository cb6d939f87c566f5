import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { GrowingBytes } from '../../src/internal/growing-bytes.js';

describe('growing bytes', () => {
  test('are all pieces in their order', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), fc.nat(100), (pieces, most) => {
      const joined = new GrowingBytes();
      for (const piece of pieces) joined.append(piece);
      const all = pieces.flatMap((piece) => [...piece]);
      expect(joined.length).toBe(all.length);
      expect([...joined.view()]).toStrictEqual(all);
      expect([...joined.view(most)]).toStrictEqual(all.slice(0, most));
      expect(joined.toExact().byteLength).toBe(all.length);
    }));
  });

  test('keep a first piece as it is, and write into no piece', () => {
    const buffer = Uint8Array.of(1, 2, 3, 4);
    const joined = new GrowingBytes();
    joined.append(buffer.subarray(0, 2));
    expect(joined.toExact().buffer).toBe(buffer.buffer);
    joined.append(Uint8Array.of(9));
    expect([...buffer]).toStrictEqual([1, 2, 3, 4]);
    expect([...joined.view()]).toStrictEqual([1, 2, 9]);
  });
});
