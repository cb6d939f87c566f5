/** Whatever comes, a simulator has an answer of its product: none of its routes fails. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nessusRoutes, openNessusRoutes } from '../../src/simulator/nessus/routes/all-routes.js';
import { openScRoutes, scRoutes } from '../../src/simulator/sc/routes/all-routes.js';
import { createNessusSimulator, createScSimulator, createVirtualClock } from 'tenable-result/simulator';
import type { NessusSimulator, ScSimulator } from 'tenable-result/simulator';

const fields = [
  'id', 'name', 'type', 'query', 'tool', 'filters', 'password', 'currentPassword', 'username', 'users', 'targetUser', 'repository', 'policy', 'policyTemplate',
  'preferences', 'removePrefs', 'settings', 'uuid', 'permissions', 'alt_targets', 'format', 'email', 'roleID', 'groups', 'releaseSession', 'folder_id',
];

const leaf = fc.oneof(fc.string({ maxLength: 5 }), fc.integer({ min: -2, max: 9 }), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}), fc.constant([{ id: 1 }]), fc.constant({ id: 1 }));
const body = fc.oneof(leaf, fc.dictionary(fc.constantFrom(...fields), fc.oneof(leaf, fc.dictionary(fc.constantFrom(...fields), leaf), fc.array(leaf, { maxLength: 2 }))));
const id = fc.constantFrom('1', '2', '1000001', '11', '4', '21', '99', '-1', 'active', 'scan', 'policy', '%2e', '%', 'x y');
const search = fc.dictionary(fc.constantFrom('fields', 'startOffset', 'endOffset', 'filterField', 'op', 'sortField', 'since', 'startTime', 'limit', 'offset', 'sort_by', 'history_id'), fc.string({ maxLength: 4 }));

const operations = (routes: readonly { readonly operation: { readonly method: string; readonly path: string } }[]): fc.Arbitrary<{ readonly method: string; readonly path: string }> =>
  fc.constantFrom(...routes.map(({ operation: { method, path } }) => ({ method, path })));

function ask(simulator: NessusSimulator | ScSimulator, header: string, method: string, path: string, given: unknown): { readonly status: number; readonly body: string } {
  const keys = `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}`;
  const answer = simulator.handle({ method, url: path, headers: { [header]: keys }, body: method === 'GET' ? '' : JSON.stringify(given) });
  return answer._tag === 'Answer' ? answer : expect.fail(`no answer but ${answer._tag}`);
}

describe('no route fails', () => {
  test.each([
    ['Security Center', () => createScSimulator({ clock: createVirtualClock(), vulns: 8 }), 'x-apikey', '/rest', [...scRoutes, ...openScRoutes]],
    ['Nessus', () => createNessusSimulator({ clock: createVirtualClock(), agents: 3 }), 'x-apikeys', '', [...nessusRoutes, ...openNessusRoutes]],
  ] as const)('of %s', (_product, create, header, basePath, routes) => {
    const request = fc.record({ operation: operations(routes), id, body, search });
    fc.assert(fc.property(fc.array(request, { minLength: 1, maxLength: 12 }), (requests) => {
      const simulator = create();
      for (const one of requests) {
        const path = `${basePath}${one.operation.path.replaceAll(/\{[^}]+\}/g, one.id)}?${new URLSearchParams(one.search).toString()}`;
        const answer = ask(simulator, header, one.operation.method, path, one.body);
        expect(answer.body).not.toContain('The simulator failed');
        expect([200, 400, 401, 403, 404, 409, 412, 503]).toContain(answer.status);
      }
    }), { numRuns: 300 });
  });
});
