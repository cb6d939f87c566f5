/** Calls through proxies on loopback: good ones, refusing ones, broken ones. */
import { createServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo, Socket } from 'node:net';
import { X509Certificate } from 'node:crypto';

import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { createNessusClient, createVmClient, describeError, isRetryable, toLogRecord } from 'tenable-result';
import type { ApiKeyConfig, NessusClient } from 'tenable-result';

import { certificates } from '../../faults/certificates.js';
import { expectOk, expectTag } from '../../support/expect-result.js';
import { findClosedPort } from '../../support/loopback-server.js';
import { refuseWith, startProxy } from '../../support/proxy-server.js';

const none = { cert: '', key: '' };
const { ca = '', expired = none, good = none, otherCa = '', selfSigned = none, wrongHost = none } = certificates ?? {};

afterEach(() => {
  vi.unstubAllEnvs();
});

async function serve(options: ServerOptions): Promise<string> {
  const server = createServer(options, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  }));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is no pipe
}

const keys = { accessKey: 'a-key', secretKey: 'CANARY-secret' };
const toNessus = (url: string, config: ApiKeyConfig = {}): NessusClient => expectOk(createNessusClient({ url, ...keys, tls: { ca }, deadlineMs: 20_000, ...config }));

describe.skipIf(certificates === null)('a proxy', () => {
  test.each<readonly [string, (port: number) => ApiKeyConfig]>([
    ['of proxyUrl', (port) => ({ proxyUrl: `http://bob:p%40ss@127.0.0.1:${port}` })],
    ['of HTTPS_PROXY', (port) => {
      vi.stubEnv('HTTPS_PROXY', `http://bob:p%40ss@127.0.0.1:${port}`);
      return {};
    }],
    ['of https_proxy', (port) => {
      vi.stubEnv('https_proxy', `http://bob:p%40ss@127.0.0.1:${port}`);
      return {};
    }],
  ])('%s carries calls, is told user and password, and keeps its connection for the next call', async (_title, configure) => {
    const url = await serve(good);
    const proxy = await startProxy();
    const nessus = toNessus(url, configure(proxy.port));
    for (let call = 1; call <= 3; call += 1) expect(expectOk(await nessus.server.status())).toMatchObject({ status: 'ready' });
    expect(proxy.asked).toStrictEqual([{ target: url.slice('https://'.length), authorization: `Basic ${Buffer.from('bob:p@ss').toString('base64')}` }]);
  });

  test.each<readonly [string, () => ApiKeyConfig]>([
    ['NO_PROXY', () => {
      vi.stubEnv('NO_PROXY', '10.0.0.0/8,127.0.0.0/8');
      return {};
    }],
    ['proxyFromEnvironment: false', () => ({ proxyFromEnvironment: false })],
  ])('of the environment is left aside where %s says so', async (_title, configure) => {
    const url = await serve(good);
    const proxy = await startProxy();
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
    expectOk(await toNessus(url, configure()).server.status());
    expect(proxy.asked).toStrictEqual([]);
  });

  test('over TLS is trusted by tls.ca, as the service is', async () => {
    const url = await serve(good);
    const proxy = await startProxy(null, good);
    expectOk(await toNessus(url, { proxyUrl: `https://127.0.0.1:${proxy.port}` }).server.status());
    expect(proxy.asked).toHaveLength(1);
  });

  test('over TLS of an authority that nobody named is refused, and told apart from the service', async () => {
    const url = await serve(good);
    const proxy = await startProxy(null, selfSigned);
    const error = expectTag(await toNessus(url, { proxyUrl: `https://bob:CANARY@127.0.0.1:${proxy.port}` }).server.status(), 'ConnectionError');
    expect(error).toMatchObject({ reason: 'tls', tlsProblem: 'self-signed', attempts: 1, delivery: 'not-sent', proxy: { origin: `https://127.0.0.1:${proxy.port}`, status: null } });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  test.each<readonly [string, ServerOptions, string]>([
    ['of another authority', selfSigned, 'self-signed'], ['that has expired', expired, 'expired'], ['for another host', wrongHost, 'wrong-host'],
  ])('does not keep a certificate %s from being noticed', async (_title, certificate, tlsProblem) => {
    const url = await serve(certificate);
    const proxy = await startProxy();
    const error = expectTag(await toNessus(url, { proxyUrl: `http://127.0.0.1:${proxy.port}` }).server.status(), 'ConnectionError');
    expect(error).toMatchObject({ reason: 'tls', tlsProblem, attempts: 1, delivery: 'not-sent', proxy: null });
    expect(proxy.asked).toHaveLength(1);
  });

  test('lets a certificate be pinned', async () => {
    const url = await serve(selfSigned);
    const proxy = await startProxy();
    const proxyUrl = `http://127.0.0.1:${proxy.port}`;
    const pin = (cert: string): ApiKeyConfig => ({ proxyUrl, tls: { fingerprint256: new X509Certificate(cert).fingerprint256 } });
    expectOk(await toNessus(url, pin(selfSigned.cert)).server.status());
    expect(expectTag(await toNessus(url, pin(good.cert)).server.status(), 'ConnectionError')).toMatchObject({ tlsProblem: 'fingerprint', proxy: null });
  });

  test('does not make up for an authority that is not named', async () => {
    const url = await serve(good);
    const proxy = await startProxy();
    const error = expectTag(await toNessus(url, { proxyUrl: `http://127.0.0.1:${proxy.port}`, tls: { ca: otherCa } }).server.status(), 'ConnectionError');
    expect(error).toMatchObject({ reason: 'tls', tlsProblem: 'unknown-authority' });
  });
});

describe('a proxy that refuses', () => {
  test.each([407, 403, 503, 502, 400, 302])('with %i is named with that status, asked once, and is not the service; its password is nowhere', async (status) => {
    const proxy = await startProxy(refuseWith(status));
    const events: unknown[] = [];
    const hooks = { onRequest: (event: unknown) => events.push(event), onResponse: (event: unknown) => events.push(event), onRetry: (event: unknown) => events.push(event) };
    const vm = expectOk(createVmClient({ ...keys, proxyUrl: `http://bob:CANARY@127.0.0.1:${proxy.port}`, hooks }));
    const error = expectTag(await vm.session.details(), 'ConnectionError');
    const origin = `http://127.0.0.1:${proxy.port}`;
    expect(error).toMatchObject({ reason: 'proxy', delivery: 'not-sent', attempts: 1, origin: 'https://cloud.tenable.com', proxy: { origin, status }, cause: { code: 'ERR_PROXY_REFUSED' } });
    expect(error.message).toBe(`session.details got no usable answer from https://cloud.tenable.com because the proxy ${origin} refused to connect with HTTP ${status}.`);
    expect(proxy.asked).toStrictEqual([{ target: 'cloud.tenable.com:443', authorization: `Basic ${Buffer.from('bob:CANARY').toString('base64')}` }]);
    expect(isRetryable(error)).toBe(false);
    const told = JSON.stringify([error, describeError(error), toLogRecord(error), events]);
    expect(told).not.toMatch(/CANARY|Qk9COkNBTkFSW|Ym9iOkNBTkFSW/i);
    expect(toLogRecord(error)).toMatchObject({ proxyOrigin: origin, proxyStatus: status });
  });
});

describe('a proxy that does not answer', () => {
  const once = { maxRetries: 0 };

  test('because nobody listens there is told as refused, at the proxy', async () => {
    const port = await findClosedPort();
    const vm = expectOk(createVmClient({ ...keys, proxyUrl: `http://127.0.0.1:${port}`, retry: once }));
    expect(expectTag(await vm.session.details(), 'ConnectionError'))
      .toMatchObject({ reason: 'refused', delivery: 'not-sent', proxy: { origin: `http://127.0.0.1:${port}`, status: null }, cause: { code: 'ECONNREFUSED' } });
  });

  test.each<readonly [string, (socket: Socket) => void, string]>([
    ['closes on CONNECT', (socket) => void socket.end(), 'reset'],
    ['resets on CONNECT', (socket) => void socket.resetAndDestroy(), 'reset'],
    ['closes in the head of its answer', (socket) => void socket.end('HTTP/1.1 200 Con'), 'reset'],
    ['speaks no HTTP', (socket) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n'), 'protocol'],
    ['has a head without end', (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`), 'protocol'],
  ])('%s', async (_title, answer, reason) => {
    const proxy = await startProxy(answer);
    const vm = expectOk(createVmClient({ ...keys, proxyUrl: `http://127.0.0.1:${proxy.port}`, retry: { maxRetries: 2, baseDelayMs: 1 } }));
    const error = expectTag(await vm.session.details(), 'ConnectionError');
    expect(error).toMatchObject({ reason, delivery: 'not-sent', proxy: { status: null } });
    const attempts = reason === 'protocol' ? 1 : 3;
    expect([error.attempts, proxy.asked.length]).toStrictEqual([attempts, attempts]);
    await sleep(50);
    expect([proxy.asked.length, proxy.openConnections()]).toStrictEqual([attempts, 0]);
  });

  test('hangs: the deadline ends the attempt, and its connection with it', async () => {
    const proxy = await startProxy(() => undefined);
    const vm = expectOk(createVmClient({ ...keys, proxyUrl: `http://127.0.0.1:${proxy.port}` }));
    const calls = Array.from({ length: 20 }, () => vm.session.details({}, { deadlineMs: 1_000 }));
    await vi.waitFor(() => {
      expect(proxy.openConnections()).toBeGreaterThan(0);
    });
    for (const result of await Promise.all(calls)) expect(expectTag(result, 'ConnectionError')).toMatchObject({ reason: 'timeout', delivery: 'not-sent' });
    await sleep(50);
    expect(proxy.openConnections()).toBe(0);
  });

  test('hangs: an abort ends the attempt, and its connection with it', async () => {
    const proxy = await startProxy(() => undefined);
    const vm = expectOk(createVmClient({ ...keys, proxyUrl: `http://127.0.0.1:${proxy.port}` }));
    const controller = new AbortController();
    const call = vm.session.details({}, { signal: controller.signal });
    await vi.waitFor(() => {
      expect(proxy.openConnections()).toBe(1);
    });
    controller.abort();
    expect(expectTag(await call, 'ConnectionError')).toMatchObject({ reason: 'aborted', delivery: 'not-sent' });
    await vi.waitFor(() => {
      expect(proxy.openConnections()).toBe(0);
    });
  });
});

test('a proxy of the environment that is none is told when the client is made, without its value', () => {
  vi.stubEnv('HTTPS_PROXY', 'socks5://bob:CANARY@proxy.example');
  const error = expectTag(createVmClient(keys), 'UnexpectedValueError');
  expect(error.issues).toMatchObject([{ path: 'HTTPS_PROXY' }]);
  expect(JSON.stringify(error)).not.toContain('CANARY');
});
