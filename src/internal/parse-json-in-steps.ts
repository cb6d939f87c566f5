/**
 * JSON that is too long to be parsed at once: `JSON.parse` holds up all else, and builds a text of all bytes first. Here a
 * scan finds the commas between members, and some 128 KiB of members are parsed at a time, however deep their container lies.
 */
import { attempt } from './attempt.js';

/** The value, or `ok: false` where the bytes are no JSON in UTF-8. */
export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const noJson: ParsedJson = { ok: false };

/** How much is parsed in one step, where there is a comma to end it. Some milliseconds at most, whatever the bytes. */
const stepBytes = 131_072;

/** `ignoreBOM`: only the beginning of all may have a mark. */
const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A container that is built member by member, and where the members begin that are not built yet. */
interface Frame {
  readonly value: unknown[] | Record<string, unknown>;
  /** Its name in the object around it; `null` in an array and at the root. */
  readonly key: string | null;
  start: number;
  /** A member that was built by itself has just ended: nothing but white space may follow up to the comma. */
  isAfterMember: boolean;
  /** There was a comma: another member must follow. */
  isAfterComma: boolean;
}

/** Gives control back after each step; what it returns is the value. Bytes must nest no deeper than they may. */
export function* parseJsonInSteps(bytes: Uint8Array): Generator<undefined, ParsedJson, undefined> {
  const first = skipBlanks(bytes, hasMark(bytes) ? 3 : 0);
  const opening = bytes[first];
  if (opening !== openArray && opening !== openObject) return parseAll(bytes, first);
  const opens: number[] = [];
  const commas: number[] = [];
  const frames: Frame[] = [];
  let isInString = false;
  for (let at = first; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isInString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isInString = false;
    } else if (byte === quote) isInString = true;
    else if (byte === openArray || byte === openObject) {
      opens.push(at);
      commas.push(0);
      if (frames.length === 0) frames.push(openFrame(byte, null, at));
    } else if (byte === comma) {
      commas[commas.length - 1] = at;
      const frame = frames[opens.length - 1];
      if (frame !== undefined && (frame.isAfterMember || at - frame.start >= stepBytes)) {
        if (!take(bytes, frame, at, false)) return noJson;
        yield;
      }
    } else if (byte === closeArray || byte === closeObject) {
      if (opens.length === frames.length) {
        const done = frames.pop();
        if (done === undefined || Array.isArray(done.value) !== (byte === closeArray) || !take(bytes, done, at, true)) return noJson;
        const around = frames.at(-1);
        if (around === undefined) return skipBlanks(bytes, at + 1) === bytes.length ? { ok: true, value: done.value } : noJson;
        addMember(around.value, done.key, done.value);
        around.start = at + 1;
        around.isAfterMember = true;
      }
      opens.pop();
      commas.pop();
    } else continue;
    // A member that is longer than a step is built by itself, too.
    while (opens.length > frames.length && at - (frames.at(-1)?.start ?? at) >= 2 * stepBytes) {
      const around = frames.at(-1);
      const open = opens[frames.length] ?? at;
      if (around === undefined || !takeBefore(bytes, around, commas[frames.length - 1] ?? 0)) return noJson;
      const key = readKey(bytes, around, open);
      if (key === undefined) return noJson;
      const frame = openFrame(bytes[open] ?? 0, key, open);
      frames.push(frame);
      if (!takeBefore(bytes, frame, commas[frames.length - 1] ?? 0)) return noJson;
      yield;
    }
  }
  return noJson;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return at;
}

function parseAll(bytes: Uint8Array, from: number): ParsedJson {
  const parsed = attempt((): unknown => JSON.parse(utf8.decode(bytes.subarray(from))));
  return parsed.ok ? parsed : noJson;
}

function openFrame(opening: number, key: string | null, at: number): Frame {
  return { value: opening === openArray ? [] : {}, key, start: at + 1, isAfterMember: false, isAfterComma: false };
}

/** The members before the last comma, where there is one that has not been taken. */
function takeBefore(bytes: Uint8Array, frame: Frame, lastComma: number): boolean {
  return lastComma < frame.start || take(bytes, frame, lastComma, false);
}

/** Builds the members up to `end`, which is a comma or the end of the container. `false` where they are none. */
function take(bytes: Uint8Array, frame: Frame, end: number, isLast: boolean): boolean {
  const isBlank = skipBlanks(bytes, frame.start) >= end;
  const mayBeBlank = frame.isAfterMember || (isLast && !frame.isAfterComma);
  if (isBlank ? !mayBeBlank : frame.isAfterMember || !addMembers(bytes, frame, end)) return false;
  frame.start = end + 1;
  frame.isAfterMember = false;
  frame.isAfterComma = true;
  return true;
}

function addMembers(bytes: Uint8Array, { start, value }: Frame, end: number): boolean {
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parsed = attempt((): unknown => JSON.parse(open + utf8.decode(bytes.subarray(start, end)) + close));
  if (!parsed.ok) return false;
  const members = parsed.value as readonly unknown[] | Readonly<Record<string, unknown>>; // as it was opened
  if (Array.isArray(value)) for (const member of members as readonly unknown[]) value.push(member); // the same
  else for (const key of Object.keys(members)) addMember(value, key, (members as Readonly<Record<string, unknown>>)[key]); // the same
  return true;
}

/** The name of the member whose value opens at `open`; `null` in an array, `undefined` where something else is in its place. */
function readKey(bytes: Uint8Array, { isAfterMember, start, value }: Frame, open: number): string | null | undefined {
  if (isAfterMember) return undefined;
  if (Array.isArray(value)) return skipBlanks(bytes, start) === open ? null : undefined;
  const parsed = attempt((): unknown => JSON.parse(`{${utf8.decode(bytes.subarray(start, open))}null}`));
  const keys = parsed.ok ? Object.keys(parsed.value as object) : [];
  return keys.length === 1 ? keys[0] : undefined;
}

/** As `JSON.parse` adds it: `__proto__` is a name like any other. */
function addMember(target: unknown[] | Record<string, unknown>, key: string | null, member: unknown): void {
  if (Array.isArray(target)) target.push(member);
  else if (key === '__proto__') Object.defineProperty(target, key, { value: member, configurable: true, enumerable: true, writable: true });
  else if (key !== null) target[key] = member;
}
