import { gzipSync } from 'node:zlib';

import { ok } from 'neverthrow';
import type { ResultAsync } from 'neverthrow';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defineOperation, empty, execute, json } from 'tenable-result';
import type { ScClient, TenableError, WarningEvent } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { createScriptedSc, inEnvelope, testKeys } from '../support/scripted-products.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const input = v.object({});
const base = { product: 'vm', docs: '', input } as const;
const read = defineOperation({ ...base, id: 'x.read', method: 'GET', path: '/x', output: json<{ readonly a: number }>(v.looseObject({ a: v.number() })) });
const write = defineOperation({ ...base, id: 'x.write', method: 'PUT', path: '/x', output: empty });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a body that is what it should be', () => {
  test.each<readonly [string, ScriptedAnswer, unknown]>([
    ['comes out typed, with members that nobody knows', { json: { a: 1, b: [2] } }, { a: 1, b: [2] }],
    ['may come in pieces that cut characters in two', { pieces: [utf8('{"a":1,"b":"ü"}').subarray(0, 13), utf8('{"a":1,"b":"ü"}').subarray(13)] }, { a: 1, b: 'ü' }],
    ['may have a byte order mark', { pieces: ['\ufeff{"a":1}'] }, { a: 1 }],
    ['may come with 201', { status: 201, json: { a: 1 } }, { a: 1 }],
    ['may call itself what it likes', { headers: { 'content-type': 'text/html' }, json: { a: 1 } }, { a: 1 }],
  ])('%s', async (_title, answer, output) => {
    const { clock, openBodies, vm } = createScriptedClient([answer]);
    expect(expectOk(await clock.settle(execute(vm, read, {})))).toStrictEqual(output);
    expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
  });
});

const notJson = [{ path: '', expected: 'JSON in UTF-8', received: 'other bytes' }];

describe('a good status whose body is not data is an APIError', () => {
  test.each<readonly [string, ScriptedAnswer, string, readonly object[]]>([
    ['empty', {}, 'empty-body', []],
    ['204', { status: 204 }, 'empty-body', []],
    ['not UTF-8', { pieces: [Uint8Array.of(0x7b, 0xff, 0x7d)] }, 'unexpected-body', notJson],
    ['cut inside a character', { pieces: [utf8('{"a":"ü"}').subarray(0, 7)] }, 'unexpected-body', notJson],
    ['a page for people', { pieces: ['<html>Log in</html>'] }, 'unexpected-body', notJson],
    ['compressed although that was undone', { pieces: [gzipSync('{"a":1}')] }, 'unexpected-body', notJson],
    ['cut', { pieces: ['{"a":'] }, 'unexpected-body', notJson],
    ['of another shape', { json: { a: 'one' } }, 'unexpected-body', [{ path: 'a', expected: 'number', received: 'string' }]],
    ['without what is promised', { json: {} }, 'unexpected-body', [{ path: 'a', expected: 'given', received: 'undefined' }]],
    ['null', { json: null }, 'unexpected-body', [{ path: '', expected: 'Object', received: 'null' }]],
    ['larger than is allowed', { pieces: ['{"a":1,"b":"', 'x'.repeat(1000), '"}'] }, 'body-too-large', []],
  ])('%s', async (_title, answer, reason, issues) => {
    const { clock, openBodies, vm } = createScriptedClient([answer], { maxBodyBytes: 500 });
    const error = expectTag(await clock.settle(execute(vm, read, {})), 'APIError');
    expect(error).toMatchObject({ operation: 'x.read', reason, issues, attemptLog: [{ reason: null }] });
    expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
  });

  test.each([205, 206, 207, 226])('%i, which is not the whole of it', async (status) => {
    const { clock, vm } = createScriptedClient([{ status, json: { a: 1 } }]);
    expect(expectTag(await clock.settle(execute(vm, read, {})), 'APIError')).toMatchObject({ code: status, reason: 'unexpected-status' });
  });

  test('unless the client was told to let it pass, where it is JSON at all', async () => {
    const { clock, vm } = createScriptedClient([{ json: { a: 'one' } }, { pieces: ['{'] }, {}], { onUnexpectedBody: 'pass' });
    expect(expectOk(await clock.settle(execute(vm, read, {})))).toStrictEqual({ a: 'one' });
    expect(expectTag(await clock.settle(execute(vm, read, {})), 'APIError').reason).toBe('unexpected-body');
    expect(expectTag(await clock.settle(execute(vm, read, {})), 'APIError').reason).toBe('empty-body');
  });
});

describe('other endings', () => {
  test('a body that breaks off is a lost connection', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: ['{"a":'], end: 'reset' }]);
    expect(expectTag(await clock.settle(execute(vm, read, {})), 'ConnectionError'))
      .toMatchObject({ operation: 'x.read', reason: 'reset', origin: 'https://cloud.tenable.com', attempts: 1, attemptLog: [{ status: 200 }] });
  });

  test('a failure keeps 64 KiB of its body and lets go of the rest', async () => {
    const { clock, openBodies, vm } = createScriptedClient([{ status: 404, pieces: ['{"error":"gone"}'.padEnd(70_000), 'x'], end: 'never' }]);
    const { detail, response } = expectTag(await clock.settle(execute(vm, read, {})), 'NotFoundError');
    expect({ detail, ...response }).toMatchObject({ detail: 'gone', truncated: true, bytesSeen: 70_000, method: 'GET', url: 'https://cloud.tenable.com/x' });
    expect(openBodies()).toBe(0);
  });

  test('an operation without output takes no notice of the body', async () => {
    const { clock, vm } = createScriptedClient([{}, { status: 204 }, { pieces: ['<odd>'] }, { status: 400, json: { error: 'no' } }]);
    for (let call = 1; call <= 3; call += 1) expect(await clock.settle(execute(vm, write, {}))).toStrictEqual(ok(undefined));
    expect(expectErr(await clock.settle(execute(vm, write, {})))).toMatchObject({ _tag: 'InvalidInputError', detail: 'no' });
  });

  test('an output schema that throws is a defect', async () => {
    const broken = defineOperation({ ...base, id: 'x.z', method: 'GET', path: '/x', output: json(v.pipe(v.unknown(), v.transform((): never => { throw new Error('schema'); }))) });
    const { clock, vm } = createScriptedClient([{ json: { a: 1 } }]);
    expect(expectTag(await clock.settle(execute(vm, broken, {})), 'TenableException')).toMatchObject({ operation: 'x.z', defect: { message: 'schema' } });
  });
});

describe('an envelope', () => {
  const text = (answer: ScriptedAnswer): ScriptedAnswer => ({ ...Object(answer) as object, headers: { 'content-type': 'text/html; charset=UTF-8' } }); // each is an object

  test('is taken off, whatever it calls itself', async () => {
    const { clock, sc } = createScriptedSc([text(inEnvelope({ id: 1, username: 'admin' }))]);
    expect(expectOk(await clock.settle(sc.currentUser.details()))).toStrictEqual({ id: '1', username: 'admin' });
  });

  test.each<readonly [string, (sc: ScClient) => ResultAsync<unknown, TenableError>]>([
    ['data', (sc) => sc.currentUser.details()],
    ['nothing', (sc) => sc.users.delete({ id: 7 })],
    ['a file', (sc) => sc.scanResults.download({ id: 7 })],
  ])('with a code is an error where %s is expected, within a 200 and called HTML, too', async (_title, call) => {
    for (const status of [200, 403]) {
      const { clock, openBodies, sc } = createScriptedSc([text(inEnvelope('', { status, code: 146, message: 'Invalid parameters' }))]);
      expect(expectErr(await clock.settle(call(sc)))).toMatchObject({ _tag: 'APIError', reason: 'error-code', errorCode: 146, detail: 'Invalid parameters' });
      expect([openBodies(), clock.pendingTimers()]).toStrictEqual([0, 0]);
    }
  });

  test('without a code is no file either', async () => {
    const { clock, sc } = createScriptedSc([inEnvelope({ id: 7 })]);
    expect(expectTag(await clock.settle(sc.scanResults.download({ id: 7 })), 'APIError'))
      .toMatchObject({ reason: 'unexpected-body', issues: [{ path: '', expected: 'a file', received: 'an envelope' }] });
  });

  test('is not looked for in files that begin otherwise, however they arrive', async () => {
    for (const pieces of [['PK', '\u0003\u0004'], ['{"a":', '1}'], ['{"error_code":0'], ['  [1]'], ['']]) {
      const { clock, sc } = createScriptedSc([{ pieces }]);
      const file = expectOk(await clock.settle(sc.scanResults.download({ id: 7 })));
      expect(new TextDecoder().decode(expectOk(await clock.settle(file.toBytes())))).toBe(pieces.join(''));
    }
  });

  test.each<readonly [string, (sc: ScClient) => ResultAsync<unknown, TenableError>, string]>([
    ['data', (sc) => sc.currentUser.details(), 'currentUser.details'],
    ['nothing', (sc) => sc.scanResults.email({ id: 7, email: ['a@example.com'] }), 'scanResults.email'],
  ])('with %s tells its warnings and its words to whoever listens', async (_title, call, operation) => {
    const heard: WarningEvent[] = [];
    const answer = inEnvelope({ id: 1 }, { message: 'Scan Result email failed.', warnings: ['one', { message: `two test-secret-key` }, 3] });
    const { clock, sc } = createScriptedSc([answer], { ...testKeys, hooks: { onWarning: (event) => { heard.push(event); } } });
    expectOk(await clock.settle(call(sc)));
    expect(heard).toStrictEqual(['Scan Result email failed.', 'one', 'two [redacted]'].map((message) => ({ kind: 'service', operation, message })));
  });
});
