import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { boundText, isOneLine, toOneLine } from '../../src/internal/bound-text.js';
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

describe('toOneLine', () => {
  test.each([
    ['a\nb', 'a b'],
    ['a\r\n\r\n\tb', 'a b'],
    ['a\n    b', 'a b'],
    ['  a \u0000\u0007 b\u2028c\u0085d  ', 'a b c d'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['\u0000\n', ''],
  ])('makes %j one line', (text, expected) => {
    expect(toOneLine(text)).toBe(expected);
  });

  test('leaves no control character, no line break and no run of blanks', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '\u0000', '\u009f', '\u2029', '\u00a0') }), (text) => {
      const line = toOneLine(text);
      expect(line).toMatch(/^(?:a+(?: a+)*)?$/);
      expect(toOneLine(line)).toBe(line);
    }));
  });
});

describe('isOneLine', () => {
  test('is true only where toOneLine changes no more than blanks at the ends', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '~', ' ', '\n', '\u007f', '\u00e9') }), (text) => {
      if (isOneLine(text)) expect(toOneLine(text)).toBe(text.trim());
    }));
  });

  test.each(['', 'a', 'scans.details found no such object (HTTP 404).', ' a b '])('knows %j as a line', (text) => {
    expect(isOneLine(text)).toBe(true);
  });

  test('takes a long text that is none at its very end', () => {
    expect(isOneLine(`${'ab '.repeat(30_000)}\n`)).toBe(false);
  });
});
