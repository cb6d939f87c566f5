/** Shapes as JSON Schema (2020-12), for tools and for other languages. */
import type { Rule } from '../../schema/shape.js';
import type { Face, Named, Node, ObjectForm } from './node.js';

/** A schema as plain data, or `true` for anything. */
export type JsonSchema = true | { readonly [keyword: string]: unknown };

/** Whose side of the border is described: what the client takes and gives, or what goes over the wire. */
export interface View {
  readonly face: Face;
  readonly isOnWire: boolean;
  /** Tells where the schema of a named shape is. */
  readonly refer: (named: Named, face: Face) => string;
}

export function toJsonSchema(node: Node, view: View): JsonSchema {
  const { deprecated, doc, isNullable, standard } = node;
  const bare = toBareSchema(node, view);
  const schema = isNullable ? toNullable(bare) : bare;
  const words = {
    ...(doc === '' ? {} : { description: doc }),
    ...(deprecated === undefined ? {} : { deprecated: true }),
    ...(standard === undefined ? {} : { default: standard }),
  };
  return schema === true && Object.keys(words).length === 0 ? true : { ...words, ...(schema === true ? {} : schema) };
}

function toBareSchema(node: Node, view: View): JsonSchema {
  if (node.named?.isType === true && node.send === undefined) return { $ref: view.refer(node.named, view.face) };
  return toFormSchema(node, view);
}

/** The schema that a node has without its name. */
export function toFormSchema({ form, send }: Node, view: View): JsonSchema {
  const isSent = send !== undefined && (view.face === 'input') === view.isOnWire;
  if (isSent) return { type: send === 'number' ? 'number' : 'string' };
  switch (form.tag) {
    case 'leaf': return toLeafSchema(form.leaf, view);
    case 'parameter': return true;
    case 'pattern': return { type: 'string', pattern: toPortable(form.source, form.flags.includes('i')) };
    case 'words': return form.words.length === 1 ? { const: form.words[0] } : { enum: form.words };
    case 'list': return { type: 'array', items: toJsonSchema(form.item, view), ...(form.min === undefined ? {} : { minItems: form.min }), ...(form.max === undefined ? {} : { maxItems: form.max }) };
    case 'map': return { type: 'object', additionalProperties: toJsonSchema(form.item, view) };
    case 'either': return { anyOf: form.options.map((option) => toJsonSchema(option, view)) };
    case 'object': return toObjectSchema(form, view);
  }
}

/** JSON Schema has no flags, and languages differ in what `\w` and `\d` are: both are spelled out. */
function toPortable(source: string, isCaseless: boolean): string {
  let isInClass = false;
  return source.replace(/\\.|[a-z]-[a-z]|[a-z[\]]/gi, (part) => {
    if (part === '[' || part === ']') isInClass = part === '[';
    const letters = part === '\\w' ? 'A-Za-z0-9_' : part === '\\d' ? '0-9' : isCaseless && /^[a-z](?:-[a-z])?$/i.test(part) ? part.toLowerCase() + part.toUpperCase() : null;
    if (letters === null) return part;
    return isInClass ? letters : `[${letters}]`;
  });
}

const endOfSeconds = 99_999_999_999;

function toLeafSchema(leaf: string, { face, isOnWire }: View): JsonSchema {
  const [kind = '', least = '', most = ''] = leaf.split(':');
  const bounds = (low: string, high: string): Readonly<Record<string, number>> => ({ ...(least === '' ? {} : { [low]: Number(least) }), ...(most === '' ? {} : { [high]: Number(most) }) });
  switch (kind) {
    case 'text': return { type: 'string', ...bounds('minLength', 'maxLength') };
    case 'number': return { type: 'number', ...bounds('minimum', 'maximum') };
    case 'int': return { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, ...bounds('minimum', 'maximum') };
    case 'flag': return { type: 'boolean' };
    case 'content': return { not: {} }; // no JSON: the request is a form, which OpenAPI tells
    case 'segment': return { type: 'string', pattern: String.raw`^[!-\[\]-~]{1,200}$`, not: { enum: ['.', '..'] } }; // not every language can look ahead
    case 'seconds': case 'moment': return { type: 'integer', minimum: 0, maximum: endOfSeconds };
    case 'scalar': return { type: (face === 'input') === isOnWire ? 'string' : ['string', 'number', 'boolean'] };
    default: return true;
  }
}

function toObjectSchema({ members, others, rest, rules }: ObjectForm, view: View): JsonSchema {
  const required = members.filter(({ node }) => !node.isOptional).map(({ name }) => name);
  const isStrict = view.face === 'input' && rest === null;
  return {
    type: 'object',
    ...(members.length === 0 ? {} : { properties: Object.fromEntries(members.map(({ name, node }) => [name, toJsonSchema(node, view)])) }),
    ...(required.length === 0 ? {} : { required }),
    ...(others === null ? {} : { patternProperties: { [others.pattern]: toJsonSchema(others.item, view) } }),
    ...(isStrict ? { additionalProperties: false } : {}),
    ...(rules.length === 0 ? {} : { allOf: rules.map((rule) => toRuleSchema(rule)) }),
  };
}

function toRuleSchema(rule: Rule): JsonSchema {
  const has = (...required: readonly string[]): JsonSchema => ({ required });
  switch (rule._tag) {
    case 'Needs': return { dependentRequired: Object.fromEntries(rule.members.map((member) => [member, [rule.needed]])) };
    case 'Admits': return { if: has(rule.member), then: { propertyNames: { enum: [rule.member, ...rule.others] } } };
    case 'Limits': return { if: { properties: { [rule.member]: { const: true } }, ...has(rule.member) as object }, then: { properties: { [rule.other]: { maximum: rule.most } } } };
    case 'Excludes': return {
      if: rule.where === undefined ? has(rule.member) : { properties: { [rule.member]: { const: rule.where } }, required: [rule.member] },
      then: { not: { anyOf: rule.others.map((other) => has(other)) } },
    };
  }
}

function toNullable(schema: JsonSchema): JsonSchema {
  if (schema === true) return true;
  const { type } = schema;
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}
