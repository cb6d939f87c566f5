/** Words of printable ASCII with single blanks between them. Each text can be read in one way only, so the time is linear. */
const plainLine = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * Runs of what is not seen, or changes how what is seen is read: white space, line breaks, control characters (C0, DEL
 * and C1, the ones that terminals obey among them), directions of writing, characters without width, halves of pairs.
 */
const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu;

/** Whether `cleanText` changes nothing, for most texts. A text beyond ASCII is looked at more closely there. */
export function isPlainLine(text: string): boolean {
  return plainLine.test(text);
}

/**
 * Foreign words as one line of visible text, safe to print: each run of white space, of control characters, of marks
 * of direction and of characters without width becomes one blank, never nothing, so that no two words grow together.
 * Whoever redacts a text does so before: a secret may hold what is taken out here. Whoever cuts it does so after.
 */
export function cleanText(text: string): string {
  return isPlainLine(text) ? text : text.replace(unseen, ' ').trim();
}

/** Printable ASCII, line breaks and tabs. */
const plainLines = /^[\t\n\r -~]*$/;

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
