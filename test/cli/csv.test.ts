import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createCsvEncoder } from '../../src/cli/csv.js';
import { guardFormulas } from '../../src/cli/formula-guard.js';

const encode = (record: unknown, ...columns: readonly string[]): string => createCsvEncoder(columns).encode([record]);

describe('CSV', () => {
  test('begins with the columns and has a line for each record', () => {
    const { encode: toLines, head } = createCsvEncoder(['asset.hostname', 'plugin.id']);
    expect(head).toBe('asset.hostname,plugin.id\n');
    expect(toLines([{ asset: { hostname: 'a' }, plugin: { id: 1 } }, { asset: { hostname: 'b' }, plugin: { id: 2 } }])).toBe('a,1\nb,2\n');
    expect(toLines([])).toBe('');
  });

  test.each([
    ['nothing', {}, ''],
    ['null', { value: null }, ''],
    ['a number', { value: -1.5 }, '-1.5'],
    ['a truth', { value: false }, 'false'],
    ['a list', { value: ['a', 'b'] }, '"a; b"'],
    ['a list of objects', { value: [{ type: 'CWE' }, 2] }, '"{""type"":""CWE""}; 2"'],
    ['an object', { value: { a: 1 } }, '"{""a"":1}"'],
    ['text with commas, quotes and line breaks', { value: 'a,"b"\nc' }, '"a,""b""\nc"'],
  ])('shows %s', (_what, record, cell) => {
    expect(encode(record, 'value')).toBe(`${cell}\n`);
  });

  test('takes own members only, whatever the path', () => {
    expect(encode({ a: 'text' }, 'a.length', 'constructor', '__proto__', 'a.b.c', '')).toBe(',,,,\n');
    expect(encode(null, 'a')).toBe('\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('puts an apostrophe before %j, which a spreadsheet would run', (value) => {
    expect(encode({ value }, 'value').replace(/^"/, '').startsWith("'")).toBe(true);
  });

  test('puts one before a column that looks so, and before what a list begins with', () => {
    expect(createCsvEncoder(['=x']).head).toBe("'=x\n");
    expect(encode({ value: ['=1', 'b'] }, 'value')).toBe("\"'=1; b\"\n");
  });

  test('quotes a carriage return, which some readers take for the end of a line', () => {
    expect(encode({ value: 'a\rb' }, 'value')).toBe('"a\rb"\n');
  });

  test('puts one wherever a cell would begin in another country', () => {
    expect(encode({ value: ['a', '=1'] }, 'value')).toBe("\"a; '=1\"\n");
    expect(encode({ value: -1 }, 'value')).toBe('-1\n');
  });

  test('keeps every text: what is read back is what was there, but for those apostrophes', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (texts) => {
      const columns = texts.map((_, at) => `c${at}`);
      const cells = readCells(encode(Object.fromEntries(texts.map((text, at) => [`c${at}`, text])), ...columns));
      expect(cells).toStrictEqual(texts.map(guardFormulas));
    }));
  });
});

/** The cells of one line, as RFC 4180 says. */
function readCells(line: string): readonly string[] {
  const cells: string[] = [];
  let rest = line;
  while (rest !== '') {
    const [taken = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^,"\r\n]*))[,\n]/.exec(rest) ?? expect.fail(`not CSV: ${JSON.stringify(rest)}`);
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    rest = rest.slice(taken.length);
  }
  return cells;
}
