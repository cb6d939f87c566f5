/**
 * Where known secrets stand in a text, however a server wrote them: each character may stand as it is or in any of the
 * ways of `escape-readings.ts`, which way or ways whichever encoder chose.
 */
import { isIntroducer, maxDepth, toReadings } from './escape-readings.js';
import type { Reading } from './escape-readings.js';

/** Shorter values are not looked for: they would match ordinary words. No product accepts such a secret. */
export const minSecretLength = 4;

/** A part of a text: from, and up to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** So many units of a secret in a row are taken for it, whatever follows: servers cut what they echo. */
const enoughUnits = 128;

/** A value to look for. */
interface Needle {
  readonly value: string;
  /** Up to where it was found: it is not looked for inside of itself. */
  found: number;
  /** Places from which it does not come to its end, each with how much of it is before. So a row of backslashes is followed once, and not from each of them. */
  readonly dead: Set<number>;
}

/** A place in a text, and how much of the value is before it. */
type Place = readonly [at: number, done: number];

/** Finds values in texts. */
export type Finder = (text: string) => readonly Span[];

/** A finder for `values`. It looks where one of them may begin, which is nowhere in most texts. */
export function createFinder(values: readonly string[]): Finder {
  if (values.length === 0) return () => none;
  const needles = values.map((value): Needle => ({ value, found: 0, dead: new Set() }));
  const hasBlank = values.some((value) => value.includes(' '));
  const sought: Sought = {
    buckets: toBuckets(needles),
    odd: needles.filter(({ value }) => isOdd(value.charCodeAt(0))),
    starts: toStartPattern(values),
    introducers: hasBlank ? /[\\%&+]/g : /[\\%&]/g,
  };
  return (text) => {
    const start = text.search(sought.starts);
    const hasIntroducer = text.includes('\\') || text.includes('%') || text.includes('&') || (hasBlank && text.includes('+'));
    if (start < 0 && !hasIntroducer) return none;
    const search = new Search(text, sought);
    if (start >= 0) search.lookAtStarts(start);
    needles.forEach(reset); // the places come in their order anew
    if (hasIntroducer) search.lookAroundIntroducers();
    needles.forEach(reset);
    return search.spans;
  };
}

function reset(needle: Needle): void {
  needle.found = 0;
  needle.dead.clear();
}

const none: readonly Span[] = [];

/** Finds the beginning of any value, written as it is. */
function toStartPattern(values: readonly string[]): RegExp {
  const starts = new Set(values.map((value) => value.slice(0, minSecretLength).replace(/[^\w\u0080-\uffff]/g, '\\$&')));
  return new RegExp([...starts].join('|'), 'g');
}

type Buckets = ReadonlyMap<number, readonly Needle[]>;

/** What is looked for, and where to look. */
interface Sought {
  readonly buckets: Buckets;
  /** Those whose first character may be written by its name. */
  readonly odd: readonly Needle[];
  readonly starts: RegExp;
  readonly introducers: RegExp;
}

/** The values by their first unit. */
function toBuckets(needles: readonly Needle[]): Buckets {
  const buckets = new Map<number, Needle[]>();
  for (const needle of needles) {
    const first = needle.value.charCodeAt(0);
    const bucket = buckets.get(first);
    if (bucket === undefined) buckets.set(first, [needle]);
    else bucket.push(needle);
  }
  return buckets;
}

/** One search through one text. */
class Search {
  readonly spans: Span[] = [];
  private readonly text: string;
  private readonly sought: Sought;
  private readonly readings = new Map<number, readonly Reading[]>();

  constructor(text: string, sought: Sought) {
    this.text = text;
    this.sought = sought;
  }

  /** Looks where a value begins as it is. */
  lookAtStarts(first: number): void {
    const { starts } = this.sought;
    starts.lastIndex = first;
    for (let found = starts.exec(this.text); found !== null; found = starts.exec(this.text)) {
      this.lookAt(found.index);
      starts.lastIndex = found.index + 1;
    }
  }

  /** Looks where a value may begin of whose first units one is not written as it is. */
  lookAroundIntroducers(): void {
    const { text } = this;
    const { introducers } = this.sought;
    introducers.lastIndex = 0;
    let seen = -1;
    while (introducers.test(text)) {
      const index = introducers.lastIndex - 1;
      for (let at = Math.max(seen + 1, index - minSecretLength + 1); at <= index; at += 1) this.lookAt(at);
      // The first backslash of a row speaks for all of it.
      if (text.charCodeAt(index) !== 0x5c || text.charCodeAt(index - 1) !== 0x5c) this.lookBehind(index);
      seen = index;
    }
  }

  private lookAt(at: number): void {
    const bucket = this.sought.buckets.get(this.text.charCodeAt(at));
    if (bucket === undefined) return;
    const next = this.text.charCodeAt(at + 1);
    const isOpen = isIntroducer(next) || isIntroducer(this.text.charCodeAt(at));
    for (const needle of bucket) if (isOpen || needle.value.charCodeAt(1) === next) this.look(at, needle);
  }

  /** The values whose first character may be written here in another way than as itself. */
  private lookBehind(at: number): void {
    if (!mayIntroduce(this.text, at)) return;
    for (const { value } of this.toReadings(at)) {
      const bucket = value === null ? this.sought.odd : this.sought.buckets.get(value.charCodeAt(0)) ?? [];
      for (const needle of bucket) this.look(at, needle);
    }
  }

  private look(from: number, needle: Needle): void {
    if (from < needle.found) return;
    const to = this.match(from, needle);
    if (to < 0) return;
    needle.found = to;
    needle.dead.clear();
    this.spans.push({ from: this.toWholeEscape(from), to });
  }

  /** A backslash that would escape what is put there instead goes with it. */
  private toWholeEscape(from: number): number {
    let before = from;
    while (this.text.charCodeAt(before - 1) === 0x5c) before -= 1;
    return (from - before) % 2 === 0 ? from : from - 1;
  }

  /** Where the value ends that begins at `from`; -1 where it does not. One that goes on beyond the end of the text was cut there. */
  private match(from: number, needle: Needle): number {
    const { value } = needle;
    const done = toEndOfPlain(this.text, value, from, 0);
    const at = from + done;
    const end = this.toEnd(from, at, done, value);
    return done === value.length || !this.goesOn(at, done, value) ? end : Math.max(end, this.matchReadings(from, at, done, needle));
  }

  /** Whether the value goes on with what an introducer stands for. */
  private goesOn(at: number, done: number, value: string): boolean {
    if (!isIntroducer(this.text.charCodeAt(at))) return false;
    for (const reading of this.toReadings(at)) if (toLength(reading, value, done) > 0) return true;
    return false;
  }

  /** The same from an introducer on: all readings are followed, each place once for each length of what is matched. */
  private matchReadings(from: number, begun: number, before: number, { dead, value }: Needle): number {
    const open: Place[] = [[begun, before]];
    let best = -1;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const plain = toEndOfPlain(this.text, value, place[0], place[1]);
      const at = place[0] + plain;
      const done = place[1] + plain;
      best = Math.max(best, this.toEnd(from, at, done, value));
      if (done === value.length || !isIntroducer(this.text.charCodeAt(at))) continue;
      for (const next of alongRow(this.text, at, value, done) ?? this.toNext(at, value, done)) {
        const key = next[0] * (value.length + 1) + next[1]; // small numbers are found faster
        if (dead.has(key)) continue;
        dead.add(key);
        open.push(next);
      }
    }
    return best;
  }

  /** Where the value may go on behind an introducer. */
  private toNext(at: number, value: string, done: number): readonly Place[] {
    return this.toReadings(at).flatMap((reading): readonly Place[] => {
      const length = toLength(reading, value, done);
      return length === 0 ? [] : [[reading.end, done + length]];
    });
  }

  /** Where what was found ends, if it is enough of the value. */
  private toEnd(from: number, at: number, matched: number, value: string): number {
    if (matched === value.length || matched >= enoughUnits) return at;
    return matched > 0 && this.text.length - from >= minSecretLength && isCut(this.text, at) ? this.text.length : -1;
  }

  private toReadings(at: number): readonly Reading[] {
    const known = this.readings.get(at);
    if (known !== undefined) return known;
    const readings = toReadings(this.text, at);
    this.readings.set(at, readings);
    return readings;
  }
}

/**
 * Where the value may go on after a long row of backslashes, near its end; `null` where there is none. All of the row are of one
 * encoder, which doubles each, or of several. One by one there would be as many ways as its length squared.
 */
function alongRow(text: string, at: number, value: string, done: number): readonly Place[] | null {
  const wanted = countBackslashes(value, done, value.length);
  const row = countBackslashes(text, at, maxDepth * (wanted + 1) + 1);
  if (wanted === 0 || row <= maxDepth) return null;
  return [1, 2, 4, 8].flatMap((width): readonly Place[] => {
    const count = Math.min(wanted, Math.ceil((row - maxDepth) / width));
    return row - count * width > maxDepth ? [] : [[at + count * width, done + count]];
  });
}

/** How many backslashes there are in a row, as far as `most`. */
function countBackslashes(text: string, at: number, most: number): number {
  let count = 0;
  while (count < most && text.charCodeAt(at + count) === 0x5c) count += 1;
  return count;
}

/** How many units of the value a reading stands for; 0 where it stands for something else. */
function toLength({ value: read }: Reading, value: string, done: number): number {
  if (read === null) return toOddLength(value, done);
  return value.startsWith(read, done) ? read.length : 0;
}

/** How many units of text and value are the same from there, up to what may be read in two ways. */
function toEndOfPlain(text: string, value: string, at: number, matched: number): number {
  let count = 0;
  while (matched + count < value.length) {
    const unit = text.charCodeAt(at + count);
    if (unit !== value.charCodeAt(matched + count) || isIntroducer(unit)) break;
    count += 1;
  }
  return count;
}

/** The beginning of an escape, or what is left of a character of several bytes: how a text ends that was cut in one. */
const cutEscape = new RegExp(`^(?:${[
  String.raw`\\{1,8}(?:u(?:[0-9a-f]{0,3}|\{[0-9a-f]{0,6})|U[0-9a-f]{0,7}|x[0-9a-f]?)?`,
  String.raw`(?:(?:%(?:25){0,4}|\\{1,8}x)[c-f][0-9a-f](?:(?:%(?:25){0,4}|\\{1,8}x)[89ab][0-9a-f]){0,2})?(?:%(?:25){0,4}[0-9a-f]?|\\{1,8}(?:x[0-9a-f]?)?)?`,
  String.raw`(?:&|\\{1,8}u0026|%(?:25){0,4}26)(?:amp;){0,4}(?:#x?[0-9a-f]{0,7}|[a-z0-9]{0,32})`,
  '\ufffd',
].join('|')})$`, 'i');

function isCut(text: string, at: number): boolean {
  return at === text.length || (text.length - at <= 80 && cutEscape.test(text.slice(at)));
}

/** Whether a unit is no letter or digit of ASCII: those have no names in pages. */
function isOdd(unit: number): boolean {
  return !isDigit(unit) && !isLetter(unit);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** Whether what stands behind an introducer may belong to it, by the first look. */
function mayIntroduce(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case 0x25: return isDigit(next) || isLetter(next);
    case 0x26: return next === 0x23 || isLetter(next);
    default: return true;
  }
}

/** How long the character is there that may have a name; 0 where there is none. */
function toOddLength(value: string, at: number): number {
  if (at >= value.length || !isOdd(value.charCodeAt(at))) return 0;
  return (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
