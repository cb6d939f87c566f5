const ellipsis = '…';

/**
 * The text, cut to `maxLength` UTF-16 units with an ellipsis as the last one. Never cuts a surrogate
 * pair in two: half a pair would come back changed from some encoders.
 */
export function boundText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = maxLength - ellipsis.length;
  const last = text.charCodeAt(end - 1);
  const cutsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, cutsPair ? end - 1 : end) + ellipsis;
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const invisible = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Words of printable ASCII with single blanks between them. Each text can be read in one way only, so the time is linear. */
const plainLine = /^ ?[!-~]*(?: [!-~]+)* ?$/;

/** Whether `toOneLine` changes nothing but blanks at the ends: most texts are spared the replacing. */
export function isOneLine(text: string): boolean {
  return plainLine.test(text);
}

/** One line of printable text: runs of white space and control characters become one blank. */
export function toOneLine(text: string): string {
  return (isOneLine(text) ? text : text.replace(invisible, ' ')).trim();
}
