import fc from 'fast-check';
import { expect, test } from 'vitest';

import { keepScalars } from '../../../src/errors/model/keep-scalars.js';

test('texts, numbers and truth values stay, and what says nothing goes', () => {
  const kept = keepScalars({ text: 'a\nb', zero: 0, no: false, empty: '', blank: ' \t', nothing: null, left: undefined, nan: NaN, huge: Infinity, big: 1n, list: ['a'], map: {} }, 10);
  expect(kept).toStrictEqual({ text: 'a b', zero: 0, no: false });
});

test('texts are cut to one line of the length that is asked for', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, maxLength) => {
    const { line = '' } = keepScalars({ line: text }, maxLength);
    expect(String(line).length).toBeLessThanOrEqual(maxLength);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(line).not.toMatch(/[\u0000-\u001f\u2028\u2029]/);
  }));
});
