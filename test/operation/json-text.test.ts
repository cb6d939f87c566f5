import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeOdd, jsonWords, toJsonText } from '../../src/operation/json-text.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { hostileValue } from '../support/hostile.js';

class Filter {
  readonly name = 'severity';
}

const refusedValues: readonly (readonly [received: string, value: unknown])[] = [
  ['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity], ['bigint', 1n], ['function', () => 1], ['symbol', Symbol('s')],
  ['text with half a surrogate pair', 'a\ud800'], ['Map', new Map([[1, 2]])], ['Set', new Set([1])], ['Blob', new Blob(['x'])], ['FormData', new FormData()],
  ['Date', new Date(0)], ['URL', new URL('https://example.com')], ['RegExp', /x/], ['Error', new Error('CANARY')], ['Uint8Array', new Uint8Array(2)],
  ['ArrayBuffer', new ArrayBuffer(2)], ['Promise', Promise.resolve(1)], ['Number', Object(1)], ['String', Object('a')], ['Math', Math],
  ['instance of a class', new Filter()], ['instance of a class', Object.create({ inherited: 1 })],
];

describe('what JSON cannot hold is refused, with its path and its kind', () => {
  test.each(refusedValues)('%s', (received, value) => {
    const issues = expectErr(toJsonText({ filters: { list: [1, { deep: value }] }, one: [value] }));
    expect(issues).toStrictEqual([
      { path: 'filters.list[1].deep', expected: jsonWords, received }, { path: 'one[0]', expected: jsonWords, received },
    ]);
  });

  test.each<readonly [string, unknown, string, string]>([
    ['undefined in an array', [1, undefined], 'a[1]', 'undefined'],
    ['a gap in an array', [1, , 3], 'a[1]', 'undefined'],  
    ['an own toJSON', { toJSON: () => 'x' }, 'a.toJSON', 'function'],
    ['a named member of an array', Object.assign([1], { index: 0 }), 'a', 'array'],
    ['a name that is a symbol', { [Symbol('s')]: 1 }, 'a', 'object'],
    ['a name with half a pair', { '\udc00': 1 }, 'a.\udc00', 'a name with half a surrogate pair'],
    ['a getter that throws', { get b(): never { throw new Error('CANARY'); } }, 'a.b', 'a getter or proxy that throws'],
    ['a proxy that was revoked', [toRevoked()], 'a[0]', 'a getter or proxy that throws'],
    ['a tag of the caller', { [Symbol.toStringTag]: 'CANARY<script>' }, 'a', 'instance of a class'],
  ])('%s', (_title, value, path, received) => {
    const issues = expectErr(toJsonText({ a: value }));
    expect(issues).toMatchObject([{ path, received }]);
    expect(JSON.stringify(issues)).not.toContain('CANARY');
  });

  test('a value that contains itself, at whatever distance', () => {
    const near: Record<string, unknown> = {};
    near['self'] = near;
    const far: unknown[] = [];
    far.push({ x: [{ far }] });
    expect(expectErr(toJsonText({ near, far }))).toMatchObject([
      { path: 'near.self', expected: 'a value that does not contain itself' }, { path: 'far[0].x[0].far', expected: 'a value that does not contain itself' },
    ]);
  });

  test('more levels than 100, more values than 100,000, also by one value that stands in many places', () => {
    const nest = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);
    expect(expectOk(toJsonText({ a: nest(99) }))).toContain('[1]');
    expect(expectErr(toJsonText({ a: nest(100) }))).toMatchObject([{ expected: 'at most 100 levels deep' }]);
    expect(expectErr(toJsonText({ a: nest(50_000) }))).toHaveLength(1);
    expect(expectOk(toJsonText({ a: Array.from({ length: 99_998 }, () => 1) })).length).toBeGreaterThan(199_000);
    expect(expectErr(toJsonText({ a: Array.from({ length: 10_000_000 }, () => 1) }))).toMatchObject([{ expected: 'part of an input of at most 100000 values' }]);
    const bomb = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 1);
    expect(expectErr(toJsonText({ bomb }))).toHaveLength(1);
  });

  test('no more than an error keeps', () => {
    expect(expectErr(toJsonText({ a: Array.from({ length: 500 }, () => NaN) }))).toHaveLength(20);
  });
});

describe('what JSON can hold comes back as it was', () => {
  test('whatever it is', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })), (data) => {
      expect(expectOk(toJsonText(data))).toBe(JSON.stringify(data));
    }));
  });

  test('a member that is undefined is not given; one value may stand in two places; a minus before 0 does not matter', () => {
    const shared = { id: 1 };
    expect(expectOk(toJsonText({ a: undefined, one: shared, other: [shared], zero: -0, none: null }))).toBe('{"one":{"id":1},"other":[{"id":1}],"zero":0,"none":null}');
  });

  test('objects without a prototype and objects of another realm are plain', () => {
    const foreign = runInNewContext('({ list: [{ a: 1 }] })') as unknown; // what its text says
    expect(expectOk(toJsonText({ foreign, bare: Object.assign(Object.create(null) as object, { b: 2 }) }))).toBe('{"foreign":{"list":[{"a":1}]},"bare":{"b":2}}');
  });

  test('a member named __proto__ is one', () => {
    expect(expectOk(toJsonText(JSON.parse('{"a":{"__proto__":{"x":1}}}') as Readonly<Record<string, unknown>>))).toBe('{"a":{"__proto__":{"x":1}}}');
  });
});

test('hostile values are an answer, too: the text says all that there is, or there is an issue', () => {
  fc.assert(fc.property(hostileValue, (make) => {
    const result = toJsonText({ a: make() });
    if (result.isOk()) expect(JSON.parse(result.value)).toBeTypeOf('object');
    else expect(result.error.length).toBeGreaterThan(0);
  }), { numRuns: 2000 });
});

test('the word for a value is never the value', () => {
  fc.assert(fc.property(hostileValue, (make) => {
    expect(describeOdd(make())).toMatch(/^-?[\w ]{1,40}$/);
  }), { numRuns: 2000 });
});

function toRevoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test('a zero without a sign is sent for one with: JSON has one zero, and no service tells them apart', () => {
  expect(expectOk(toJsonText({ a: -0, b: [-0] }))).toBe('{"a":0,"b":[0]}');
});
