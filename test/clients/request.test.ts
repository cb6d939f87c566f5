import * as v from 'valibot';
import { createNessusClient, createScClient, empty } from 'tenable-result';
import type { NessusClient, ScClient, VmClient } from 'tenable-result';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { describePathSlip } from '../../src/operation/literal-path.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { createScript } from '../support/scripted-transport.js';

describe('a request that nobody described', () => {
  test('goes where it says, with its query and its body, and gives JSON', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: { id: 7 } }]);
    const answer = expectOk(await clock.settle(vm.request({ method: 'POST', path: '/folders', query: { f: ['a', 'b&c'], all: true }, body: { name: 'x' } })));
    expect(answer).toStrictEqual({ id: 7 });
    expect(requests).toMatchObject([{ method: 'POST', url: 'https://cloud.tenable.com/folders?f=a&f=b%26c&all=true', body: '{"name":"x"}' }]);
    expectTypeOf(answer).toBeUnknown();
  });

  test.each<readonly [string, null | readonly number[] | string, string]>([['a list', [1, 2], '[1,2]'], ['text', 'x', '"x"'], ['null', null, 'null']])('sends %s as a body', async (_title, body, sent) => {
    const { clock, requests, vm } = createScriptedClient([{ json: {} }]);
    expectOk(await clock.settle(vm.request({ method: 'PUT', path: '/x', body })));
    expect(requests[0]?.body).toBe(sent);
  });

  test('sends no body where none is given, and takes an answer that says nothing', async () => {
    const { clock, requests, vm } = createScriptedClient([{ status: 200 }]);
    expectOk(await clock.settle(vm.request({ method: 'POST', path: '/x', output: empty })));
    expect(requests[0]?.body).toBeNull();
    expect(requests[0]?.headers).not.toHaveProperty('content-type');
  });

  test('has the output of its schema, and a misfit is an APIError', async () => {
    const { clock, vm } = createScriptedClient([{ json: { id: 7 } }, { json: { id: 'CANARY' } }]);
    const ask = { method: 'GET', path: '/x', output: v.object({ id: v.number() }) } as const;
    const good = expectOk(await clock.settle(vm.request(ask)));
    expectTypeOf(good).toEqualTypeOf<{ id: number }>();
    expect(good.id).toBe(7);
    expect(expectTag(await clock.settle(vm.request(ask)), 'APIError')).toMatchObject({ operation: 'request', reason: 'unexpected-body', issues: [{ path: 'id' }] });
  });

  test('is repeated where it is a GET or said to be idempotent, and else not', async () => {
    for (const [asked, count] of [[{ method: 'GET' }, 2], [{ method: 'PUT' }, 1], [{ method: 'DELETE' }, 1], [{ method: 'POST', isIdempotent: true }, 2]] as const) {
      const { clock, requests, vm } = createScriptedClient(count === 2 ? [{ status: 502 }, { json: {} }] : [{ status: 502 }]);
      await clock.settle(vm.request({ path: '/x', ...asked }));
      expect(requests).toHaveLength(count);
    }
  });

  test('tells no secret that a server echoes', async () => {
    const { clock, vm } = createScriptedClient([{ status: 400, pieces: ['bad key test-secret-key'] }]);
    expect(JSON.stringify(expectErr(await clock.settle(vm.request({ method: 'GET', path: '/x' }))))).not.toContain('test-secret-key');
  });

  test.each<readonly [string, unknown, string]>([
    ['no object', 7, ''], ['no method', { path: '/x' }, 'method'], ['another method', { method: 'TRACE', path: '/x' }, 'method'],
    ['no path', { method: 'GET' }, 'path'], ['a query in its path', { method: 'GET', path: '/x?a=1' }, 'path'],
    ['headers', { method: 'GET', path: '/x', headers: {} }, 'headers'], ['a GET with a body', { method: 'GET', path: '/x', body: {} }, 'body'],
    ['a query that is none', { method: 'GET', path: '/x', query: 'a=1' }, 'query'], ['an object in its query', { method: 'GET', path: '/x', query: { a: {} } }, 'query.a'],
    ['a Map in its body', { method: 'POST', path: '/x', body: { a: new Map() } }, 'body.a'], ['an output that is none', { method: 'GET', path: '/x', output: {} }, 'output'],
  ])('with %s is refused, and nothing is sent', async (_title, asked, path) => {
    const { clock, requests, vm } = createScriptedClient([]);
    const request = vm.request as (asked: unknown) => ReturnType<VmClient['request']>;
    expect(expectTag(await clock.settle(request(asked)), 'UnexpectedValueError')).toMatchObject({ operation: 'request', issues: [{ path }] });
    expect(requests).toHaveLength(0);
  });

  test('is there on all clients, below what their paths start with', async () => {
    const keys = { accessKey: 'test-access-key', secretKey: 'test-secret-key' };
    const sc = createScript([{ json: { type: 'regular', response: { id: '1' }, error_code: 0, error_msg: '', warnings: [], timestamp: 0 } }]);
    const scClient: ScClient = expectOk(createScClient({ ...keys, url: 'https://sc.example', transport: sc.transport }));
    expect(expectOk(await scClient.request({ method: 'GET', path: '/user' }))).toStrictEqual({ id: '1' });
    expect(sc.requests[0]?.url).toBe('https://sc.example/rest/user');
    const nessus = createScript([{ json: [] }]);
    const nessusClient: NessusClient = expectOk(createNessusClient({ ...keys, url: 'https://nessus.example:8834', transport: nessus.transport }));
    expect(expectOk(await nessusClient.request({ method: 'GET', path: '/folders' }))).toStrictEqual([]);
    expect(nessus.requests[0]?.url).toBe('https://nessus.example:8834/folders');
  });
});

describe('a path', () => {
  test.each(['/x', '/scans/7', '/scans/', '/a.b/c..d', '/x%20y', '/a:b@c', '/tags/values/3fa85f64'])('%s leads where it says', (path) => {
    expect(describePathSlip(path)).toBeNull();
  });

  test.each([
    '', 'x', 'https://evil.example/x', '//evil.example/x', '/a//b', '/..', '/a/../b', '/a/.', '/a/%2e%2e/b', '/a/%252e%252E/b', '/a%2fb', '/a%5cb', '/a\\b', '/a b', '/a%',
    '/a%zz', '/a?b', '/a#b', '/a\r\nb', '/a%0d%0ab', '/{id}', '/é', '/a\u0000', `/${'a'.repeat(2000)}`,
  ])('%j does not, and is refused', (path) => {
    expect(describePathSlip(path)).not.toBeNull();
  });

  test('that is taken stays as it is in a URL', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('/', '.', '%', '2', 'e', '5', 'c', 'a', '\\', '?', '#', '@', ':') }), (text) => {
      const path = `/${text}`;
      if (describePathSlip(path) !== null) return;
      const url = new URL(`https://cloud.tenable.com${path}`);
      expect([url.origin, url.pathname, url.search, url.hash]).toStrictEqual(['https://cloud.tenable.com', path, '', '']);
    }));
  });
});

test('a body is JSON, for the compiler, too', () => {
  // @ts-expect-error -- a moment is no JSON
  const unsendable: Parameters<VmClient['request']>[0] = { method: 'POST', path: '/x', body: { at: new Date() } };
  expect(unsendable.path).toBe('/x');
});
