/** The pages of all calls: a table of each product in docs/calls.md, and a page of each with what every call takes and gives. */
import { toCall } from './example.js';
import type { Model, Module, ProductName, ReadOperation } from './model.js';
import type { Face, Named, Node } from './node.js';
import { findItem } from './write-module.js';
import { toType } from './write-types.js';

const titles: Readonly<Record<ProductName, string>> = { vm: 'Vulnerability Management', sc: 'Security Center', nessus: 'Nessus' };
const callTags = ['APIError', 'InvalidInputError', 'PermissionError', 'NotFoundError', 'UnsupportedError', 'ServerError', 'RetryError', 'UnknownError', 'ConnectionError', 'UnexpectedValueError', 'TenableException'];

const areasOf = ({ modules }: Model, product: ProductName): readonly Module[] => modules.filter((module) => module.product === product && module.area !== '');
const anchor = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-');
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The rows of a product in docs/calls.md, sorted by name. */
export function writeTable(model: Model, product: ProductName): string {
  const operations = areasOf(model, product).flatMap((module) => module.operations).sort((a, b) => (toId(a) < toId(b) ? -1 : 1));
  const rows = operations.map((operation) => `| \`${toId(operation)}\` | ${operation.method} \`${operation.path}\` | ${toGives(operation)} | ${toPyTenable(operation)} | [more](calls/${product}.md#${anchor(toId(operation))}) |`);
  return [`| \`${product}\` | request | gives | pyTenable | |`, '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** docs/calls.md with its tables as they are now: each stands between two marks. */
export function updateTables(page: string, model: Model): string {
  return (['vm', 'sc', 'nessus'] as const).reduce((text, product) =>
    text.replace(new RegExp(`(<!-- generated: ${product} -->\\n)[\\s\\S]*?(\\n<!-- end -->)`), (_all, start: string, end: string) => start + writeTable(model, product) + end), page);
}

const toId = ({ area, name }: ReadOperation): string => `${area}.${name}`;

function toGives({ output, told }: ReadOperation): string {
  if (told.paging !== undefined) return 'pages';
  return told.file !== undefined ? 'a file' : output === null ? 'nothing' : 'data';
}

function toPyTenable({ told: { pyTenable = '' } }: ReadOperation): string {
  if (pyTenable === '') return 'none';
  return pyTenable.replace(/^(part of )?(.+)$/, (_all, part: string | undefined, names: string) => `${part ?? ''}${names.split(', ').map((name) => `\`${name}\``).join(', ')}`);
}

/** The page of a product. */
export function writePage(model: Model, product: ProductName): string {
  const areas = areasOf(model, product);
  const head = [
    `# Calls of ${titles[product]}`, '',
    'Written from the descriptions in `src/catalogue` by `npm run generate`. What is not required may be left out. Any call can end with',
    `${callTags.map((tag) => `\`${tag}\``).join(', ')}: [errors](../errors.md). [All calls](../calls.md) in one table.`, '',
    areas.map(({ area }) => `[${area}](#${anchor(area)})`).join(' · '), '',
  ];
  return `${[...head, ...areas.flatMap((module) => writeArea(module, model))].join('\n').trimEnd()}\n`;
}

function writeArea(module: Module, model: Model): readonly string[] {
  const told = new Set<Named>();
  const calls = module.operations.flatMap((operation) => writeCall(operation, told));
  const types = writeTypes(told, model);
  return [`## ${module.area}`, '', module.title.replace(/https:\/\/\S+/, (url) => `[Tenable's page](${url})`), '', ...calls, ...(types.length === 0 ? [] : [`### Types of ${module.area}`, '', ...types])];
}

function writeCall(operation: ReadOperation, mentioned: Set<Named>): readonly string[] {
  const { input, output, told } = operation;
  const face = (node: Node, side: Face): string => toType(node, side, (named) => mentioned.add(named)).replace(/\s*\n\s*/g, ' ');
  const gives = told.file !== undefined ? 'a file' : output === null ? 'nothing'
    : told.paging === undefined ? `\`${face(output, 'output')}\`` : `pages of \`${face(findItem(operation, told.paging.items), 'output')}\`, or with \`toPage()\` one \`${face(output, 'output')}\``;
  const errors = [
    ...(told.never === undefined ? [] : [`never ${told.never.map((tag) => `\`${tag}\``).join(', ')}`]),
    ...[...(told.adds ?? []), ...(told.file === undefined ? [] : ['FileDownloadError'])].map((tag) => `also \`${tag}\``),
  ];
  const members = input === null ? [] : writeMembers(input.node, 'input', told.secrets ?? [], mentioned);
  return [
    `### ${toId(operation)}`, '',
    `${told.doc}${told.deprecated === undefined ? '' : ` Deprecated: ${told.deprecated}`}`, '',
    `\`${toCall(operation)}\` sends ${operation.method} \`${operation.path}\` and gives ${gives}.${errors.length === 0 ? '' : ` Errors: ${errors.join('; ')}.`}`,
    `pyTenable: ${toPyTenable(operation)}. [Tenable's page](${operation.docs}).`, '',
    ...members, ...(members.length === 0 ? [] : ['']),
  ];
}

function writeMembers(node: Node, face: Face, secrets: readonly string[], mentioned: Set<Named>): readonly string[] {
  if (node.form.tag !== 'object') return [];
  const { members, others } = node.form;
  const toRow = (name: string, one: Node, isRequired: boolean, isSecret = false): string => {
    const type = cell(toType(one, face, (named) => mentioned.add(named)).replace(/\s*\n\s*/g, ' '));
    const standard = one.standard === undefined ? '' : `Default: \`${String(one.standard)}\`.`;
    const said = [...(isSecret ? ['A secret: never told.'] : []), one.doc, standard].filter((text) => text !== '').join(' ');
    return `| \`${name}\` | \`${type}\` | ${isRequired ? 'yes' : ''} | ${cell(said)} |`;
  };
  const rows = [...members.map((member) => toRow(member.name, member.node, !member.node.isOptional, secrets.includes(member.name))), ...(others === null ? [] : [toRow(`${others.key}…`, others.item, false)])];
  return rows.length === 0 ? [] : [`| ${face} | type | ${face === 'input' ? 'required' : 'always'} | |`, '| --- | --- | --- | --- |', ...rows];
}

/** Every type that the calls of an area lead to, with its members. */
function writeTypes(mentioned: Set<Named>, { modules }: Model): readonly string[] {
  const definitions = new Map(modules.flatMap((module) => module.definitions.map((definition) => [definition.named, definition] as const)));
  const lines: string[] = [];
  for (const named of mentioned) { // grows as it is read
    const definition = definitions.get(named);
    if (definition === undefined) continue;
    const face: Face = named.faces.has('input') ? 'input' : 'output';
    const members = writeMembers(definition.node, face, [], mentioned);
    const alias = members.length > 0 ? '' : ` = \`${toType({ ...definition.node, named: null }, face, (one) => mentioned.add(one)).replace(/\s*\n\s*/g, ' ')}\``;
    lines.push(`**${named.name}**${alias}${definition.node.doc === '' ? '' : `${alias === '' ? ': ' : '. '}${definition.node.doc}`}`, '', ...members, ...(members.length === 0 ? [] : ['']));
  }
  return lines;
}
