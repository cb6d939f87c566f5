import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createRedactor, redacted, redactMembers } from '../../../src/errors/classification/redact.js';

const hex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const secrets = [hex, 'Pa$$w0rd/With+Sl\\ash"&quote', 'pässwörd-ünïcode', 'two words: a pass phrase'];

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '');
const lowerEscapes = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/** The forms in which a server may echo what it was sent. */
const forms: readonly (readonly [form: string, echo: (secret: string) => string])[] = [
  ['plain', (secret) => secret],
  ['URL-encoded', encodeURIComponent],
  ['URL-encoded with lower-case escapes', (secret) => lowerEscapes(encodeURIComponent(secret))],
  ['form-encoded', (secret) => new URLSearchParams({ x: secret }).toString().slice(2)],
  ['JSON-escaped', (secret) => JSON.stringify(secret).slice(1, -1)],
  ['JSON-escaped as PHP does', (secret) =>
    JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')
      .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ['base64', base64],
  ['base64url', (secret) => Buffer.from(secret).toString('base64url')],
];

const cases = forms.flatMap(([form, echo]) => secrets.map((secret) => [form, secret, echo(secret)] as const));

describe('a known secret', () => {
  test.each(cases)('%s is replaced: %s', (_form, secret, echoed) => {
    expect(createRedactor([secret])(`before ${echoed} after`)).toBe(`before ${redacted} after`);
  });

  test.each(cases)('%s is replaced where a text was cut inside it: %s', (_form, secret, echoed) => {
    const redact = createRedactor([secret]);
    for (let length = 4; length < echoed.length; length += 1) {
      expect(redact(`before ${echoed.slice(0, length)}`)).toBe(`before ${redacted}`);
    }
  });

  test.each(['', 'u', 'us', 'usr'])('is replaced inside longer base64, %j before it', (before) => {
    const plain = `${before}${hex}: was not accepted`;
    const left = createRedactor([hex])(base64(plain));
    // What may stay is the unit at each end that mixes the secret's bits with its neighbours'.
    const shown = Buffer.from(left.replace(redacted, '.'.repeat(4)), 'base64').toString('latin1');
    expect(left).toContain(redacted);
    expect(shown).not.toContain(hex.slice(0, 6));
    expect(shown).not.toContain(hex.slice(-6));
  });

  test('is replaced wherever it stands, however often', () => {
    fc.assert(fc.property(fc.constantFrom(...cases), fc.array(fc.string({ maxLength: 10 }), { minLength: 2 }), ([, secret, echoed], parts) => {
      expect(createRedactor([secret])(parts.join(echoed))).not.toContain(echoed);
    }));
  });

  test('goes first where it contains another one', () => {
    expect(createRedactor(['abcd', 'abcdefgh'])('<abcdefgh> <abcd>')).toBe(`<${redacted}> <${redacted}>`);
  });

  test('of less than four characters is not looked for, as it would match ordinary words', () => {
    expect(createRedactor(['', 'a', 'the'])('the error at a place')).toBe('the error at a place');
  });

  test('may hold a lone surrogate', () => {
    expect(createRedactor(['\ud800abcd'])('x \ud800abcd y')).toBe(`x ${redacted} y`);
  });
});

describe('a member whose name says that it holds a secret', () => {
  test.each([
    ['{"password":"hunter2"}', `{"password":"${redacted}"}`],
    ['{"current_password" : "hunter2","id":1}', `{"current_password" : "${redacted}","id":1}`],
    ['{"apiKey":"hunter2"}', `{"apiKey":"${redacted}"}`],
    ['{"X-Access-Key":"hunter2"}', `{"X-Access-Key":"${redacted}"}`],
    ['{"secretKey":"a\\"hunter2\\\\"}', `{"secretKey":"${redacted}"}`],
    ['{"a":{"b":[{"Token":"hunter2"}]}}', `{"a":{"b":[{"Token":"${redacted}"}]}}`],
    ['{"error":"{\\"token\\":\\"hunter2\\"}"}', `{"error":"{\\"token\\":\\"${redacted}\\"}"}`],
    ['{"response":{"token":1234567890,"id":3}}', `{"response":{"token":"${redacted}","id":3}}`],
    ['X-ApiKeys: accessKey=hunter2; secretKey=hunter2;', `X-ApiKeys: accessKey=${redacted}; secretKey=${redacted};`],
    ['X-Cookie: token=hunter2', `X-Cookie: token=${redacted}`],
    ['GET /x?api_key=hunter2&page=2', `GET /x?api_key=${redacted}&page=2`],
    ['{"error":"bad header \\"X-Cookie: token=hunter2\\""}', `{"error":"bad header \\"X-Cookie: token=${redacted}\\""}`],
  ])('is emptied without knowing the value: %s', (text, expected) => {
    expect(redactMembers(text)).toBe(expected);
  });

  test.each([
    '{"password":"hunter2',
    '{"password":"hunter2\\',
    '{"password":"hunter2\\u00',
    '{"password":"hunter2\\\nmore"}',
    '{"error":"{\\"password\\":\\"hunter2',
    '{"error":"{\\"password\\":\\"x\\\\\\\\hunter2\\"}"}',
    '{"error":"{\\"password\\":\\"hunter2"}',
    'accessKey=hunter2',
    `accessKey=${redacted}hunter2`,
  ])('is emptied in a text that was cut or escaped: %s', (text) => {
    expect(redactMembers(text)).not.toContain('hunter2');
  });

  test.each([
    'Password: too short', 'Password is too weak, at least 12 characters', 'Invalid token', 'The password must not be empty',
    'This request contains an invalid token.', '{"error":"token expired"}', '{"message":"child \\"password\\" fails because it is short"}',
    '{"PasswordComplexity":true,"token":null}', '{"validation":{"keys":["password"]}}', 'passwords = none', 'the cookie jar',
  ])('is no reason to destroy ordinary words: %s', (text) => {
    expect(redactMembers(text)).toBe(text);
  });
});

const messyText = fc.array(
  fc.oneof(
    fc.constantFrom('token', 'password=', 'accessKey=', '"', '\\', '\n', ': ', '=', ';', '{"secret":"', '/', hex, redacted),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
  { maxLength: 12 },
).map((parts) => parts.join(''));
const messyJson = fc.dictionary(messyText, fc.oneof(messyText, fc.integer(), fc.array(messyText), fc.dictionary(messyText, messyText)));

test('JSON stays JSON', () => {
  // A secret in capitals cannot begin with the letter of an escape such as \n.
  const redact = createRedactor([hex.toUpperCase(), 'HUNTER2', '1234567890']);
  const sprinkled = messyJson.map((json) => JSON.stringify({ ...json, echo: 'HUNTER2', number: 1234567890 }));
  fc.assert(fc.property(sprinkled, (text) => {
    expect(() => JSON.parse(redact(text)) as unknown).not.toThrow();
  }), { numRuns: 2000 });
});

test('redacting twice is redacting once', () => {
  const redact = createRedactor([hex]);
  const parts = fc.constantFrom('accessKey=abc', `token=${redacted}`, `token=${hex}`, '{"password":"x"}', '"secret":"y', '; ', ', ', 'words', hex);
  fc.assert(fc.property(fc.array(parts).map((each) => each.join('')), (text) => {
    const once = redact(text);
    expect(redact(once)).toBe(once);
  }));
});

test('text without secrets stays as it is', () => {
  fc.assert(fc.property(fc.lorem({ mode: 'sentences' }), (text) => {
    expect(createRedactor([hex])(text)).toBe(text);
  }));
});

test.each(['a-', 'a', '"token', '"token"', '"token":"', '"token":"\\', '\\"token\\":\\"', 'token=', 'token-', '"a_', '\\', hex.slice(0, 63), 'api', '" : "'])(
  'takes no excessive time over 64 KiB of %j',
  (unit) => {
    const redact = createRedactor(secrets);
    const text = unit.repeat(Math.ceil(65_536 / unit.length));
    const started = performance.now();
    expect(typeof redact(text)).toBe('string');
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
