import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseRetryAfter } from '../../src/internal/parse-retry-after.js';

const now = Date.parse('Tue, 05 Mar 2024 10:00:00 GMT');

test.each([
  ['30', 30_000],
  ['0', 0],
  [' 7 ', 7_000],
  ['007', 7_000],
  ['9999999999', 9_999_999_999_000],
  ['Tue, 05 Mar 2024 10:00:30 GMT', 30_000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
])('takes %j as a wait of %i ms', (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});

test.each([
  '', ' ', '-5', '+5', '1.5', '1e12', '0x10', '1000000000000', 'soon', '30s', '30, 30', 'NaN', 'Infinity', '٣٠',
  'Xyz, 99 Abc 2024 10:00:00 GMT', 'Tuesday, 05-Mar-24 10:00:30 GMT', 'Tue Mar  5 10:00:30 2024', '2024-03-05T10:00:30Z',
  'Tue, 05 Mar 2024 10:00:30 +0100',
])('takes %j as if the header were absent', (header) => {
  expect(parseRetryAfter(header, now)).toBeNull();
});

test('an absent header asks for no wait', () => {
  expect(parseRetryAfter(undefined, now)).toBeNull();
});

const imfDate = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toUTCString());

test('is never negative and never NaN', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String), imfDate), fc.maxSafeNat(), (header, nowMs) => {
    const wait = parseRetryAfter(header, nowMs);
    expect(wait === null || (Number.isSafeInteger(wait) && wait >= 0)).toBe(true);
  }), { numRuns: 1000 });
});

test('a date in the future is as far away as it is', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
    expect(parseRetryAfter(new Date(now + seconds * 1000).toUTCString(), now)).toBe(seconds * 1000);
  }));
});
