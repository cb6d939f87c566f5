import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { boundText } from '../../src/internal/bound-text.js';
import { arbitraryText } from '../support/arbitrary-errors.js';

const maxLength = fc.integer({ min: 1, max: 60 });

describe('boundText', () => {
  test.each([
    ['', 5, ''],
    ['12345', 5, '12345'],
    ['123456', 5, '1234…'],
    ['ab', 1, '…'],
    ['abc🙂', 5, 'abc🙂'],
    ['abc🙂d', 5, 'abc…'],
    ['🙂🙂', 2, '…'],
  ])('cuts %j to %i units as %j', (text, max, expected) => {
    expect(boundText(text, max)).toBe(expected);
  });

  test('is never above the bound, and keeps what fits as it is', () => {
    fc.assert(fc.property(arbitraryText, maxLength, (text, max) => {
      const bounded = boundText(text, max);
      expect(bounded.length).toBeLessThanOrEqual(max);
      expect(bounded === text).toBe(text.length <= max);
      expect(boundText(bounded, max)).toBe(bounded);
    }));
  });

  test('never cuts a surrogate pair in two', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), maxLength, (text, max) => {
      expect(boundText(text, max)).not.toMatch(/\p{Surrogate}/u);
    }));
  });
});
