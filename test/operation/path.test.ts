import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fillPath, toPathParams } from '../../src/operation/path.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { arbitraryText } from '../support/arbitrary-errors.js';

const hostile = fc.oneof(
  fc.constantFrom(
    '../', '..', '.', '%2e%2e', '%2E%2E/', '..%2f', '/', '//evil.example', '\\', '..\\', '?', '?a=b', '#', '#x', '@', ':80', '\u0000',
    'a\u0000b', '\r\n', '\t', ' ', '\ud800', 'x\udfff', '\u2025', '\uff0e\uff0e', '%00', '%', '{scan_id}', "';--", 'ü/ß', '🦀',
  ),
  arbitraryText,
  fc.array(fc.constantFrom('.', '/', '%2e', '%', '\\', '?', '#', 'a', '\u0000', ';'), { maxLength: 6 }).map((parts) => parts.join('')),
);

const origin = 'https://cloud.tenable.com';

describe('a filled path', () => {
  test('has the value in its own segment and nowhere else, or is refused', () => {
    fc.assert(fc.property(hostile, hostile, (first, second) => {
      const filled = fillPath('/a/{first}/b/{second}/c', { first, second });
      if (filled.isErr()) {
        expect(filled.error.map(({ path }) => path).every((name) => name === 'first' || name === 'second')).toBe(true);
        return;
      }
      const { pathname, search, hash, origin: kept } = new URL(origin + filled.value);
      const [, a, one = '', b, two = '', c, ...more] = pathname.split('/');
      expect([a, b, c, more, search, hash, kept]).toStrictEqual(['a', 'b', 'c', [], '', '', origin]);
      expect([decodeURIComponent(one), decodeURIComponent(two)]).toStrictEqual([first, second]);
    }), { numRuns: 2000 });
  });

  test('takes ordinary text and numbers always', () => {
    fc.assert(fc.property(fc.stringMatching(/^[\w~!*'()-][\w .~!*'()%/?#:@&=+$,;-]{0,40}$/), fc.integer(), (text, number) => {
      fc.pre(text !== '.' && text !== '..');
      const filled = expectOk(fillPath('/{text}/{number}', { text, number }));
      expect(filled.split('/').map(decodeURIComponent)).toStrictEqual(['', text, String(number)]);
    }));
  });
});

describe('what cannot stand in a path', () => {
  test.each<readonly [string, unknown, string, string?]>([
    ['nothing', '', 'string', 'it is empty'], ['one dot', '.', 'string', 'it is ".", which leads to another path'],
    ['two dots', '..', 'string', 'it is "..", which leads to another path'], ['NUL', 'a\u0000', 'string', 'there is a NUL character at its end'],
    ['a line break', 'a\nb', 'string', 'there is a line feed in it'], ['delete', '\u007f', 'string', 'there is a control character at its start'],
    ['a backslash', 'a\\b', 'string', 'there is a backslash in it'], ['half a pair', 'a\ud800', 'string', 'there is a character that is not seen at its end'],
    ['a missing value', undefined, 'undefined'], ['null', null, 'null'], ['NaN', NaN, 'NaN'], ['infinity', -Infinity, '-Infinity'],
    ['a list', ['..'], 'array'], ['an object', { toString: (): string => 'x' }, 'object'], ['a boolean', true, 'boolean'], ['a bigint', 1n, 'bigint'],
  ])('is refused by the name of its parameter: %s', (_title, value, received, slip?: unknown) => {
    const expected = `a number or text that can stand in a path${typeof slip === 'string' ? ` (${slip})` : ''}`;
    expect(expectErr(fillPath('/scans/{scan_id}', { scan_id: value }))).toStrictEqual([{ path: 'scan_id', expected, received }]);
  });

  test('is told for all parameters at once', () => {
    expect(expectErr(fillPath('/{a}/{b}/{c}', { a: '.', b: 'b', c: '' })).map(({ path }) => path)).toStrictEqual(['a', 'c']);
  });
});

test.each([
  ['/scans', []], ['/scans/{scan_id}', ['scan_id']], ['/{a}/{b}/{a}', ['a', 'b', 'a']], ['/x/{}/{y', []],
])('knows the parameters of %s', (template, names) => {
  expect(toPathParams(template)).toStrictEqual(names);
});
