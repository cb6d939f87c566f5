import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRecentValues } from '../../src/simulator/recent-values.js';

test('what was used longest ago is forgotten first', () => {
  const recent = createRecentValues<string>(9);
  recent.keep('a', '11');
  recent.keep('b', '22');
  recent.keep('c', '33');
  expect(recent.find('a')).toBe('11');
  recent.keep('d', '44');
  expect(['a', 'b', 'c', 'd'].map(recent.find)).toStrictEqual(['11', undefined, '33', '44']);
});

test('a value that is kept anew takes the place of the one before', () => {
  const recent = createRecentValues<string>(9);
  recent.keep('a', '11');
  recent.keep('a', '1111');
  recent.keep('b', '222');
  expect([recent.find('a'), recent.find('b')]).toStrictEqual(['1111', '222']);
});

test('a value that is too long is not kept and drives nothing out', () => {
  const recent = createRecentValues<Uint8Array>(4);
  recent.keep('a', new Uint8Array(3));
  recent.keep('b', new Uint8Array(4));
  expect([recent.find('a')?.length, recent.find('b')]).toStrictEqual([3, undefined]);
});

test('the total never passes the limit, and what fits and was kept last is there', () => {
  const uses = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(12)), { minLength: 1 });
  fc.assert(fc.property(uses, fc.integer({ min: 1, max: 30 }), (kept, maxLength) => {
    const recent = createRecentValues<string>(maxLength);
    for (const [key, length] of kept) {
      recent.keep(key, 'x'.repeat(length));
      expect(recent.find(key)?.length).toBe(length < maxLength ? length : undefined);
    }
    const total = ['a', 'b', 'c', 'd', 'e'].map(recent.find).reduce((sum, value) => sum + (value === undefined ? 0 : value.length + 1), 0);
    expect(total).toBeLessThanOrEqual(maxLength);
  }));
});
