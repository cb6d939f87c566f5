import { inspect } from 'node:util';

import { describe, expect, test } from 'vitest';

import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };

describe('a client', () => {
  test('carries out the calls of its catalogue', async () => {
    const { clock, requests, vm } = createScriptedClient([session, { json: { info: { name: 'n', status: 'completed' } } }]);
    expect(expectOk(await clock.settle(vm.session.details()))).toMatchObject({ username: 'a' });
    expect(expectOk(await clock.settle(vm.scans.details({ scan_id: 42 })))).toMatchObject({ info: { name: 'n' } });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toStrictEqual(['GET https://cloud.tenable.com/session', 'GET https://cloud.tenable.com/scans/42']);
  });

  test('is frozen, and has no state that a caller could change', () => {
    const { vm } = createScriptedClient([]);
    expect([vm, vm.scans, vm.exports, vm.users, vm.session].every((part) => Object.isFrozen(part))).toBe(true);
    expect(vm).toMatchObject({ product: 'vm', origin: 'https://cloud.tenable.com' });
  });

  test('shows no keys, however deep one looks', async () => {
    const { clock, vm } = createScriptedClient([session], { accessKey: 'CANARY-access', secretKey: 'CANARY-secret' });
    await clock.settle(vm.session.details());
    const shown = [inspect(vm, { depth: Infinity, showHidden: true, getters: true }), JSON.stringify(vm), String(vm.session.details), JSON.stringify(Object.getOwnPropertyDescriptors(vm))];
    expect(shown.join('\n')).not.toContain('CANARY');
  });
});

describe('a client that impersonates', () => {
  test('is a client of its own: the first goes on as before', async () => {
    const { clock, requests, vm } = createScriptedClient([session, session, session]);
    const other = expectOk(vm.impersonate('user@example.com'));
    const third = expectOk(other.impersonate('third@example.com'));
    for (const client of [vm, other, third]) expectOk(await clock.settle(client.session.details()));
    expect(requests.map(({ headers }) => headers['x-impersonate'])).toStrictEqual([undefined, 'username=user@example.com', 'username=third@example.com']);
    expect(new Set(requests.map(({ headers }) => headers['x-apikeys'])).size).toBe(1);
  });

  test.each<readonly [number, string, string]>([
    [403, 'Forbidden', 'ImpersonationError'], [403, '', 'ImpersonationError'], [403, 'You may not see this scan', 'PermissionError'],
    [401, 'Invalid Credentials', 'PermissionError'], [404, 'no', 'NotFoundError'],
  ])('tells a refused impersonation from other refusals: %i %s is %s', async (status, error, tag) => {
    const { clock, vm } = createScriptedClient([{ status, json: { error } }]);
    const other = expectOk(vm.impersonate('user@example.com'));
    const failure = expectErr(await clock.settle(other.scans.details({ scan_id: 1 })));
    expect(failure._tag).toBe(tag);
    if (failure._tag === 'ImpersonationError') expect(failure).toMatchObject({ username: 'user@example.com', operation: 'scans.details', code: 403 });
  });

  test('may export, too', async () => {
    const { clock, vm } = createScriptedClient([{ status: 403, json: { error: 'Forbidden' } }]);
    const other = expectOk(vm.impersonate('user@example.com'));
    const seen: unknown[] = [];
    for await (const item of other.exports.vulns()) seen.push(item);
    expect(seen).toMatchObject([{ error: { _tag: 'ImpersonationError', operation: 'vulnsExport.create' } }]);
    expect(clock.pendingTimers()).toBe(0);
  });

  test.each([undefined, null, 7, '', ' ', 'a\r\nx-evil: 1', '€', 'x'.repeat(201), 'bob; username=admin', 'bob;username=admin', 'bob,admin', 'bob username=admin', 'a=b', '"bob"', "bob\\", 'bob\u00a0', 'b\u00adob', 'bob\t'])('is not made of %j, and nothing is sent', (username) => {
    const { vm } = createScriptedClient([]);
    const error = expectTag(vm.impersonate(username as string), 'UnexpectedValueError');
    expect(error).toMatchObject({ operation: 'impersonate', issues: [{ path: 'username' }] });
    if (typeof username === 'string' && username.trim() !== '') expect(inspect(error)).not.toContain(username);
  });
});
