/** What every splitter does, tried on both: the one for platforms with SIMD, and the portable one. */
import { describe, expect, test } from 'vitest';

import { createPortableSplitter } from '../../../src/export-jobs/ndjson/portable-splitter.js';
import { createRecordSplitter } from '../../../src/export-jobs/ndjson/record-splitter.js';
import type { RecordSplitter } from '../../../src/export-jobs/ndjson/portable-splitter.js';
import { parseJson } from '../../../src/internal/parse-json.js';
import { createSimd, encode, split, textOf } from './split-text.js';
import type { Split } from './split-text.js';

const splitters = [['with SIMD', createSimd], ['portable', createPortableSplitter], ['as chosen', createRecordSplitter]] as const;
const splitText = (create: () => RecordSplitter, text: string): Split => split(create, [encode(text)]);
const filler = 'x'.repeat(200);

describe.each(splitters)('a splitter %s', (_name, create) => {
  test.each<readonly [string, string, string]>([
    ['a list without records', '[]', ''],
    ['an empty list with space in it', ' [ \n\t\r ] ', ''],
    ['one record', '[{}]', '{}\n'],
    ['two records', '[{"a":1},{"b":[1,{"c":2}]}]', '{"a":1}\n{"b":[1,{"c":2}]}\n'],
    ['space between records', '\r\n[ {"a":1}\t,\n {"b":2}\r\n]\n', '{"a":1}\n{"b":2}\n'],
    ['line breaks in a record', '[{\n  "a": 1,\r\n  "b": [\n]\n}]', '{   "a": 1,    "b": [ ] }\n'],
    ['line breaks between the halves of tokens, which stay apart', '[{"a":tr\nue,"b":1\r2,"c":n\r\null}]', '{"a":tr ue,"b":1 2,"c":n  ull}\n'],
    ['the same in a long record', `[{"a":"${filler}","b":tr\nue,"c":"${filler}"}]`, `{"a":"${filler}","b":tr ue,"c":"${filler}"}\n`],
    ['a byte order mark', '\ufeff[{"a":1}]', '{"a":1}\n'],
    ['a byte order mark and space', '\ufeff\n [{"a":1}]', '{"a":1}\n'],
    ['brackets, commas and quotes in strings', '[{"}],[{":"],{\\"},{"},{"":"\\""}]', '{"}],[{":"],{\\"},{"}\n{"":"\\""}\n'],
    ['strings that end with backslashes', '[{"a":"\\\\"},{"a":"\\\\\\""},{"a":"\\\\\\\\"}]', '{"a":"\\\\"}\n{"a":"\\\\\\""}\n{"a":"\\\\\\\\"}\n'],
    ['escaped line breaks', '[{"a":"\\n\\r\\u000a"}]', '{"a":"\\n\\r\\u000a"}\n'],
    ['letters of all lengths in UTF-8', '[{"ü":"€😀\u2028"}]', '{"ü":"€😀\u2028"}\n'],
    ['a mark in a string, which is a letter there', '[{"a":"\ufeff"}]', '{"a":"\ufeff"}\n'],
    ['a bar and other neighbours of brackets', `[{"a|^~Z\\u007f@":"${filler}|"}]`, `{"a|^~Z\\u007f@":"${filler}|"}\n`],
    ['tabs and spaces in a long record', `[{\t"a" : "${filler}",\t\t"b": 1 }]`, `{\t"a" : "${filler}",\t\t"b": 1 }\n`],
  ])('makes lines of %s', (_title, text, lines) => {
    const whole = splitText(create, text);
    expect(textOf(whole)).toBe(lines);
    expect(whole.isWhole).toBe(true);
    expect(whole.accepted?.records).toBe(lines.split('\n').length - 1);
    expect(textOf(split(create, Array.from(encode(text), (byte) => Uint8Array.of(byte))))).toBe(lines);
  });

  test.each<readonly [string, string]>([
    ['a record without a list', '{"a":1}'],
    ['an error in place of the list', '{"error":"chunk not ready"}'],
    ['a number', '1'],
    ['text before the list', 'x[{}]'],
    ['a page of HTML', '<!doctype html><html>[{}]</html>'],
    ['numbers in the list', '[1,2]'],
    ['a string in the list', '[{},"a"]'],
    ['null in the list', '[{},null]'],
    ['a list in the list', '[[{}]]'],
    ['a missing comma', '[{}{}]'],
    ['a missing comma after a space', '[{} {}]'],
    ['a trailing comma', '[{},]'],
    ['a leading comma', '[,{}]'],
    ['two commas', '[{},,{}]'],
    ['text after the list', '[{}]x'],
    ['a second list', '[][]'],
    ['a bracket too many', '[{}]]'],
    ['a wrong bracket for the list', '[{}}'],
    ['two byte order marks', '\ufeff\ufeff[{}]'],
    ['a byte order mark behind space', ' \ufeff[{}]'],
    ['a space of another kind', '[\u00a0{}]'],
    ['a control character between records', '[{},\u0000{}]'],
    ['a line feed in a string', '[{"a":"b\nc"}]'],
    ['a carriage return in a key', '[{"a\rb":1}]'],
    ['a line feed behind a backslash', '[{"a":"b\\\nc"}]'],
    ['a line feed in a long string', `[{"a":"${filler}\n${filler}"}]`],
    ['a carriage return in a long string', `[{"a":"${filler}\r${filler}"}]`],
    ['a backslash outside of strings', '[{\\"a":1}]'],
    ['a backslash in a long record', `[{"a":"${filler}",\\"b":"${filler}"}]`],
  ])('refuses %s, and all that follows', (_title, text) => {
    const { ends, isWhole } = split(create, [encode(text), encode('[{}]'), new Uint8Array()]);
    expect(ends).toStrictEqual([-1, -1, -1]);
    expect(isWhole).toBe(false);
    expect(split(create, Array.from(encode(text), (byte) => Uint8Array.of(byte))).ends.at(-1)).toBe(-1);
  });

  test.each<readonly [string, readonly number[]]>([
    ['breaks off', [0xef, 0xbb, 0x5b, 0x5d]],
    ['has a space behind its first byte', [0xef, 0x20, 0xbb, 0xbf, 0x5b, 0x5d]],
    ['has a space behind its second', [0xef, 0xbb, 0x20, 0xbf, 0x5b, 0x5d]],
    ['has its second byte first', [0xbb, 0xef, 0xbf, 0x5b, 0x5d]],
    ['has a wrong third byte', [0xef, 0xbb, 0xbb, 0x5b, 0x5d]],
  ])('refuses a byte order mark that %s', (_title, bytes) => {
    expect(split(create, [Uint8Array.from(bytes)]).ends).toStrictEqual([-1]);
  });

  test('counts a record as soon as it ends', () => {
    const splitter = create();
    const target = new Uint8Array(500);
    expect(splitter.write(encode(`[{"a":"${filler}"}`), target, 0)).toBe(208);
    expect(splitter.records()).toBe(1);
    expect(splitter.write(encode(',{"b":1'), target, 208)).toBe(215);
    expect([splitter.records(), splitter.isWhole()]).toStrictEqual([1, false]);
  });

  test('does not look at what stands between the braces of a record', () => {
    const nonsense = '[{1 2 nul "a" "b",,}]}]';
    expect(textOf(splitText(create, nonsense))).toBeNull();
    expect(textOf(splitText(create, '[{1 2 nul "a" "b",,},{]]'))).toBe('{1 2 nul "a" "b",,}\n{]\n');
  });

  test('takes bytes from any place of a buffer to any place of another', () => {
    const bytes = encode('....[{"a":1},{"b":2}]....');
    const target = new Uint8Array(40).fill(0x2d);
    const splitter = create();
    const end = splitter.write(bytes.subarray(4, -4), target, 10);
    expect(new TextDecoder().decode(target.subarray(0, end))).toBe('----------{"a":1}\n{"b":2}\n');
    expect(new TextDecoder().decode(target.subarray(end))).toBe('-'.repeat(40 - end));
  });

  test('follows records of any depth', () => {
    const depth = 150_000;
    const deep = `{"a":${'[{"b":'.repeat(depth)}1${'}]'.repeat(depth)}}`;
    const { accepted, isWhole } = splitText(create, `[${deep},${deep}]`);
    expect(accepted?.records).toBe(2);
    expect(isWhole).toBe(true);
  });

  test.each<readonly [string, number, number]>([['of 16 and 64 bytes', 0, 150], ['of 64 KiB', 65_400, 65_560]])(
    'reads quotes and escapes across every edge %s',
    (_title, first, last) => {
      const tricky = [{ key: '\\', 'a"': '"},{"' }, { '\\"': '\\\\"\n\\', b: [{}, '[', { c: ']}' }] }, {}];
      for (let length = first; length < last; length += 1) {
        const run = '\\'.repeat(length % 7);
        const records = [{ pad: 'x'.repeat(length), run: `${run}"` }, { run: `${run}"${filler}` }, ...tricky];
        const compact = splitText(create, JSON.stringify(records));
        expect(textOf(compact)).toBe(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
        const indented = splitText(create, JSON.stringify(records, null, 1).replaceAll('\n', '\r\n'));
        expect(textOf(indented)?.split('\n').slice(0, -1).map((line) => parseJson(line))).toStrictEqual(records);
        expect([compact.isWhole, indented.isWhole]).toStrictEqual([true, true]);
      }
    },
  );

  test('keeps texts apart that are split in turns', () => {
    const texts = [0, 1, 2, 3, 4].map((at) => JSON.stringify(Array.from({ length: 40 }, (_, id) => ({ id, ['\\"'.repeat(at)]: '"}],\\'.repeat(id % 9) }))));
    const lines = texts.map((text) => ({ bytes: encode(text), splitter: create(), target: new Uint8Array(text.length * 2), end: 0 }));
    for (let from = 0; lines.some(({ bytes }) => from < bytes.byteLength); from += 37) {
      for (const line of lines) line.end = line.splitter.write(line.bytes.subarray(from, from + 37), line.target, line.end);
    }
    for (const [at, { end, splitter, target }] of lines.entries()) {
      expect(new TextDecoder().decode(target.subarray(0, end)), texts[at]).toBe(textOf(splitText(create, texts[at] ?? '')));
      expect(splitter.isWhole()).toBe(true);
    }
  });
});
