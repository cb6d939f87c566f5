/**
 * The field language of the error model. Each field of an error is described once, here from small parts;
 * the constructors (which copy, cut and freeze) and the decoder (which checks) both follow that description.
 * What no field describes can not enter an error: this is the allow-list that keeps secrets out.
 */
import { boundText } from '../internal/bound-text.js';
import { isRecord } from '../internal/is-record.js';

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

/** Text of at most `maxLength` UTF-16 units. */
/* @__NO_SIDE_EFFECTS__ */
export function text(maxLength: number): Field<string> {
  return {
    keep: (value) => (typeof value === 'string' ? boundText(value, maxLength) : ''),
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
    keep: (value) =>
      Object.freeze(Array.isArray(value) ? Array.from(value.slice(0, maxItems), item.keep) : []),
    misfit: (value, path) => {
      if (!Array.isArray(value)) return { path, expected: 'array' };
      return firstMisfit(value.slice(0, maxItems).entries(), (key) => `${path}[${key}]`, () => item);
    },
  };
}

/** An object with exactly the described fields; others are left behind. */
/* @__NO_SIDE_EFFECTS__ */
export function struct<T extends object>(fields: FieldsOf<T>): Field<T> {
  const keep = fill(fields);
  const entries = Object.entries(fields) as [keyof T & string, Field<unknown>][]; // `fields` is a literal of ours
  return {
    keep: (value) => Object.freeze(keep(value)),
    misfit: (value, path) => {
      if (!isRecord(value)) return { path, expected: 'object' };
      const prefix = path === '' ? '' : `${path}.`;
      return firstMisfit(
        entries.map(([key]) => [key, value[key]] as const),
        (key) => prefix + key,
        (key) => fields[key],
      );
    },
  };
}

/** A function that makes what `struct` keeps, not frozen yet. */
/* @__NO_SIDE_EFFECTS__ */
export function fill<T extends object>(fields: FieldsOf<T>): (value: unknown) => T {
  const entries = Object.entries<Field<unknown>>(fields);
  return (value) => {
    const source = isRecord(value) ? value : {};
    const kept: Record<string, unknown> = {};
    for (const [name, { keep }] of entries) kept[name] = keep(source[name]);
    return kept as T; // one kept value for each key of FieldsOf<T>
  };
}

/** A field that knows what it has kept: that is taken as it is, not copied again. */
/* @__NO_SIDE_EFFECTS__ */
export function once<T extends object>({ keep, misfit }: Field<T>): Field<T> {
  const known = new WeakSet<object>();
  return {
    keep: (value) => {
      if (typeof value === 'object' && value !== null && known.has(value)) return value as T; // made below
      const kept = keep(value);
      known.add(kept);
      return kept;
    },
    misfit,
  };
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
