/** TLS over real servers on loopback, with an authority that is thrown away: what is trusted, what is not, and what is told of it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { X509Certificate } from 'node:crypto';

import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { createFetchTransport, createNessusClient, describeError } from 'tenable-result';
import type { NessusClient, TlsOptions } from 'tenable-result';

import { createDefaultTransport } from '../../src/transport/fetch-transport.js';
import { certificates } from '../faults/certificates.js';
import { expectOk, expectTag } from '../support/expect-result.js';
import { startServer } from '../support/loopback-server.js';

interface HttpsServer {
  readonly url: string;
  /** What was asked for: keys went along with it. */
  readonly requests: readonly string[];
}

async function serve(options: ServerOptions): Promise<HttpsServer> {
  const requests: string[] = [];
  const server = createServer(options, (request, response) => {
    requests.push(`${request.url ?? ''} ${String(request.headers['x-apikeys'])}`);
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"status":"ready"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  }));
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }; // a TCP server's address is no pipe
}

const toClient = (url: string, tls?: TlsOptions): NessusClient =>
  expectOk(createNessusClient({ url, accessKey: 'a-key', secretKey: 'CANARY-secret', ...(tls === undefined ? {} : { tls }), retry: { maxRetries: 3, baseDelayMs: 1 }, deadlineMs: 5_000 }));

const none = { cert: '', key: '' };
const {
  ca = '', chained = none, client = none, expired = none, good = none, lockedKey = '', notYetValid = none, otherCa = '', passphrase = '', pfx = new Uint8Array(), selfSigned = none, wrongHost = none,
} = certificates ?? {};

describe.skipIf(certificates === null)('a certificate that is not to be trusted', () => {
  test.each<readonly [string, ServerOptions, TlsOptions | undefined, string, RegExp]>([
    ['of an authority that nobody named', good, undefined, 'unknown-authority', /tls\.ca/],
    ['of another authority than the one that was named', good, { ca: otherCa }, 'unknown-authority', /tls\.ca/],
    ['signed by itself', selfSigned, { ca }, 'self-signed', /tls\.fingerprint256/],
    ['that has expired', expired, { ca }, 'expired', /Renew the certificate/],
    ['that is not valid yet', notYetValid, { ca }, 'not-yet-valid', /clocks/],
    ['for another host', wrongHost, { ca }, 'wrong-host', /host name/],
    ['other than the pinned one', good, { fingerprint256: certificates === null ? '' : new X509Certificate(selfSigned.cert).fingerprint256 }, 'fingerprint', /pin the new one/],
  ])('%s ends the call before keys are sent, once, and says how to mend it', async (_title, certificate, tls, tlsProblem, advice) => {
    const { requests, url } = await serve(certificate);
    const error = expectTag(await toClient(url, tls).server.status(), 'ConnectionError');
    expect(error).toMatchObject({ reason: 'tls', tlsProblem, delivery: 'not-sent', attempts: 1 });
    expect(describeError(error)).toMatch(advice);
    expect(requests).toStrictEqual([]);
  });
});

describe.skipIf(certificates === null)('a certificate that is trusted', () => {
  test.each<readonly [string, ServerOptions, TlsOptions]>([
    ['of the own authority', good, { ca }],
    ['of one of several authorities, in a list', good, { ca: [otherCa, ca] }],
    ['of one of several authorities, in one text', good, { ca: `${otherCa}\n${ca}` }],
    ['of an authority in between, which the server sends', chained, { ca }],
    ['that is pinned, whoever signed it', selfSigned, { fingerprint256: certificates === null ? '' : new X509Certificate(selfSigned.cert).fingerprint256 }],
    ['that is pinned, whatever it says of its host', wrongHost, { fingerprint256: certificates === null ? '' : new X509Certificate(wrongHost.cert).fingerprint256.replaceAll(':', '').toLowerCase() }],
  ])('%s', async (_title, certificate, tls) => {
    const { requests, url } = await serve(certificate);
    expect(expectOk(await toClient(url, tls).server.status())).toMatchObject({ status: 'ready' });
    expect(requests).toHaveLength(1);
  });

  test('whatever it is, where that was asked for, and somebody is told', async () => {
    const { url } = await serve(selfSigned);
    const onWarning = vi.fn();
    const nessus = expectOk(createNessusClient({ url, accessKey: 'a', secretKey: 'b', tls: { insecure: true }, hooks: { onWarning } }));
    expect(expectOk(await nessus.server.status())).toMatchObject({ status: 'ready' });
    expect(onWarning.mock.calls).toMatchObject([[{ kind: 'insecure-tls', operation: null, message: expect.stringContaining('not verified') as unknown }]]);
  });
});

describe.skipIf(certificates === null)('a server that wants to know who calls', () => {
  const strict: ServerOptions = { ...good, ca, requestCert: true, rejectUnauthorized: true };

  test.each<readonly [string, TlsOptions]>([
    ['a certificate and its key', { cert: client.cert, key: client.key }],
    ['a certificate and its key under a passphrase', { cert: client.cert, key: lockedKey, passphrase }],
    ['PKCS #12', { pfx, passphrase }],
  ])('takes %s', async (_title, identity) => {
    const { url } = await serve(strict);
    expect(expectOk(await toClient(url, { ca, ...identity }).server.status())).toMatchObject({ status: 'ready' });
  });

  test.each<readonly [string, TlsOptions]>([
    ['a key with the wrong passphrase', { cert: client.cert, key: lockedKey, passphrase: 'CANARY-wrong' }],
    ['PKCS #12 with the wrong passphrase', { pfx, passphrase: 'CANARY-wrong' }],
    ['PKCS #12 that is none', { pfx: Uint8Array.of(1, 2, 3), passphrase }],
    ['a certificate that is none', { cert: 'CANARY nonsense', key: client.key }],
    ['a key of another certificate', { cert: client.cert, key: good.key }],
    ['authorities that are none', { ca: 'CANARY nonsense' }],
    ['no authority at all', { ca: ' ' }],
  ])('is not called with %s: that is told when the client is made, without a secret', (_title, identity) => {
    const error = expectTag(createNessusClient({ url: 'https://localhost:8834', accessKey: 'a', secretKey: 'b', tls: { ca, ...identity } }), 'UnexpectedValueError');
    expect(error.issues.map(({ path }) => path)).toStrictEqual([identity.pfx !== undefined ? 'tls.pfx' : identity.cert === undefined ? 'tls.ca' : 'tls.cert']);
    const text = `${JSON.stringify(error)} ${describeError(error)}`;
    expect([/CANARY|PRIVATE KEY/.test(text), text.includes(passphrase)]).toStrictEqual([false, false]);
  });

  test('answers nobody who shows no certificate', async () => {
    const { requests, url } = await serve(strict);
    expectTag(await toClient(url, { ca }).server.status(), 'ConnectionError');
    expect(requests).toStrictEqual([]);
  });
});

test.each<readonly [string, object, string]>([
  ['an option that does not exist, such as a misspelt one', { fingerprint: 'AB'.repeat(32) }, 'tls.fingerprint'],
  ['a certificate without its key', { cert: 'PEM' }, 'tls.key'],
  ['a key without its certificate', { key: 'PEM' }, 'tls.cert'],
  ['an authority that is no text', { ca: 5 }, 'tls.ca'],
  ['authorities that are no texts', { ca: [{}] }, 'tls.ca'],
  ['PKCS #12 that is no bytes', { pfx: 'text' }, 'tls.pfx'],
  ['a passphrase that is a number', { passphrase: 7 }, 'tls.passphrase'],
  ['a pin and the will to trust anything', { fingerprint256: 'AB'.repeat(32), insecure: true }, 'tls.insecure'],
])('%s is refused when the client is made', (_title, tls, path) => {
  const created = createNessusClient({ url: 'https://localhost:8834', accessKey: 'a', secretKey: 'b', tls });
  expect(expectTag(created, 'UnexpectedValueError').issues.map((issue) => issue.path)).toStrictEqual([path]);
});

test('an https address that speaks http is told as a failure of TLS', async () => {
  const url = await startServer((_request, response) => {
    response.end('plain');
  });
  expect(expectTag(await toClient(url.replace('http:', 'https:')).server.status(), 'ConnectionError')).toMatchObject({ reason: 'tls', tlsProblem: 'handshake', delivery: 'not-sent' });
});

test.each(['tls', 'proxyUrl'] as const)('%s on a platform whose transport is fetch is refused when the client is made', (name) => {
  const given = name === 'tls' ? { tls: { ca: 'PEM' } } : { proxyUrl: 'http://127.0.0.1:3128' };
  expect(expectTag(createDefaultTransport(given), 'UnexpectedValueError').issues).toMatchObject([{ path: name }]);
});

test.skipIf(certificates === null)('fetch verifies certificates as well', async () => {
  const { requests, url } = await serve(selfSigned);
  const nessus = expectOk(createNessusClient({ url, accessKey: 'a', secretKey: 'b', transport: createFetchTransport() }));
  expect(expectTag(await nessus.server.status(), 'ConnectionError')).toMatchObject({ reason: 'tls', tlsProblem: 'self-signed' });
  expect(requests).toStrictEqual([]);
});

describe.skipIf(certificates === null)('an authority that the machine trusts besides', () => {
  const program = `
    import { createNessusClient } from 'tenable-result';
    const client = createNessusClient({ url: process.argv[1], accessKey: 'a', secretKey: 'b', retry: { maxRetries: 0 }, ...(process.argv[2] ? { tls: { ca: process.argv[2] } } : {}) })._unsafeUnwrap();
    const told = await client.server.status();
    console.log(told.isOk() ? told.value.status : told.error.tlsProblem);
  `;

  test.each([
    ['with its file in NODE_EXTRA_CA_CERTS', true, '', 'ready'],
    ['with its file there, and another in tls.ca', true, otherCa, 'ready'],
    ['with nothing in it', false, '', 'unknown-authority'],
  ])('%s', async (_title, isNamed, ownCa, expected) => {
    const { url } = await serve(good);
    const file = join(mkdtempSync(join(tmpdir(), 'tenable-result-ca-')), 'ca.pem');
    writeFileSync(file, ca);
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: isNamed ? file : '' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, url, ownCa], { env, cwd: join(import.meta.dirname, '..', '..') });
    expect(stdout.trim()).toBe(expected);
    rmSync(dirname(file), { recursive: true });
  });
});

describe.skipIf(certificates === null)('the options of tls', () => {
  test('are copied when the client is made, with their lists and bytes: a later change changes nothing', async () => {
    const authorities = [ca];
    const own = { ca: authorities, pfx: pfx.slice(), passphrase };
    const server = await serve({ ...good, ca, requestCert: true, rejectUnauthorized: true });
    const nessus = toClient(server.url, own);
    authorities[0] = otherCa;
    own.pfx.fill(0);
    Object.assign(own, { passphrase: 'another', insecure: true });
    expectOk(await nessus.server.status());

    const trusting = { ca: [otherCa] };
    const wary = toClient(server.url, trusting);
    trusting.ca[0] = ca;
    Object.assign(trusting, { insecure: true });
    expect(expectTag(await wary.server.status(), 'ConnectionError')).toMatchObject({ reason: 'tls' });
  });
});
