import { expect, test } from 'vitest';

import { toHexId, toUuid } from '../../src/simulator/invented-ids.js';

test('ids have their forms and depend on the words alone', () => {
  expect(toHexId('request', 1)).toMatch(/^[\da-f]{32}$/);
  expect(toUuid('scan', 1)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(toUuid('scan', 1)).toBe(toUuid('scan', 1));
});

test('100,000 ids are all different', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, at) => toUuid('finding', at)));
  expect(ids.size).toBe(100_000);
});
