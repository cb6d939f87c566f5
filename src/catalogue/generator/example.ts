/** Examples of calls, from what an operation needs. */
import type { Node } from './node.js';
import type { ReadOperation } from './model.js';
import { toLiteral } from './write-shapes.js';

/** The least that a value can be. */
export function toLeast(node: Node, name: string): unknown {
  if (node.example !== undefined) return node.example;
  const { form } = node;
  switch (form.tag) {
    case 'leaf': return toLeastLeaf(form.leaf, name);
    case 'pattern': return name;
    case 'words': return form.words[0];
    case 'list': return Array.from({ length: Math.max(1, form.min ?? 0) }, () => toLeast(form.item, name));
    case 'map': return { name: toLeast(form.item, name) };
    case 'either': return form.options[0] === undefined ? null : toLeast(form.options[0], name);
    case 'parameter': return null;
    case 'object': return Object.fromEntries(form.members.filter(({ node: one }) => !one.isOptional).map((one) => [one.name, toLeast(one.node, one.name)]));
  }
}

function toLeastLeaf(leaf: string, name: string): unknown {
  const [kind = '', least = ''] = leaf.split(':');
  if (kind === 'text') return name.replace(/[A-Z_]/g, (letter) => (letter === '_' ? ' ' : ` ${letter.toLowerCase()}`));
  if (kind === 'flag') return true;
  if (kind === 'seconds' || kind === 'moment') return 1_767_225_600;
  if (kind === 'content') return new Uint8Array();
  return kind === 'anything' ? 'anything' : Math.max(1, Number(least));
}

/** One call with what it needs. */
export function toCall({ area, input, name, product }: ReadOperation): string {
  const needed = input === null ? {} : toLeast(input.node, '');
  const argument = typeof needed === 'object' && needed !== null && Object.keys(needed).length > 0 ? toLiteral(needed) : '';
  return `${product}.${area}.${name}(${argument})`;
}

/** What a reader copies out of the hover. */
export function toExample(operation: ReadOperation): string {
  const call = toCall(operation);
  const code = operation.told.paging === undefined ? `const result = await ${call};` : `for await (const item of ${call}) console.log(item);`;
  return `\`\`\`ts\n${code}\n\`\`\``;
}
