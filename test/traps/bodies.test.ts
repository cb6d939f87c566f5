import { describe, expect, test } from 'vitest';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const user = { id: 1, uuid: 'u', username: 'n', type: 'local', permissions: 16 };
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values);

describe('a body that is no data', () => {
  test.each<readonly [string, ScriptedAnswer]>([
    ['a page for people', { headers: { 'content-type': 'text/html' }, pieces: ['<html>Please sign in</html>'] }],
    ['half of JSON', { pieces: ['{"users":['] }],
    ['JSON and more', { pieces: ['{"users":[]}{"users":[]}'] }],
    ['bytes that are not UTF-8', { pieces: [bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)] }],
    ['UTF-16', { pieces: [bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0)] }],
    ['NaN', { pieces: ['NaN'] }], ['a list', { json: [] }], ['null', { json: null }], ['a number', { json: 7 }], ['a text', { json: 'users' }],
    ['blanks', { pieces: ['   \n'] }], ['nesting without end', { pieces: [deep(200_000)] }],
  ])('is an error of the union and not an empty list: %s', async (_title, answer) => {
    const { clock, vm } = createScriptedClient([answer]);
    expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({ _tag: 'APIError', reason: 'unexpected-body', code: 200 });
  });

  test.each([400, 403, 404, 500])('and that nests without end does not overflow the stack in an answer of %i', async (status) => {
    const tag: Readonly<Record<number, string>> = { 400: 'InvalidInputError', 403: 'PermissionError', 404: 'NotFoundError', 500: 'ServerError' };
    for (const body of [deep(30_000), '{"error":'.repeat(7000), '{"error":'.repeat(6000) + '1' + '}'.repeat(6000)]) {
      const { clock, vm } = createScriptedClient([{ status, pieces: [body] }]);
      expect(expectErr(await clock.settle(vm.scans.details({ scan_id: 1 })))).toMatchObject({ _tag: tag[status] });
    }
  });
});

describe('a body that is data', () => {
  test.each<readonly [string, ScriptedAnswer]>([
    ['of a content type that lies', { headers: { 'content-type': 'text/html' }, json: { users: [user] } }],
    ['without a content type', { json: { users: [user] } }],
    ['behind a byte order mark', { pieces: [bytes(0xef, 0xbb, 0xbf), JSON.stringify({ users: [user] })] }],
    ['in pieces that cut a character in two', { pieces: [...new TextEncoder().encode(JSON.stringify({ users: [user] }))].map((one) => bytes(one)) }],
  ])('is read: %s', async (_title, answer) => {
    const { clock, vm } = createScriptedClient([answer]);
    expect(expectOk(await clock.settle(vm.users.list()))).toStrictEqual({ users: [user] });
  });

  test('gives nothing to a prototype', async () => {
    const text = `{"__proto__":{"polluted":1},"users":[{"__proto__":{"isAdministrator":true},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(user).slice(1)}]}`;
    const { clock, vm } = createScriptedClient([{ pieces: [text] }]);
    const { users } = expectOk(await clock.settle(vm.users.list()));
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
    expect((users[0] as unknown as Readonly<Record<string, unknown>> | undefined)?.['isAdministrator']).toBeUndefined();
  });

  test('is the limit itself, but not a byte more', async () => {
    const text = JSON.stringify({ users: [] });
    const whole = createScriptedClient([{ pieces: [text] }], { maxBodyBytes: text.length });
    expectOk(await whole.clock.settle(whole.vm.users.list()));
    const cut = createScriptedClient([{ pieces: [text] }], { maxBodyBytes: text.length - 1 });
    expect(expectErr(await cut.clock.settle(cut.vm.users.list()))).toMatchObject({ _tag: 'APIError', reason: 'body-too-large' });
    expect(cut.openBodies()).toBe(0);
  });
});

describe('the body of an error', () => {
  test('that is too long is kept up to the limit and marked, not dropped', async () => {
    const { clock, openBodies, vm } = createScriptedClient([{ status: 500, pieces: ['start ', ...Array.from({ length: 9 }, () => 'x'.repeat(10_000))], end: 'never' }]);
    const { response } = expectTag(await clock.settle(vm.users.list()), 'ServerError');
    expect([response.body.slice(0, 7), response.body.length, response.truncated, openBodies()]).toStrictEqual(['start x', 65_536, true, 0]);
    expect(response.bytesSeen).toBeGreaterThan(65_536);
  });

  test('that is as long as what is kept is not marked', async () => {
    const { clock, vm } = createScriptedClient([{ status: 500, pieces: ['x'.repeat(65_536)] }]);
    expect(expectTag(await clock.settle(vm.users.list()), 'ServerError').response).toMatchObject({ truncated: false, bytesSeen: 65_536 });
  });

  test('that is not UTF-8 loses neither the status nor the rest of the body', async () => {
    const { clock, vm } = createScriptedClient([{ status: 404, pieces: ['gone ', bytes(0xff), ' away'] }]);
    expect(expectTag(await clock.settle(vm.scans.details({ scan_id: 1 })), 'NotFoundError').detail).toBe('gone \ufffd away');
  });

  test('that breaks off keeps neither the call waiting nor the status for a success', async () => {
    const { clock, openBodies, vm } = createScriptedClient([{ status: 404, pieces: ['go'], end: 'reset' }]);
    expect((await clock.settle(vm.scans.details({ scan_id: 1 }))).isErr()).toBe(true);
    expect(openBodies()).toBe(0);
  });
});
