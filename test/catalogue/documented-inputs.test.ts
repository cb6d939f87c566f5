/**
 * Inputs beside what is documented of them: a parameter, word or bound of Tenable's documents or of pyTenable that a description
 * refuses is named here. The documents are kept outside of the project; without them, these tests skip.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { operations } from './descriptions.js';
import type { DescribedOperation } from './descriptions.js';
import { listRefused } from './refused-parameters.js';
import type { Documented } from './refused-parameters.js';

interface Parameter extends Documented {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

/** A row of Tenable's OpenAPI documents. */
interface Document {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Readonly<Record<string, Documented>>;
}

/** A row of pyTenable's methods. Its names say where they stand: `settings.name`, `objects[].type`. */
interface Method {
  readonly product: string;
  readonly http: string;
  readonly path: string;
  readonly query: readonly { readonly name: string }[];
  readonly body: readonly { readonly name: string }[];
}

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'facts');
const read = (name: string): unknown => (existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : []);
const documents = read('openapi.json') as readonly Document[]; // our own format, as the other
const methods = read('endpoints.json') as readonly Method[];
if (documents.length === 0) console.log('Skipped: inputs beside the documents, which are not here.');

const toForm = (method: string, path: string): string => `${method} ${path.split('?')[0]?.replace(/\{[^}]*\}/g, '{}').replace(/^\/rest(?=\/)/, '').replace(/\/$/, '')}`;

/** What one document, or one method of pyTenable's, sends with an operation. */
function listDocumented({ operation: { method, path, product } }: DescribedOperation): readonly Documented[] {
  const form = toForm(method, path);
  const documented = product === 'vm' ? documents.filter((one) => toForm(one.method, one.path) === form) : [];
  const called = methods.filter((one) => (one.product === product || (product === 'vm' && one.product === 'was')) && toForm(one.http, one.path) === form);
  return [
    ...documented.map(({ body, parameters }) => ({ properties: { ...toProperties(parameters.filter((one) => one.in === 'query')), ...body?.['application/json']?.properties } })),
    ...called.map(({ body, query }) => ({ properties: toProperties([...query, ...body].flatMap(({ name }) => (/^\w+$/.test(name) ? [{ name }] : []))) })),
  ];
}

const toProperties = (parameters: readonly Omit<Parameter, 'in'>[]): Readonly<Record<string, Documented>> => Object.fromEntries(parameters.map((one) => [one.name, one]));

/** `input` as an object, also where nothing or members alone are described. */
const toInput = (input: DescribedOperation['described']['input']): z.ZodType => (input instanceof z.ZodType ? input : z.object(input ?? {}));

const formOf = ({ operation: { method, path, product } }: DescribedOperation): string => `${product} ${toForm(method, path)}`;

/** What every operation on a path refuses: where there are several, each takes a part. */
function findRefused(one: DescribedOperation): readonly string[] {
  const part = one.described.upload?.part; // of the form, which callers give by the name of the member
  const inputs = operations.filter((other) => formOf(other) === formOf(one)).map(({ described }) => toInput(described.input));
  return [...new Set(listDocumented(one).flatMap((documented) => inputs.map((input) => listRefused(input, documented).filter((path) => path !== part)).reduce((refused, others) => refused.filter((path) => others.includes(path)))))].sort();
}

/** What a document says and the service does not. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vm permissions.change': { acls: 'Documented as one object; recorded, and sent by pyTenable, as a list.' },
  'vm reports.create': { 'template_name: ""': 'The empty word among the documented ones names no template.' },
  'vm workbenches.exportRequest': {
    'minimum_vuln_info: "true"': 'A boolean, which is sent as this text.',
    'minimum_vuln_info: "false"': 'A boolean, which is sent as this text.',
  },
};

describe.skipIf(documents.length === 0)('what is documented and refused', () => {
  test.each([['vm', 0], ['sc', 0], ['nessus', 0]] as const)('by %s is no more than before', (product, most) => {
    const all = operations.filter(({ operation }) => operation.product === product);
    const compared = all.filter((one) => listDocumented(one).length > 0);
    const refused = compared.map((one) => ({ id: one.id, paths: findRefused(one).filter((path) => reasons[one.id]?.[path] === undefined) })).filter(({ paths }) => paths.length > 0);
    const count = refused.reduce((sum, { paths }) => sum + paths.length, 0);
    console.log([`${product}: ${compared.length} of ${all.length} operations are documented, ${count} parameters refused`, ...refused.map(({ id, paths }) => `  ${id}: ${paths.join(', ')}`)].join('\n'));
    expect(compared.length).toBeGreaterThan(all.length / 2);
    expect(count).toBeLessThanOrEqual(most);
  });

  test.each(Object.entries(reasons).flatMap(([id, paths]) => Object.keys(paths).map((path) => [id, path] as const)))('%s: %s would be on that list without its reason', (id, path) => {
    expect(operations.filter((one) => one.id === id).flatMap(findRefused)).toContain(path);
  });
});
