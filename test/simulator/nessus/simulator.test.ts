import { X509Certificate } from 'node:crypto';

import { afterEach, describe, expect, test } from 'vitest';

import { createNessusClient } from 'tenable-result';
import { createNessusSimulator, createVirtualClock, nessusScanIds } from 'tenable-result/simulator';
import type { ListenOptions, SimulatorServer } from 'tenable-result/simulator';

import { certificates } from '../../faults/certificates.js';
import { expectOk, expectTag } from '../../support/expect-result.js';
import { openNessusLab } from './nessus-lab.js';

const servers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) expectOk(await server.close());
});

test('a simulator is a configuration of its client', async () => {
  const nessus = expectOk(createNessusClient(createNessusSimulator()));
  expect(expectOk(await nessus.session.details())).toMatchObject({ username: 'admin', permissions: 128 });
});

test('two simulators with the same options answer the same', () => {
  const clock = createVirtualClock();
  const [one, two] = [createNessusSimulator({ clock }), createNessusSimulator({ clock })];
  for (const url of ['/server/properties', '/users', '/scans', '/scans/11', '/agents']) {
    const headers = { 'x-apikeys': `accessKey=${one.accessKey}; secretKey=${one.secretKey};` };
    expect(one.handle({ method: 'GET', url, headers })).toStrictEqual(two.handle({ method: 'GET', url, headers }));
  }
});

describe('the first contact', () => {
  test('tells what it is, without a log-in', async () => {
    const { logIn, settle, simulator } = openNessusLab({ edition: 'professional', version: '10.9.0' });
    expect(expectOk(await settle(logIn('admin').connect()))).toStrictEqual({ product: 'nessus', version: null, type: 'Nessus Professional', status: 'ready' });
    expect(simulator.requests().filter(({ headers }) => 'x-cookie' in headers || 'x-apikeys' in headers)).toStrictEqual([]);
  });

  test('tells the version where the server does', async () => {
    const { nessus, settle } = openNessusLab({ version: '10.9.0', tellsVersion: true });
    expect(expectOk(await settle(nessus.connect())).version).toBe('10.9.0');
  });

  test('is no log-in: whoever has one is told more', async () => {
    const { nessus, settle } = openNessusLab({ version: '10.9.0' });
    expect(expectOk(await settle(nessus.connect())).version).toBeNull();
    expect(expectOk(await settle(nessus.server.properties()))).toMatchObject({ nessus_ui_version: '10.9.0', server_version: '19.18.4' });
  });

  test.each([200, 503] as const)('waits while it loads and says so with %d', async (httpStatus) => {
    const { nessus, settle, simulator } = openNessusLab();
    simulator.setReadiness({ status: 'loading', polls: 3, httpStatus });
    expect(expectOk(await settle(nessus.connect()))).toMatchObject({ status: 'ready' });
    expect(simulator.requests().map(({ path }) => path)).toStrictEqual([...Array.from({ length: 4 }, () => '/server/status'), '/server/properties']);
  });

  test('gives up on one that loads for ever', async () => {
    const { logIn, settle, simulator } = openNessusLab();
    simulator.setReadiness({ status: 'loading' });
    expect(expectTag(await settle(logIn('admin', { deadlineMs: 10_000 }).connect()), 'ConnectionError').reason).toBe('timeout');
  });

  test('tells of one that waits to be registered', async () => {
    const { nessus, settle, simulator } = openNessusLab();
    simulator.setReadiness({ status: 'register' });
    expect(expectOk(await settle(nessus.connect()))).toMatchObject({ status: 'register' });
  });
});

test('while it loads, calls and log-ins are refused with 503', async () => {
  const { logIn, nessus, settle, simulator } = openNessusLab();
  simulator.setReadiness({ status: 'loading' });
  expectTag(await settle(nessus.scans.list()), 'RetryError');
  expectTag(await settle(logIn('admin').scans.list()), 'RetryError');
  simulator.setReadiness({ status: 'ready' });
  expectOk(await settle(nessus.scans.list()));
});

test.each([['/nowhere', 404], ['/scans/99', 404], ['//', 404]])('%s is %d', (url, status) => {
  const { accessKey, handle, secretKey } = createNessusSimulator();
  expect(handle({ method: 'GET', url, headers: { 'x-apikeys': `accessKey=${accessKey}; secretKey=${secretKey}` } }))
    .toMatchObject({ status, body: '{"error":"The requested file was not found."}' });
});

test('a body that is no JSON is 400, an unknown key 401', () => {
  const { accessKey, handle, secretKey } = createNessusSimulator();
  expect(handle({ method: 'POST', url: '/folders', headers: { 'x-apikeys': `accessKey=${accessKey}; secretKey=${secretKey}` }, body: '{' })).toMatchObject({ status: 400 });
  expect(handle({ method: 'GET', url: '/folders', headers: { 'x-apikeys': 'accessKey=a; secretKey=b' } })).toMatchObject({ status: 401, body: '{"error":"Invalid Credentials"}' });
});

test('nobody else has keys or a password', () => {
  const simulator = createNessusSimulator({ accessKey: 'mine', secretKey: 'too' });
  expect(simulator.keysOf('admin')).toStrictEqual({ accessKey: 'mine', secretKey: 'too' });
  expect([simulator.keysOf('nobody'), simulator.logInOf('nobody')]).toStrictEqual([null, null]);
});

describe('over a port', () => {
  const serve = async (options?: ListenOptions): Promise<{ readonly simulator: ReturnType<typeof createNessusSimulator>; readonly url: string }> => {
    const simulator = createNessusSimulator({ pollsUntilReady: 2 });
    const server = expectOk(await simulator.listen(options));
    servers.push(server);
    return { simulator, url: server.url };
  };

  test('a session, an export and its file', async () => {
    const { simulator, url } = await serve();
    const nessus = expectOk(createNessusClient({ url, ...simulator.logInOf('standard') }));
    const { token } = expectOk(await nessus.scans.exportRequest({ scan_id: nessusScanIds.completed, format: 'csv' }));
    expect([expectOk(await nessus.tokens.status({ token: token ?? '' })).status, expectOk(await nessus.tokens.status({ token: token ?? '' })).status]).toStrictEqual(['pending', 'ready']);
    const file = expectOk(await nessus.tokens.download({ token: token ?? '' }));
    expect(new TextDecoder().decode(expectOk(await file.toBytes()))).toContain('"Plugin ID","CVE"');
    expectOk(await nessus.logOut());
    expect(simulator.sessions()).toBe(0);
  });

  test.skipIf(certificates === null)('over HTTPS with a self-signed certificate that is pinned, as a real one has', async () => {
    const { selfSigned = { cert: '', key: '' } } = certificates ?? {};
    const { simulator, url } = await serve({ tls: selfSigned });
    const { fingerprint256 } = new X509Certificate(selfSigned.cert);
    const pinned = expectOk(createNessusClient({ url, ...simulator.logInOf('standard'), tls: { fingerprint256 } }));
    expectOk(await pinned.connect());
    expectOk(await pinned.scans.list());
    const unpinned = expectOk(createNessusClient({ url, ...simulator.logInOf('standard'), retry: { maxRetries: 0 } }));
    expect(expectTag(await unpinned.scans.list(), 'ConnectionError')).toMatchObject({ reason: 'tls', delivery: 'not-sent' });
    expectOk(await pinned.logOut());
    expect(simulator.sessions()).toBe(0);
  });
});
