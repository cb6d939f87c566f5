import { inspect } from 'node:util';

import { describe, expect, test } from 'vitest';
import { createNessusClient, createScClient, createVmClient } from 'tenable-result';
import type { ApiKeyConfig } from 'tenable-result';

import { toOrigin } from '../../src/clients/client-config.js';
import { expectOk, expectTag } from '../support/expect-result.js';

const keys = { accessKey: 'CANARY-access', secretKey: 'CANARY-secret' };
const https = 'an https URL (http is for loopback addresses only: keys would travel in the clear)';

describe('a configuration that is refused names the parameter and never shows the value', () => {
  const some = 'a URL such as https://cloud.tenable.com';
  const bare = 'a URL without path, query and fragment';
  const word = 'printable text of 1 to 100 characters without brackets and semicolons';
  test.each<readonly [unknown, string, string, string]>([
    [{ url: 'CANARY' }, 'url', some, 'string'],
    [{ url: 7 }, 'url', some, 'number'],
    [{ url: 'http://CANARY.example' }, 'url', https, 'string'],
    [{ url: 'http://127.0.0.1.CANARY.example' }, 'url', https, 'string'],
    [{ url: 'http://localhost.CANARY.example' }, 'url', https, 'string'],
    [{ url: 'ftp://CANARY.example' }, 'url', https, 'string'],
    [{ url: 'file:///CANARY' }, 'url', bare, 'string'],
    [{ url: 'https://CANARY:CANARY@cloud.tenable.com' }, 'url', 'a URL without user information', 'string'],
    [{ url: 'https://cloud.tenable.com/CANARY' }, 'url', bare, 'string'],
    [{ url: 'https://cloud.tenable.com?CANARY=1' }, 'url', bare, 'string'],
    [{ url: 'https://cloud.tenable.com#CANARY' }, 'url', bare, 'string'],
    [{ accessKey: 'CANARY key' }, 'accessKey', '1 to 512 visible ASCII characters without "," and ";" (there is a blank in it)', 'string'],
    [{ accessKey: 'CANARYkey\n' }, 'accessKey', '1 to 512 visible ASCII characters without "," and ";" (there is a line feed at its end)', 'string'],
    [{ secretKey: '' }, 'secretKey', '1 to 512 visible ASCII characters without "," and ";" (it is empty)', 'string'],
    [{ secretKey: 7 }, 'secretKey', '1 to 512 visible ASCII characters without "," and ";"', 'number'],
    [{ credentials: 'CANARY' }, 'credentials', 'an object with accessKey and secretKey', 'string'],
    [{ credentials: { accessKey: 'a' } }, 'secretKey', '1 to 512 visible ASCII characters without "," and ";"', 'undefined'],
    [{ deadlineMs: 0 }, 'deadlineMs', 'a number of 1 or more', 'number'],
    [{ retry: { maxRetries: 'CANARY' } }, 'retry.maxRetries', 'a number from 0 to 100', 'string'],
    [{ maxHeldBytes: 0 }, 'maxHeldBytes', 'a number of 1 or more', 'number'],
    [{ maxBodyBytes: NaN }, 'maxBodyBytes', 'a number of 1 or more', 'NaN'],
    [{ maxBodyBytes: { list: 0 } }, 'maxBodyBytes.list', 'a number of 1 or more', 'number'],
    [{ maxBodyValues: '5' }, 'maxBodyValues', 'a number of 1 or more', 'string'],
    [{ maxBodyValues: { lists: 5 } }, 'maxBodyValues.lists', 'left out (there are call, list, chunk)', 'number'],
    [{ onUnexpectedBody: 'CANARY' }, 'onUnexpectedBody', 'error or pass', 'string'],
    [{ tracing: 'yes' }, 'tracing', 'a value of type boolean', 'string'],
    [{ packagesFrom: 7 }, 'packagesFrom', 'a value of type string', 'number'],
    [{ transport: {} }, 'transport', 'a value of type function', 'object'],
    [{ random: 0.5 }, 'random', 'a value of type function', 'number'],
    [{ hooks: () => 1 }, 'hooks', 'a value of type object', 'function'],
    [{ tls: 'CANARY' }, 'tls', 'a value of type object', 'string'],
    [{ proxyUrl: 'CANARY' }, 'proxyUrl', 'an http or https URL', 'string'],
    [{ proxyUrl: 'socks5://CANARY' }, 'proxyUrl', 'an http or https URL', 'string'],
    [{ clock: { now: () => 1 } }, 'clock', 'an object with now and schedule', 'object'],
    [{ integration: { vendor: 'CANARY (x)', product: 'p', version: '1' } }, 'integration.vendor', word, 'string'],
    [{ integration: { vendor: 'v', product: 'p; CANARY', version: '1' } }, 'integration.product', word, 'string'],
    [{ integration: { vendor: 'v', product: 'p', version: 1 } }, 'integration.version', word, 'number'],
  ])('%j', (part, path, expected, received) => {
    const created = createVmClient({ ...keys, ...(part as ApiKeyConfig) });
    const error = expectTag(created, 'UnexpectedValueError');
    expect(error).toMatchObject({ operation: 'createVmClient', issues: [{ path, expected, received }] });
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('CANARY');
  });

  test.each([
    [createVmClient, [['accessKey', 'TIO_ACCESS_KEY'], ['secretKey', 'TIO_SECRET_KEY']]],
    [createScClient, [['url', 'TSC_URL'], ['accessKey', 'TSC_ACCESS_KEY'], ['secretKey', 'TSC_SECRET_KEY']]],
    [createNessusClient, [['accessKey', 'NESSUS_ACCESS_KEY'], ['secretKey', 'NESSUS_SECRET_KEY']]],
  ] as const)('%o: what is missing has its variable named', (create, wanted) => {
    const error = expectTag(create({}), 'UnexpectedValueError');
    expect(error.issues).toStrictEqual(wanted.map(([path, variable]) => ({ path, expected: `given, or set in the environment as ${variable}`, received: 'undefined' })));
  });

  test('half of the keys leave the other half missing', () => {
    const error = expectTag(createVmClient({ secretKey: 'CANARY key' }), 'UnexpectedValueError');
    expect(error.issues.map(({ path, received }) => [path, received])).toStrictEqual([['accessKey', 'undefined'], ['secretKey', 'string']]);
  });

  test('all of it at once', () => {
    const error = expectTag(createVmClient({ url: 'x', accessKey: ' ', secretKey: ' ', deadlineMs: -1, random: 1 } as unknown as ApiKeyConfig), 'UnexpectedValueError');
    expect(error.issues.map(({ path }) => path)).toStrictEqual(['url', 'accessKey', 'secretKey', 'deadlineMs', 'random']);
  });

  test.each([null, 7, 'CANARY', [], () => 1])('and %j is none at all', (config) => {
    expect(expectTag(createVmClient(config as unknown as ApiKeyConfig), 'UnexpectedValueError').issues).toMatchObject([{ path: 'config', expected: 'an object' }]);
  });

  const explode = (): never => {
    throw new Error('hostile');
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  test.each<readonly [string, unknown]>([
    ['a getter that throws', { ...keys, get url(): never { return explode(); } }],
    ['a getter inside that throws', { ...keys, retry: { get maxRetries(): never { return explode(); } } }],
    ['a proxy that throws', new Proxy({}, { get: explode })],
    ['a revoked proxy', proxy],
  ])('also where reading it fails: %s', (_title, config) => {
    expect(expectTag(createVmClient(config as ApiKeyConfig), 'UnexpectedValueError')).toMatchObject({ operation: 'createVmClient', issues: [{ path: 'config' }] });
  });
});

describe('a base URL', () => {
  test.each([
    ['https://cloud.tenable.com', 'https://cloud.tenable.com'], ['https://cloud.tenable.com/', 'https://cloud.tenable.com'],
    ['HTTPS://FedCloud.Tenable.com:443', 'https://fedcloud.tenable.com'], ['https://proxy.example:8443', 'https://proxy.example:8443'],
    ['http://localhost:8080', 'http://localhost:8080'], ['http://127.0.0.1:1', 'http://127.0.0.1:1'], ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://[::1]:80', 'http://[::1]'], ['http://2130706433', 'http://127.0.0.1'],
  ])('%s goes to %s', (url, origin) => {
    expect(toOrigin(url)).toStrictEqual({ origin });
    expect(expectOk(createVmClient({ ...keys, url })).origin).toBe(origin);
  });

  test.each(['http://0.0.0.0', 'http://10.0.0.1', 'http://[::2]', 'http://128.0.0.1', 'http://localhost.', 'http://1127.0.0.1.example'])('%s is no loopback address', (url) => {
    expect(toOrigin(url)).toMatchObject({ issue: { path: 'url', expected: https } });
  });
});
