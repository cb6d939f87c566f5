/** The leaves of shapes: each says why a value does not fit, and what is sent of one that does. */
import { attempt } from '../internal/attempt.js';
import { describeSegmentSlip, withSlip } from '../internal/describe-slip.js';

/** Why a value does not fit. `isKind` where it is not even of the kind, such as text for a number. */
export interface LeafMisfit {
  readonly expected: string;
  readonly isKind: boolean;
}

export interface Leaf {
  /** `null` where the value fits. */
  readonly findMisfit: (value: unknown) => LeafMisfit | null;
  /** Left out where a value is sent as it is. */
  readonly send?: (value: unknown) => unknown;
}

const ofKind = (expected: string): LeafMisfit => ({ expected, isKind: true });
const inBounds = (expected: string): LeafMisfit => ({ expected, isKind: false });

const noText = /* @__PURE__ */ ofKind('string');
const noNumber = /* @__PURE__ */ ofKind('number');
const noFlag = /* @__PURE__ */ ofKind('boolean');
const noScalar = /* @__PURE__ */ ofKind('(string | number | boolean)');
const noContent = /* @__PURE__ */ ofKind('a Blob, bytes, or a stream of bytes');
const noInteger = /* @__PURE__ */ inBounds('a valid integer');

/** Numbers from here on are no Unix seconds, but milliseconds: a common slip. As seconds they would be after the year 5100. */
const endOfSeconds = 100_000_000_000;

/** `int:50:5000` as the leaf that it is; `undefined` for a word that is none. */
export function toLeaf(word: string): Leaf | undefined {
  const [kind = '', least = '', most = ''] = word.split(':');
  const isInside = toBounds(least === '' ? Number.NEGATIVE_INFINITY : Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most));
  const isUnbound = least + most === '';
  switch (kind) {
    case 'anything': return { findMisfit: () => null };
    case 'flag': return { findMisfit: (value) => (typeof value === 'boolean' ? null : noFlag) };
    case 'text': return { findMisfit: isUnbound ? findNoText : (value) => (typeof value === 'string' ? isInside(value.length) : noText) };
    case 'number': return { findMisfit: (value) => (isFinite(value) ? isInside(value) : noNumber) };
    case 'int': return { findMisfit: (value) => findNoInteger(value) ?? isInside(value as number) }; // a number, as just found
    case 'content': return { findMisfit: (value) => (isContent(value) ? null : noContent) };
    case 'segment': return { findMisfit: findNoSegment };
    case 'seconds': return { findMisfit: findNoSeconds };
    case 'moment': return { findMisfit: findNoMoment, send: toUnixSeconds };
    case 'scalar': return { findMisfit: (value) => (typeof value === 'string' || typeof value === 'boolean' || isFinite(value) ? null : noScalar), send: String };
    default: return undefined;
  }
}

/** What a file may be made of. */
function isContent(value: unknown): boolean {
  return value instanceof Uint8Array || (typeof Blob !== 'undefined' && value instanceof Blob) || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function toBounds(min: number, max: number): (size: number) => LeafMisfit | null {
  const [tooSmall, tooLarge] = [inBounds(`${min} or more`), inBounds(`${max} or less`)];
  return (size) => (size < min ? tooSmall : size > max ? tooLarge : null);
}

const findNoText: Leaf['findMisfit'] = (value) => (typeof value === 'string' ? null : noText);

const findUnsafe = /* @__PURE__ */ toBounds(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

function findNoInteger(value: unknown): LeafMisfit | null {
  if (typeof value !== 'number' || Number.isNaN(value)) return noNumber;
  return Number.isInteger(value) ? findUnsafe(value) : noInteger;
}

const segmentRule = { refused: /[^\x21-\x5b\x5d-\x7e]/, maxLength: 200 } as const;

/** Text that may stand in a path: not empty, printable ASCII without blanks and backslashes, at most 200 characters. */
function findNoSegment(value: unknown): LeafMisfit | null {
  if (typeof value !== 'string') return noText;
  const slip = describeSegmentSlip(value, segmentRule);
  return slip === '' ? null : inBounds(withSlip('text of 1 to 200 printable characters without blanks and backslashes', slip));
}

function findNoSeconds(value: unknown): LeafMisfit | null {
  if (typeof value === 'number' && value >= endOfSeconds) return inBounds('Unix time in seconds (this looks like milliseconds)');
  return findNoInteger(value) ?? (value as number >= 0 ? null : inBounds('0 or more')); // a number, as just found
}

/** A moment as a caller says it: Unix time in whole seconds, or a `Date`, which is sent as whole seconds, rounded down. */
function findNoMoment(value: unknown): LeafMisfit | null {
  if (toUnixSeconds(value) !== null) return null;
  const slip = typeof value === 'number' && value >= endOfSeconds ? ' (this looks like milliseconds)' : '';
  return inBounds(`Unix time in seconds or a Date${slip}`);
}

/** `null` for what is no such moment. Total: a `Date` is known by what it is, not by what it says of itself. */
function toUnixSeconds(moment: unknown): number | null {
  if (typeof moment === 'number') return Number.isInteger(moment) && moment >= 0 && moment < endOfSeconds ? moment : null;
  const milliseconds = attempt(() => Date.prototype.getTime.call(moment as Date)); // throws where it is none
  return milliseconds.ok && milliseconds.value >= 0 ? Math.floor(milliseconds.value / 1000) : null;
}
