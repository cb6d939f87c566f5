/** The way of a call, step by step, against real servers on loopback: what a person is told where it ends. */
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { createNessusSimulator, createScSimulator, createSimulator, nessusFaults } from 'tenable-result/simulator';
import type { SimulatorServer } from 'tenable-result/simulator';
import type { ResultAsync } from 'neverthrow';
import type { ConnectionError } from 'tenable-result';

import { runDoctor } from '../../src/cli/doctor.js';
import { certificates } from '../faults/certificates.js';
import { expectOk } from '../support/expect-result.js';
import { findClosedPort, startProxy, startServer } from '../support/loopback-server.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The code of the command and what it wrote, with these variables as all of its environment that counts. */
async function examine(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number; readonly text: string }> {
  for (const product of ['TIO', 'TSC', 'NESSUS']) {
    for (const name of ['URL', 'ACCESS_KEY', 'SECRET_KEY', 'USERNAME', 'PASSWORD']) vi.stubEnv(`${product}_${name}`, env[`${product}_${name}`] ?? '');
  }
  let text = '';
  const output = { write: (words: string) => { text += words; }, isTerminal: false };
  const code = await runDoctor(args, { output, errors: output });
  return { code, text };
}

async function open(listening: ResultAsync<SimulatorServer, ConnectionError>): Promise<string> {
  const { close, url } = expectOk(await listening);
  onTestFinished(async () => {
    expectOk(await close());
  });
  return url;
}

const keys = (product: string, { accessKey, secretKey }: { readonly accessKey: string; readonly secretKey: string }): Readonly<Record<string, string>> =>
  ({ [`${product}_ACCESS_KEY`]: accessKey, [`${product}_SECRET_KEY`]: secretKey });
const steps = (text: string): readonly string[] => text.split('\n').filter((line) => /^(?:ok|FAIL)/.test(line)).map((line) => line.replace(/\s+/g, ' ').split(' ').slice(0, 2).join(' '));
const allGood = ['ok name', 'ok port', 'ok certificate', 'ok product', 'ok credentials', 'ok permission'];

describe('where all is well', () => {
  test('every step of Vulnerability Management says so, a line each', async () => {
    const simulator = createSimulator();
    const { code, text } = await examine(['vm', '--url', await open(simulator.listen())], keys('TIO', simulator));
    expect([code, steps(text)]).toStrictEqual([0, allGood]);
    expect(text).toMatch(/permission +administrator/);
    expect(text).not.toContain(simulator.secretKey);
  });

  test('every step of Security Center, and its session is ended', async () => {
    const simulator = createScSimulator();
    const { password = '', username = '' } = simulator.logInOf('admin') ?? {};
    const { code, text } = await examine(['sc', '--url', await open(simulator.listen())], { TSC_USERNAME: username, TSC_PASSWORD: password });
    expect([code, steps(text)]).toStrictEqual([0, allGood]);
    expect([simulator.sessions(), text.includes(password)]).toStrictEqual([0, false]);
  });

  test('every step of Nessus', async () => {
    const simulator = createNessusSimulator();
    const { code, text } = await examine(['nessus', '--url', await open(simulator.listen())], keys('NESSUS', simulator));
    expect([code, steps(text)]).toStrictEqual([0, allGood]);
  });
});

describe('it says where the way ends, and what to do', () => {
  test('at a name that does not resolve', async () => {
    const { code, text } = await examine(['vm', '--url', 'https://no-such-host.invalid'], keys('TIO', { accessKey: 'a', secretKey: 'b' }));
    expect([code, steps(text)]).toStrictEqual([4, ['FAIL name']]);
    expect(text).toContain('Check the spelling of the host');
  });

  test('at a port where nobody listens', async () => {
    const { code, text } = await examine(['nessus', '--url', `http://127.0.0.1:${await findClosedPort()}`], keys('NESSUS', { accessKey: 'a', secretKey: 'b' }));
    expect([code, steps(text)]).toStrictEqual([4, ['ok name', 'FAIL port']]);
    expect(text).toMatch(/does not accept connections \(ECONNREFUSED\)/);
  });

  test('at something that is not the product', async () => {
    const url = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Router</title></html>');
    });
    const { code, text } = await examine(['sc', '--url', url], keys('TSC', { accessKey: 'a', secretKey: 'b' }));
    expect([code, steps(text)]).toStrictEqual([4, ['ok name', 'ok port', 'ok certificate', 'FAIL product']]);
    expect(text).toContain('not the Tenable product');
  });

  test('at keys that are not accepted', async () => {
    const url = await open(createSimulator().listen());
    const { code, text } = await examine(['vm', '--url', url], keys('TIO', { accessKey: 'wrong-key', secretKey: 'CANARY-key' }));
    expect([code, steps(text)]).toStrictEqual([5, ['ok name', 'ok port', 'ok certificate', 'ok product', 'FAIL credentials']]);
    expect(text).not.toContain('CANARY-key');
  });

  test('at a Nessus that refuses this user', async () => {
    const simulator = createNessusSimulator();
    const url = await open(simulator.listen());
    simulator.script(nessusFaults.notAuthorized({ path: '/session' }));
    const { code, text } = await examine(['nessus', '--url', url], keys('NESSUS', simulator));
    expect([code, steps(text)]).toStrictEqual([5, ['ok name', 'ok port', 'ok certificate', 'ok product', 'ok credentials', 'FAIL permission']]);
    expect(simulator.unusedFaults()).toStrictEqual([]);
  });

  test.each([[['vms']], [['vm', 'sc']], [['vm', '--ca', 'no/such/file.pem']], [['vm', '--nonsense']]])('at arguments that make no sense: %j', async (args) => {
    const { code, text } = await examine(args);
    expect(code).toBe(2);
    expect(text).toContain('Usage: tenable-result doctor');
  });

  test('at a client that has no keys, before anything is sent', async () => {
    const { code, text } = await examine(['vm', '--url', 'https://no-such-host.invalid']);
    expect([code, steps(text)]).toStrictEqual([3, ['FAIL configuration']]);
    expect(text).toContain('TIO_ACCESS_KEY');
  });
});

test('a proxy that the environment names is looked at like one that is given', async () => {
  const { proxyUrl, targets } = await startProxy();
  const simulator = createSimulator();
  const url = await open(simulator.listen());
  for (const name of ['http_proxy', 'NO_PROXY', 'no_proxy']) vi.stubEnv(name, name === 'http_proxy' ? proxyUrl : '');
  const { code, text } = await examine(['vm', '--url', url], keys('TIO', simulator));
  expect([code, steps(text)]).toStrictEqual([0, allGood]);
  expect(text).toContain('through the proxy 127.0.0.1');
  expect(targets.length).toBeGreaterThan(0);
});

test('through a proxy the first steps are its own, and its password is told nowhere', async () => {
  const { proxyUrl, targets } = await startProxy();
  const simulator = createSimulator();
  const url = await open(simulator.listen());
  const withPassword = proxyUrl.replace('http://', 'http://me:Proxy-Pass-7@');
  const { code, text } = await examine(['vm', '--url', url, '--proxy', withPassword], keys('TIO', simulator));
  expect([code, steps(text)]).toStrictEqual([0, allGood]);
  expect(text).not.toContain('Proxy-Pass-7');
  expect(targets.length).toBeGreaterThan(0);
  const closed = await examine(['vm', '--url', url, '--proxy', `http://127.0.0.1:${await findClosedPort()}`], keys('TIO', simulator));
  expect([closed.code, steps(closed.text)]).toStrictEqual([4, ['ok name', 'FAIL port']]);
});

describe.skipIf(certificates === null)('certificates', () => {
  const { ca = '', selfSigned = { cert: '', key: '' }, good = { cert: '', key: '' }, expired = { cert: '', key: '' }, wrongHost = { cert: '', key: '' } } = certificates ?? {};
  const examineTls = async (tls: { readonly cert: string; readonly key: string }, ...more: readonly string[]): ReturnType<typeof examine> => {
    const simulator = createNessusSimulator();
    return examine(['nessus', '--url', await open(simulator.listen({ tls })), ...more], keys('NESSUS', simulator));
  };

  test.each([
    ['signed by itself', selfSigned, 'tls.fingerprint256'], ['that has expired', expired, 'Renew the certificate'], ['for another host', wrongHost, 'the host name that the certificate is for'],
  ] as const)('%s: the certificate is where it ends, and how to mend it is said', async (_title, certificate, advice) => {
    const folder = mkdtempSync(join(tmpdir(), 'tenable-result-doctor-'));
    const path = join(folder, 'ca.pem');
    writeFileSync(path, ca);
    const { code, text } = await examineTls(certificate, '--ca', path);
    rmSync(folder, { recursive: true });
    expect([code, steps(text)]).toStrictEqual([4, ['ok name', 'ok port', 'FAIL certificate']]);
    expect(text).toContain(advice);
  });

  test('of an own authority is accepted where the authority is given, and one signed by itself where it is pinned', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenable-result-doctor-'));
    const path = join(folder, 'ca.pem');
    writeFileSync(path, ca);
    const byAuthority = await examineTls(good, '--ca', path);
    rmSync(folder, { recursive: true });
    const pinned = await examineTls(selfSigned, '--fingerprint', certificates === null ? '' : new X509Certificate(selfSigned.cert).fingerprint256);
    const trusting = await examineTls(selfSigned, '--insecure');
    expect([byAuthority, pinned, trusting].map(({ code, text }) => [code, steps(text)])).toStrictEqual(Array.from({ length: 3 }, () => [0, allGood]));
  });
});
