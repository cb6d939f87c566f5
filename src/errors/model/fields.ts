/**
 * The field language of the error model. Each field of an error is described once, here from small parts;
 * the constructors (which copy, cut and freeze) and the decoder (which checks) both follow that description.
 * What no field describes cannot enter an error: this is the allow-list that keeps secrets out.
 */
import { boundText } from '../../internal/bound-text.js';
import { cleanLines, cleanText, isPlainLine } from '../../internal/clean-text.js';
import { isRecord } from '../../internal/is-record.js';

/** Where a value departs from its description, and what was expected there. Never holds the value. */
export interface Misfit {
  readonly path: string;
  readonly expected: string;
}

/** One field: how an error keeps it, and whether unknown JSON has its form. */
export interface Field<T> {
  /** The value as an error keeps it: copied, bounded, frozen. Total: whatever goes in, a `T` comes out. */
  readonly keep: (value: unknown) => T;
  /** `null` where the value has the form of this field. Sizes do not matter: `keep` cuts them. */
  readonly misfit: (value: unknown, path: string) => Misfit | null;
}

/** A field for each property of `T`. */
export type FieldsOf<T> = { readonly [Key in keyof T]-?: Field<T[Key]> };

/** How much of a text is looked at for each unit that is kept of it: cleaning makes texts shorter. */
const searchedPerUnit = 4;

/** A line of visible text, of at most `maxLength` UTF-16 units: foreign words are cleaned where they enter an error. */
/* @__NO_SIDE_EFFECTS__ */
export function text(maxLength: number): Field<string> {
  return toTextField((value) => (value.length <= maxLength && isPlainLine(value) ? value : boundText(cleanText(value.slice(0, searchedPerUnit * maxLength)), maxLength)));
}

/** Text of several lines, of at most `maxLength` UTF-16 units. */
/* @__NO_SIDE_EFFECTS__ */
export function lines(maxLength: number): Field<string> {
  return toTextField((value) => boundText(cleanLines(value.slice(0, searchedPerUnit * maxLength)), maxLength));
}

/* @__NO_SIDE_EFFECTS__ */
function toTextField(clean: (text: string) => string): Field<string> {
  return {
    keep: (value) => (typeof value === 'string' ? clean(value) : ''),
    misfit: (value, path) => (typeof value === 'string' ? null : { path, expected: 'string' }),
  };
}

/** A whole number from 0 to 2^53 - 1. What is no number is kept as `fallback`. */
/* @__NO_SIDE_EFFECTS__ */
export function whole(fallback = 0): Field<number> {
  return {
    keep: (value) =>
      typeof value === 'number' && value >= 0
        ? Math.trunc(Math.min(value, Number.MAX_SAFE_INTEGER)) + 0
        : fallback,
    misfit: (value, path) =>
      typeof value === 'number' && value >= 0 ? null : { path, expected: 'number of 0 or more' },
  };
}

/** `true` or `false`. */
export const flag: Field<boolean> = {
  keep: (value) => value === true,
  misfit: (value, path) => (typeof value === 'boolean' ? null : { path, expected: 'boolean' }),
};

/**
 * One of some words. A word that this version does not know (a newer sender's) is kept as `fallback`, so
 * that an error does not get lost over a detail of it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function word<Word extends string>(words: readonly Word[], fallback: Word): Field<Word> {
  return {
    keep: (value) => words.find((known) => known === value) ?? fallback,
    misfit: (value, path) => (typeof value === 'string' ? null : { path, expected: 'string' }),
  };
}

/** One of these values and no other: an error that has another one there is none of this version. */
/* @__NO_SIDE_EFFECTS__ */
export function only<Value extends string | number>(first: Value, ...others: readonly Value[]): Field<Value> {
  const values = [first, ...others];
  return {
    keep: (value) => values.find((known) => known === value) ?? first,
    misfit: (value, path) => (values.some((known) => known === value) ? null : { path, expected: values.join(' | ') }),
  };
}

/** An object whose members are text. `keep` makes the copy. */
/* @__NO_SIDE_EFFECTS__ */
export function texts(keep: (value: unknown) => Readonly<Record<string, string>>): Field<Readonly<Record<string, string>>> {
  return { keep, misfit: (value, path) => (isRecord(value) ? null : { path, expected: 'object' }) };
}

/** What `inner` describes, or `null`. */
/* @__NO_SIDE_EFFECTS__ */
export function nullable<T>(inner: Field<T>): Field<T | null> {
  return {
    keep: (value) => (value === null || value === undefined ? null : inner.keep(value)),
    misfit: (value, path) => (value === null ? null : inner.misfit(value, path)),
  };
}

/** At most `maxItems` of what `item` describes; the first ones are kept. */
/* @__NO_SIDE_EFFECTS__ */
export function list<T>(item: Field<T>, maxItems: number): Field<readonly T[]> {
  return {
    keep: (value) => {
      const kept: T[] = [];
      const length = Array.isArray(value) ? Math.min(value.length, maxItems) : 0;
      for (let at = 0; at < length; at += 1) kept.push(item.keep((value as readonly unknown[])[at])); // an array, if it has a length
      return Object.freeze(kept);
    },
    misfit: (value, path) => {
      if (!Array.isArray(value)) return { path, expected: 'array' };
      return firstMisfit(value.slice(0, maxItems).entries(), (key) => `${path}[${key}]`, () => item);
    },
  };
}

/** What an object's fields are kept from: any object, with anything in their places. */
export type Source<T> = Readonly<Partial<Record<keyof T, unknown>>>;

/**
 * An object with exactly the described fields; others are left behind. `copy` makes it from another one: by default
 * field by field. A literal is several times faster, which is worth it for what every error has.
 */
/* @__NO_SIDE_EFFECTS__ */
export function struct<T extends object>(
  fields: FieldsOf<T>,
  copy: (source: Source<T>) => T = copyEach(fields),
): Field<T> {
  const names = Object.keys(fields) as (keyof T & string)[]; // `fields` is a literal of ours
  return {
    keep: (value) => Object.freeze(copy((isRecord(value) ? value : {}) as Source<T>)), // whatever its members are
    misfit: (value, path) => {
      if (!isRecord(value)) return { path, expected: 'object' };
      const prefix = path === '' ? '' : `${path}.`;
      return firstMisfit(
        names.map((key) => [key, value[key]] as const),
        (key) => prefix + key,
        (key) => fields[key],
      );
    },
  };
}

/* @__NO_SIDE_EFFECTS__ */
function copyEach<T extends object>(fields: FieldsOf<T>): (source: Source<T>) => T {
  const add = fill(fields);
  return (source) => add({}, source);
}

/** A function that adds what `fields` keep of a source to an object of ours. */
/* @__NO_SIDE_EFFECTS__ */
export function fill<T extends object>(fields: FieldsOf<T>): <Base extends object>(base: Base, source: Source<T>) => Base & T {
  const entries = Object.entries(fields) as [keyof T & string, Field<unknown>][]; // `fields` is a literal of ours
  return (base, source) => {
    const filled: Record<string, unknown> = base as Record<string, unknown>; // more is added to it here
    for (const [name, { keep }] of entries) filled[name] = keep(source[name]);
    return filled as typeof base & T; // one kept value for each key of FieldsOf<T>
  };
}

/** Hands on the object that it is given, so that a class on top of it adds its private member to that one. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its constructor is what it is for
class Itself {
  constructor(value: object) {
    return value;
  }
}

/** A mark for what was kept, so that it is taken as it is and not copied again. */
export interface KeptMark<T extends object> {
  /** Marks an object of ours that is not frozen yet. */
  readonly set: (kept: T) => T;
  readonly isOn: (value: unknown) => value is T;
}

/** A private member: nothing else can see or forge it, and it costs a twentieth of an entry in a `WeakSet`. */
/* @__NO_SIDE_EFFECTS__ */
export function createKeptMark<T extends object>(): KeptMark<T> {
  class Kept extends Itself {
    readonly #isKept = true;
    static isOn(value: unknown): value is T {
      return typeof value === 'object' && value !== null && #isKept in value;
    }
  }
  return { set: (kept) => new Kept(kept) as T, isOn: (value) => Kept.isOn(value) }; // `new` gives back what it is given
}

function firstMisfit<Key>(
  entries: Iterable<readonly [Key, unknown]>,
  toPath: (key: Key) => string,
  toField: (key: Key) => Field<unknown>,
): Misfit | null {
  for (const [key, value] of entries) {
    const misfit = toField(key).misfit(value, toPath(key));
    if (misfit !== null) return misfit;
  }
  return null;
}
