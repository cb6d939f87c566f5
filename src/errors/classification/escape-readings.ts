/**
 * What a place of a text may stand for, by the ways in which servers write characters: JSON and programming languages
 * with a backslash, URLs with `%`, pages with `&`. A way may be used on top of another one: `\u0026amp;`, `%2526`.
 */

/** One reading: the text that is meant, and where what is written for it ends. `null` is one character that has a name. */
export interface Reading {
  readonly value: string | null;
  readonly end: number;
}

/** How many ways may lie on top of each other. JSON inside of JSON inside of JSON takes seven backslashes. */
export const maxDepth = 8;

/** Whether a character may begin a reading that is not itself: `\`, `%`, `&`, and `+`, which is a blank in forms. */
export function isIntroducer(unit: number): boolean {
  return unit === 0x5c || unit === 0x25 || unit === 0x26 || unit === 0x2b;
}

/** All readings of the introducer at `at`, itself first. */
export function toReadings(text: string, at: number): readonly Reading[] {
  const readings: Reading[] = [{ value: text.charAt(at), end: at + 1 }];
  for (let next = 0; next < readings.length && next < maxDepth; next += 1) {
    const { end, value } = readings[next] as Reading; // there are as many
    const read = value === null || value.length > 1 ? null : readAfter(value.charCodeAt(0), text, end);
    if (read !== null) readings.push(read);
  }
  return readings;
}

/** What an introducer makes of what stands behind it. */
function readAfter(introducer: number, text: string, at: number): Reading | null {
  switch (introducer) {
    case 0x5c: return readEscape(text, at);
    case 0x25: return text.charCodeAt(at) === 0x75 ? readHex(text, at + 1, 4) : readBytes(text, at, percentMark); // %u00e9
    case 0x26: return readEntity(text, at);
    case 0x2b: return { value: ' ', end: at };
    default: return null;
  }
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\u0007', e: '\u001b' };

function readEscape(text: string, at: number): Reading | null {
  const letter = text.charAt(at);
  if (letter === 'u') return readHex(text, at + 1, 4) ?? readBraces(text, at + 1);
  if (letter === 'U') return readHex(text, at + 1, 8);
  if (letter === 'x') return readBytes(text, at + 1, escapeMark) ?? readBraces(text, at + 1);
  if (letter >= '0' && letter <= '9') return readOctal(text, at);
  const named = letters[letter];
  if (named !== undefined) return { value: named, end: at + 1 };
  return letter === '' || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ? null : { value: letter, end: at + 1 };
}

function readOctal(text: string, at: number): Reading | null {
  const octal = match(/[0-3][0-7]{2}/y, text, at)?.[0];
  if (octal !== undefined) return { value: String.fromCharCode(Number.parseInt(octal, 8)), end: at + 3 };
  return text.charAt(at) === '0' ? { value: '\0', end: at + 1 } : null;
}

/** `{1f511}`, as JavaScript and others write code points. */
function readBraces(text: string, at: number): Reading | null {
  const [all, digits] = text.charCodeAt(at) === 0x7b ? match(/\{0{0,8}([0-9a-f]{1,6})\}/iy, text, at) ?? [] : [];
  return all === undefined || digits === undefined ? null : toReading(Number.parseInt(digits, 16), at + all.length);
}

function readHex(text: string, at: number, length: number): Reading | null {
  const value = toHex(text, at, length);
  return value < 0 ? null : toReading(value, at + length);
}

/** What stands before a further byte of a character in UTF-8; it may be encoded itself: `%25C3%25A9`, `\\xc3\\xa9`. */
const percentMark = /%(?:25){0,4}(?=[89ab][0-9a-f])/iy;
const escapeMark = /\\{1,8}x(?=[89ab][0-9a-f])/iy;

/** A byte in hexadecimal: one of Latin-1, or with those behind it a character in UTF-8. */
function readBytes(text: string, at: number, mark: RegExp): Reading | null {
  const first = toHex(text, at, 2);
  if (first < 0) return null;
  const count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  let point = count === 1 ? first : first & (0x7f >> count);
  let end = at + 2;
  for (let byte = 1; byte < count; byte += 1) {
    const marked = match(mark, text, end);
    if (marked === null) return toReading(first, at + 2);
    end += marked[0].length;
    point = (point << 6) | (toHex(text, end, 2) & 0x3f);
    end += 2;
  }
  return toReading(point, end);
}

/** Entities that every page knows. Others stand for one character that is no letter or digit of ASCII. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entity = /(?:#0{0,8}(\d{1,7})|#x0{0,8}([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/iy;

function readEntity(text: string, at: number): Reading | null {
  const [all, decimal, hex, name] = match(entity, text, at) ?? [];
  if (all === undefined) return null;
  const end = at + all.length;
  if (decimal !== undefined) return toReading(Number(decimal), end);
  if (hex !== undefined) return toReading(Number.parseInt(hex, 16), end);
  return { value: entities[name?.toLowerCase() ?? ''] ?? null, end };
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function toReading(point: number, end: number): Reading | null {
  return point > 0x10ffff ? null : { value: String.fromCodePoint(point), end };
}

/** The number that `length` digits stand for; -1 where they are none. */
function toHex(text: string, at: number, length: number): number {
  let value = 0;
  for (let digit = at; digit < at + length; digit += 1) {
    const unit = text.charCodeAt(digit);
    const low = unit | 0x20; // capitals as small letters
    if (unit >= 0x30 && unit <= 0x39) value = value * 16 + unit - 0x30;
    else if (low >= 0x61 && low <= 0x66) value = value * 16 + low - 0x57;
    else return -1;
  }
  return value;
}
