/** One description as the module that users import: its types, its shapes, its operations. */
import type { Face, ModuleName, Named, Node } from './node.js';
import type { Module, ReadOperation } from './model.js';
import { toExample } from './example.js';
import { Refusal } from './read-schema.js';
import { toFormCode, toLiteral, toShapeCode } from './write-shapes.js';
import { quote, toComment, toDeclaration, toFormType, toType } from './write-types.js';

/** What one module takes from others while it is written. */
class Imports {
  readonly types = new Map<Named, true>();
  readonly values = new Map<string, Set<string>>();

  add(file: string, name: string): void {
    this.values.set(file, (this.values.get(file) ?? new Set()).add(name));
  }
}

/** Where a module of ours is, from the folder of another: `./parts/objects.js`. */
export function toRelative(from: ModuleName, to: string): string {
  const up = from.split('/').slice(0, -1);
  const down = to.split('/');
  while (up.length > 0 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return `${up.length === 0 ? './' : '../'.repeat(up.length)}${down.join('/')}.js`;
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What the constant of a named shape is called. What a caller gives and what an answer holds are two shapes. */
function toShapeConstant({ name }: Named, face: Face): string {
  return `${camel(name)}${face === 'input' && !name.endsWith('Input') && /^[A-Z]/.test(name) ? 'Input' : ''}Shape`;
}

/** A module's files: what users import, and for an area its data, which is loaded by itself on first use and imports data alone. */
export function writeModule(module: Module): readonly { readonly name: string; readonly text: string }[] {
  const isPart = module.operations.length === 0;
  const [types, data] = [new Imports(), new Imports()];
  const mention = (named: Named): void => {
    if (named.module !== module.name) types.types.set(named, true);
  };
  const declarations = module.definitions.filter(({ named }) => named.isType).map((definition) => toDeclaration(definition, mention));
  const constants = writeConstants(module, data);
  const operations = module.operations.map((operation) => writeOperation(operation, types, data, constants.nameOf, mention));
  checkNames(module, operations);
  const head = `/** ${module.title} Generated from \`${module.file}\`. */\n`;
  if (isPart) {
    const body = [...declarations, ...constants.texts(true)].join('\n');
    return [{ name: module.name, text: [head, writeImports(module, module.name, types, data), `\n${body}`].join('') }];
  }
  const dataName = toDataName(module.name);
  types.add(dataName, '* as data');
  const asked = [...declarations, ...operations.map(({ declaration }) => declaration).filter((text) => text !== ''), ...operations.map(({ text }) => text)].join('\n');
  const told = [...constants.texts(false), ...operations.map(({ data: text }) => text)].join('\n');
  return [
    { name: module.name, text: `${head}${writeImports(module, module.name, types)}\n${asked}` },
    { name: dataName, text: `/** What operations and shapes of \`${module.name}\` are, as plain data. Generated from \`${module.file}\`. */\n${writeImports(module, dataName, data)}\n${told}` },
  ];
}

/** `vm/data/scans` of `vm/scans`. */
export function toDataName(name: ModuleName): string {
  return name.replace(/^(\w+)\//, '$1/data/');
}

function checkNames(module: Module, operations: readonly WrittenTexts[]): void {
  const names = [...module.definitions.map(({ named }) => named.name), ...operations.filter(({ declaration }) => declaration !== '').map(({ typeName }) => typeName)];
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Refusal(`${module.name} has two types of the name ${twice.join(', ')}.`);
}

/** The constants of shapes that the module needs, each after those that it mentions. */
function writeConstants(module: Module, imports: Imports): { readonly nameOf: (named: Named, face: Face) => string; readonly texts: (all: boolean) => readonly string[] } {
  const written = new Map<string, string>();
  const nodes = new Map(module.definitions.map(({ named, node }) => [named, node] as const));
  const write = (named: Named, face: Face): void => {
    const constant = toShapeConstant(named, face);
    const node = nodes.get(named);
    if (node === undefined || written.has(constant)) return;
    const code = toFormCode(node, face, nameOf);
    if (!code.startsWith("'")) written.set(constant, code);
  };
  const nameOf = (named: Named, face: Face): string => {
    const constant = toShapeConstant(named, face);
    if (named.module === module.name) write(named, face);
    else imports.add(named.module, constant);
    return constant;
  };
  return {
    nameOf,
    texts: (isPart) => {
      if (isPart) for (const [named] of nodes) for (const face of named.faces) write(named, face);
      if (written.size > 0) imports.add('schema/shape', 'type Shape');
      return [...written].map(([constant, code]) => `${isPart ? 'export ' : ''}const ${constant}: Shape = ${code};\n`);
    },
  };
}

interface WrittenTexts {
  /** The operation as users import it. */
  readonly text: string;
  /** The same as data. */
  readonly data: string;
  /** The interface of its input, where that has no name of its own. */
  readonly declaration: string;
  readonly typeName: string;
}

function writeOperation(operation: ReadOperation, imports: Imports, data: Imports, nameOf: (named: Named, face: Face) => string, mention: (named: Named) => void): WrittenTexts {
  const { input, name, output, told } = operation;
  const isNamed = input?.node.named != null;
  if (input?.node.named != null) mention(input.node.named);
  const typeName = input === null ? 'NoInput' : input.typeName;
  const declaration = input === null || isNamed ? '' : `export interface ${typeName} ${toFormType(input.node, 'input', mention)}\n`;
  data.add('operation/build-operation', 'type WrittenOperation');
  const item = told.paging === undefined ? null : findItem(operation, told.paging.items);
  if (input === null) imports.add('schema/no-input', 'type NoInput');
  imports.add('errors/model/tenable-error', 'type CallErrorTag');
  imports.add('operation/define-operation', 'type Operation');
  imports.add('operation/build-operation', 'buildOperation');
  if (told.file !== undefined) imports.add('operation/output', 'type FileDownload');
  const outputType = told.file !== undefined ? 'FileDownload' : output === null ? 'undefined' : toType(output, 'output', mention);
  const types = [typeName, outputType, toTags(operation), ...(item === null ? [] : [toType(item, 'output', mention)])];
  const custom = Object.entries({ checkInput: told.custom?.check, toRequest: told.custom?.request, fromAnswer: told.custom?.answer }).flatMap(([key, reshape]) => {
    if (reshape === undefined) return [];
    data.add(`reshapes/${operation.product}`, reshape);
    return [[key, reshape] as const];
  });
  if (told.upload !== undefined) data.add('reshapes/multipart', 'toMultipart');
  const members: readonly (readonly [string, string | undefined])[] = [
    ['id', quote(`${operation.area}.${name}`)],
    ['product', quote(operation.product)],
    ['method', quote(operation.method)],
    ['path', quote(operation.path)],
    ['docs', quote(operation.docs)],
    ['query', operation.query.length === 0 ? undefined : toLiteral(operation.query)],
    ['headers', told.headers === undefined ? undefined : toLiteral(told.headers)],
    ['bodyFrom', told.body === undefined ? undefined : quote(told.body)],
    ['upload', told.upload === undefined ? undefined : `{ member: ${quote(told.upload.member)}, part: ${quote(told.upload.part)}, encode: toMultipart }`],
    ['secrets', told.secrets === undefined ? undefined : toLiteral(told.secrets)],
    ['removes', told.never === undefined ? undefined : toLiteral(told.never)],
    ['adds', toAdded(operation).length === 0 ? undefined : toLiteral(toAdded(operation))],
    ['isIdempotent', told.idempotent === undefined ? undefined : String(told.idempotent)],
    ['paging', told.paging === undefined ? undefined : toLiteral({ style: told.paging.style, items: told.paging.items, pageSize: told.paging.size ?? 1000 })],
    ['input', input === null ? '{ strict: {} }' : isNamed ? toShapeCode(input.node, 'input', nameOf, '  ') : toFormCode(input.node, 'input', nameOf, '  ')],
    ['output', output === null ? undefined : toShapeCode(output, 'output', nameOf, '  ')],
    ['answerSize', told.answer === undefined ? undefined : quote(told.answer)],
    ['file', told.file === undefined ? undefined : toLiteral({ resource: operation.area, resourceId: told.file.id ?? '', filename: told.file.name ?? '', ...(told.file.mayBeHtml === undefined ? {} : { mayBeHtml: told.file.mayBeHtml }) })],
    ...custom,
  ];
  const isReserved = ['delete', 'export', 'import', 'default'].includes(name);
  const local = isReserved ? `${name}Operation` : name;
  const comment = toComment([told.doc, toExample(operation), `@see ${operation.docs}`, told.deprecated === undefined ? '' : `@deprecated ${told.deprecated}`], '').join('\n');
  const literal = members.filter(([, code]) => code !== undefined).map(([key, code]) => `  ${key}: ${code ?? ''},\n`).join('');
  const again = isReserved ? `\nexport { ${local} as ${name} };\n` : '';
  const text = `${comment}\n${isReserved ? '' : 'export '}const ${local}: Operation<${types.join(', ')}> = /* @__PURE__ */ buildOperation(data.${name});\n${again}`;
  return { text, data: `${isReserved ? '' : 'export '}const ${local}: WrittenOperation = {\n${literal}};\n${again}`, declaration, typeName };
}

const toAdded = ({ told }: ReadOperation): readonly string[] => [...(told.adds ?? []), ...(told.file === undefined ? [] : ['FileDownloadError'])];

/** The errors of an operation, as a type. */
export function toTags(operation: ReadOperation): string {
  const never = operation.told.never ?? [];
  const kept = never.length === 0 ? 'CallErrorTag' : `Exclude<CallErrorTag, ${never.map(quote).join(' | ')}>`;
  return [kept, ...toAdded(operation).map(quote)].join(' | ');
}

/** What a page holds. */
export function findItem(operation: ReadOperation, items: string): Node {
  const form = operation.output?.form;
  const member = form?.tag === 'object' ? form.members.find(({ name }) => name === items)?.node.form : undefined;
  if (member?.tag === 'list') return member.item;
  throw new Refusal(`${operation.module}: ${operation.name} pages through "${items}", which is no list of its output.`);
}

/** Every type that a value is made of, to any depth: an area exports all that its declarations lead to. */
function namesIn(node: Node): readonly Named[] {
  const { form, generic, named } = node;
  const inner: readonly (Node | null)[] = form.tag === 'object' ? [...form.members.map((member) => member.node), form.others?.item ?? null]
    : form.tag === 'list' || form.tag === 'map' ? [form.item]
      : form.tag === 'either' ? form.options : [];
  const own = [named, generic?.named ?? null].filter((one): one is Named => one?.isType === true);
  return [...own, ...[...inner, generic?.argument ?? null].flatMap((one) => (one === null ? [] : namesIn(one)))];
}

function writeImports(module: Module, file: string, ...imports: readonly Imports[]): string {
  const own = `api/${file}`;
  const byFile = new Map<string, { readonly types: Set<string>; readonly values: Set<string> }>();
  const fileOf = (path: string): { readonly types: Set<string>; readonly values: Set<string> } => {
    const known = byFile.get(path) ?? { types: new Set(), values: new Set() };
    byFile.set(path, known);
    return known;
  };
  const types = imports.flatMap((one) => [...one.types.keys()]);
  for (const [path, names] of imports.flatMap((one) => [...one.values])) for (const name of names) {
    const isOurs = /^(?:vm|sc|nessus|parts)\//.test(path);
    const found = fileOf(isOurs ? `api/${path}` : path);
    if (name.startsWith('type ')) found.types.add(name.slice(5));
    else found.values.add(name);
  }
  for (const { module: from, name } of types) fileOf(`api/${from}`).types.add(name);
  const toNames = (names: ReadonlySet<string>): string => ([...names][0]?.startsWith('*') === true ? [...names].join('') : `{ ${[...names].sort().join(', ')} }`);
  const lines = [...byFile].sort(([a], [b]) => a.localeCompare(b)).flatMap(([path, names]) => {
    const from = quote(toRelative(own, path));
    return [
      ...(names.types.size === 0 ? [] : [`import type ${toNames(names.types)} from ${from};\n`]),
      ...(names.values.size === 0 ? [] : [`import ${toNames(names.values)} from ${from};\n`]),
    ];
  });
  return [lines.join(''), file === module.name ? writeReexports(module, own) : ''].filter((text) => text !== '').join('\n');
}

function writeReexports(module: Module, own: string): string {
  if (module.operations.length === 0) return '';
  const nodes = [...module.definitions.map(({ node }) => node), ...module.operations.flatMap(({ input, output }) => [input?.node, output])];
  const foreign = [...new Set(nodes.flatMap((node) => (node == null ? [] : namesIn(node))))].filter((named) => named.module !== module.name);
  return [...new Set(foreign.map((named) => named.module))].sort().map((from) => {
    const names = foreign.filter((named) => named.module === from).map(({ name }) => name).sort();
    return `export type { ${names.join(', ')} } from ${quote(toRelative(own, `api/${from}`))};\n`;
  }).join('');
}
