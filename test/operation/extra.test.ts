import { createVmClient, defineOperation, execute, json } from 'tenable-result';
import type { CallOptions, InferInput, RequestEvent } from 'tenable-result';
import { ok } from 'neverthrow';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';

describe('what a caller adds', () => {
  test('goes beside what the operation sends', async () => {
    const { clock, requests, vm } = createScriptedClient([{ status: 404 }, { status: 404 }]);
    await clock.settle(vm.scans.list({}, { extra: { query: { tags: ['a', 'b'], fresh: true } } }));
    await clock.settle(vm.scans.launch({ scan_id: 7 }, { extra: { body: { reason: { text: 'x' } } } }));
    expect(requests).toMatchObject([
      { method: 'GET', url: 'https://cloud.tenable.com/scans?tags=a&tags=b&fresh=true' },
      { method: 'POST', url: 'https://cloud.tenable.com/scans/7/launch', body: '{"reason":{"text":"x"}}' },
    ]);
  });

  test.each<readonly [string, unknown, string]>([
    ['a parameter that is described', { query: { folder_id: 3 } }, 'extra.query.folder_id'],
    ['a body where there is none', { body: { a: 1 } }, 'extra.body'],
    ['a method', { method: 'DELETE' }, 'extra.method'],
    ['a path', { path: '/users' }, 'extra.path'],
    ['headers', { headers: { a: 'b' } }, 'extra.headers'],
    ['an object in the query', { query: { a: { b: 1 } } }, 'extra.query.a'],
    ['a Date', { query: { a: new Date(0) } }, 'extra.query.a'],
    ['a query that is text', { query: 'a=1' }, 'extra.query'],
    ['text', 'a=1', 'extra'],
  ])('is refused where it is %s, and nothing is sent', async (_title, extra, path) => {
    const { clock, requests, vm } = createScriptedClient([]);
    const refused = expectTag(await clock.settle(vm.scans.list({}, { extra } as CallOptions)), 'UnexpectedValueError');
    expect(refused).toMatchObject({ operation: 'scans.list', issues: [{ path }] });
    expect(requests).toHaveLength(0);
  });

  test('is refused in the place of a path parameter', async () => {
    const { clock, vm } = createScriptedClient([]);
    const refused = expectTag(await clock.settle(vm.scans.launch({ scan_id: 7 }, { extra: { body: { scan_id: 8 } } })), 'UnexpectedValueError');
    expect(refused.issues).toStrictEqual([{ path: 'extra.body.scan_id', expected: 'left out (the operation has an input of this name)', received: 'number' }]);
  });

  test('is told to hooks by its names', async () => {
    const events: RequestEvent[] = [];
    const { clock, vm } = createScriptedClient([{ status: 404 }, { status: 404 }], { hooks: { onRequest: (event) => events.push(event) } });
    await clock.settle(vm.scans.list({}, { extra: { query: { fresh: 'CANARY' } } }));
    await clock.settle(vm.scans.list());
    expect(events[0]?.extra).toStrictEqual(['query.fresh']);
    expect(events[1]).not.toHaveProperty('extra');
    expect(JSON.stringify(events)).not.toContain('CANARY');
  });

  test('goes with the request for an export job alone', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: { export_uuid: 'abc' } }, { json: { status: 'FINISHED', chunks_available: [], chunks_failed: [], chunks_cancelled: [] } }]);
    expectOk(await clock.settle(vm.exports.vulns({}, { extra: { body: { newer: 1 } } }).forEachChunk(() => ok(undefined))));
    expect(requests.map(({ body }) => body)).toStrictEqual(['{"newer":1}', null]);
  });

  test('is JSON to the compiler', () => {
    // @ts-expect-error -- a Date is no JSON
    const options: CallOptions = { extra: { body: { at: new Date() } } };
    expect(createVmClient).toBeDefined();
    expect(options).toBeDefined();
  });
});

describe('an operation of method, path and output', () => {
  const folder = defineOperation({ method: 'GET', path: '/folders/{folder_id}', output: json(v.object({ id: v.number() })) });

  test('takes the parameters of its path, and is called after it', async () => {
    expectTypeOf<InferInput<typeof folder>>().toEqualTypeOf<{ readonly folder_id: string | number }>();
    const { clock, requests, vm } = createScriptedClient([{ json: { id: 7 } }, { status: 404 }]);
    expect(expectOk(await clock.settle(execute(vm, folder, { folder_id: 7 })))).toStrictEqual({ id: 7 });
    expect(expectTag(await clock.settle(execute(vm, folder, { folder_id: 'a b' })), 'NotFoundError').operation).toBe('GET /folders/{folder_id}');
    expect(requests.map(({ url }) => url)).toStrictEqual(['https://cloud.tenable.com/folders/7', 'https://cloud.tenable.com/folders/a%20b']);
  });

  test.each<readonly [unknown, string]>([[{}, 'folder_id'], [{ folder_id: '..' }, 'folder_id'], [{ folder_id: 7, name: 'x' }, 'name'], [{ folder_id: true }, 'folder_id']])('refuses %j', async (input, path) => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectTag(await clock.settle(execute(vm, folder, input as { folder_id: number })), 'UnexpectedValueError').issues).toMatchObject([{ path }]);
  });

  test('sends a list where a member is the whole body', async () => {
    const bulk = { ...defineOperation({ method: 'POST', path: '/x', input: v.object({ ids: v.array(v.number()) }), output: json(v.unknown()) }), bodyFrom: 'ids' };
    const { clock, requests, vm } = createScriptedClient([{ json: [] }]);
    expectOk(await clock.settle(execute(vm, bulk, { ids: [1, 2] })));
    expect(requests[0]?.body).toBe('[1,2]');
  });
});
