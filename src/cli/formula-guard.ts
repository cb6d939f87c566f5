/**
 * Text as a cell that no spreadsheet takes for a formula. Hosts that are scanned choose some of the text of an export,
 * and a spreadsheet need not split its cells where we do: with the settings of many countries it splits at semicolons,
 * and then quotes inside of a line count for nothing. So every place where a cell could begin is looked at.
 */

/** What formulas begin with; the wide forms of East Asia among them. */
const beginnings = new Set('=+-@＝＋－＠');

/** What cells are parted by somewhere: in some country, in some import dialogue, or by the end of a line. */
const partings = new Set(';|\t\v\f\r\n\u0085\u2028\u2029');

/** What may stand before a formula: white space, quotes, and what has no width. */
const passed = /[\s"\p{Cf}\p{Cc}]/u;

/** An apostrophe before what would be a formula; all else as it is. One pass, however long the text. */
export function guardFormulas(text: string): string {
  let guarded = '';
  let copiedTo = 0;
  let mayBegin = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (partings.has(character)) mayBegin = true;
    else if (mayBegin && beginnings.has(character)) {
      guarded += `${text.slice(copiedTo, at)}'`;
      copiedTo = at;
      mayBegin = false;
    } else if (mayBegin && !passed.test(character)) mayBegin = false;
  }
  // Some spreadsheets throw away a tab or a carriage return at the start, and look at what is behind it.
  return (/^[\t\r]/.test(text) ? "'" : '') + guarded + text.slice(copiedTo);
}
