import fc from 'fast-check';
import { expect, test } from 'vitest';

import { hasMoreValuesThan } from '../../src/internal/has-more-values-than.js';

const count = (value: unknown): number => 1 + (typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, one) => sum + count(one), 0) : 0);

test('counts the values of any JSON exactly', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect([hasMoreValuesThan(count(value), value), hasMoreValuesThan(count(value) - 1, value)]).toStrictEqual([false, true]);
  }));
});

test('stops at the first too many, also where a value holds itself', () => {
  const itself: unknown[] = [];
  itself.push(itself, itself);
  expect([hasMoreValuesThan(1000, itself), hasMoreValuesThan(1000, new Array(10_000_000)), hasMoreValuesThan(1000, new Uint8Array(10_000_000))]).toStrictEqual([true, true, true]);
});
