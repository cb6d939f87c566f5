/**
 * Characters that are seen, as classes of expressions write them: ASCII, and blocks that hold letters and signs only (Latin,
 * Greek, Cyrillic, Armenian, dashes and quotation marks, kana, Chinese, Korean). What is not among them is looked at one by
 * one, which takes fifty times as long.
 */
const seen = '!-~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0370-\\u058f\\u2010-\\u2027\\u3041-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7a3';

/** Words with single blanks between them. Each text can be read in one way only, so the time is linear. */
const plainLine = new RegExp(`^(?:[${seen}]+(?: [${seen}]+)*)?$`);

/**
 * Runs of what is not seen, or changes how what is seen is read: white space, line breaks, control characters (C0, DEL
 * and C1, the ones that terminals obey among them), directions of writing, characters without width, halves of pairs.
 */
const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu;

/** Whether `cleanText` changes nothing, for most texts; others are looked at more closely there. */
export function isPlainLine(text: string): boolean {
  if (text.length <= shortLength && isVisibleAscii(text)) return true;
  if (text === lastLong) return true;
  const isPlain = plainLine.test(text);
  if (isPlain && text.length >= longLength) lastLong = text;
  return isPlain;
}

/** An error is often made of the parts of another one, whose longest line was looked at just before. */
let lastLong = '';

/** Longer than sentences of ours are. */
const longLength = 150;

/** Names, ids and the like. To start an expression would take longer than to look at them. */
const shortLength = 40;

function isVisibleAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20 || unit >= 0x7f) return false;
  }
  return true;
}

/**
 * Foreign words as one line of visible text, safe to print: each run of white space, of control characters, of marks
 * of direction and of characters without width becomes one blank, never nothing, so that no two words grow together.
 * Whoever redacts a text does so before: a secret may hold what is taken out here. Whoever cuts it does so after.
 */
export function cleanText(text: string): string {
  return isPlainLine(text) ? text : text.replace(unseen, ' ').trim();
}

/** The same with blanks, line breaks and tabs anywhere. */
const plainLines = new RegExp(`^[\\t\\n\\r ${seen}]*$`);

/** The same as `unseen`, one at a time, without white space. */
// eslint-disable-next-line no-control-regex -- two of the control characters are white space, too
const unseenMark = /(?!\s)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[\u000b\u000c\u2028\u2029\ufeff]/gu;

/**
 * Foreign text of several lines, as visible text: line breaks, tabs and blanks stay as they are, and what else is not seen
 * becomes U+FFFD, so that nobody takes the text for what was sent.
 */
export function cleanLines(text: string): string {
  return plainLines.test(text) ? text : text.replace(unseenMark, '\ufffd');
}
