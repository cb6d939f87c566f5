/** All descriptions, read: what the writers of modules, pages and reports go by. */
import { z } from 'zod';

import type { HttpMethod } from '../../internal/http-method.js';
import type { Described } from '../language/operation.js';
import type { Face, ModuleName, Named, Node } from './node.js';
import { Refusal, createSchemaReader } from './read-schema.js';
import type { SchemaReader } from './read-schema.js';

export type ProductName = 'vm' | 'sc' | 'nessus';

/** A file of descriptions as it was imported, and its text, whose first comment is its title. */
export interface LoadedModule {
  readonly name: ModuleName;
  readonly file: string;
  readonly text: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** A schema with a name. */
export interface Definition {
  readonly named: Named;
  readonly node: Node;
  /** Its parameters, where it is generic. */
  readonly isGeneric: boolean;
}

/** An area has operations and can be imported; a part holds what several areas have in common. */
export interface Module {
  readonly name: ModuleName;
  /** Where people write it. */
  readonly file: string;
  readonly title: string;
  readonly product: ProductName | null;
  /** `scanResults`; `''` for a part. */
  readonly area: string;
  readonly definitions: readonly Definition[];
  readonly operations: readonly ReadOperation[];
}

export interface ReadOperation {
  readonly module: ModuleName;
  readonly product: ProductName;
  readonly area: string;
  readonly name: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly docs: string;
  /** `null` where it takes nothing. */
  readonly input: { readonly typeName: string; readonly node: Node } | null;
  readonly query: readonly string[];
  readonly output: Node | null;
  readonly told: Described;
}

export interface Model {
  readonly modules: readonly Module[];
}

const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The kind of thing that an area is about: `policies` are about a `Policy`. */
function toNoun(area: string): string {
  return capital(area.endsWith('ies') ? `${area.slice(0, -3)}y` : area.replace(/(?<![sui])s$/, ''));
}

interface Exported {
  readonly schema: z.ZodType;
  readonly named: Named;
  readonly isGeneric: boolean;
}

export function readModel(loaded: readonly LoadedModule[]): Model {
  const exported = loaded.flatMap((module) => Object.entries(module.exports).flatMap(([name, value]) => readExport(module.name, name, value)));
  const names = new Map(exported.map(({ named, schema }) => [schema, named] as const));
  const reader = createSchemaReader(names, (name) => exported.find(({ isGeneric, named }) => isGeneric && named.name === name)?.named);
  const modules = loaded.map((module) => readModule(module, exported.filter(({ named }) => named.module === module.name), reader));
  for (const { input, output } of modules.flatMap(({ operations }) => operations)) {
    if (input !== null) markFaces(input.node, 'input');
    if (output !== null) markFaces(output, 'output');
  }
  return { modules };
}

function readExport(module: ModuleName, name: string, value: unknown): readonly Exported[] {
  const isGeneric = typeof value === 'function' && 'schema' in value;
  const schema: unknown = isGeneric ? value.schema : value;
  const isType = /^[A-Z]/.test(name);
  if (!(schema instanceof z.ZodType) || !(isType || module === 'parts/words')) return []; // what else a file exports stands where it is used
  return [{ schema, isGeneric, named: { module, name, isType, faces: new Set() } }];
}

function readModule({ exports, file: source, name, text }: LoadedModule, exported: readonly Exported[], reader: SchemaReader): Module {
  const [first = '', file = ''] = name.split('/');
  const isPart = exports['operations'] === undefined;
  const product = first === 'vm' || first === 'sc' || first === 'nessus' ? first : null;
  const area = isPart ? '' : camel(file);
  const title = /^\/\*\*\s*([\s\S]*?)\s*\*\//.exec(text)?.[1]?.replace(/\s*\n \*\s*/g, ' ') ?? '';
  if (title === '') throw new Refusal(`${name} has no title: a comment at its beginning that says what it is about.`);
  const place = (exportedName: string): number => text.search(new RegExp(`export const ${exportedName}\\b`));
  const definitions = [...exported].sort((a, b) => place(a.named.name) - place(b.named.name)).map(({ isGeneric, named, schema }) => ({ named, isGeneric, node: reader.define(schema, `${name}: ${named.name}`) }));
  const operations = isPart || product === null ? [] : Object.entries(exports['operations'] as Readonly<Record<string, Described>>)
    .map(([operation, told]) => readOperation({ module: name, product, area, exports, reader }, operation, told));
  return { name, file: source, title, product, area, definitions, operations };
}

interface Place {
  readonly module: ModuleName;
  readonly product: ProductName;
  readonly area: string;
  readonly exports: LoadedModule['exports'];
  readonly reader: SchemaReader;
}

function readOperation({ area, exports, module, product, reader }: Place, name: string, told: Described): ReadOperation {
  const where = `${module}: ${name}`;
  const noun = typeof exports['noun'] === 'string' ? exports['noun'] : toNoun(area);
  const input = readInput(told.input, reader, where, `${noun}${capital(name)}Input`);
  const members = input?.node.form.tag === 'object' ? input.node.form.members.map((member) => member.name) : [];
  const params = Array.from(told.path.matchAll(/\{(\w+)\}/g), ([, param = '']) => param);
  const query = told.query ?? (told.method === 'GET' ? members.filter((member) => !params.includes(member)) : []);
  const missing = [...params, ...query, ...(told.secrets ?? []), ...[told.file?.id, told.file?.name].filter((one) => one !== undefined)].filter((member) => !members.includes(member));
  if (missing.length > 0) throw new Refusal(`${where} names "${missing.join('", "')}", which its input does not have.`);
  return {
    module, product, area, name, query, input, told,
    method: told.method,
    path: told.path,
    docs: toDocs(exports['page'], told.page, area, name, where),
    output: told.output === undefined ? null : reader.read(told.output, `${where}, output`),
  };
}

function readInput(input: Described['input'], reader: SchemaReader, where: string, otherwise: string): ReadOperation['input'] {
  if (input === undefined) return null;
  if (!(input instanceof z.ZodType)) return Object.keys(input).length === 0 ? null : { typeName: otherwise, node: reader.read(z.object(input), `${where}, input`) };
  const node = reader.read(input, `${where}, input`);
  if (node.form.tag !== 'object') throw new Refusal(`${where} takes something that is no object.`);
  return { typeName: node.named?.name ?? otherwise, node };
}

/** Tenable's page: an address of its own, the area's, or, where the area's ends in a slash, one below it. */
function toDocs(areaPage: unknown, page: string | undefined, area: string, name: string, where: string): string {
  if (page?.startsWith('https://') === true) return page;
  if (typeof areaPage !== 'string') throw new Refusal(`${where} has no page, for its file exports no \`page\`.`);
  return areaPage.endsWith('/') ? areaPage + (page ?? `${kebab(area)}-${kebab(name)}`) : areaPage;
}

/** Notes on every name under a node on which side of the border it is found. */
function markFaces(node: Node, face: Face): void {
  if (node.generic !== null) {
    node.generic.named.faces.add(face);
    markFaces(node.generic.argument, face);
  }
  if (node.named !== null) {
    if (node.named.faces.has(face)) return;
    node.named.faces.add(face);
  }
  const { form } = node;
  if (form.tag === 'list' || form.tag === 'map') markFaces(form.item, face);
  if (form.tag === 'either') for (const option of form.options) markFaces(option, face);
  if (form.tag !== 'object') return;
  for (const member of form.members) markFaces(member.node, face);
  if (form.others !== null) markFaces(form.others.item, face);
}
