import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toSearch } from '../../src/operation/query.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const text = fc.string({ unit: 'binary' }); // of whole code points: no lone surrogates
const value = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const values = fc.dictionary(fc.constantFrom('f', 'limit', 'sort', 'a b', 'ü&=', '__proto__'), fc.oneof(value, fc.array(value), fc.constantFrom(undefined, null)));

/** The pairs that a record stands for. */
const toPairs = (record: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
  Object.entries(record).flatMap(([name, one]) =>
    [one].flat().filter((item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean').map((item) => [name, String(item)] as const));

describe('a query', () => {
  test('reads back through URLSearchParams as it was', () => {
    fc.assert(fc.property(values, (record) => {
      const search = expectOk(toSearch(Object.keys(record), record));
      expect([...new URLSearchParams(search)]).toStrictEqual(toPairs(record));
    }));
  });

  test('stays inside the query of a URL whatever stands in it', () => {
    fc.assert(fc.property(values, (record) => {
      const search = expectOk(toSearch(Object.keys(record), record));
      const { pathname, hash, searchParams } = new URL(`https://cloud.tenable.com/scans${search}`);
      expect([pathname, hash]).toStrictEqual(['/scans', '']);
      expect([...searchParams]).toStrictEqual(toPairs(record));
    }));
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['nothing', {}, ''],
    ['no value', { a: undefined, b: null, c: [] }, ''],
    ['one', { a: 1 }, '?a=1'],
    ['in the order of the names', { b: 1, a: true }, '?a=true&b=1'],
    ['a list', { a: ['x', 'y z', 3], b: '' }, '?a=x&a=y%20z&a=3&b='],
    ['nothing for names that were not asked for', { secret: 'x' }, ''],
  ])('is %s', (_title, record, search) => {
    expect(expectOk(toSearch(['a', 'b', 'c'], record))).toBe(search);
  });

  test.each<readonly [unknown, string, string]>([
    [{}, 'a', 'object'], [[['nested']], 'a[0]', 'array'], [() => 1, 'a', 'function'], [Symbol('s'), 'a', 'symbol'], [1n, 'a', 'bigint'],
    ['\ud800', 'a', 'text with half a surrogate pair'], [['ok', '\udc00'], 'a[1]', 'text with half a surrogate pair'],
    [NaN, 'a', 'NaN'], [[1, -Infinity], 'a[1]', '-Infinity'], [new Date(0), 'a', 'Date'], [new Map(), 'a', 'Map'], [[1, undefined], 'a[1]', 'undefined'],
    [[null], 'a[0]', 'null'], [new Array<number>(1), 'a[0]', 'undefined'],
  ])('refuses what has no form in it: %s', (bad, path, received) => {
    expect(expectErr(toSearch(['a'], { a: bad })))
      .toStrictEqual([{ path, expected: 'a finite number, a boolean or well-formed text', received }]);
  });

  test('says no more of a long list than an error keeps', () => {
    expect(expectErr(toSearch(['a'], { a: Array.from({ length: 50_000 }, () => ({})) }))).toHaveLength(20);
  });
});
