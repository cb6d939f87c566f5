/** From zod's schemas to the generator's tree. What it does not know it refuses, naming file, shape and member. */
import type { z } from 'zod';

import type { Form, Member, Named, Node, ObjectForm } from './node.js';

type Schema = z.core.$ZodType;
type Meta = z.core.GlobalMeta;

/** Who has which name. */
export type Names = ReadonlyMap<Schema, Named>;

const knownMeta = new Set(['description', 'kind', 'expected', 'send', 'unit', 'deprecated', 'example', 'rules', 'others', 'generic', 'parameter']);
/** What makes another shape of a schema than the one that it was cloned from. */
const shaping = ['kind', 'expected', 'send', 'rules', 'others', 'parameter'] as const;

export class Refusal extends Error {}

export interface SchemaReader {
  readonly read: (schema: Schema, where: string) => Node;
  /** What a name stands for, without the name. */
  readonly define: (schema: Schema, where: string) => Node;
}

export function createSchemaReader(names: Names, findGeneric: (name: string) => Named | undefined): SchemaReader {
  const read = (schema: Schema, where: string): Node => {
    const def = toDef(schema);
    if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return readWrapper(schema, def, where);
    const found = findNamed(schema);
    const meta = metaOf(schema, where);
    const base = found === null ? null : metaOf(found.schema, where);
    const own = base === null ? meta.description : meta.description === base.description ? undefined : meta.description;
    const bare = readBare(schema, where);
    return { ...bare, named: found?.named ?? null, doc: joinDoc(own, meta.unit) };
  };

  const define = (schema: Schema, where: string): Node => ({ ...readBare(schema, where), doc: joinDoc(metaOf(schema, where).description, metaOf(schema, where).unit) });

  /** The nearest schema with a name that this one is a copy of, with other words at most. */
  const findNamed = (schema: Schema): { readonly schema: Schema; readonly named: Named } | null => {
    let one: Schema | undefined = schema;
    let found: { readonly schema: Schema; readonly named: Named } | null = null;
    for (; one !== undefined; one = one._zod.parent) {
      const named = names.get(one);
      if (named !== undefined && (found === null || !named.isType)) found = { schema: one, named };
      if (found !== null && found.named.isType) return found;
      const parent: Schema | undefined = one._zod.parent;
      if (parent === undefined || shaping.some((key) => rawMeta(one as Schema)[key] !== rawMeta(parent)[key])) return found;
    }
    return found;
  };

  const readWrapper = (schema: Schema, def: Def & { readonly type: 'optional' | 'nullable' | 'default' }, where: string): Node => {
    const inner = read(def.innerType, where);
    const { deprecated, description, example, unit } = metaOf(schema, where);
    const doc = description === undefined ? inner.doc : joinDoc(description, unit ?? metaOf(def.innerType, where).unit);
    const said = { ...inner, doc, deprecated: deprecated ?? inner.deprecated, example: example ?? inner.example };
    if (def.type === 'optional') return { ...said, isOptional: true };
    if (def.type === 'nullable') return { ...said, isNullable: true };
    const { defaultValue } = def as Def & { readonly type: 'default' };
    if (typeof defaultValue === 'string' || typeof defaultValue === 'number' || typeof defaultValue === 'boolean') return { ...said, isOptional: true, standard: defaultValue };
    return refuse(where, 'a default that is no text, number or boolean');
  };

  const readBare = (schema: Schema, where: string): Node => {
    const meta = metaOf(schema, where);
    const { deprecated, example, expected, generic, send } = meta;
    const named = generic === undefined ? undefined : findGeneric(generic.name);
    if (generic !== undefined && named === undefined) refuse(where, `"${generic.name}", which nobody exports`);
    return {
      form: readForm(schema, meta, where),
      named: null,
      generic: named === undefined || generic === undefined ? null : { named, argument: read(generic.argument as Schema, where) },
      isOptional: false, isNullable: false, standard: undefined, expected, send, doc: '', deprecated, example,
    };
  };

  const readForm = (schema: Schema, meta: Meta, where: string): Form => {
    if (meta.parameter !== undefined) return { tag: 'parameter', name: meta.parameter };
    if (meta.kind !== undefined) return { tag: 'leaf', leaf: meta.kind };
    const def = toDef(schema);
    switch (def.type) {
      case 'unknown': return { tag: 'leaf', leaf: 'anything' };
      case 'boolean': return { tag: 'leaf', leaf: 'flag' };
      case 'string': return readText(schema, where);
      case 'number': return readNumber(schema, where);
      case 'literal': return { tag: 'words', words: def.values.map((word) => (isWord(word) ? word : refuse(where, 'a literal that JSON has not'))) };
      case 'enum': return { tag: 'words', words: Object.values(def.entries) };
      case 'array': return { tag: 'list', item: read(def.element, `${where}[]`), ...readBounds(schema, where, ['min_length', 'max_length']) };
      case 'union': return { tag: 'either', options: def.options.map((option, at) => read(option, `${where}, option ${at + 1}`)) };
      case 'record': {
        if (meta.others !== undefined) return refuse(where, 'names of a form outside of an object');
        readBounds(schema, where, []);
        if (toDef(def.keyType).type !== 'string' || checksOf(def.keyType).length > 0) refuse(where, 'a record with checks on its names');
        return { tag: 'map', item: read(def.valueType, `${where}{}`) };
      }
      case 'object': return readObject(schema, def, meta, where);
      case 'date': case 'default': case 'lazy': case 'never': case 'nullable': case 'optional':
      default: return refuse(where, `a schema of the type ${def.type}`);
    }
  };

  const readObject = (schema: Schema, def: Def & { readonly type: 'object' }, meta: Meta, where: string): ObjectForm => {
    const custom = checksOf(schema).filter((check) => check.check !== 'custom' || meta.rules === undefined);
    if (custom.length > 0) refuse(where, `the check ${custom.map(({ check }) => check).join(', ')}`);
    const members: Member[] = [];
    let others: ObjectForm['others'] = null;
    for (const [name, member] of Object.entries(def.shape)) {
      const form = rawMeta(member).others;
      const memberDef = toDef(member);
      if (form === undefined) members.push({ name, node: read(member, `${where}.${name}`) });
      else if (memberDef.type === 'record' && others === null && name.endsWith('*')) {
        const item = read(memberDef.valueType, `${where}.${name}`);
        others = { ...form, key: name.slice(0, -1), item: { ...item, doc: rawMeta(member).description ?? item.doc } };
      } else refuse(`${where}.${name}`, 'names of a form twice, or under a name without a star');
    }
    const { catchall: rest } = def;
    const isClosed = rest === undefined || toDef(rest).type === 'never';
    if (!isClosed && toDef(rest).type !== 'unknown') refuse(where, 'a check on members that have no name');
    return { tag: 'object', members, others, rest: isClosed ? null : read(rest, where), rules: meta.rules ?? [] };
  };

  return { read, define };
}

type Def =
  | { readonly type: 'optional' | 'nullable'; readonly innerType: Schema }
  | { readonly type: 'default'; readonly innerType: Schema; readonly defaultValue: unknown }
  | { readonly type: 'unknown' | 'boolean' | 'string' | 'number' | 'never' | 'date' | 'lazy' }
  | { readonly type: 'literal'; readonly values: readonly unknown[] }
  | { readonly type: 'enum'; readonly entries: Readonly<Record<string, string | number>> }
  | { readonly type: 'array'; readonly element: Schema }
  | { readonly type: 'union'; readonly options: readonly Schema[] }
  | { readonly type: 'record'; readonly keyType: Schema; readonly valueType: Schema }
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, Schema>>; readonly catchall?: Schema };

/** zod's own definition. Types that are not listed here are refused by whoever reads them. */
function toDef(schema: Schema): Def {
  return schema._zod.def as unknown as Def;
}

interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly pattern?: RegExp;
}

function checksOf(schema: Schema): readonly Check[] {
  return (schema._zod.def.checks ?? []).map((check) => check._zod.def as unknown as Check); // what each check was made with
}

function rawMeta(schema: Schema): Meta {
  return (schema as z.ZodType).meta() ?? {};
}

function metaOf(schema: Schema, where: string): Meta {
  const meta = rawMeta(schema);
  const unknown = Object.keys(meta).filter((key) => !knownMeta.has(key));
  if (unknown.length > 0) refuse(where, `the word "${unknown.join('", "')}" in meta()`);
  return meta;
}

function joinDoc(description: string | undefined, unit: string | undefined): string {
  return [description, unit].filter((part) => part !== undefined && part !== '').join(' ');
}

function readText(schema: Schema, where: string): Form {
  const checks = checksOf(schema);
  const { format } = schema._zod.def as { readonly format?: string };
  if (format !== undefined) refuse(where, `the text format ${format}`);
  const patterns = checks.filter(({ check, format }) => check === 'string_format' && format === 'regex');
  const [first] = patterns;
  if (first?.pattern === undefined) return { tag: 'leaf', leaf: toLeaf('text', readBounds(schema, where, ['min_length', 'max_length'])) };
  if (checks.length > 1 || rawMeta(schema).expected === undefined) refuse(where, 'a pattern beside other checks, or without words in meta({ expected })');
  return { tag: 'pattern', source: first.pattern.source, flags: first.pattern.flags };
}

function readNumber(schema: Schema, where: string): Form {
  const { format } = schema._zod.def as { readonly format?: string };
  if (format !== undefined && format !== 'safeint') refuse(where, `the number format ${format}`);
  return { tag: 'leaf', leaf: toLeaf(format === undefined ? 'number' : 'int', readBounds(schema, where, ['greater_than', 'less_than'])) };
}

function readBounds(schema: Schema, where: string, [least, most]: readonly string[]): { readonly min?: number; readonly max?: number } {
  let bounds: { readonly min?: number; readonly max?: number } = {};
  for (const check of checksOf(schema)) {
    if (check.check === least && check.inclusive !== false) bounds = { ...bounds, min: check.minimum ?? check.value ?? 0 };
    else if (check.check === most && check.inclusive !== false) bounds = { ...bounds, max: check.maximum ?? check.value ?? 0 };
    else refuse(where, `the check ${check.check}${check.format === undefined ? '' : ` ${check.format}`}${check.inclusive === false ? ' without its bound' : ''}`);
  }
  return bounds;
}

function toLeaf(kind: string, { max, min }: { readonly min?: number; readonly max?: number }): string {
  if (max === undefined) return min === undefined ? kind : `${kind}:${min}`;
  return `${kind}:${min ?? ''}:${max}`;
}

function isWord(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function refuse(where: string, what: string): never {
  throw new Refusal(`${where} has ${what}, which the generator does not know.`);
}
