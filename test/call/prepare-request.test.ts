import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defineOperation, execute, json } from 'tenable-result';
import type { AnyOperation } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { createScriptedNessus } from '../support/scripted-products.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const operation = (input: StandardSchemaV1, rest: object = {}): AnyOperation =>
  ({ ...defineOperation({ id: 'x.y', product: 'vm', method: 'POST', path: '/x', docs: '', input, output: json(v.unknown()) }), ...rest });

describe('input that is not accepted is told by parameter, and nothing is sent', () => {
  test.each<readonly [string, unknown, string, string, string]>([
    ['left out', {}, 'scan_id', 'given', 'undefined'],
    ['of another type', { scan_id: true }, 'scan_id', '(number | string)', 'boolean'],
    ['a way out of its segment', { scan_id: '..' }, 'scan_id', 'text of 1 to 200 printable characters without blanks and backslashes (it is "..", which leads to another path)', 'string'],
    ['not well named', { scan_id: 1, histroy_id: 7 }, 'histroy_id', 'left out (there is no such parameter)', 'number'],
    ['in another form', { scan_id: 1, history_uuid: 'CANARY' }, 'history_uuid', 'a UUID', 'string'],
    ['no object', 'CANARY', '', 'Object', 'string'],
  ])('%s', async (_title, input, path, expected, received) => {
    const { clock, vm } = createScriptedClient([]);
    const error = expectTag(await clock.settle(vm.scans.details(input as { scan_id: number })), 'UnexpectedValueError');
    expect(error).toMatchObject({ operation: 'scans.details', issues: [{ path, expected, received }] });
    expect(error.message).toContain(path === '' ? 'the argument' : path);
    expect(JSON.stringify(error)).not.toContain('CANARY');
    expect(clock.pendingTimers()).toBe(0);
  });

  test('also where it is a rule between two parameters', async () => {
    const { clock, vm } = createScriptedClient([]);
    const created = await clock.settle(vm.assetsExport.create({ chunk_size: 2000, include_resource_tags: true }));
    expect(expectTag(created, 'UnexpectedValueError').issues)
      .toStrictEqual([{ path: 'chunk_size', expected: 'at most 1000 with include_resource_tags', received: 'number' }]);
  });

  test.each<readonly [string, unknown, string, string]>([
    ['a schema gives no object', 7, '', 'an object'],
    ['a schema gives what JSON cannot hold', { a: 1n }, 'a', 'a plain object, an array, well-formed text, a finite number, a boolean or null'],
  ])('also where %s', async (_title, output, path, expected) => {
    const { clock, vm } = createScriptedClient([]);
    const schema = v.pipe(v.unknown(), v.transform(() => output));
    expect(expectTag(await clock.settle(execute(vm, operation(schema), {})), 'UnexpectedValueError').issues).toMatchObject([{ path, expected }]);
  });

  test('a template that would lead elsewhere is refused', async () => {
    for (const path of ['/a/../b', '/a?b', '/a#b', '@evil.example', '/a b']) {
      const { clock, vm } = createScriptedClient([]);
      expect(expectErr(await clock.settle(execute(vm, operation(v.object({}), { path }), {})))).toMatchObject({ _tag: 'UnexpectedValueError' });
    }
  });
});

describe('the request', () => {
  test('has the headers of its operation, which a caller may say otherwise', async () => {
    const { clock, nessus, requests } = createScriptedNessus([{ json: { uuid: 't', settings: {} } }, { json: { uuid: 't', settings: {} } }]);
    expectOk(await clock.settle(nessus.policies.details({ policy_id: 4 })));
    expectOk(await clock.settle(nessus.policies.details({ policy_id: 4 }, { headers: { 'X-API-Version': '3' } })));
    expect(requests.map(({ headers }) => headers['x-api-version'])).toStrictEqual(['2', '3']);
  });

  test('has the client\'s headers above the caller\'s, names in lower case', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: {} }]);
    const headers = { 'X-Trace': 't', 'User-Agent': 'mine', Accept: 'text/plain' };
    expectOk(await clock.settle(execute(vm, operation(v.object({})), {}, { headers })));
    expect(requests).toStrictEqual([{
      method: 'POST',
      url: 'https://cloud.tenable.com/x',
      body: '{}',
      isFile: false,
      isIdempotent: false,
      headers: {
        accept: 'text/plain',
        'content-type': 'application/json',
        'user-agent': expect.stringMatching(/^Integration\/1\.0 \(tenable-result; tenable-result; Build\/[\d.]+\) tenable-result\/[\d.]+$/) as string,
        'x-apikeys': 'accessKey=test-access-key; secretKey=test-secret-key',
        'x-trace': 't',
      },
    }]);
  });

  test('asks for JSON, for a file whatever there is, and names no content where there is none', async () => {
    const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };
    const { clock, requests, vm } = createScriptedClient([session, { status: 404 }]);
    expectOk(await clock.settle(vm.session.details()));
    expectErr(await clock.settle(vm.scans.exportDownload({ scan_id: 1, file_id: 'f' })));
    expect(requests.map(({ headers }) => [headers['accept'], headers['content-type']])).toStrictEqual([['application/json', undefined], ['*/*', undefined]]);
  });

  test('carries what the schema made of the input', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: {} }]);
    const schema = v.pipe(v.object({ at: v.date() }), v.transform(({ at }) => ({ at: at.getTime() / 1000 })));
    expectOk(await clock.settle(execute(vm, operation(schema), { at: new Date(5000) })));
    expect(requests[0]?.body).toBe('{"at":5}');
  });
});

test('an input schema that throws is a defect, and nothing is sent', async () => {
  const { clock, vm } = createScriptedClient([]);
  const schema = v.pipe(v.unknown(), v.transform((): never => { throw new RangeError('schema'); }));
  expect(expectTag(await clock.settle(execute(vm, operation(schema), {})), 'TenableException'))
    .toMatchObject({ operation: 'x.y', defect: { name: 'RangeError', message: 'schema' } });
});
