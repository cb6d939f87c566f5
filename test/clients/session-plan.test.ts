import { afterEach, describe, expect, test, vi } from 'vitest';

import { createNessusClient, createScClient } from 'tenable-result';
import type { ScConfig } from 'tenable-result';

import { expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedSc, inEnvelope, testKeys, testLogIn } from '../support/scripted-products.js';

const url = 'https://sc.example.com';
const status = inEnvelope({ jobd: 'Running' });
const logIn = inEnvelope({ token: 1 });

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What the first request of a client authenticates by. */
async function firstSent(config: ScConfig): Promise<string> {
  const isKeys = config.accessKey !== undefined || config.credentials !== undefined || process.env['TSC_ACCESS_KEY'] !== undefined;
  const { clock, lines, requests, sc } = createScriptedSc(isKeys && config.username === undefined ? [status] : [logIn, status], config);
  expectOk(await clock.settle(sc.status.details()));
  return requests[0]?.headers['x-apikey'] ?? lines()[0] ?? '';
}

describe('a client authenticates', () => {
  test.each<readonly [string, ScConfig, string]>([
    ['with keys', testKeys, 'accessKey=test-access-key; secretKey=test-secret-key'],
    ['with keys from a function', { credentials: () => ({ accessKey: 'a', secretKey: 's' }) }, 'accessKey=a; secretKey=s'],
    ['with a log-in', testLogIn, `POST /rest/token ${JSON.stringify(testLogIn)}`],
    ['with a certificate', { tls: { cert: 'c', key: 'k' } }, 'GET /rest/system'],
    ['with a certificate in one file', { tls: { pfx: new Uint8Array(1) } }, 'GET /rest/system'],
    ['with keys over a certificate, which is then the transport\'s', { ...testKeys, tls: { cert: 'c', key: 'k' } }, 'accessKey=test-access-key; secretKey=test-secret-key'],
  ])('%s', async (_title, config, sent) => {
    expect(await firstSent(config)).toBe(sent);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, ScConfig, string]>([
    ['keys', { TSC_ACCESS_KEY: 'a', TSC_SECRET_KEY: 's', TSC_USERNAME: 'u', TSC_PASSWORD: 'p' }, {}, 'accessKey=a; secretKey=s'],
    ['a log-in', { TSC_USERNAME: 'u', TSC_PASSWORD: 'p' }, {}, 'POST /rest/token {"username":"u","password":"p"}'],
    ['the password alone', { TSC_PASSWORD: 'p' }, { username: 'u' }, 'POST /rest/token {"username":"u","password":"p"}'],
    ['nothing that the configuration says', { TSC_USERNAME: 'u', TSC_PASSWORD: 'p' }, testKeys, 'accessKey=test-access-key; secretKey=test-secret-key'],
    ['no keys where a log-in is given', { TSC_ACCESS_KEY: 'a', TSC_SECRET_KEY: 's' }, testLogIn, `POST /rest/token ${JSON.stringify(testLogIn)}`],
  ])('with %s of the environment', async (_title, variables, config, sent) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(await firstSent(config)).toBe(sent);
  });
});

describe('is refused, by its name', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['nothing to authenticate by', {}, ['accessKey', 'secretKey']],
    ['half of the keys', { accessKey: 'a' }, ['secretKey']],
    ['keys and a log-in', { ...testKeys, ...testLogIn }, ['username']],
    ['a name without a password', { username: 'u' }, ['password']],
    ['a password without a name', { password: 'p' }, ['username']],
    ['a name that is too long', { username: 'u'.repeat(256), password: 'p' }, ['username']],
    ['a name that is no text', { username: 7, password: 'p' }, ['username']],
    ['reLogIn in words', { ...testLogIn, reLogIn: 'yes' }, ['reLogIn']],
    ['releaseSession in words', { ...testLogIn, releaseSession: 'yes' }, ['releaseSession']],
  ])('%s', (_title, config, paths) => {
    const error = expectTag(createScClient({ url, ...Object(config) as ScConfig }), 'UnexpectedValueError'); // some are no configurations
    expect([error.operation, error.issues.map(({ path }) => path)]).toStrictEqual(['createScClient', paths]);
    expect(JSON.stringify(error)).not.toContain(testLogIn.password);
  });

  test('a Security Center without an address: it may be anywhere', () => {
    expect(expectTag(createScClient(testKeys), 'UnexpectedValueError').issues.map(({ path }) => path)).toStrictEqual(['url']);
  });

  test('a certificate alone on Nessus, which takes none', () => {
    expect(expectTag(createNessusClient({ tls: { cert: 'c', key: 'k' } }), 'UnexpectedValueError').issues.map(({ path }) => path)).toStrictEqual(['accessKey', 'secretKey']);
  });

  test('what is no configuration', () => {
    for (const config of [null, 7, 'url']) expect(expectTag(createNessusClient(config as never), 'UnexpectedValueError').operation).toBe('createNessusClient'); // wrong on purpose
  });
});

test('a client shows no secrets to who looks into it', () => {
  const sc = expectOk(createScClient({ url, ...testLogIn }));
  expect(JSON.stringify(sc)).not.toContain(testLogIn.password);
  expect(Object.isFrozen(sc)).toBe(true);
  expect([sc.product, sc.origin]).toStrictEqual(['sc', url]);
});

test('a Nessus is where Nessus is unless somebody says otherwise', () => {
  expect(expectOk(createNessusClient(testKeys)).origin).toBe('https://localhost:8834');
});
