/** One sweep over every definition of the catalogue: what holds for all of them. */
import { describe, expect, test } from 'vitest';

import { createSimulator } from 'tenable-result/simulator';

import { vmCatalogue } from '../../src/api/vm/catalogue.js';
import { callErrorTags } from '../../src/operation/define-operation.js';
import type { AnyOperation } from '../../src/operation/define-operation.js';
import { toPathParams } from '../../src/operation/path.js';
import { isRecord } from '../../src/internal/is-record.js';

const operations = Object.entries(vmCatalogue).flatMap(([area, entries]) =>
  Object.entries(entries as Readonly<Record<string, AnyOperation>>).map(([name, operation]) => ({ area, name, operation, id: operation.id })));

/** The names that an input schema accepts. */
function readNames(schema: unknown): readonly string[] {
  if (!isRecord(schema)) return [];
  if (isRecord(schema['entries'])) return Object.keys(schema['entries']);
  return Array.isArray(schema['pipe']) ? readNames(schema['pipe'][0]) : [];
}

describe('the catalogue of Vulnerability Management', () => {
  test('has the operations that the documentation names', () => {
    expect(operations.map(({ id }) => id)).toStrictEqual(expect.arrayContaining([
      'session.details', 'users.list', 'users.details', 'users.create', 'users.changePassword', 'scans.list', 'scans.details',
      'scans.launch', 'scans.exportRequest', 'scans.exportStatus', 'scans.exportDownload', 'tags.listValues', 'agents.list',
      'server.status', ...['vulns', 'assets', 'assetsV2', 'compliance', 'was'].flatMap((kind) =>
        ['create', 'status', 'chunk', 'cancel', 'list'].map((name) => `${kind}Export.${name}`)),
    ]));
  });

  test('has no id twice', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  describe.each(operations)('$id', ({ area, name, operation }) => {
    test('is called as it is found: area, then name', () => {
      expect(operation.id).toBe(`${area}.${name}`);
    });

    test('takes the parameters of its path and query, and its secrets, from its input', () => {
      const needed = [...toPathParams(operation.path), ...operation.query, ...operation.secrets];
      const names = readNames(operation.input);
      expect(needed.filter((one) => !names.includes(one))).toStrictEqual([]);
    });

    test("links to its page in Tenable's reference", () => {
      expect(operation.docs).toMatch(/^https:\/\/developer\.tenable\.com\/reference\/[\w-]+$/);
    });

    test('lists the errors that no operation can rule out', () => {
      const always = callErrorTags.filter((tag) => ['APIError', 'UnknownError', 'ConnectionError', 'UnexpectedValueError', 'TenableException'].includes(tag));
      expect(operation.errors).toStrictEqual(expect.arrayContaining(always));
      expect(new Set(operation.errors).size).toBe(operation.errors.length);
    });

    test('names every input that is a password as a secret', () => {
      expect(readNames(operation.input).filter((one) => one.includes('password') && !operation.secrets.includes(one))).toStrictEqual([]);
    });

    test('has a route in the simulator', () => {
      const { accessKey, handle, secretKey } = createSimulator();
      const ask = (url: string): string => {
        const headers = { 'x-apikeys': `accessKey=${accessKey}; secretKey=${secretKey}`, 'content-type': 'application/json' };
        const answer = handle({ method: operation.method, url, headers, body: operation.method === 'GET' ? '' : '{}' });
        return answer._tag === 'Answer' ? `${answer.status} ${answer.body}` : answer._tag;
      };
      expect(ask(operation.path.replace(/\{[^}]+\}/g, '1'))).not.toBe(ask('/no/such/path'));
    });
  });
});
