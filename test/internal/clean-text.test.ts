import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cleanText, isPlainLine } from '../../src/internal/clean-text.js';
import { arbitraryText } from '../support/arbitrary-errors.js';

/** What must not reach a terminal or a log, each with a name for the test's title. */
const hidden: readonly (readonly [string, string])[] = [
  ['an escape', '\u001b'], ['a bell', '\u0007'], ['NUL', '\u0000'], ['DEL', '\u007f'], ['a C1 introducer', '\u009b'], ['NEL', '\u0085'],
  ['a line feed', '\n'], ['a carriage return', '\r'], ['a tab', '\t'], ['a line separator', '\u2028'], ['a paragraph separator', '\u2029'],
  ['a right-to-left override', '\u202e'], ['an isolate', '\u2066'], ['an Arabic letter mark', '\u061c'], ['a left-to-right mark', '\u200e'],
  ['a zero-width space', '\u200b'], ['a zero-width joiner', '\u200d'], ['a word joiner', '\u2060'], ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'], ['a Hangul filler', '\u3164'], ['a variation selector', '\ufe0f'], ['a tag character', '\u{e0041}'],
  ['half a pair', '\ud83d'], ['an interlinear mark', '\ufff9'], ['an Arabic number sign', '\u0600'], ['a no-break space', '\u00a0'],
];

const piece = fc.oneof(fc.constantFrom('a', '~', ' ', 'é', '漢', '🙂', ...hidden.map(([, character]) => character)), fc.string({ unit: 'binary', maxLength: 2 }));
const mixedText = fc.oneof(fc.array(piece).map((pieces) => pieces.join('')), arbitraryText);

describe('cleanText', () => {
  test.each(hidden)('makes %s a blank, alone or in a run, and nothing at the ends', (_name, character) => {
    expect(cleanText(`a${character}b`)).toBe('a b');
    expect(cleanText(`a${character}${character}\n${character}b`)).toBe('a b');
    expect(cleanText(`${character}a${character}`)).toBe('a');
  });

  test.each([
    ['a\n    b', 'a b'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['\u0000\n', ''],
    ['Zoë, 漢字 and 🙂', 'Zoë, 漢字 and 🙂'],
    ['scans.details found no such object (HTTP 404).', 'scans.details found no such object (HTTP 404).'],
  ])('makes %j one line of visible text', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test('leaves nothing that is not seen but single blanks between words, and is clean itself', () => {
    fc.assert(fc.property(mixedText, (text) => {
      const line = cleanText(text);
      expect(line).not.toMatch(/[^\S ]|\p{C}(?<!\p{Co}|\p{Cn})|\p{Default_Ignorable_Code_Point}|^ | $| {2}/u);
      expect(cleanText(line)).toBe(line);
    }));
  });

  test('keeps all that is seen, in its order', () => {
    const seen = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;
    fc.assert(fc.property(mixedText, (text) => {
      expect(cleanText(text).replaceAll(' ', '')).toBe(text.replace(seen, ''));
    }));
  });
});

describe('isPlainLine', () => {
  test('is true only where cleanText changes nothing', () => {
    fc.assert(fc.property(mixedText, (text) => {
      if (isPlainLine(text)) expect(cleanText(text)).toBe(text);
    }));
  });

  test.each(['', 'a', 'a b', 'scans.details found no such object (HTTP 404).'])('knows %j as a line', (text) => {
    expect(isPlainLine(text)).toBe(true);
  });

  test('takes a long text that is none at its very end', () => {
    expect(isPlainLine(`${'ab '.repeat(30_000)}\n`)).toBe(false);
  });
});
