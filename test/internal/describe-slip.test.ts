import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeSegmentSlip, describeSlip, withSlip } from '../../src/internal/describe-slip.js';

const rule = { refused: /[^\x21-\x3a\x3c-\x7e]/, maxLength: 20 };

describe('describeSlip', () => {
  test.each([
    ['key', ''],
    ['', 'it is empty'],
    ['key\n', 'there is a line feed at its end'],
    ['key\r\n', 'there is a carriage return at its end'],
    ['\tkey', 'there is a tab at its start'],
    ['ke y', 'there is a blank in it'],
    ['key ', 'there is a blank at its end'],
    ['k;y', 'there is ";" in it'],
    ['k\u0000y', 'there is a NUL character in it'],
    ['k\u001by', 'there is a control character in it'],
    ['key\u200b', 'there is a character that is not seen at its end'],
    ['key\ufeff', 'there is a character that is not seen at its end'],
    ['kéy', 'there is a character beyond ASCII in it'],
    ['key🔑', 'there is a character beyond ASCII at its end'],
    ['k'.repeat(21), 'it has 21 characters'],
  ])('says of %j: %s', (text, slip) => {
    expect(describeSlip(text, rule)).toBe(slip);
  });

  test('says something exactly where the rule is broken, and quotes one visible character at most', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 25 }), (text) => {
      const slip = describeSlip(text, rule);
      expect(slip === '').toBe(/^[\x21-\x3a\x3c-\x7e]{1,20}$/.test(text));
      expect(slip).toMatch(/^[A-Za-z0-9 -]*(?:"[!-~]"[a-z ]*)?$/);
    }), { numRuns: 500 });
  });
});

describe('describeSegmentSlip', () => {
  test.each([['.', 'it is ".", which leads to another path'], ['..', 'it is "..", which leads to another path'], ['...', ''], ['a;b', 'there is ";" in it']])('says of %j: %s', (text, slip) => {
    expect(describeSegmentSlip(text, rule)).toBe(slip);
  });
});

test('a slip stands in brackets behind what was expected', () => {
  expect(withSlip('a key', 'it is empty')).toBe('a key (it is empty)');
  expect(withSlip('a key', '')).toBe('a key');
});
