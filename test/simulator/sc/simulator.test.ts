import { X509Certificate } from 'node:crypto';

import { afterEach, describe, expect, test } from 'vitest';

import { createScClient } from 'tenable-result';
import type { ScClient, ScConfig } from 'tenable-result';
import { createScSimulator, createVirtualClock, scFaults, scUsernames } from 'tenable-result/simulator';
import type { ListenOptions, ScSimulatorOptions, SimulatorServer } from 'tenable-result/simulator';

import { certificates } from '../../faults/certificates.js';
import { expectOk, expectTag } from '../../support/expect-result.js';
import { openScLab } from './sc-lab.js';

const servers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) expectOk(await server.close());
});

async function serve(listen: ListenOptions = {}, options: ScSimulatorOptions = {}): Promise<{ readonly simulator: ReturnType<typeof createScSimulator>; readonly createClient: (config: ScConfig) => ScClient }> {
  const simulator = createScSimulator(options);
  const server = expectOk(await simulator.listen(listen));
  servers.push(server);
  return { simulator, createClient: (config) => expectOk(createScClient({ url: server.url, retry: { maxRetries: 0 }, deadlineMs: 10_000, ...config })) };
}

test('a simulator is a configuration of its client', async () => {
  const sc = expectOk(createScClient(createScSimulator()));
  expect(expectOk(await sc.currentUser.details({ fields: ['username'] }))).toStrictEqual({ id: '1', username: 'admin' });
});

test('two simulators with the same options answer the same', () => {
  const clock = createVirtualClock();
  const [one, two] = [createScSimulator({ clock }), createScSimulator({ clock })];
  for (const url of ['/rest/system', '/rest/user', '/rest/scanResult', '/rest/plugin']) {
    const headers = { 'x-apikey': `accesskey=${one.accessKey}; secretkey=${one.secretKey};` };
    expect(one.handle({ method: 'GET', url, headers })).toStrictEqual(two.handle({ method: 'GET', url, headers }));
  }
});

describe('the version', () => {
  test.each([
    ['5.8.0', '5.8.0', '5.8.0'],
    ['5.18.0', '5.18.0', '5.18.0'],
    ['5.20.0', null, undefined],
    ['6.4.0', null, undefined],
  ])('%s is told to everybody, and in a header, before 5.20 only', async (version, told, header) => {
    const { settle, simulator, logIn } = openScLab({ version });
    expect(expectOk(await settle(logIn('manager').connect()))).toStrictEqual({ product: 'sc', version: told, licenseStatus: 'Valid' });
    const answer = simulator.handle({ method: 'GET', url: '/rest/status' });
    expect(answer._tag === 'Answer' ? answer.headers['securitycenter'] : '').toBe(header);
    expect(expectOk(await settle(logIn('manager').system.details())).version).toBe(version);
  });

  test('before 5.13 has no API keys', async () => {
    const { sc, settle } = openScLab({ version: '5.8.0' });
    expect(expectTag(await settle(sc.connect()), 'ConnectionError').reason).toBe('unsupported-version');
    expectTag(await settle(sc.currentUser.details()), 'PermissionError');
  });

  test('decides how a caller without credentials is refused: with a code before 5.20, without a word since', () => {
    const ask = (version: string): unknown => createScSimulator({ version }).handle({ method: 'GET', url: '/rest/currentUser' });
    expect(ask('5.18.0')).toMatchObject({ status: 403, body: expect.stringContaining('"error_code":12') as unknown });
    expect(ask('6.4.0')).toMatchObject({ status: 403, body: expect.stringContaining('"error_code":0,"error_msg":""') as unknown });
  });
});

test('a fault finds its path with and without the base path', async () => {
  const { sc, settle, simulator } = openScLab();
  simulator.script(scFaults.missingObject({ path: '/scan/{id}' }));
  simulator.script(scFaults.missingObject({ path: '/rest/scan/{id}' }));
  expectTag(await settle(sc.scans.details({ id: 1 })), 'NotFoundError');
  expectTag(await settle(sc.scans.details({ id: 1 })), 'NotFoundError');
  expectOk(await settle(sc.scans.details({ id: 1 })));
});

test.each([['/rest/nowhere', 404], ['/system', 404], ['/rest/', 404], ['/rest/feed/a/b/c', 404]])('%s is %d', (url, status) => {
  const { accessKey, handle, secretKey } = createScSimulator();
  expect(handle({ method: 'GET', url, headers: { 'x-apikey': `accesskey=${accessKey}; secretkey=${secretKey}` } })).toMatchObject({ status });
});

test('a body that is no JSON is refused in an envelope', () => {
  const { accessKey, handle, secretKey } = createScSimulator();
  const headers = { 'x-apikey': `accesskey=${accessKey}; secretkey=${secretKey}` };
  expect(handle({ method: 'POST', url: '/rest/group', headers, body: '{' })).toMatchObject({ status: 403, body: expect.stringContaining('"error_code":146') as unknown });
});

test('nobody else has keys or a password', () => {
  const simulator = createScSimulator({ accessKey: 'mine', secretKey: 'too' });
  expect(simulator.keysOf(scUsernames.administrator)).toStrictEqual({ accessKey: 'mine', secretKey: 'too' });
  expect([simulator.keysOf('nobody'), simulator.logInOf('nobody')]).toStrictEqual([null, null]);
});

describe('over a port', () => {
  test('all of a session, and a file of bytes that are no text', async () => {
    const { createClient, simulator } = await serve();
    const sc = createClient({ ...simulator.logInOf('manager') });
    const file = expectOk(await sc.scanResults.download({ id: 1 }));
    const bytes = expectOk(await file.toBytes());
    expect([file.filename, file.contentType, bytes.byteLength === file.contentLength]).toStrictEqual(['1.zip', 'application/zip', true]);
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 4))).toBe('PK\u0003\u0004');
    expect(simulator.sessions()).toBe(1);
    expectOk(await sc.logOut());
    expect(simulator.sessions()).toBe(0);
  });

  test('a session that ends in the middle of 20 calls is replaced once', async () => {
    const { createClient, simulator } = await serve();
    const sc = createClient({ ...simulator.logInOf('manager'), reLogIn: true });
    expectOk(await sc.currentUser.details());
    simulator.expireSessions();
    const results = await Promise.all(Array.from({ length: 20 }, () => sc.currentUser.details()));
    expect(results.filter((result) => result.isOk())).toHaveLength(20);
    expect(simulator.requests().filter(({ path }) => path === '/rest/token')).toHaveLength(2);
    expectOk(await sc.logOut());
    expect(simulator.sessions()).toBe(0);
  });
});

describe.skipIf(certificates === null)('over HTTPS', () => {
  const { ca = '', good = { cert: '', key: '' }, wrongHost = { cert: '', key: '' } } = certificates ?? {};

  test('with an authority of its own', async () => {
    const { createClient, simulator } = await serve({ tls: good });
    const keys = simulator.keysOf('manager') ?? {};
    expectOk(await createClient({ ...keys, tls: { ca } }).scans.list());
    expect(expectTag(await createClient(keys).scans.list(), 'ConnectionError').reason).toBe('tls');
  });

  test('with a pinned certificate, whatever it says', async () => {
    const { createClient, simulator } = await serve({ tls: wrongHost });
    const keys = simulator.keysOf('manager') ?? {};
    const { fingerprint256 } = new X509Certificate(wrongHost.cert);
    expectOk(await createClient({ ...keys, tls: { fingerprint256 } }).scans.list());
    expect(expectTag(await createClient({ ...keys, tls: { fingerprint256: new X509Certificate(good.cert).fingerprint256 } }).scans.list(), 'ConnectionError').reason).toBe('tls');
  });

  test.each(['6.4.0', '6.5.1', '5.18.0'])('a client certificate logs in to %s', async (version) => {
    const { createClient, simulator } = await serve({ tls: { ...good, ca, requestCert: true } }, { version });
    const sc = createClient({ tls: { ca, cert: good.cert, key: good.key } });
    expect(expectOk(await sc.currentUser.details({ fields: ['username'] }))).toMatchObject({ username: 'admin' });
    expect(simulator.sessions()).toBe(version === '6.5.1' ? 0 : 1);
    expectOk(await sc.logOut());
    expect(simulator.sessions()).toBe(0);
  });

  test('a client certificate of another authority logs nobody in', async () => {
    const { createClient } = await serve({ tls: { ...good, ca, requestCert: true } }, { version: '6.5.1' });
    const stranger = certificates?.selfSigned ?? good;
    expectTag(await createClient({ tls: { ca, cert: stranger.cert, key: stranger.key } }).currentUser.details(), 'PermissionError');
  });
});
