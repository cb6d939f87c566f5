/** Members of a real answer that its description does not type, as paths: `scans[].permissions`. */
import type { z } from 'zod';

import { isRecord } from '../../src/internal/is-record.js';

type Schema = z.core.$ZodType;

interface Def {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly getter?: () => Schema;
}

/** What zod makes a schema of, as far as a description uses it. */
const toDef = (schema: Schema): Def => schema._zod.def;

export function listUntyped(schema: Schema, value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined) return [];
  const meta = (schema as z.ZodType).meta();
  if (meta?.kind !== undefined) return isLeaf(value) ? [] : [path];
  const { element, getter, innerType, options, shape, type, valueType } = toDef(schema);
  if (getter !== undefined) return listUntyped(getter(), value, path);
  if (innerType !== undefined) return listUntyped(innerType, value, path);
  if (options !== undefined) return options.map((option) => listUntyped(option, value, path)).reduce((fewest, other) => (other.length < fewest.length ? other : fewest));
  if (Array.isArray(value)) return element === undefined ? [`${path}[]`] : value.flatMap((item) => listUntyped(element, item, `${path}[]`));
  if (!isRecord(value)) return type === 'unknown' || shape !== undefined || element !== undefined ? [path] : [];
  if (valueType !== undefined) return Object.values(value).flatMap((member) => listUntyped(valueType, member, `${path}.*`));
  if (shape === undefined) return [path];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    return known === undefined ? [inner] : listUntyped(known, member, inner);
  });
}

const isLeaf = (value: unknown): boolean => typeof value !== 'object';
