/** One sweep over every definition of Nessus: what holds for all of them. */
import { describe, expect, test } from 'vitest';

import { nessusCatalogue } from '../../../src/api/nessus/catalogue.js';
import { isRecord } from '../../../src/internal/is-record.js';
import { callErrorTags } from '../../../src/operation/define-operation.js';
import type { AnyOperation } from '../../../src/operation/define-operation.js';
import { toPathParams } from '../../../src/operation/path.js';
import { fail, refuse } from './nessus-exchange.js';

const operations = Object.entries(nessusCatalogue).flatMap(([area, entries]) =>
  Object.entries(entries as Readonly<Record<string, AnyOperation>>).map(([name, operation]) => ({ area, name, operation, id: operation.id })));

/** The names that an input schema accepts. */
function readNames(schema: unknown): readonly string[] {
  if (!isRecord(schema)) return [];
  if (isRecord(schema['entries'])) return Object.keys(schema['entries']);
  return Array.isArray(schema['pipe']) ? readNames(schema['pipe'][0]) : [];
}

describe('the catalogue of Nessus', () => {
  test('has the operations that a scan takes from its template to its file', () => {
    expect(operations.map(({ id }) => id)).toStrictEqual(expect.arrayContaining([
      'server.properties', 'server.status', 'session.details', 'session.update', 'session.changePassword', 'users.changePassword',
      'editor.listTemplates', 'scans.create', 'scans.launch', 'scans.details', 'scans.exportRequest', 'tokens.status', 'tokens.download',
    ]));
  });

  test('has no id twice, and no request twice', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(new Set(operations.map(({ operation }) => `${operation.method} ${operation.path}`)).size).toBe(operations.length);
  });

  describe.each(operations)('$id', ({ area, name, operation }) => {
    test('is an operation of Nessus, called as it is found: area, then name', () => {
      expect(operation).toMatchObject({ product: 'nessus', id: `${area}.${name}` });
    });

    test('takes the parameters of its path and query, and its secrets, from its input', () => {
      const needed = [...toPathParams(operation.path), ...operation.query, ...operation.secrets];
      const names = readNames(operation.input);
      expect(needed.filter((one) => !names.includes(one))).toStrictEqual([]);
    });

    test('puts nothing into the body of a GET', () => {
      const placed = [...toPathParams(operation.path), ...operation.query];
      expect(operation.method === 'GET' ? readNames(operation.input).filter((one) => !placed.includes(one)) : []).toStrictEqual([]);
    });

    test("links to Tenable's pages on Nessus", () => {
      expect(operation.docs).toMatch(/^https:\/\/docs\.tenable\.com\/nessus\/Content\/\w+\.htm$/);
    });

    test('lists the errors that no operation can rule out, each once', () => {
      const always = callErrorTags.filter((tag) => ['APIError', 'UnknownError', 'ConnectionError', 'UnexpectedValueError', 'TenableException'].includes(tag));
      expect(operation.errors).toStrictEqual(expect.arrayContaining(always));
      expect(new Set(operation.errors).size).toBe(operation.errors.length);
    });

    test('names every input that is a password as a secret', () => {
      expect(readNames(operation.input).filter((one) => one.includes('password') && !operation.secrets.includes(one))).toStrictEqual([]);
    });

    test('refuses a parameter that it does not have', async () => {
      expect(await refuse(operation, { nonsense: 1 })).toHaveProperty(['nonsense']);
    });

    test.each(toPathParams(operation.path))('keeps the path where %s would lead out of it', async (parameter) => {
      const others = Object.fromEntries(toPathParams(operation.path).map((one) => [one, one === 'object_type' ? 'scan' : 1]));
      expect(await refuse(operation, { ...others, [parameter]: '..' })).toHaveProperty([parameter]);
    });
  });
});

describe('a server that does not do what it is asked', () => {
  const { scans } = nessusCatalogue;
  test.each([
    ['a licence without this part', scans.launch, { scan_id: 7 }, { status: 412, json: { error: 'API is not available' } }, 'UnsupportedError'],
    ['the same without a word', scans.copy, { scan_id: 7 }, { status: 412 }, 'UnsupportedError'],
    ['a scan that runs', scans.delete, { scan_id: 7 }, { status: 409, json: { error: 'Can not delete an active scan' } }, 'UnsupportedError'],
    ['a lost log-in', scans.list, {}, { status: 401, json: { error: 'Invalid Credentials' } }, 'PermissionError'],
    ['a scan that is not there', scans.details, { scan_id: 7 }, { status: 404, json: { error: 'The requested file was not found.' } }, 'NotFoundError'],
    ['a parameter it does not like', scans.pause, { scan_id: 7 }, { status: 400, json: { error: "Invalid 'scan_id' field" } }, 'InvalidInputError'],
    ['a server that still loads', scans.list, {}, { status: 503, json: { status: 'loading' } }, 'RetryError'],
  ] as const)('%s', async (_title, operation, input, answer, tag) => {
    expect(await fail(operation, input, answer)).toBe(tag);
  });
});
