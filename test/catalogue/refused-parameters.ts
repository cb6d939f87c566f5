/** What a document lets a caller send and a description refuses, as paths: `settings.launch`, `severity: "none"`. */
import type { z } from 'zod';

import { isRecord } from '../../src/internal/is-record.js';

type Schema = z.core.$ZodType;

/** A parameter, member or item as a document has it. */
export interface Documented {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Documented;
  readonly properties?: Readonly<Record<string, Documented>>;
}

interface Def {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly getter?: () => Schema;
}

export function listRefused(schema: Schema, documented: Documented, path = ''): readonly string[] {
  const { catchall, element, getter, innerType, options, shape, type, valueType } = schema._zod.def as unknown as Def; // zod's own definition
  if (getter !== undefined) return listRefused(getter(), documented, path);
  if (innerType !== undefined) return listRefused(innerType, documented, path);
  if (type === 'unknown') return [];
  if (options !== undefined) return options.map((option) => listRefused(option, documented, path)).reduce((fewest, other) => (other.length < fewest.length ? other : fewest));
  const { items, properties } = documented;
  if (properties !== undefined) {
    if (valueType !== undefined) return Object.entries(properties).flatMap(([name, member]) => listRefused(valueType, member, `${path}.${name}`));
    if (shape === undefined) return [path];
    return Object.entries(properties).flatMap(([name, member]) => {
      const inner = path === '' ? name : `${path}.${name}`;
      const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
      if (known !== undefined) return listRefused(known, member, inner);
      return (catchall !== undefined && catchall._zod.def.type !== 'never') || Object.values(shape).some((other) => takesName(other, name)) ? [] : [inner];
    });
  }
  if (items !== undefined) return element === undefined ? [`${path}[]`] : listRefused(element, items, `${path}[]`);
  return toSamples(documented).filter((sample) => !(schema as z.ZodType).safeParse(sample).success && !isListOf(element, sample)).map((sample) => `${path}: ${JSON.stringify(sample)}`);
}

/** One of a list's items: documents say of a parameter that may stand again and again what each is. */
const isListOf = (element: Schema | undefined, sample: unknown): boolean => element !== undefined && (element as z.ZodType).safeParse(sample).success;

const takesName = (schema: Schema, name: string): boolean => {
  const others = (schema as z.ZodType).meta()?.others;
  return others !== undefined && new RegExp(others.pattern).test(name);
};

/** Values that a document promises to take: its words and bounds. Of text that has neither it says nothing. */
function toSamples({ enum: words, format, maximum, minimum, type }: Documented): readonly unknown[] {
  if (words !== undefined) return words.filter((word) => word !== null && !isRecord(word));
  if (type === 'boolean') return [true, false];
  if (type === 'integer' || type === 'number') return [minimum, maximum].filter((bound) => bound !== undefined && Number.isSafeInteger(bound));
  return type === 'string' && format === 'uuid' ? ['3fa85f64-5717-4562-b3fc-2c963f66afa6'] : [];
}
