import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseJson } from '../../src/internal/parse-json.js';

test('reads back any JSON value, with and without a byte order mark', () => {
  fc.assert(fc.property(fc.json(), (text) => {
    expect(parseJson(text)).toStrictEqual(JSON.parse(text));
    expect(parseJson(`\ufeff${text}`)).toStrictEqual(JSON.parse(text));
  }));
});

test.each(['', ' ', '{', '<html>', "{'a':1}", 'undefined', 'NaN', '\ufeff\ufeff1', '{"a":1}{"a":2}', '['.repeat(100_000)])(
  'gives undefined for %.20s, which is not JSON',
  (text) => {
    expect(parseJson(text)).toBeUndefined();
  },
);

test('tells the JSON value null from no value', () => {
  expect(parseJson('null')).toBeNull();
});

test('never throws, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(() => parseJson(text)).not.toThrow();
  }));
});
