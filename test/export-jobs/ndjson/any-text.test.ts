/** What holds for all texts, of lists and of anything else, for both splitters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isRecord } from '../../../src/internal/is-record.js';
import { parseJson } from '../../../src/internal/parse-json.js';
import { cutAt, encode, splitBothWays, textOf } from './split-text.js';

const letter = fc.oneof(
  fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\r', '\t', '|', '/', 'ü', '€', '😀', '\u2028', '\ud800', ' '),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const words = fc.string({ unit: letter, maxLength: 90 });
const record = fc.dictionary(words, fc.oneof(words, fc.jsonValue({ stringUnit: letter, depthSize: 'medium' })), { maxKeys: 6 });
const list = fc.array(record, { maxLength: 12 });
const cuts = fc.array(fc.nat(), { maxLength: 12 });

/** The ways in which a service may write the same list. */
const format = fc.record({
  indent: fc.constantFrom(0, 1, 2, 3, 4, '\t'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  before: fc.constantFrom('', '\ufeff', ' ', '\n', '\ufeff\r\n'),
  after: fc.constantFrom('', ' ', '\n', '\r\n\t'),
  isEscaped: fc.boolean(),
});
const formatted = fc.tuple(list, format).map(([records, { after, before, indent, isEscaped, newline }]) => {
  const text = JSON.stringify(records, null, indent).replaceAll('\n', newline);
  const spelled = isEscaped ? text.replaceAll('ü', '\\u00fc').replaceAll('/', '\\/') : text;
  return { records, text: `${before}${spelled}${after}` };
});

describe('whatever the text', () => {
  test('each line is one of the records, however it is formatted and cut', () => {
    fc.assert(fc.property(formatted, cuts, ({ records, text }, at) => {
      const whole = splitBothWays(cutAt(encode(text), at));
      const lines = textOf(whole)?.split('\n') ?? [];
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toStrictEqual(JSON.parse(JSON.stringify(records)));
      expect(lines.join('')).not.toContain('\r');
      expect(whole.accepted?.records).toBe(records.length);
      expect(whole.isWhole).toBe(true);
    }), { numRuns: 150 });
  });

  test('a line is valid JSON just where its record was, also with line breaks thrown in', () => {
    const broken = fc.tuple(list, fc.array(fc.tuple(fc.nat(), fc.constantFrom('\n', '\r', '\r\n')), { minLength: 1, maxLength: 5 })).map(([records, breaks]) =>
      breaks.reduce((text, [at, newline]) => `${text.slice(0, at % text.length)}${newline}${text.slice(at % text.length)}`, JSON.stringify([{ a: true, b: null, c: 12.5 }, ...records])));
    fc.assert(fc.property(broken, cuts, (text, at) => {
      const { accepted, isWhole } = splitBothWays(cutAt(encode(text), at));
      if (accepted === null || !isWhole) return;
      const lines = new TextDecoder().decode(accepted.bytes).split('\n').slice(0, -1);
      expect(lines.every((line) => parseJson(line) !== undefined)).toBe(parseJson(text) !== undefined);
    }), { numRuns: 500 });
  });

  test('of JSON, just lists of objects are whole', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.oneof({ weight: 9, arbitrary: record }, fc.jsonValue()))), cuts, (value, at) => {
      const isList = Array.isArray(value) && value.every(isRecord);
      expect(splitBothWays(cutAt(encode(JSON.stringify(value)), at)).isWhole).toBe(isList);
    }), { numRuns: 150 });
  });

  test('what is cut short is never whole, nor refused', () => {
    fc.assert(fc.property(formatted, fc.nat(), cuts, ({ text }, length, at) => {
      const bytes = encode(text);
      const cut = bytes.subarray(0, length % (bytes.lastIndexOf(0x5d) + 1));
      const { accepted, isWhole } = splitBothWays(cutAt(cut, at));
      expect(isWhole).toBe(false);
      expect(accepted).not.toBeNull();
    }), { numRuns: 150 });
  });

  test('all splitters give the same, also of texts with slips', () => {
    const slip = fc.record({ at: fc.nat(), removed: fc.nat({ max: 2 }), added: fc.array(fc.constantFrom(...encode('"\\{}[],:\n\r\t |a\u0000ü')), { maxLength: 2 }) });
    fc.assert(fc.property(formatted, fc.array(slip, { minLength: 1, maxLength: 3 }), cuts, ({ text }, slips, at) => {
      const bytes = [...encode(text)];
      for (const { added, at: place, removed } of slips) bytes.splice(place % (bytes.length + 1), removed, ...added);
      splitBothWays(cutAt(Uint8Array.from(bytes), at));
    }), { numRuns: 300 });
  });

  test('all splitters give the same, also of bytes that mean nothing', () => {
    const byte = fc.oneof(fc.constantFrom(...encode('""""\\\\{}[]{}[],,:\n\r ab')), fc.nat({ max: 255 }));
    const bytes = fc.array(byte, { maxLength: 400, size: 'max' });
    fc.assert(fc.property(fc.constantFrom('', '[', '[{', '[{"', '[{[[[{'), bytes, cuts, (start, noise, at) => {
      splitBothWays(cutAt(Uint8Array.from([...encode(start), ...noise]), at));
    }), { numRuns: 1000 });
  });

  test('all splitters give the same of records of nothing but brackets, quotes and backslashes', () => {
    const token = fc.constantFrom('{', '}', '[', ']', '"', '""', '"\\""', '"\\\\"', '"}"', ',', 'x'.repeat(15), '\n', '{"a":1},');
    fc.assert(fc.property(fc.array(token, { maxLength: 120, size: 'max' }), cuts, (tokens, at) => {
      splitBothWays(cutAt(encode(`[{[[{{{[[${tokens.join('')}`), at));
    }), { numRuns: 1000 });
  });
});
