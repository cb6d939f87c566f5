import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { checkApiKeys } from '../../src/connection/api-keys.js';
import type { ApiKeySource } from '../../src/connection/api-keys.js';
import { arbitraryText } from '../support/arbitrary-errors.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };
const keyIssue = { expected: expect.stringMatching(/^1 to 512 visible ASCII characters without "," and ";"(?: \(there is a [a-z ]+\)| \(it is empty\))?$/) as string };

describe('keys that can be sent', () => {
  test('are those that stand in the header as they are', () => {
    fc.assert(fc.property(fc.oneof(fc.stringMatching(/^[\x21-\x7e]{1,20}$/), arbitraryText), (key) => {
      const isGood = checkApiKeys({ accessKey: key, secretKey: key }).length === 0;
      expect(isGood).toBe(/^[\x21-\x7e]{1,512}$/.test(key) && !/[,;]/.test(key));
    }));
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    ['both missing', {}, ['accessKey', 'secretKey']],
    ['one empty', { accessKey: '', secretKey: 'CANARY' }, ['accessKey']],
    ['a line break', { accessKey: 'a', secretKey: 'CANARY\r\nx-evil: 1' }, ['secretKey']],
    ['a semicolon', { accessKey: 'CANARY;', secretKey: 's' }, ['accessKey']],
    ['a comma', { accessKey: 'a', secretKey: 'CANARY,b' }, ['secretKey']],
    ['a number', { accessKey: 7, secretKey: 's' }, ['accessKey']],
    ['no object', 'CANARY', ['credentials']],
    ['nothing', null, ['credentials']],
  ])('are asked for by name and never shown: %s', (_title, keys, paths) => {
    const issues = checkApiKeys(keys);
    expect(issues.map(({ path }) => path)).toStrictEqual(paths);
    expect(JSON.stringify(issues)).not.toContain('CANARY');
  });
});

describe('a source of keys', () => {
  test('is asked anew for each attempt', async () => {
    let turn = 0;
    const credentials = (): Promise<{ accessKey: string; secretKey: string }> => Promise.resolve({ accessKey: `a${turn}`, secretKey: `s${turn++}` });
    const { clock, requests, vm } = createScriptedClient([{ status: 503 }, session, session], { credentials });
    expectOk(await clock.settle(vm.session.details()));
    expectOk(await clock.settle(vm.session.details()));
    expect(requests.map(({ headers }) => headers['x-apikeys'])).toStrictEqual(
      ['accessKey=a0; secretKey=s0', 'accessKey=a1; secretKey=s1', 'accessKey=a2; secretKey=s2']);
  });

  test.each<readonly [string, () => unknown]>([
    ['throws', (): never => { throw new Error('vault'); }],
    ['rejects', () => Promise.reject(new Error('vault'))],
    ['gives a thenable that throws', () => ({ then: (): never => { throw new Error('vault'); } })],
    ['gives keys that throw when they are read', () => ({ get accessKey(): never { throw new Error('vault'); } })],
  ])('that %s is a defect, and nothing is sent', async (_title, credentials) => {
    const { clock, vm } = createScriptedClient([], { credentials: credentials as ApiKeySource });
    expect(expectTag(await clock.settle(vm.session.details()), 'TenableException')).toMatchObject({ operation: 'session.details', defect: { message: 'vault' } });
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    ['nothing', undefined, ['credentials']],
    ['text', 'CANARY', ['credentials']],
    ['one key', { accessKey: 'a' }, ['secretKey']],
    ['a key with a line break', { accessKey: 'CANARY\n', secretKey: 's' }, ['accessKey']],
  ])('that gives %s is told so, and nothing is sent', async (_title, keys, paths) => {
    const { clock, vm } = createScriptedClient([], { credentials: (() => keys) as unknown as ApiKeySource });
    const error = expectTag(await clock.settle(vm.session.details()), 'UnexpectedValueError');
    expect(error.operation).toBe('session.details');
    expect(error.issues).toMatchObject(paths.map((path) => (path === 'credentials' ? { path } : { path, ...keyIssue })));
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  test('that never answers ends with the deadline', async () => {
    const { clock, vm, elapsedMs } = createScriptedClient([], { credentials: () => new Promise(() => undefined), deadlineMs: 5000 });
    expect(expectErr(await clock.settle(vm.session.details()))).toMatchObject({ reason: 'timeout', delivery: 'not-sent', attempts: 0 });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([5000, 0]);
  });

  test('that answers after the end has nothing sent in its name: the caller was told that nothing was', async () => {
    const give = vi.fn<(keys: { accessKey: string; secretKey: string }) => void>();
    const credentials = (): Promise<{ accessKey: string; secretKey: string }> => new Promise((resolve) => { give.mockImplementation(resolve); });
    const { clock, requests, vm } = createScriptedClient([], { credentials, deadlineMs: 5000 });
    expect(expectErr(await clock.settle(vm.scans.launch({ scan_id: 1 })))).toMatchObject({ reason: 'timeout', delivery: 'not-sent' });
    give({ accessKey: 'a', secretKey: 's' });
    await clock.advance(1000);
    expect(requests).toStrictEqual([]);
  });
});
