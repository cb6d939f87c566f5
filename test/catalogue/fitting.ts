/** Values that fit a description, and what becomes of one on its way over the border: told by zod's schema alone. */
import fc from 'fast-check';
import { z } from 'zod';

import type { Face } from '../../src/catalogue/generator/node.js';
import { toJudge } from './judge.js';

type Schema = z.ZodType;

const toInner = (schema: { readonly def: { readonly innerType: unknown } }): Schema => schema.def.innerType as Schema; // zod's own types are wider

/** One that is missed as often never comes. */
const maxMisses = 5000;

/** Values that fit: what the description's judge refuses is left out. Throws where hardly any fits. */
export function toFitting(schema: Schema, face: Face): fc.Arbitrary<unknown> {
  const judge = toJudge(schema, face);
  let misses = 0;
  return toNear(schema).filter((value) => {
    const fits = judge.safeParse(value).success;
    misses = fits ? 0 : misses + 1;
    if (misses > maxMisses) throw new Error(`none of ${maxMisses} values fits: ${JSON.stringify(judge.safeParse(value).error?.issues.slice(0, 3))}`);
    return fits;
  });
}

function toNear(schema: Schema): fc.Arbitrary<unknown> {
  const { example, kind } = schema.meta() ?? {};
  if (kind === 'moment' || kind === 'seconds') return fc.integer({ min: 0, max: 2_000_000_000 });
  if (kind === 'content') return fc.uint8Array({ minLength: 1, maxLength: 5 });
  if (kind === 'segment') return fc.stringMatching(/^[\w-]{1,12}$/);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fc.option(toNear(toInner(schema)), { nil: undefined });
  if (schema instanceof z.ZodNullable) return fc.option(toNear(toInner(schema)), { nil: null });
  if (schema instanceof z.ZodArray) return fc.array(toNear(schema.def.element as Schema), { minLength: 1, maxLength: 2 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.def.options.map((option) => toNear(option as Schema)));
  if (schema instanceof z.ZodRecord) return fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), toNear(schema.def.valueType as Schema), { maxKeys: 2 });
  if (schema instanceof z.ZodObject) return toNearObject(schema);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.integer({ min: Math.max(schema.minValue ?? 0, -1_000_000), max: Math.min(schema.maxValue ?? 1000, 1_000_000) });
  if (schema instanceof z.ZodString) return typeof example === 'string' ? fc.constant(example) : toNearText(schema);
  return fc.constantFrom<unknown>('anything', 7, true, { name: 'anything' });
}

function toNearText(schema: z.ZodString): fc.Arbitrary<unknown> {
  const patterns = (schema.def.checks ?? []).flatMap((check) => {
    const { pattern } = check._zod.def as { readonly pattern?: RegExp }; // only checks by pattern have one
    return pattern === undefined ? [] : [pattern];
  });
  const [pattern] = patterns;
  return pattern === undefined ? fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 8, 40) }) : fc.oneof(fc.stringMatching(/^\w{1,6}$/), fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace(/[^su]/g, ''))));
}

function toNearObject(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const own = Object.entries<Schema>(schema.def.shape).filter(([, member]) => member.meta()?.others === undefined);
  return fc.record(Object.fromEntries(own.map(([name, member]) => [name, toNear(member)])))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));
}

/** What a value that fits is on the other side of the border. */
export function toTravelled(schema: Schema, value: unknown): unknown {
  const { kind, send } = schema.meta() ?? {};
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return value === undefined || value === null ? value : toTravelled(toInner(schema), value);
  if (kind === 'content') return value;
  if (send === 'joined') return (value as readonly string[]).join(','); // it fits
  if (send === 'text' || kind === 'scalar') return String(value);
  if (schema instanceof z.ZodArray) return (value as readonly unknown[]).map((one) => toTravelled(schema.def.element as Schema, one)); // it fits
  if (schema instanceof z.ZodUnion) {
    const option = schema.def.options.find((one) => toJudge(one as Schema, 'output').safeParse(value).success);
    return option === undefined ? value : toTravelled(option as Schema, value);
  }
  if (schema instanceof z.ZodRecord) return toMembers(value, () => schema.def.valueType as Schema);
  if (schema instanceof z.ZodObject) return toMembers(value, (name) => schema.def.shape[name] as Schema | undefined);
  return value;
}

function toMembers(value: unknown, find: (name: string) => Schema | undefined): unknown {
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => { // it fits
    const schema = find(name);
    return [name, schema === undefined ? one : toTravelled(schema, one)];
  }));
}
