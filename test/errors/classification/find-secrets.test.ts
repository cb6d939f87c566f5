import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createFinder } from '../../../src/errors/classification/find-secrets.js';
import { createRedactor, redacted } from '../../../src/errors/classification/redact.js';

const unit4 = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const upperUnit4 = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const js = (text: string): string => JSON.stringify(text).slice(1, -1);
const go = (text: string): string => js(text).replace(/[<>&\u2028\u2029]/g, unit4);
const ascii = (text: string): string => js(text).replace(/[\u007f-\uffff]/g, unit4);
const php = (text: string): string => ascii(text).replaceAll('/', '\\/');
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', 'é': '&eacute;', '\u00a0': '&nbsp;' };
const html = (text: string): string => text.replace(/[&<>"'é\u00a0]/g, (one) => named[one] ?? one);
const bytes = (text: string, toMark: (hex: string) => string): string => Array.from(new TextEncoder().encode(text), (byte) => toMark(byte.toString(16).padStart(2, '0'))).join('');

/** How servers write text, by what they are made with. */
const encoders: readonly (readonly [string, (text: string) => string])[] = [
  ['JavaScript', js],
  ['Go', go],
  ['Gson', (text) => go(text).replace(/[=']/g, unit4)],
  ['Rails', go],
  ['Jackson with ESCAPE_NON_ASCII', (text) => js(text).replace(/[\u007f-\uffff]/g, upperUnit4)],
  ['.NET', (text) => text.replace(/[^ -~]|[<>&+'"`]/g, upperUnit4).replaceAll('\\', (_one, at: number, all: string) => (all.charAt(at + 1) === 'u' && /^u[0-9A-F]{4}/.test(all.slice(at + 1)) ? '\\' : '\\\\'))],
  ['Python', ascii],
  ['PHP', php],
  ['each character as \\uXXXX', (text) => text.replace(/[\s\S]/g, unit4)],
  ['each byte as \\xXX', (text) => bytes(text, (hex) => `\\x${hex}`)],
  ['\\u{…}', (text) => Array.from(text, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('')],
  ['decimal entities', (text) => Array.from(text, (one) => `&#${one.codePointAt(0) ?? 0};`).join('')],
  ['hexadecimal entities', (text) => Array.from(text, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`).join('')],
  ['named entities', html],
  ['named entities twice', (text) => html(html(text))],
  ['named entities in JSON of Go', (text) => go(html(text))],
  ['URL encoding', encodeURIComponent],
  ['URL encoding twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['URL encoding of each byte', (text) => bytes(text, (hex) => `%${hex}`)],
  ['a form', (text) => new URLSearchParams({ text }).toString().slice(5)],
  ['JSON in JSON', (text) => js(js(text))],
  ['JSON of Go in JSON of PHP', (text) => php(go(text))],
  ['URL encoding in JSON of Python', (text) => ascii(encodeURIComponent(text))],
];

/** What the .NET encoder above cannot tell from an escape of its own. */
const isClear = (secret: string): boolean => !/\\u[0-9A-F]{4}/.test(secret);

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from('abcXYZ0189')) },
  { weight: 5, arbitrary: fc.constantFrom(...Array.from('&<>=\'"\\/%+;#{}`|?:$@! ')) },
  { weight: 2, arbitrary: fc.constantFrom('é', 'ü', '漢', '\u00a0', '\u2028', '🔑', '😀') },
);
const secret = fc.array(character, { minLength: 4, maxLength: 40 }).map((characters) => characters.join('')).filter(isClear);

/** A page or an answer around what it echoes. Its neighbours are no part of any encoding. */
const around = fc.constantFrom<readonly [string, string]>(
  ['{"error":"', '","code":1}'], ['{"error":"no such user: ', ' (see the log)"}'], ['<p>', '</p>'], ['', ''], ['a \\"b\\" 100% of R&D: ', ' \\n'], ['\\\\', '"'],
);

describe('a secret that a server echoes', () => {
  test.each(encoders)('is found as %s writes it', (_name, encode) => {
    fc.assert(fc.property(secret, around, (value, [before, after]) => {
      expect(createRedactor([value])(`${before}${encode(value)}${after}`).replace('9999', redacted)).toMatch(
        new RegExp(`^${before.replace(/[^\w ]/g, '\\$&').replace(/(?:\\\\){2}$/, '(?:\\\\\\\\){0,2}')}\\[redacted\\]${after.replace(/[^\w ]/g, '\\$&')}$`),
      );
    }), { numRuns: 300 });
  });

  test.each(encoders)('is found as %s writes it where the body was cut in it, even in the middle of a character', (_name, encode) => {
    fc.assert(fc.property(secret, fc.double({ min: 0.3, max: 1, noNaN: true }), (value, share) => {
      const echoed = encode(value);
      const kept = echoed.slice(0, Math.ceil(echoed.length * share));
      const begun = Array.from(value, (_one, at) => Array.from(value).slice(0, at + 1).join(''));
      fc.pre(begun.some((part) => part.length >= 4 && kept.startsWith(encode(part))));
      const left = createRedactor([value])(`before: ${kept}`);
      expect(left === `before: ${redacted}` || left === 'before: 9999').toBe(true);
    }), { numRuns: 150 });
  });

  test('is found in the half of a character at the end of bytes that were cut', () => {
    const cut = new TextDecoder().decode(new TextEncoder().encode('x pässwörd').subarray(0, 9));
    expect(createRedactor(['pässwörd'])(cut)).toBe(`x ${redacted}`);
  });

  test.each(encoders)('is found as %s writes it, however much of what begins like it stands around', (_name, encode) => {
    const part = fc.string({ unit: fc.constantFrom('\\', '\\\\', '\\'.repeat(9), '"', 'a'), maxLength: 12 });
    fc.assert(fc.property(part, part, part, (begun, value, after) => {
      const text = `${encode(begun)}|${encode(`${value}bcde`)}|${encode(after)}|${encode(`${value}bcde`)}|`;
      expect(createRedactor([`${value}bcde`])(text)).toMatch(/\|\\*\[redacted\]\|[^|]*\|\\*\[redacted\]\|$/);
    }), { numRuns: 200 });
  });

  test('is found among many others', () => {
    fc.assert(fc.property(fc.array(secret, { minLength: 1, maxLength: 8 }), fc.constantFrom(...encoders), (values, [, encode]) => {
      const left = createRedactor(values)(values.map((value) => `<${encode(value)}>`).join(' '));
      for (const value of values) expect(left.includes(`<${encode(value)}>`)).toBe(false);
    }), { numRuns: 300 });
  });
});

test('JSON stays JSON, whatever stood in front of the secret', () => {
  fc.assert(fc.property(secret, fc.string({ unit: fc.constantFrom('\\', '"', 'a', '\n', 'é', '&') }), fc.constantFrom(js, go, php, ascii), (value, before, encode) => {
    const body = `{"error":"${encode(before + value)}"}`;
    expect(() => JSON.parse(createRedactor([value])(body)) as unknown).not.toThrow();
  }), { numRuns: 500 });
});

test('text without any of the secrets stays as it is', () => {
  const words = fc.array(fc.constantFrom('\\', '%', '&', '+', '&amp;', '%25', '\\u0026', 'words', ' ', '"', '\\n', '%zz', '&;', '\\x', 'R&D', '100%')).map((parts) => parts.join(''));
  fc.assert(fc.property(words, (text) => {
    expect(createFinder(['hunter2!&<>', 'pässwörd'])(text)).toStrictEqual([]);
  }), { numRuns: 500 });
});

test('more than half of a very long secret is enough: servers cut what they echo', () => {
  const long = Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x61 + (at * 7) % 26)).join('');
  expect(createRedactor([long])(`x ${long.slice(0, 200)}… y`)).toBe(`x ${redacted}… y`);
});

describe('the work grows with the text alone', () => {
  const rows = [`${'\\'.repeat(8)}abcd`, `a${'\\'.repeat(8)}bcd`];
  const many = Array.from({ length: 20 }, (_, at) => `&<%+\\"'= ${at}secret&%2B`);
  const time = (text: string, secrets = many): number => {
    const redact = createRedactor(secrets);
    redact(text.slice(0, 1000));
    const startedAt = process.cpuUsage();
    redact(text);
    const { system, user } = process.cpuUsage(startedAt);
    return (system + user) / 1000;
  };
  test.each(['\\', '%', '&', '+', '%25', '&amp;', '\\u0026', '\\a', '&<%+', '&#38;', '\\\\\\"', '%26%3C%25'])('for 64 KiB of %j', (unit) => {
    expect(time(unit.repeat(65_536 / unit.length))).toBeLessThan(3000);
  });
  test.each([1, 8, 64, 128])('where a secret has rows of backslashes, and the text rows of %i', (length) => {
    for (const unit of [`a${'\\'.repeat(length)}`, `${'\\'.repeat(length)}u005c`]) expect(time(unit.repeat(65_536 / unit.length), rows)).toBeLessThan(3000);
    expect(time('\\'.repeat(512 * length), rows)).toBeLessThan(3000);
  });
});
