/** One sweep over every definition of the catalogues: what holds for all of them, whatever the product. */
import { describe, expect, test } from 'vitest';

import { createSimulator } from 'tenable-result/simulator';
import type { Product } from 'tenable-result';

import { nessusCatalogue } from '../../src/api/nessus/catalogue.js';
import { scCatalogue } from '../../src/api/sc/catalogue.js';
import { vmCatalogue } from '../../src/api/vm/catalogue.js';
import { callErrorTags } from '../../src/operation/define-operation.js';
import type { AnyOperation } from '../../src/operation/define-operation.js';
import { fillPath, toPathParams } from '../../src/operation/path.js';
import { isShapeSchema, listMembers } from '../../src/schema/shape-schema.js';
import { expectOk } from '../support/expect-result.js';
import { refuse } from './exchange.js';

interface Entry {
  readonly area: string;
  readonly name: string;
  readonly operation: AnyOperation;
  readonly id: string;
}

function toEntries(catalogue: Readonly<Record<string, object>>): readonly Entry[] {
  return Object.entries(catalogue).flatMap(([area, entries]) =>
    Object.entries(entries as Readonly<Record<string, AnyOperation>>).map(([name, operation]) => ({ area, name, operation, id: operation.id })));
}

/** Whether an operation takes objects as they were read, with members that nobody has described. */
const isOpen = ({ input }: AnyOperation): boolean => isShapeSchema(input) && typeof input.shape !== 'string' && input.shape.loose !== undefined;

const steering = (area: string): readonly string[] => ['list', 'details', 'create', 'delete'].map((name) => `${area}.${name}`);

interface ProductSweep {
  readonly product: Product;
  readonly entries: readonly Entry[];
  /** Where Tenable documents it. */
  readonly docs: RegExp;
  /** Operations that people count on. */
  readonly some: readonly string[];
}

const products: readonly ProductSweep[] = [
  {
    product: 'vm',
    entries: toEntries(vmCatalogue),
    docs: /^https:\/\/(?:developer\.tenable\.com\/reference\/[\w-]+|pytenable\.readthedocs\.io\/en\/stable\/index\.html)$/, // synchronizations are documented by pyTenable alone
    some: [
      'session.details', 'users.list', 'users.details', 'users.create', 'users.changePassword', 'scans.list', 'scans.details',
      'scans.launch', 'scans.exportRequest', 'scans.exportStatus', 'scans.exportDownload', 'tags.listValues', 'agents.list',
      'server.status', ...['vulns', 'assets', 'assetsV2', 'compliance', 'was'].flatMap((kind) =>
        ['create', 'status', 'chunk', 'cancel', 'list'].map((name) => `${kind}Export.${name}`)),
    ],
  },
  {
    product: 'sc',
    entries: toEntries(scCatalogue),
    docs: /^https:\/\/docs\.tenable\.com\/security-center\/api\/[\w-]+\.htm$/,
    some: [
      'system.details', 'status.details', 'currentUser.details', 'currentUser.changePassword', 'users.update', 'users.changePassword',
      'scans.launch', 'scanResults.list', 'scanResults.download', 'plugins.list', 'analysis.query', 'feeds.list', 'policies.templates',
      ...['users', 'groups', 'repositories', 'assets', 'scans', 'policies', 'credentials'].flatMap(steering),
    ],
  },
  {
    product: 'nessus',
    entries: toEntries(nessusCatalogue),
    docs: /^https:\/\/docs\.tenable\.com\/nessus\/Content\/\w+\.htm$/,
    some: [
      'server.properties', 'server.status', 'session.details', 'session.update', 'session.changePassword', 'users.changePassword',
      'editor.listTemplates', 'scans.launch', 'scans.pause', 'scans.stop', 'scans.exportRequest', 'tokens.status', 'tokens.download',
      'folders.list', 'plugins.families', 'scanners.list', 'agents.list', ...['users', 'scans', 'policies'].flatMap(steering),
    ],
  },
];

/** Passwords, keys and tokens by name; members that only say whether there is one are no secrets. */
const isSecretName = (name: string): boolean => /password|passphrase|secret$|_key$|token$/i.test(name) && !/use_private_key|thycotic_private_key|mustChangePassword/.test(name);

describe.each(products)('the catalogue of $product', ({ docs, entries, product, some }) => {
  test('has the operations that the documentation names', () => {
    expect(entries.map(({ id }) => id)).toStrictEqual(expect.arrayContaining([...some]));
  });

  test('has no id twice', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test('asks the same thing in two ways only where it says why', () => {
    const toLine = ({ operation }: Entry): string => `${operation.method} ${operation.path}`;
    const twice = entries.filter((one) => entries.some((other) => other.id !== one.id && toLine(other) === toLine(one)));
    // A password is changed by the request that changes the rest; jobs of both forms of assets are the same jobs.
    expect(twice.map(({ id }) => id).filter((id) => !/^users\.|^currentUser\.|^assets(?:V2)?Export\./.test(id))).toStrictEqual([]);
  });

  describe.each(entries)('$id', ({ area, name, operation }) => {
    test('is called as it is found: area, then name', () => {
      expect(operation).toMatchObject({ product, id: `${area}.${name}` });
    });

    test('takes the parameters of its path and query, and its secrets, from its input', () => {
      const needed = [...toPathParams(operation.path), ...operation.query, ...operation.secrets];
      const names = listMembers(operation.input);
      expect(needed.filter((one) => !names.includes(one))).toStrictEqual([]);
    });

    test('puts nothing into the body of a GET', () => {
      const placed = [...toPathParams(operation.path), ...operation.query];
      expect(operation.method === 'GET' ? listMembers(operation.input).filter((one) => !placed.includes(one)) : []).toStrictEqual([]);
    });

    test("links to its page in Tenable's reference", () => {
      expect(operation.docs).toMatch(docs);
    });

    test('lists the errors that no operation can rule out, each once', () => {
      const always = callErrorTags.filter((tag) => ['APIError', 'UnknownError', 'ConnectionError', 'UnexpectedValueError', 'TenableException'].includes(tag));
      expect(operation.errors).toStrictEqual(expect.arrayContaining(always));
      expect(new Set(operation.errors).size).toBe(operation.errors.length);
    });

    test('has an error for weak passwords where it changes one, and one for files where it gives one', () => {
      expect(operation.errors.includes('PasswordComplexityError')).toBe(name === 'changePassword');
      expect(operation.errors.includes('FileDownloadError')).toBe(operation.output.kind === 'file');
    });

    test('names every input that is a secret as one', () => {
      expect(listMembers(operation.input).filter((one) => isSecretName(one) && !/_permitted$/.test(one) && !operation.secrets.includes(one))).toStrictEqual([]);
    });

    test.skipIf(isOpen(operation))('refuses a parameter that it does not have, by its name', async () => {
      expect(await refuse(operation, { nonsense: 1 })).toHaveProperty(['nonsense']);
    });

    test('refuses what is no object', async () => {
      for (const input of ['text', 7, true]) expect(Object.keys(await refuse(operation, input))).not.toStrictEqual([]);
    });

    test.each(toPathParams(operation.path))('keeps the path where %s would lead out of it', async (parameter) => {
      const others = Object.fromEntries(toPathParams(operation.path).map((one) => [one, one === 'object_type' ? 'scan' : 1]));
      expect(await refuse(operation, { ...others, [parameter]: '..' })).toHaveProperty([parameter]);
      for (const outside of ['../users', '%2e%2e', 'a/b', '?x=1', '#x']) {
        const filled = fillPath(operation.path, { ...others, [parameter]: outside });
        expect(expectOk(filled).split('/')).toHaveLength(operation.path.split('/').length);
      }
    });
  });
});

describe('the catalogue of vm', () => {
  test.each(toEntries(vmCatalogue))('$id has a route in the simulator', ({ operation }) => {
    const { accessKey, handle, secretKey } = createSimulator();
    const ask = (url: string): string => {
      const headers = { 'x-apikeys': `accessKey=${accessKey}; secretKey=${secretKey}`, 'content-type': 'application/json' };
      const answer = handle({ method: operation.method, url, headers, body: operation.method === 'GET' ? '' : '{}' });
      return answer._tag === 'Answer' ? `${answer.status} ${answer.body}` : answer._tag;
    };
    expect(ask(operation.path.replace(/\{[^}]+\}/g, '1'))).not.toBe(ask('/no/such/path'));
  });
});
