import { afterEach, describe, expect, test, vi } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions, SimulatorServer } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../support/expect-result.js';

const servers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) expectOk(await server.close());
});

async function start(options: SimulatorOptions = {}): Promise<{ readonly simulator: Simulator; readonly url: string; readonly headers: Record<string, string> }> {
  const simulator = createSimulator(options);
  const server = expectOk(await simulator.listen());
  servers.push(server);
  return { simulator, url: server.url, headers: { 'X-ApiKeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` } };
}

describe('a server', () => {
  test('answers any HTTP client', async () => {
    const { headers, url } = await start();
    const response = await fetch(`${url}/server/status`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-length')).toBe('29');
    expect(await response.json()).toStrictEqual({ code: 200, status: 'ready' });
  });

  test('sees bodies and headers as they were sent', async () => {
    const { headers, simulator, url } = await start();
    await fetch(`${url}/users?x=1`, { method: 'POST', headers: { ...headers, 'X-Twice': 'a, b' }, body: '{"username":"ü"}' });
    expect(simulator.requests()).toMatchObject([{ method: 'POST', path: '/users', query: 'x=1', headers: { 'x-twice': 'a, b' }, body: '{"username":"ü"}' }]);
  });

  test('refuses a body that no operation has', async () => {
    const { headers, simulator, url } = await start();
    const response = await fetch(`${url}/users`, { method: 'POST', headers, body: 'x'.repeat(9_000_000) });
    expect(response.status).toBe(413);
    expect(simulator.requests()).toStrictEqual([]);
  });

  test('can be closed twice, and while a request hangs', async () => {
    const simulator = createSimulator();
    const server = expectOk(await simulator.listen());
    simulator.script(faults.hang());
    const hanging = fetch(`${server.url}/session`).then(() => 'answered', () => 'broken');
    while (simulator.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expectOk(await server.close());
    expectOk(await server.close());
    expect(await hanging).toBe('broken');
  });

  test('gives up a slow answer when the client has left', async () => {
    const { headers, simulator, url } = await start();
    simulator.script(faults.slow({ delayMs: 3_600_000 }));
    await expect(fetch(`${url}/session`, { headers, signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test.each([{ status: 99 }, { status: 200, headers: { 'bad header': 'x' } }])('breaks the connection for %o, which HTTP does not have', async (answer) => {
    const { headers, simulator, url } = await start();
    simulator.script({ answer: { _tag: 'Answer', ...answer } });
    await expect(fetch(`${url}/session`, { headers })).rejects.toBeInstanceOf(TypeError);
  });

  test('answers 204 without a body', async () => {
    const { headers, simulator, url } = await start();
    simulator.script({ answer: { _tag: 'Answer', status: 204 } });
    const response = await fetch(`${url}/session`, { headers });
    expect([response.status, await response.text()]).toStrictEqual([204, '']);
  });
});

describe('a port', () => {
  test('that is taken is a ConnectionError', async () => {
    const { simulator, url } = await start();
    expect(expectErr(await simulator.listen(Number(new URL(url).port)))).toMatchObject({ _tag: 'ConnectionError', delivery: 'not-sent', origin: url });
  });

  test('that no machine has is a ConnectionError', async () => {
    expect(expectErr(await createSimulator().listen(70_000))).toMatchObject({ _tag: 'ConnectionError' });
  });

  test('cannot be had where there is no Node', async () => {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    expect(expectErr(await createSimulator().listen())).toMatchObject({ _tag: 'ConnectionError', operation: 'simulator.listen', delivery: 'not-sent' });
  });
});

test("another maker's client gets on: a one-character header difference, numbers as text, no body where none is needed", async () => {
  const { simulator, url } = await start({ pollsUntilReady: 4 });
  const headers = { 'X-APIKeys': `accessKey=${simulator.accessKey};secretKey=${simulator.secretKey}`, 'Content-Type': 'application/json' };
  const created = await fetch(`${url}/vulns/export`, { method: 'POST', headers, body: '{"num_assets": "50", "filters": {}, "include_unlicensed": true}' });
  const { export_uuid } = await created.json() as { readonly export_uuid: string };
  const cancelled = await fetch(`${url}/vulns/export/${export_uuid}/cancel`, { method: 'POST', headers });
  expect(await cancelled.json()).toStrictEqual({ status: 'CANCELLED' });
});
