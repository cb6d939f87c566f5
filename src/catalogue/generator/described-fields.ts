/**
 * The field language of the error model, read as JSON Schema: while the generator is built, this stands in its place, so that each
 * error is described once. What makes a field here also says what JSON decodes. Bounds are words: decoding cuts, and refuses nothing for its size.
 */
import * as plain from '../../errors/model/fields.js';
import type { Field, FieldsOf, Source } from '../../errors/model/fields.js';
import type { JsonSchema } from './json-schema.js';

export { createKeptMark, fill } from '../../errors/model/fields.js';
export type { Field, FieldsOf, KeptMark, Misfit, Source } from '../../errors/model/fields.js';

const schemaKey = Symbol('JSON Schema');

/** What JSON a field holds; `undefined` where it was made without the language. */
export const schemaOf = (field: object): JsonSchema | undefined => (field as Described)[schemaKey];

interface Described {
  readonly [schemaKey]?: JsonSchema;
}

/** Fields that are made of others with a spread keep it. */
const describe = <T>(field: Field<T>, schema: JsonSchema): Field<T> => Object.assign(field, { [schemaKey]: schema });

export const text = (maxLength: number): Field<string> => describe(plain.text(maxLength), { type: 'string', description: `One line of at most ${maxLength} UTF-16 units.` });

export const lines = (maxLength: number): Field<string> => describe(plain.lines(maxLength), { type: 'string', description: `At most ${maxLength} UTF-16 units.` });

export const whole = (fallback = 0): Field<number> => describe(plain.whole(fallback), { type: 'number', minimum: 0, description: 'A whole number.' });

export const flag: Field<boolean> = describe({ ...plain.flag }, { type: 'boolean' });

/** A newer version may say others. */
export const word = <Word extends string>(words: readonly Word[], fallback: Word): Field<Word> => describe(plain.word(words, fallback), { anyOf: [{ enum: words }, { type: 'string' }] });

export const only = <Value extends string | number>(first: Value, ...others: readonly Value[]): Field<Value> => describe(plain.only(first, ...others), others.length === 0 ? { const: first } : { enum: [first, ...others] });

export const texts = (keep: (value: unknown) => Readonly<Record<string, string>>): Field<Readonly<Record<string, string>>> => describe(plain.texts(keep), { type: 'object', description: 'Its members are text.' });

export const nullable = <T>(inner: Field<T>): Field<T | null> => describe(plain.nullable(inner), { anyOf: [read(inner), { type: 'null' }] });

export const list = <T>(item: Field<T>, maxItems: number): Field<readonly T[]> => describe(plain.list(item, maxItems), { type: 'array', items: read(item), description: `At most ${maxItems}.` });

export function struct<T extends object>(fields: FieldsOf<T>, copy?: (source: Source<T>) => T): Field<T> {
  const members = Object.entries<Field<unknown>>(fields);
  const properties = Object.fromEntries(members.map(([name, field]) => [name, read(field)]));
  return describe(plain.struct(fields, copy), { type: 'object', properties, required: Object.keys(properties) });
}

function read(field: Field<unknown>): JsonSchema {
  const schema = schemaOf(field);
  if (schema === undefined) throw new TypeError('A field of an error is made without the field language: its JSON Schema is not known.');
  return schema;
}
