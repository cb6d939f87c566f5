/** Chunks on their way through a real port: compressed or not, late or at once. */
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { createSimulator, createVirtualClock, faults } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions, SimulatorServer } from 'tenable-result/simulator';

import { expectOk } from '../support/expect-result.js';
import { ask, startExport } from './vm/simulator-lab.js';

const servers: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) expectOk(await server.close());
});

interface Received {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As they came over the wire. */
  readonly bytes: Buffer;
}

interface PortLab {
  readonly simulator: Simulator;
  /** The path of the first chunk of a job that has finished. */
  readonly chunk: string;
  /** The text of that chunk, as the simulator has it. */
  readonly text: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Received>;
}

async function open(options: SimulatorOptions = {}): Promise<PortLab> {
  const simulator = createSimulator({ pollsUntilReady: 1, ...options });
  const server = expectOk(await simulator.listen());
  servers.push(server);
  const uuid = startExport(simulator, '/vulns/export');
  ask(simulator, 'GET', `/vulns/export/${uuid}/status`);
  const chunk = `/vulns/export/${uuid}/chunks/1`;
  const keys = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
  const get: PortLab['get'] = (path, headers = {}) => new Promise((resolve, reject) => {
    request(`${server.url}${path}`, { headers: { ...keys, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) });
      });
    }).on('error', reject).end();
  });
  return { simulator, chunk, text: JSON.stringify(ask(simulator, 'GET', chunk).json), get };
}

describe('a chunk is compressed', () => {
  test.each([
    ['gzip', true],
    ['gzip, deflate, br', true],
    ['br;q=1.0, GZIP;q=0.5', true],
    ['gzip;q=0', false],
    ['gzip; q=0.0, br', false],
    ['identity', false],
    ['', false],
  ])('for accept-encoding "%s": %s', async (acceptEncoding, isCompressed) => {
    const { chunk, get, text } = await open({ isGzipped: true });
    const { bytes, headers, status } = await get(chunk, acceptEncoding === '' ? {} : { 'accept-encoding': acceptEncoding });
    expect([status, headers['content-encoding']]).toStrictEqual([200, isCompressed ? 'gzip' : undefined]);
    expect(headers).toMatchObject({ 'content-length': String(bytes.byteLength), 'content-type': 'application/octet-stream' });
    expect(String(isCompressed ? gunzipSync(bytes) : bytes)).toBe(text);
  });

  test('only where the simulator was told to', async () => {
    const { chunk, get, text } = await open();
    const { bytes, headers } = await get(chunk, { 'accept-encoding': 'gzip' });
    expect([headers['content-encoding'], String(bytes)]).toStrictEqual([undefined, text]);
  });

  test('alike each time it is fetched', async () => {
    const { chunk, get } = await open({ isGzipped: true });
    const [first, second] = [await get(chunk, { 'accept-encoding': 'gzip' }), await get(chunk, { 'accept-encoding': 'gzip' })];
    expect(second.bytes).toStrictEqual(first.bytes);
  });

  test('and nothing else is: other answers, refusals of chunks', async () => {
    const { chunk, get, simulator } = await open({ isGzipped: true });
    simulator.script(faults.unavailable({ path: '/vulns/export/{export_uuid}/chunks/{chunk_id}' }));
    const answers = [await get(chunk, { 'accept-encoding': 'gzip' }), await get(`${chunk}000`, { 'accept-encoding': 'gzip' }), await get('/session', { 'accept-encoding': 'gzip' })];
    expect(answers.map(({ headers, status }) => [status, headers['content-encoding']])).toStrictEqual([[503, undefined], [404, undefined], [200, undefined]]);
  });

  test('not where there is no zlib', async () => {
    const getBuiltinModule = process.getBuiltinModule.bind(process);
    vi.spyOn(process, 'getBuiltinModule').mockImplementation((id: string) => (id === 'node:zlib' ? undefined : getBuiltinModule(id)));
    const { chunk, get, text } = await open({ isGzipped: true });
    const { bytes, headers } = await get(chunk, { 'accept-encoding': 'gzip' });
    expect([headers['content-encoding'], String(bytes)]).toStrictEqual([undefined, text]);
  });

  test('when it is cut short as well: the length is that of what comes', async () => {
    const { chunk, get, simulator, text } = await open({ isGzipped: true });
    simulator.script(faults.truncatedJson());
    const { bytes, headers } = await get(chunk, { 'accept-encoding': 'gzip' });
    expect(headers['content-length']).toBe(String(bytes.byteLength));
    expect(String(gunzipSync(bytes))).toBe(text.slice(0, text.length / 2));
  });
});

test('a chunk of megabytes comes whole, and again', async () => {
  const { chunk, get, text } = await open({ vulns: 1_000, recordsPerChunk: 1_000, recordBytes: 5_000 });
  expect(text).toHaveLength(5_001_001);
  for (let times = 1; times <= 2; times += 1) {
    const { bytes, headers } = await get(chunk);
    expect(headers['content-length']).toBe('5001001');
    expect(bytes.equals(Buffer.from(text))).toBe(true);
  }
});

test('a chunk that is late comes when its time has passed', async () => {
  const clock = createVirtualClock();
  const { chunk, get, simulator } = await open({ clock, chunkDelayMs: 90_000 });
  const coming = get(chunk);
  while (clock.pendingTimers() === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(simulator.requests().at(-1)?.path).toBe(chunk);
  await clock.advance(90_000);
  expect((await coming).status).toBe(200);
});
