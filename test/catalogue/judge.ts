/** zod's own verdict on a value: what a caller gives is judged strictly, what a service answers loosely. And values to judge. */
import fc from 'fast-check';
import { z } from 'zod';

import type { Face } from '../../src/catalogue/generator/node.js';

type Schema = z.ZodType;

const isUsual = (schema: unknown): schema is Schema => schema instanceof z.ZodType;

/** The schema with all of its objects closed to a caller and open to a service. Checks of its own stay. */
export function toJudge(schema: Schema, face: Face): Schema {
  if (schema instanceof z.ZodOptional) return toJudge(schema.def.innerType as Schema, face).optional();
  if (schema instanceof z.ZodNullable) return toJudge(schema.def.innerType as Schema, face).nullable();
  if (schema instanceof z.ZodDefault) return toJudge(schema.def.innerType as Schema, face).optional();
  if (schema instanceof z.ZodArray) return z.array(toJudge(schema.def.element as Schema, face)).check(...checksOf(schema));
  if (schema instanceof z.ZodUnion && schema.meta()?.kind === undefined) return z.union(schema.def.options.map((option) => toJudge(option as Schema, face)));
  if (schema instanceof z.ZodRecord) return z.record(z.string(), toJudge(schema.def.valueType as Schema, face));
  if (schema.meta()?.kind === 'content') return z.custom((value) => value instanceof Uint8Array || value instanceof Blob);
  if (!(schema instanceof z.ZodObject)) return schema;
  const members = Object.entries<Schema>(schema.def.shape);
  const others = members.find(([, member]) => member.meta()?.others !== undefined)?.[1];
  const own = Object.fromEntries(members.filter(([, member]) => member !== others).map(([name, member]) => [name, toMemberJudge(member, face)]));
  const isOpen = face === 'output' || others !== undefined || (isUsual(schema.def.catchall) && schema.def.catchall.def.type === 'unknown');
  const object = (isOpen ? z.looseObject(own) : z.strictObject(own)).check(...checksOf(schema));
  if (!(others instanceof z.ZodRecord)) return object;
  const pattern = new RegExp(others.meta()?.others?.pattern ?? '');
  const item = toJudge(others.def.valueType as Schema, face);
  return object.refine((value) => Object.entries(value).every(([name, one]) => Object.hasOwn(own, name) || (pattern.test(name) && item.safeParse(one).success)));
}

/** A member that may be anything must be given all the same: `undefined` is what JSON leaves out. */
function toMemberJudge(member: Schema, face: Face): Schema {
  const judge = toJudge(member, face);
  return member instanceof z.ZodUnknown && member.meta()?.kind === undefined ? judge.refine((value) => value !== undefined) : judge;
}

/** The checks of a schema, for another one of the same kind. */
function checksOf<T>(schema: Schema): z.core.$ZodCheck<T>[] {
  return [...schema.def.checks ?? []] as unknown as z.core.$ZodCheck<T>[]; // it is of the same kind
}

/** Values that mostly fit. */
export function toArbitrary(schema: Schema): fc.Arbitrary<unknown> {
  const { example, kind } = schema.meta() ?? {};
  if (kind === 'content') return fc.oneof(fc.uint8Array({ maxLength: 5 }), fc.string({ maxLength: 3 }), fc.constant({}));
  if (kind === 'moment' || kind === 'seconds') return fc.oneof(fc.nat(), fc.integer({ min: -1, max: 2_000_000_000_000 }), ...(kind === 'moment' ? [fc.date({ min: new Date(0), noInvalidDate: true })] : []));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fc.option(toArbitrary(schema.def.innerType as Schema), { nil: undefined });
  if (schema instanceof z.ZodNullable) return fc.option(toArbitrary(schema.def.innerType as Schema), { nil: null });
  if (schema instanceof z.ZodArray) return fc.array(toArbitrary(schema.def.element as Schema), { maxLength: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.def.options.map((option) => toArbitrary(option as Schema)));
  if (schema instanceof z.ZodRecord) return fc.dictionary(fc.string({ maxLength: 5 }), toArbitrary(schema.def.valueType as Schema), { maxKeys: 3 });
  if (schema instanceof z.ZodObject) return toObjectArbitrary(schema);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.oneof(fc.constantFrom(...edges(schema)), fc.integer({ min: -2, max: 6000 }), fc.double({ noNaN: false }));
  if (schema instanceof z.ZodString) return fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[\w-]{1,8}$/), ...(typeof example === 'string' ? [fc.constant(example)] : []), fc.constantFrom('20300101T220000', 'id,name', '7', ''));
  return fc.jsonValue({ maxDepth: 1 });
}

function edges(schema: z.ZodNumber): readonly number[] {
  const bounds = [schema.minValue, schema.maxValue].filter((bound): bound is number => bound !== null && Number.isFinite(bound));
  return [0, 1, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])];
}

function toObjectArbitrary(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const members = Object.entries<Schema>(schema.def.shape);
  const own = Object.fromEntries(members.filter(([, member]) => member.meta()?.others === undefined).map(([name, member]) => [name, toArbitrary(member)]));
  const others = members.find(([, member]) => member.meta()?.others !== undefined);
  const item = others?.[1] instanceof z.ZodRecord ? toArbitrary(others[1].def.valueType as Schema) : fc.nat();
  const more = fc.dictionary(fc.constantFrom(others === undefined ? 'more' : others[0].replace('*', '0.filter'), 'unknown'), item, { maxKeys: 1 });
  return fc.tuple(fc.record(own), fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: more })).map(([known, rest]) => withoutUndefined({ ...known, ...rest }));
}

const withoutUndefined = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

/** A value with something else in one place. */
export function toMutated(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 }), fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, '', [], {})))
    .map(([whole, path, other]) => replaceAt(whole, path, other));
}

function replaceAt(value: unknown, [at, ...rest]: readonly number[], other: unknown): unknown {
  if (at === undefined || typeof value !== 'object' || value === null || value instanceof Date) return other;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return other;
  const changed = Array.isArray(value) ? [...value as readonly unknown[]] : { ...value };
  (changed as Record<string, unknown>)[key] = replaceAt((value as Readonly<Record<string, unknown>>)[key], rest, other);
  return changed;
}
