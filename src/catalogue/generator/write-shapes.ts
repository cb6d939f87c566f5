/** Shapes as data, as modules hold them: what has a name is a constant of its own, and the rest stands where it is used. */
import { quote, toKey } from './write-types.js';
import type { Face, Named, Node, ObjectForm } from './node.js';

/** Tells the name of the constant that holds a named shape, and sees to it that there is one. */
export type ShapeName = (named: Named, face: Face) => string;

/** A shape as text. */
export function toShapeCode(node: Node, face: Face, nameOf: ShapeName, indent = ''): string {
  const { isNullable, isOptional } = node;
  const standard = node.standard === undefined ? '' : `, standard: ${typeof node.standard === 'string' ? quote(node.standard) : String(node.standard)}`;
  const code = node.named === null ? toFormCode(node, face, nameOf, indent) : toNamedCode(node, node.named, face, nameOf, indent);
  if (code.startsWith("'") && standard === '') return `${code.slice(0, -1)}${isNullable ? '|null' : ''}${isOptional ? '?' : ''}'`;
  const signs = `${isNullable ? ', nullable: true' : ''}${isOptional && standard === '' ? ', optional: true' : ''}${standard}`;
  if (signs === '') return code;
  if (!code.startsWith('{')) return `{ of: ${code}${signs} }`;
  return code.endsWith('\n' + indent + '}') ? `${code.slice(0, -indent.length - 1)}${indent}  ${signs.slice(2)},\n${indent}}` : `${code.slice(0, -2)}${signs} }`;
}

function toNamedCode(node: Node, named: Named, face: Face, nameOf: ShapeName, indent: string): string {
  const code = toFormCode(node, face, () => '', indent);
  return code.startsWith("'") ? code : nameOf(named, face); // what is as short as its name stands for itself
}

/** A shape without its name and without what is said of it where it stands. */
export function toFormCode(node: Node, face: Face, nameOf: ShapeName, indent = ''): string {
  const { expected, form, send } = node;
  const words = `${expected === undefined ? '' : `, expected: ${quote(expected)}`}${send === undefined ? '' : `, send: ${quote(send)}`}`;
  switch (form.tag) {
    case 'leaf': return words === '' ? quote(form.leaf) : `{ of: ${quote(form.leaf)}${words} }`;
    case 'parameter': return quote('anything');
    case 'pattern': return `{ pattern: ${quote(form.source)}${form.flags === '' ? '' : `, flags: ${quote(form.flags)}`}${words} }`;
    case 'words': return `{ words: [${form.words.map((word) => (typeof word === 'string' ? quote(word) : String(word))).join(', ')}]${words} }`;
    case 'list': {
      const { item, max, min } = form;
      return `{ list: ${toShapeCode(item, face, nameOf, indent)}${min === undefined ? '' : `, min: ${min}`}${max === undefined ? '' : `, max: ${max}`}${words} }`;
    }
    case 'map': return `{ map: ${toShapeCode(form.item, face, nameOf, indent)}${words} }`;
    case 'either': return `{ either: [${form.options.map((option) => toShapeCode(option, face, nameOf, indent)).join(', ')}]${words} }`;
    case 'object': return toObjectCode(form, words, face, nameOf, indent);
  }
}

function toObjectCode({ members, others, rest, rules }: ObjectForm, words: string, face: Face, nameOf: ShapeName, indent: string): string {
  const inner = `${indent}  `;
  const kind = face === 'input' && rest === null ? 'strict' : 'loose';
  const lines = members.map(({ name, node }) => `${inner}  ${toKey(name)}: ${toShapeCode(node, face, nameOf, `${inner}  `)},\n`).join('');
  const own = lines === '' ? `${inner}${kind}: {},\n` : `${inner}${kind}: {\n${lines}${inner}},\n`;
  const other = others === null ? '' : `${inner}others: { pattern: ${quote(others.pattern)}, form: ${quote(others.form)}, of: ${toShapeCode(others.item, face, nameOf, inner)} },\n`;
  const ruled = rules.length === 0 ? '' : `${inner}rules: [\n${rules.map((rule) => `${inner}  ${toLiteral(rule)},\n`).join('')}${inner}],\n`;
  if (members.length === 0 && other + ruled + words === '') return `{ ${kind}: {} }`;
  return `{\n${own}${other}${ruled}${words === '' ? '' : `${inner}${words.slice(2)},\n`}${indent}}`;
}

/** Plain data as a literal. */
export function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, one]) => `${toKey(key)}: ${toLiteral(one)}`).join(', ')} }`;
  return typeof value === 'string' ? quote(value) : String(value);
}
