import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addHeaders, checkHeaders, isHeaderSafe } from '../../src/transport/header-safety.js';
import { arbitraryText } from '../support/arbitrary-errors.js';

describe('a header value', () => {
  test('that is called safe is taken by the platform as it is', () => {
    fc.assert(fc.property(fc.oneof(arbitraryText, fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\r', '\n', '\u0000', '\u007f', '\u0080', 'ü', '\u0100', '~', ';') })), (value) => {
      fc.pre(isHeaderSafe(value));
      expect(new Headers({ x: value }).get('x')).toBe(value);
    }), { numRuns: 1000 });
  });

  test.each<readonly [unknown, boolean]>([
    ['x', true], ['a b', true], ['ü', true], ['a;b=c', true], ['x'.repeat(4096), true],
    ['', false], [' x', false], ['x ', false], ['a\r\nx-evil: 1', false], ['a\nb', false], ['\u0000', false], ['\u0085', false], ['€', false],
    ['x'.repeat(4097), false], [7, false], [null, false], [undefined, false], [['x'], false],
  ])('%j is safe: %s', (value, isSafe) => {
    expect(isHeaderSafe(value)).toBe(isSafe);
  });
});

describe('headers that a caller adds', () => {
  test.each([undefined, {}, { 'X-Trace': 'abc', accept: '*/*', 'x_1.2~3': 'ü' }])('pass: %j', (headers) => {
    expect(checkHeaders(headers)).toStrictEqual([]);
  });

  test.each([
    'X-ApiKeys', 'x-apikey', 'Authorization', 'COOKIE', 'Host', 'Content-Length', 'Transfer-Encoding', 'Content-Type', 'X-Impersonate',
    'X-SecurityCenter', 'X-Cookie', 'Connection', 'Proxy-Authorization', 'Accept-Encoding', 'TE', 'Upgrade', 'Keep-Alive', 'Trailer',
  ])('may not be %s, which the client sets', (name) => {
    expect(checkHeaders({ [name]: 'CANARY' })).toStrictEqual([{ path: `headers.${name}`, expected: 'left out (the client sets it)', received: 'string' }]);
  });

  test.each<readonly [string, unknown, string, string, string]>([
    ['a list', ['a'], 'headers', 'an object of names and values', 'array'],
    ['text', 'a: b', 'headers', 'an object of names and values', 'string'],
    ['a name with a line break', { 'a\r\nb': 'c' }, 'headers', 'names that HTTP allows', 'string'],
    ['an empty name', { '': 'c' }, 'headers', 'names that HTTP allows', 'string'],
    ['a name that is too long', { ['a'.repeat(101)]: 'c' }, 'headers', 'names that HTTP allows', 'string'],
    ['a value with a line break', { a: 'CANARY\r\nx: y' }, 'headers.a', 'printable Latin-1 text of 1 to 4096 characters (there is a carriage return in it)', 'string'],
    ['a value with a line feed at its end', { a: 'CANARY\n' }, 'headers.a', 'printable Latin-1 text of 1 to 4096 characters (there is a line feed at its end)', 'string'],
    ['a value that is too long', { a: 'a'.repeat(4097) }, 'headers.a', 'printable Latin-1 text of 1 to 4096 characters (it has 4097 characters)', 'string'],
    ['a number', { a: 7 }, 'headers.a', 'printable Latin-1 text of 1 to 4096 characters', 'number'],
    ['a list of values', { a: ['b'] }, 'headers.a', 'printable Latin-1 text of 1 to 4096 characters', 'array'],
  ])('are refused without showing the value: %s', (_title, headers, path, expected, received) => {
    expect(checkHeaders(headers)).toStrictEqual([{ path, expected, received }]);
  });
});

test('headers are added to a copy, the later ones winning', () => {
  const headers = Object.freeze({ accept: '*/*', 'user-agent': 'x' });
  expect(addHeaders(headers, { accept: 'application/json' })).toStrictEqual({ accept: 'application/json', 'user-agent': 'x' });
  expect(headers.accept).toBe('*/*');
});
