/** What JSON costs is seen before it is parsed: values take up to a hundred times their bytes. */

/** What a look at all of the bytes came to. */
export type JsonSize = 'fits' | 'too-deep' | 'too-many-values';

export interface JsonLimits {
  /** The most levels of arrays and objects. */
  readonly maxDepth: number;
  /** The most values: texts, numbers, words, arrays and objects. Names of members do not count. */
  readonly maxValues: number;
}

/** How much is looked at in one step. */
const stepBytes = 4_194_304;

/** Counts levels and values, and stops at the first too many. What is no JSON at all is for the parser to say. Gives control back after each step. */
export function* measureJson(bytes: Uint8Array, { maxDepth, maxValues }: JsonLimits): Generator<undefined, JsonSize, undefined> {
  let depth = 0;
  let values = 1;
  let isInString = false;
  /** Just behind an opening bracket: whatever comes, unless it is the closing one, is a value or has one. */
  let isFirst = false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (at % stepBytes === stepBytes - 1) yield;
    const byte = bytes[at] ?? 0;
    if (isInString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isInString = false;
      continue;
    }
    if (byte <= space) continue;
    const isClosing = byte === closeArray || byte === closeObject;
    if (isFirst && !isClosing) values += 1;
    isFirst = false;
    if (byte === quote) isInString = true;
    else if (byte === comma) values += 1;
    else if (byte === openArray || byte === openObject) {
      isFirst = true;
      depth += 1;
      if (depth > maxDepth) return 'too-deep';
    } else if (isClosing) depth -= 1;
    if (values > maxValues) return 'too-many-values';
  }
  return 'fits';
}

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
