import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { HttpMethod } from '../../src/internal/http-method.js';
import { encodeInput } from '../../src/operation/encode.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const place = (method: HttpMethod): { readonly method: HttpMethod; readonly path: string; readonly query: readonly string[] } =>
  ({ method, path: '/scans/{scan_id}/x', query: ['limit', 'f'] });

describe('each value has one place', () => {
  test('path parameters in the path, named ones in the query, the rest in the body', () => {
    expect(expectOk(encodeInput(place('POST'), { scan_id: 7, limit: 5, f: ['a', 'b'], format: 'csv', nested: { limit: 1 } }))).toStrictEqual({
      path: '/scans/7/x',
      search: '?limit=5&f=a&f=b',
      body: '{"format":"csv","nested":{"limit":1}}',
    });
  });

  test('so that all of an input can be found again in the parts', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'limit', '__proto__', 'toString'), fc.jsonValue()), (extra) => {
      const { limit: _limit, ...body } = extra;
      const encoded = expectOk(encodeInput(place('PUT'), { ...body, scan_id: 'x', limit: 3 }));
      expect(encoded).toMatchObject({ path: '/scans/x/x', search: '?limit=3' });
      expect(JSON.parse(encoded.body ?? '')).toStrictEqual(JSON.parse(JSON.stringify(body)));
    }));
  });

  test.each<readonly [HttpMethod, string | null]>([
    ['POST', '{}'], ['PUT', '{}'], ['PATCH', '{}'], ['GET', null], ['DELETE', null],
  ])('%s without further values has the body %s', (method, body) => {
    expect(expectOk(encodeInput(place(method), { scan_id: 1 })).body).toBe(body);
  });

  test('values that are left out stay out of the body', () => {
    expect(expectOk(encodeInput(place('POST'), { scan_id: 1, a: undefined, b: null })).body).toBe('{"b":null}');
    expect(expectOk(encodeInput(place('DELETE'), { scan_id: 1, a: undefined })).body).toBeNull();
  });
});

describe('what cannot be encoded is refused', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const toJSON = (): never => {
    throw new Error('CANARY');
  };
  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['a bad path parameter', { scan_id: '..' }, 'scan_id'],
    ['a bad query value', { scan_id: 1, f: [{}] }, 'f[0]'],
    ['a bigint in the body', { scan_id: 1, a: 1n }, 'a'],
    ['a circle in the body', { scan_id: 1, a: cycle }, 'a.self'],
    ['a toJSON that throws', { scan_id: 1, a: { toJSON } }, 'a.toJSON'],
  ])('%s', (_title, input, path) => {
    const issues = expectErr(encodeInput(place('POST'), input));
    expect(issues.map((issue) => issue.path)).toStrictEqual([path]);
    expect(JSON.stringify(issues)).not.toContain('CANARY');
  });
});

test('all that a GET is given besides its path goes into the query: names of a pattern stand in no list', () => {
  const operation = { method: 'GET', path: '/agents/{id}', query: ['limit'] } as const;
  const encoded = expectOk(encodeInput(operation, { id: 7, 'filter.0.filter': 'name', limit: 10, gone: undefined }));
  expect(encoded).toStrictEqual({ path: '/agents/7', search: '?limit=10&filter.0.filter=name', body: null });
});
