import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isDeeperThan } from '../../src/internal/is-deeper-than.js';

/** The depth of a value, found in another way: by walking it. */
function toDepth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(toDepth));
}

describe('a JSON text', () => {
  test('is deeper than a limit exactly when its value is', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), fc.nat(7), (text, limit) => {
      expect(isDeeperThan(text, limit)).toBe(toDepth(JSON.parse(text)) > limit);
    }));
  });

  test.each([
    ['brackets inside a string', `["${'['.repeat(100)}"]`],
    ['a string that ends in an escaped backslash', `["\\\\", "${'{'.repeat(100)}"]`],
    ['an escaped quote in a string', `["\\"${'['.repeat(100)}"]`],
    ['many values side by side', `[${'[],'.repeat(100)}[]]`],
  ])('is not made deep by %s', (_title, text) => {
    expect(isDeeperThan(text, 2)).toBe(false);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  test('of a hundred thousand levels is found out after a few hundred', () => {
    expect(isDeeperThan('['.repeat(100_000), 256)).toBe(true);
  });
});
