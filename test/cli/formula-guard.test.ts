import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { guardFormulas } from '../../src/cli/formula-guard.js';

describe('text that a spreadsheet would run', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['  =1', "  '=1"],
    ['\u200b=1', "\u200b'=1"],
    ['\u0000=1', "\u0000'=1"],
    ['"=1"', '"\'=1"'],
    ['a;=1', "a;'=1"],
    ['a; =1', "a; '=1"],
    ['a;"=1"', 'a;"\'=1"'],
    ['a\t@x', "a\t'@x"],
    ['a|=x', "a|'=x"],
    ['a\n-1', "a\n'-1"],
    ['a\r\n=1', "a\r\n'=1"],
    ['a\u2028=1', "a\u2028'=1"],
    ['a;b;=c;+d', "a;b;'=c;'+d"],
    [';;=1', ";;'=1"],
  ])('%j gets an apostrophe before it', (text, guarded) => {
    expect(guardFormulas(text)).toBe(guarded);
  });

  test.each(['a=1', 'a-b', '2026-01-31T02:00:00Z', 'me@example.com', 'https://example.com/?a=1&b=2', 'a; b', "'=1", '1 + 1 = 2', ''])('%j is none, and stays as it is', (text) => {
    expect(guardFormulas(text)).toBe(text);
  });

  const cellsElsewhere = (text: string): readonly string[] => text.split(/[;|\t\v\f\r\n\u0085\u2028\u2029]/);

  test('is in no cell, wherever cells are parted, and without the apostrophes the text is what it was', () => {
    const piece = fc.constantFrom('=', '+', '-', '@', '＝', '＋', ';', '|', '\t', '\n', '\r', ' ', '"', '\u200b', '\u00a0', 'a', "'", '1');
    fc.assert(fc.property(fc.array(piece).map((pieces) => pieces.join('')), (text) => {
      const guarded = guardFormulas(text);
      expect(cellsElsewhere(guarded).filter((cell) => /^[\s"\u200b]*[=+\-@＝＋]/.test(cell))).toStrictEqual([]);
      expect(guarded.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
    }));
  });
});
