/**
 * Row for row beside what pyTenable 1.9.1 sends, as it was captured: an operation that names a method of pyTenable's asks for the same
 * path, and takes whatever that method sends. The captures are kept outside of the project; without them, these tests skip.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { isRecord } from '../../src/internal/is-record.js';
import type { AnyOperation } from '../../src/operation/define-operation.js';
import { isShapeSchema, listMembers } from '../../src/schema/shape-schema.js';
import { operations } from './descriptions.js';
import type { DescribedOperation } from './descriptions.js';

interface Captured {
  readonly product: string;
  readonly pyMethod: string;
  readonly method: string;
  /** `null` for what is no documented path. */
  readonly pathTemplate: string | null;
  readonly query: string;
  readonly body: unknown;
}

const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'facts', 'pytenable-requests.jsonl');
const captured = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Captured) : []; // our own format
if (captured.length === 0) console.log('Skipped: the comparison with pyTenable; the file with its requests is not here.');

const toForm = (method: string, path: string): string => `${method} ${path.replace(/\{[^}]*\}/g, '{}').replace(/^\/rest(?=\/)/, '')}`;

const rowsOf = ({ operation }: DescribedOperation): readonly Captured[] =>
  captured.filter(({ method, pathTemplate, product }) => product === operation.product && pathTemplate !== null && toForm(method, pathTemplate) === toForm(operation.method, operation.path));

/** Whether an operation takes a member. Names of a form, such as those of filters, are taken by their pattern; objects as they were read by any. */
function takes({ input, upload }: AnyOperation, name: string): boolean {
  if (upload !== undefined && name === '_multipart') return true; // the form, as the captures tell it
  const { loose, others } = isShapeSchema(input) && typeof input.shape !== 'string' ? input.shape : {};
  return loose !== undefined || listMembers(input).includes(name) || (others !== undefined && new RegExp(others.pattern).test(name));
}

/** Names that a request has and none of the operations on its path takes. */
function findUnknown({ operation: { method, path, product } }: DescribedOperation, { body, query }: Captured): readonly string[] {
  const alike = operations.filter(({ operation: one }) => one.product === product && toForm(one.method, one.path) === toForm(method, path));
  const isReshaped = alike.some(({ described }) => described.custom !== undefined); // has members of its own making
  const names = [...new URLSearchParams(query).keys(), ...(isRecord(body) ? Object.keys(body) : [])];
  return isReshaped ? [] : names.filter((name) => !alike.some(({ operation }) => takes(operation, name)));
}

/** `part of tio.exports.vulns`; `sc.analysis.vulns, .scan`. */
const toMethods = (told: string): readonly string[] => {
  const [first = '', ...others] = told.replace(/^part of /, '').split(', ').map((name) => name.replace(/^(?:tio|sc|nessus)\./, ''));
  return [first, ...others.map((name) => (name.startsWith('.') ? `${first.split('.')[0] ?? ''}${name}` : name))];
};

const compared = operations.map((one) => ({ ...one, rows: rowsOf(one) }));

describe.skipIf(captured.length === 0)('beside pyTenable', () => {
  test('most operations are asked for by it, too', () => {
    expect(compared.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(100);
  });

  test('has every name of an operation told where it has one', () => {
    expect(compared.filter(({ described, rows }) => described.pyTenable === undefined && rows.length > 0).map(({ id }) => id)).toStrictEqual([]);
  });

  test.each(compared.filter(({ described, rows }) => described.pyTenable !== undefined && rows.length > 0))('$id is named as it was captured', ({ described: { pyTenable = '' }, rows }) => {
    const names = new Set(rows.map(({ pyMethod }) => pyMethod.replace(/\(.*/, '').trim()));
    expect(toMethods(pyTenable).filter((name) => names.has(name))).not.toStrictEqual([]);
  });

  test.each(compared.filter(({ rows }) => rows.length > 0))('$id takes all that pyTenable sends', (one) => {
    const unknown = new Set(one.rows.flatMap((row) => findUnknown(one, row)));
    expect([...unknown]).toStrictEqual([]);
  });
});
