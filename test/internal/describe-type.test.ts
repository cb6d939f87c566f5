import { expect, test } from 'vitest';

import { describeType } from '../../src/internal/describe-type.js';

test.each([
  [null, 'null'], [undefined, 'undefined'], [[], 'array'], [{}, 'object'], ['', 'string'], [1, 'number'], [NaN, 'NaN'], [-Infinity, '-Infinity'],
  [1n, 'bigint'], [true, 'boolean'], [Symbol('s'), 'symbol'], [() => 1, 'function'],
])('describes the type of %s', (value, expected) => {
  expect(describeType(value)).toBe(expected);
});
