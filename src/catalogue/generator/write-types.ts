/** Types as people read them: named interfaces with doc comments. */
import type { Face, Member, Named, Node, ObjectForm } from './node.js';
import type { Definition } from './model.js';

/** A type as text. Every name that it mentions is told to `mention`. */
export function toType(node: Node, face: Face, mention: (named: Named) => void, indent = ''): string {
  const bare = toBareType(node, face, mention, indent);
  return node.isNullable ? `${bare} | null` : bare;
}

function toBareType(node: Node, face: Face, mention: (named: Named) => void, indent: string): string {
  if (node.generic !== null) {
    mention(node.generic.named);
    return `${node.generic.named.name}<${toType(node.generic.argument, face, mention, indent)}>`;
  }
  if (node.named?.isType === true) {
    mention(node.named);
    return node.named.name;
  }
  return toFormType(node, face, mention, indent);
}

/** The type that a node has without its name. */
export function toFormType({ form, send }: Node, face: Face, mention: (named: Named) => void, indent = ''): string {
  if (face === 'output' && send !== undefined) return send === 'number' ? 'number' : 'string';
  switch (form.tag) {
    case 'leaf': return toLeafType(form.leaf);
    case 'pattern': return 'string';
    case 'words': return form.words.map((word) => (typeof word === 'string' ? quote(word) : String(word))).join(' | ');
    case 'list': {
      const item = toType(form.item, face, mention, indent);
      return `readonly ${/ \| | & /.test(item) && (form.item.form.tag === 'either' || !item.startsWith('{')) ? `(${item})` : item}[]`;
    }
    case 'map': return `Readonly<Record<string, ${toType(form.item, face, mention, indent)}>>`;
    case 'either': return [...new Set(form.options.map((option) => toType(option, face, mention, indent)))].join(' | ');
    case 'parameter': return form.name;
    case 'object': return toObjectType(form, face, mention, indent);
  }
}

function toLeafType(leaf: string): string {
  const types: Readonly<Record<string, string>> = { text: 'string', number: 'number', int: 'number', flag: 'boolean', seconds: 'number', moment: 'number | Date', scalar: 'string', segment: 'string', content: 'Blob | Uint8Array | AsyncIterable<Uint8Array>' };
  return types[leaf.split(':')[0] ?? ''] ?? 'unknown';
}

function toObjectType({ members, others, rest }: ObjectForm, face: Face, mention: (named: Named) => void, indent: string): string {
  const inner = `${indent}  `;
  const lines = [
    ...members.flatMap((member) => toMemberLines(member, face, mention, inner)),
    ...(others === null ? [] : [...toComment([others.item.doc], inner), `${inner}readonly [${others.name}: \`${others.key}\${string}\`]: ${toType(others.item, face, mention, inner)};`]),
    ...(rest === null ? [] : [...toComment([rest.doc], inner), `${inner}readonly [name: string]: ${toType(rest, face, mention, inner)};`]),
  ];
  return lines.length === 0 ? 'Readonly<Record<string, never>>' : `{\n${lines.join('\n')}\n${indent}}`;
}

function toMemberLines({ name, node }: Member, face: Face, mention: (named: Named) => void, indent: string): readonly string[] {
  const standard = node.standard === undefined ? '' : `Default: \`${String(node.standard)}\`.`;
  const deprecated = node.deprecated === undefined ? '' : `@deprecated ${node.deprecated}`;
  const type = toType(node, face, mention, indent);
  const also = node.isOptional && face === 'input' && type !== 'unknown' ? ' | undefined' : '';
  return [...toComment([[node.doc, standard].filter((part) => part !== '').join(' '), deprecated], indent), `${indent}readonly ${toKey(name)}${node.isOptional ? '?' : ''}: ${type}${also};`];
}

/** An interface, or a name for what is no object. */
export function toDeclaration({ isGeneric, named, node }: Definition, mention: (named: Named) => void): string {
  const face: Face = named.faces.has('input') ? 'input' : 'output';
  const head = toComment([node.doc, node.deprecated === undefined ? '' : `@deprecated ${node.deprecated}`], '').map((line) => `${line}\n`).join('');
  const type = toFormType(node, face, mention);
  const parameters = isGeneric ? '<Item>' : '';
  return node.form.tag === 'object' && type.startsWith('{') ? `${head}export interface ${named.name}${parameters} ${type}\n` : `${head}export type ${named.name}${parameters} = ${type};\n`;
}

const width = 118;

/** Paragraphs as a doc comment, on one line where they fit. */
export function toComment(paragraphs: readonly string[], indent: string): readonly string[] {
  const said = paragraphs.filter((paragraph) => paragraph !== '');
  const [only] = said;
  if (only === undefined) return [];
  if (said.length === 1 && !only.includes('\n') && indent.length + only.length + 8 <= width) return [`${indent}/** ${only} */`];
  const lines = said.flatMap((paragraph, at) => [...(at === 0 ? [] : ['']), ...paragraph.split('\n').flatMap((line) => wrap(line, width - indent.length - 3))]);
  return [`${indent}/**`, ...lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}`), `${indent} */`];
}

function wrap(text: string, limit: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > limit) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

export function toKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}
