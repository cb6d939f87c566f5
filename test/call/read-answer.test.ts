import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createVmClient, defineOperation, empty, execute, isRetryable, json } from 'tenable-result';
import type { ScClient, TenableError, WarningEvent } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { createScriptedSc, inEnvelope, testKeys } from '../support/scripted-products.js';
import { createScript } from '../support/scripted-transport.js';
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
    ['larger than is allowed', { pieces: ['{"a":1,"b":"', 'x'.repeat(1000), '"}'] }, 'body-too-large', [{ path: '', expected: 'at most 500 bytes (maxBodyBytes)', received: 'more' }]],
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
  const brokenOff = { pieces: ['{"a":'], headers: { 'x-request-uuid': 'u1' }, end: 'reset' } as const;

  test('a good body that breaks off is asked for again, as any lost connection is', async () => {
    const { clock, vm } = createScriptedClient([brokenOff, brokenOff, { json: { a: 1 } }]);
    expect(expectOk(await clock.settle(execute(vm, read, {})))).toStrictEqual({ a: 1 });
  });

  test('one that goes on breaking off is a lost connection that was answered, each attempt with its status', async () => {
    const { clock, vm } = createScriptedClient([brokenOff, brokenOff]);
    expect(expectTag(await clock.settle(execute(vm, read, {}, { retry: { maxRetries: 1 } })), 'ConnectionError')).toMatchObject({
      operation: 'x.read', reason: 'reset', delivery: 'answered', origin: 'https://cloud.tenable.com', attempts: 2,
      attemptLog: [{ status: 200, reason: 'reset', uuid: 'u1' }, { status: 200, reason: 'reset' }],
    });
  });

  test('one to a request that is not to be repeated is not asked for again', async () => {
    const post = defineOperation({ ...base, id: 'x.post', method: 'POST', path: '/x', output: json(v.looseObject({ a: v.number() })) });
    const { clock, vm } = createScriptedClient([brokenOff]);
    expect(expectTag(await clock.settle(execute(vm, post, {})), 'ConnectionError')).toMatchObject({ reason: 'reset', delivery: 'answered', attempts: 1 });
  });

  test('an answer that is no HTTP in its middle is not asked for again', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: ['{'], end: 'protocol' }]);
    expect(expectTag(await clock.settle(execute(vm, read, {})), 'ConnectionError')).toMatchObject({ reason: 'protocol', delivery: 'answered', attempts: 1 });
  });

  test.each<readonly [number, string]>([[400, 'InvalidInputError'], [401, 'PermissionError'], [403, 'PermissionError'], [404, 'NotFoundError'], [409, 'UnsupportedError'], [500, 'ServerError'], [418, 'UnknownError'], [302, 'UnknownError'], [206, 'APIError']])(
    'a status that is known decides, however its body breaks: %i', async (status, tag) => {
      for (const end of ['reset', 'protocol', 'tls', 'other'] as const) {
        const { clock, vm } = createScriptedClient([{ status, pieces: ['{"error":"ha'], end }]);
        const error = expectErr(await clock.settle(execute(vm, read, {})));
        expect(error).toMatchObject({ _tag: tag, response: { status, body: '{"error":"ha', truncated: true, bytesSeen: 12 }, attemptLog: [{ status }] });
        expect(isRetryable(error)).toBe(false);
      }
    },
  );

  test('one that comes after the last attempt does so, too', async () => {
    const { clock, vm } = createScriptedClient([{ status: 503, pieces: ['{"mess'], end: 'reset' }]);
    expect(expectTag(await clock.settle(execute(vm, read, {}, { retry: { maxRetries: 0 } })), 'RetryError').response).toMatchObject({ body: '{"mess', truncated: true });
  });

  test('a failure whose body stalls is that failure when the time is up, and aborted when its caller aborts', async () => {
    const stalled = { status: 404, pieces: ['{"er'], end: 'never' } as const;
    const { clock, vm } = createScriptedClient([stalled, stalled]);
    expect(expectTag(await clock.settle(execute(vm, read, {}, { deadlineMs: 1000 })), 'NotFoundError').response.truncated).toBe(true);
    const controller = new AbortController();
    clock.schedule(10, () => { controller.abort(); });
    expect(expectTag(await clock.settle(execute(vm, read, {}, { signal: controller.signal })), 'ConnectionError')).toMatchObject({ reason: 'aborted', delivery: 'answered' });
  });

  test('a failure is judged by all of its body, keeps 64 KiB of it, and lets go of what is beyond 1 MiB', async () => {
    const large = { status: 404, pieces: ['{"pad":"', 'x'.repeat(500_000), '","error":"gone"}'] };
    const endless = { status: 404, pieces: ['x'.repeat(1_100_000)], end: 'never' } as const;
    const { clock, openBodies, vm } = createScriptedClient([large, endless]);
    const { detail, response } = expectTag(await clock.settle(execute(vm, read, {})), 'NotFoundError');
    expect({ detail, ...response }).toMatchObject({ detail: 'gone', truncated: true, bytesSeen: 500_025, method: 'GET', url: 'https://cloud.tenable.com/x' });
    expect(response.body).toHaveLength(65_536);
    expect(expectTag(await clock.settle(execute(vm, read, {})), 'NotFoundError').response).toMatchObject({ truncated: true, bytesSeen: 1_100_000 });
    expect(openBodies()).toBe(0);
  });

  test('an operation without output succeeds with no body, or with an object', async () => {
    const { clock, vm } = createScriptedClient([{}, { status: 204 }, { json: {} }, { json: { scan_uuid: 'x' } }, { status: 400, json: { error: 'no' } }]);
    for (let call = 1; call <= 4; call += 1) expect(await clock.settle(execute(vm, write, {}))).toStrictEqual(ok(undefined));
    expect(expectErr(await clock.settle(execute(vm, write, {})))).toMatchObject({ _tag: 'InvalidInputError', detail: 'no' });
  });

  test.each(['<!doctype html><title>Sign in</title>', 'OK', '[1,2]', 'null', '"done"', '42', 'true', ' ', '{"error_code":0', '{}{}', '\u0000', 'x'.repeat(100_000)])(
    'and with nothing else: %j', async (text) => {
      const { clock, openBodies, vm } = createScriptedClient([{ pieces: [text] }]);
      expect(expectTag(await clock.settle(execute(vm, write, {})), 'APIError')).toMatchObject({ operation: 'x.write', code: 200, reason: 'unexpected-body' });
      expect(openBodies()).toBe(0);
    },
  );

  test('nor does a body of it that breaks off pass for a success', async () => {
    const { clock, vm } = createScriptedClient([{ end: 'reset' }]);
    expect(expectTag(await clock.settle(execute(vm, write, {}, { retry: { maxRetries: 0 } })), 'ConnectionError').delivery).toBe('answered');
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

  test.each(['<html>Sign in</html>', '[1,2]', 'null', '{}', '{"error_code":0}', '{"response":""}', '{"error_code":0,"respon', '"ok"'])(
    'in parts, or something else, is no success of an operation without output: %j', async (body) => {
      const { clock, sc } = createScriptedSc([text({ pieces: [body] })]);
      expect(expectTag(await clock.settle(sc.users.delete({ id: 7 })), 'APIError')).toMatchObject({ reason: 'unexpected-body', operation: 'users.delete' });
    },
  );

  test('may be left out where there is nothing to say', async () => {
    const { clock, sc } = createScriptedSc([{}, inEnvelope('')]);
    expect(await clock.settle(sc.users.delete({ id: 7 }))).toStrictEqual(ok(undefined));
    expect(await clock.settle(sc.users.delete({ id: 7 }))).toStrictEqual(ok(undefined));
  });

  test('is judged whole: neither size nor place of the code changes the verdict', async () => {
    const sizes = fc.constantFrom(0, 1, 60_000, 65_536 - 40, 65_536, 70_000, 300_000, 1_200_000);
    const cases = fc.record({ size: sizes, code: fc.constantFrom(0, 1, 12, 146, 147, null, 'x'), status: fc.constantFrom(200, 403), isLast: fc.boolean(), call: fc.constantFrom('data', 'nothing', 'file') });
    const verdict = async (size: number, { call, code, isLast, status }: { readonly call: string; readonly code: unknown; readonly isLast: boolean; readonly status: number }): Promise<string> => {
      const response = { id: '1', username: 'a', pad: 'x'.repeat(size) };
      const body = isLast ? { response, error_msg: 'words', error_code: code } : { error_code: code, error_msg: 'words', response };
      const { clock, sc } = createScriptedSc([{ status, pieces: [JSON.stringify(body)] }]);
      const result = await clock.settle<Result<unknown, TenableError>>(
        call === 'data' ? sc.currentUser.details() : call === 'nothing' ? sc.users.delete({ id: 7 }) : sc.scanResults.download({ id: 7 }));
      return result.isOk() ? 'Ok' : `${result.error._tag} ${'reason' in result.error ? result.error.reason : ''} ${'detail' in result.error ? result.error.detail : ''}`;
    };
    await fc.assert(fc.asyncProperty(cases, async (one) => {
      expect(await verdict(one.size, one)).toBe(await verdict(0, one));
    }), { numRuns: 60 });
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

describe('a large answer', () => {
  const list = defineOperation({ ...base, id: 'x.list', method: 'GET', path: '/x', output: json(v.looseObject({ scans: v.array(v.looseObject({ id: v.number() })) })) });
  const many = (item: string, count: number): string => `{"scans":[${Array<string>(count).fill(item).join()}]}`;

  test('comes out as any other, parsed in steps', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: [many('{"id":1,"name":"n"}', 100_000)] }]);
    expect(expectOk(await clock.settle(execute(vm, list, {}))).scans).toHaveLength(100_000);
  });

  test.each([['numbers', '0'], ['lists', '[]'], ['objects', '{}']])('of more values than fit is refused before it is parsed: %s', async (_title, item) => {
    const { clock, vm } = createScriptedClient([{ pieces: [many(item, 1_000_000)] }]);
    const error = expectTag(await clock.settle(execute(vm, list, {})), 'APIError');
    expect(error).toMatchObject({ reason: 'body-too-large', issues: [{ path: '', expected: 'at most 500000 values (maxBodyValues)', received: 'more' }] });
  });

  test('is limited by its kind, and by what the client was told', async () => {
    const long = many(`"${'x'.repeat(1000)}"`, 5_000);
    const { clock, vm } = createScriptedClient([{ pieces: [long] }, { pieces: [long] }]);
    const change = defineOperation({ ...base, id: 'x.change', method: 'POST', path: '/x', output: json(v.unknown()) });
    expectOk(await clock.settle(execute(vm, { ...list, output: json(v.unknown()) }, {})));
    expect(expectTag(await clock.settle(execute(vm, change, {})), 'APIError')).toMatchObject({ reason: 'body-too-large', issues: [{ expected: 'at most 4194304 bytes (maxBodyBytes)' }] });
    const set = createScriptedClient([{ json: [1, 2, 3, 4] }, { pieces: [long] }], { maxBodyValues: { list: 4 }, maxBodyBytes: { call: 6_000_000 } });
    expect(expectTag(await set.clock.settle(execute(set.vm, { ...list, output: json(v.unknown()) }, {})), 'APIError').reason).toBe('body-too-large');
    expectOk(await set.clock.settle(execute(set.vm, change, {})));
  });

  test('that fits nowhere is told by its first issue', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: [many('0', 400_000)] }]);
    expect(expectTag(await clock.settle(execute(vm, list, {})), 'APIError').issues).toStrictEqual([{ path: 'scans[0]', expected: 'Object', received: 'number' }]);
  });

  test('gives way while it is parsed, so that its deadline ends it in time', async () => {
    const text = many('{"a":{"b":[{}]}}', 120_000);
    const { transport } = createScript([{ pieces: [text] }]);
    const vm = expectOk(createVmClient({ ...testKeys, transport }));
    expect(expectTag(await execute(vm, list, {}, { deadlineMs: 5 }), 'ConnectionError')).toMatchObject({ reason: 'timeout', delivery: 'answered' });
  });
});
