import { inspect } from 'node:util';

import { createVmClient, fromResponse, tenableErrorTags } from 'tenable-result';
import { describe, expect, test, vi } from 'vitest';

import { constructors } from '../support/arbitrary-errors.js';
import { expectErr, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { textsIn } from '../support/walk-values.js';

const accessKey = 'CANARY-access';
const secretKey = 'CANARY-secret';
const password = 'CANARY-password';

/** All that can be seen of a value: by JSON, by inspection, by walking its own properties. */
const shown = (value: unknown): string =>
  [JSON.stringify(value), inspect(value, { depth: Infinity, showHidden: true }), ...textsIn(value).map(([, text]) => text)].join('\n');

const echo = { error: `no ${password} with ${accessKey}`, keys: [secretKey], sent: { password } };

describe('a secret is redacted', () => {
  async function changeWith(answers: readonly ScriptedAnswer[]): Promise<{ readonly error: unknown; readonly events: readonly unknown[] }> {
    const events: unknown[] = [];
    const note = (event: unknown): void => void events.push(event);
    const { clock, vm } = createScriptedClient(answers, { accessKey, secretKey, hooks: { onRequest: note, onResponse: note, onRetry: note, onDefect: note } });
    return { error: expectErr(await clock.settle(vm.users.changePassword({ user_id: 1, password }))), events };
  }

  test('on the second attempt as on the first', async () => {
    const refused: ScriptedAnswer = { status: 404, headers: { 'x-request-uuid': accessKey }, json: echo };
    const first = await changeWith([refused]);
    const second = await changeWith([{ ...refused, status: 429 }, refused]);
    expect(shown(first) + shown(second)).not.toContain('CANARY');
    expect(second.error).toMatchObject({ _tag: 'NotFoundError', response: (first.error as { response: object }).response });
    expect(second.events.slice(0, 2)).toStrictEqual(first.events.slice(0, 2).map((event) => ({ ...(event as object), ...('status' in (event as object) ? { status: 429 } : {}) })));
  });

  test('in what hooks see of the last of many attempts', async () => {
    const { events } = await changeWith([...Array.from({ length: 5 }, () => ({ status: 429, json: echo })), { status: 403, json: echo }]);
    expect(events).toHaveLength(6 + 6 + 5);
    expect(shown(events)).not.toContain('CANARY');
  });

  test.each<readonly [string, unknown]>([
    ['in an object in a list', { users: [{ password: 'hunter2' }] }],
    ['in a body that is a list', [{ password: 'hunter2' }]],
    ['in a list of lists', [[{ secretKey: 'hunter2' }]]],
    ['deep inside', { a: { b: [{ c: { token: 'hunter2' } }] } }],
    ['in JSON inside JSON', { error: JSON.stringify({ users: [{ password: 'hunter2' }] }) }],
  ])('%s, though its value is not known', (_title, body) => {
    const error = expectErr(fromResponse({ status: 400, body: JSON.stringify(body) }, { product: 'vm', method: 'POST', path: '/users' }));
    expect(error._tag).toBe('InvalidInputError');
    expect(shown(error)).not.toContain('hunter2');
  });

  test.each(['/token', '/credential', '/credential/5', '/session', '/rest/credential/5', '/anything/else'])('whatever the path is: %s', (path) => {
    for (const product of ['vm', 'sc', 'nessus'] as const) {
      const body = '{"error_code":5,"error_msg":"token=hunter2","response":{"password":"hunter2"}}';
      expect(shown(expectErr(fromResponse({ status: 403, body, url: `https://x.example${path}?token=hunter2` }, { product, method: 'PATCH', path })))).not.toContain('hunter2');
    }
  });

  test.each(['api_key=hunter2', 'api_key="hunter2"', "accessKey='hunter2'", 'x?token=hunter2&a=1', 'accessKey=hunter2; secretKey=hunter2'])('in running text: %s', (text) => {
    expect(shown(expectErr(fromResponse({ status: 500, body: `refused: ${text} here` }, { product: 'vm', method: 'GET', path: '/x' })))).not.toContain('hunter2');
  });
});

describe('an error', () => {
  const statuses = [206, 302, 400, 401, 403, 404, 409, 418, 500] as const;

  test('holds neither the request nor its options', async () => {
    const { clock, vm } = createScriptedClient([{ status: 403 }], { accessKey, secretKey });
    const error = expectTag(await clock.settle(vm.users.list({}, { headers: { 'x-trace': 'CANARY-header' } })), 'PermissionError');
    expect(Object.keys(error).sort()).toStrictEqual(['_tag', 'attemptLog', 'code', 'detail', 'message', 'operation', 'reason', 'response', 'uuid']);
    expect(Object.keys(error.response).sort()).toStrictEqual(['body', 'bytesSeen', 'headers', 'method', 'status', 'truncated', 'url']);
    expect(shown(error)).not.toMatch(/CANARY|x-apikeys|x-trace/i);
  });

  test.each(statuses)('of status %i says in its message nothing that the server wrote', async (status) => {
    const { clock, vm } = createScriptedClient([{ status, headers: { location: 'https://x.example/CANARY', server: 'CANARY' }, json: { error: 'CANARY', message: 'CANARY' } }]);
    const error = expectErr(await clock.settle(vm.scans.details({ scan_id: 1 })));
    expect(error.message).not.toContain('CANARY');
    expect(error.message).toContain('scans.details');
  });

  test('does not keep where a redirect leads, nor cookies', async () => {
    const { clock, vm } = createScriptedClient([{ status: 302, headers: { 'location': 'https://x.example/?token=CANARY', 'set-cookie': 'sid=CANARY' } }]);
    expect(shown(expectErr(await clock.settle(vm.users.list())))).not.toContain('CANARY');
  });

  test('keeps no values of the query', async () => {
    const { clock, requests, vm } = createScriptedClient([{ status: 404 }]);
    const error = expectErr(await clock.settle(vm.agents.list({ scanner_id: 1, w: 'CANARY' }).toPage()));
    expect(requests[0]?.url).toContain('CANARY');
    expect(shown(error)).not.toContain('CANARY');
  });

  test('about an argument tells the place and the type, not the value', async () => {
    const { clock, vm } = createScriptedClient([]);
    const wrong = { username: 'u', password: { plain: 'CANARY' }, permissions: 'CANARY', CANARYname: 1 } as unknown as Parameters<ScriptedClient['vm']['users']['create']>[0];
    const error = expectTag(await clock.settle(vm.users.create(wrong)), 'UnexpectedValueError');
    expect(error.issues.map(({ path, received }) => [path, received])).toContainEqual(['password', 'object']);
    expect(JSON.stringify(error).replaceAll('CANARYname', '')).not.toContain('CANARY');
  });

  test('about a body tells the place and the type, not the value', async () => {
    const { clock, vm } = createScriptedClient([{ json: { users: [{ id: 'CANARY', uuid: { CANARY: 'CANARY' } }] } }]);
    const error = expectTag(await clock.settle(vm.users.list()), 'APIError');
    expect(error.issues[0]).toMatchObject({ path: 'users[0].id', received: 'string' });
    expect(JSON.stringify([error.issues, error.message])).not.toContain('CANARY');
  });
});

describe('nothing is written to a log', () => {
  function spyOnOutput(): readonly ReturnType<typeof vi.spyOn>[] {
    const names = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;
    return [...names.map((name) => vi.spyOn(console, name)), vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write'), vi.spyOn(process, 'emitWarning')];
  }

  test('by building an error of any kind', () => {
    const spies = spyOnOutput();
    for (const tag of tenableErrorTags) constructors[tag]({ message: 'm', response: { status: 500, body: 'x'.repeat(10_000) } });
    for (const status of [200, 302, 400, 401, 403, 404, 409, 429, 500, 503, 999]) fromResponse({ status, body: 'x' }, { product: 'vm', method: 'GET', path: '/x' });
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  test('by attempts that fail before one that works', async () => {
    const spies = spyOnOutput();
    const { clock, vm } = createScriptedClient([{ status: 503, pieces: ['x'.repeat(5000)] }, { failure: 'reset' }, { status: 429 }, { json: { users: [] } }]);
    expect((await clock.settle(vm.users.list())).isOk()).toBe(true);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe('keys', () => {
  test('do not show when a client is looked into', () => {
    const { vm } = createScriptedClient([], { accessKey, secretKey });
    expect(shown(vm)).not.toContain('CANARY');
  });

  test.each(['CANARY\nx-other: 1', 'CANARY\r', 'CANARY key', 'CANARY;x', 'CANARY\u00e9', 'CANARY\u0000', ''])('that cannot stand in a header are refused at creation and not shown: %j', (key) => {
    const error = expectTag(createVmClient({ accessKey: key, secretKey }), 'UnexpectedValueError');
    expect(error.issues).toMatchObject([{ path: 'accessKey', received: 'string' }]);
    expect(shown(error)).not.toContain('CANARY');
  });

  test('that are empty are not taken for left out, which would use somebody else\'s', () => {
    vi.stubEnv('TIO_ACCESS_KEY', 'from-the-environment');
    vi.stubEnv('TIO_SECRET_KEY', 'from-the-environment');
    expect(expectErr(createVmClient({ accessKey: '', secretKey: 'k' }))).toMatchObject({ issues: [{ path: 'accessKey' }] });
    vi.unstubAllEnvs();
  });

  test.each([
    'http://cloud.tenable.com', 'https://user:CANARY@cloud.tenable.com', 'https://cloud.tenable.com/?k=CANARY', 'https://cloud.tenable.com/#CANARY',
    'ftp://cloud.tenable.com', 'cloud.tenable.com', '//cloud.tenable.com', '', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example',
  ])('do not go to a base URL that is not safe: %s', (url) => {
    const error = expectTag(createVmClient({ url, accessKey, secretKey }), 'UnexpectedValueError');
    expect(error.issues).toMatchObject([{ path: 'url' }]);
    expect(shown(error)).not.toContain('CANARY');
  });
});
