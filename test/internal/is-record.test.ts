import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isRecord, ownValue } from '../../src/internal/is-record.js';

test.each([
  [{}, true], [Object.create(null), true], [{ length: 0 }, true],
  [null, false], [undefined, false], [[], false], ['{}', false], [7, false], [() => 1, false],
])('knows whether %s is a JSON object', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});

test('gives own properties and nothing inherited', () => {
  expect(ownValue({ a: 1 }, 'a')).toBe(1);
  expect(ownValue(Object.create({ a: 1 }), 'a')).toBeUndefined();
  expect(ownValue({}, 'toString')).toBeUndefined();
  expect(ownValue(JSON.parse('{"__proto__":5}'), '__proto__')).toBe(5);
  expect(ownValue(['x'], '0')).toBeUndefined();
});

test('gives undefined, and does not throw, whatever it is asked', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.string(), (value, key) => {
    const expected = isRecord(value) && Object.keys(value).includes(key) ? value[key] : undefined;
    expect(ownValue(value, key)).toBe(expected);
  }));
});
