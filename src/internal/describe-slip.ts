/** What a text must be like: of at most so many UTF-16 units, and without certain characters. */
export interface TextRule {
  /** One place that is refused. */
  readonly refused: RegExp;
  readonly maxLength: number;
}

/**
 * What is wrong with a text, in words that go into brackets after what was expected: `there is a line feed at its end`.
 * Names the first character that is refused and never another one, since the text may be a secret. `''` where nothing is.
 */
export function describeSlip(text: string, { maxLength, refused }: TextRule): string {
  if (text === '') return 'it is empty';
  const at = text.search(refused);
  if (at >= 0) return `there is ${nameCharacter(text.codePointAt(at) ?? 0)} ${toPlace(text, at)}`;
  return text.length > maxLength ? `it has ${text.length} characters` : '';
}

/** The same for a text that is to be a segment of a path: `.` and `..` walk up the path even when they are encoded. */
export function describeSegmentSlip(text: string, rule: TextRule): string {
  return text === '.' || text === '..' ? `it is "${text}", which leads to another path` : describeSlip(text, rule);
}

/** An expectation with what is wrong behind it. */
export function withSlip(expected: string, slip: string): string {
  return slip === '' ? expected : `${expected} (${slip})`;
}

function toPlace(text: string, at: number): string {
  if (at === 0) return 'at its start';
  return /^(?:[\s\S]|[\r\n]+)$/u.test(text.slice(at)) ? 'at its end' : 'in it';
}

const names: Readonly<Record<string, string>> = {
  '\n': 'a line feed', '\r': 'a carriage return', '\t': 'a tab', ' ': 'a blank', '\0': 'a NUL character', '\\': 'a backslash', '\u00a0': 'a no-break blank',
};

function nameCharacter(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  const name = names[character];
  if (name !== undefined) return name;
  if (/\p{Cc}/u.test(character)) return 'a control character';
  if (/[\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(character)) return 'a character that is not seen';
  return codePoint > 0x7e ? 'a character beyond ASCII' : `"${character}"`;
}
