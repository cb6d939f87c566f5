import { describe, expect, test } from 'vitest';

import { createSimulator, createVirtualClock, faults, usernames } from 'tenable-result/simulator';
import type { SimulatedAnswer, Simulator } from 'tenable-result/simulator';

import { vmCatalogue } from '../../../src/api/vm/catalogue.js';
import { allRoutes } from '../../../src/simulator/vm/routes/all-routes.js';
import { ask, startExport } from './simulator-lab.js';
import type { AskedAnswer } from './simulator-lab.js';

const get = (simulator: Simulator, url: string, headers: Readonly<Record<string, string>> = {}): SimulatedAnswer =>
  simulator.handle({ method: 'GET', url, headers: { 'X-ApiKeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey};`, ...headers } });

describe('answers', () => {
  test('every operation of the catalogue has a route', () => {
    const areas: readonly Readonly<Record<string, { readonly id?: string }>>[] = Object.values(vmCatalogue);
    const operations = areas.flatMap((area) => Object.values(area)).map(({ id }) => id).filter((id) => id !== undefined).sort();
    expect(allRoutes.map(({ operation }) => operation.id).sort()).toStrictEqual(operations);
  });

  test('all have the headers that all recorded answers have', () => {
    const simulator = createSimulator();
    simulator.script(faults.rateLimited());
    for (const answer of [get(simulator, '/session'), get(simulator, '/session'), get(simulator, '/nowhere')]) {
      expect(answer).toMatchObject({
        headers: {
          'x-request-uuid': expect.stringMatching(/^[\da-f]{32}$/) as unknown,
          'x-gateway-site-id': expect.any(String) as unknown,
          'set-cookie': expect.stringContaining('nginx-cloud-site-id=') as unknown,
        },
      });
    }
  });

  test('two simulators with the same options answer the same', () => {
    const urls = ['/session', '/users', '/scans', '/scans/101', '/tags/values', '/scanners/1/agents'];
    const clock = createVirtualClock();
    const [one, two] = [createSimulator({ clock }), createSimulator({ clock })];
    for (const url of urls) expect(get(one, url)).toStrictEqual(get(two, url));
  });

  test.each([
    ['/nowhere', 404],
    ['/scans/101/nothing', 404],
    ['//', 404],
    ['http://[', 404],
    ['https://cloud.tenable.com/session', 200],
  ])('%s is %d', (url, status) => {
    expect(get(createSimulator(), url)).toMatchObject({ status });
  });

  test('a body that is no JSON is 400', () => {
    const simulator = createSimulator();
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    expect(simulator.handle({ method: 'POST', url: '/users', headers, body: '{' })).toMatchObject({ status: 400 });
  });
});

describe('faults', () => {
  test('a request that failed takes effect only where that is said', () => {
    const simulator = createSimulator();
    const launch = (): SimulatedAnswer => simulator.handle({
      method: 'POST', url: '/scans/101/launch', headers: { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` }, body: '{}',
    });
    simulator.script(faults.gatewayTimeout());
    simulator.script(faults.gatewayTimeout({ isCarriedOut: true }));
    expect([launch(), launch(), launch()]).toMatchObject([{ status: 504 }, { status: 504 }, { status: 409 }]);
  });

  test('a reset can lose the answer to a request that took effect', () => {
    const simulator = createSimulator();
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    simulator.script(faults.reset({ isCarriedOut: true }));
    expect(simulator.handle({ method: 'POST', url: '/vulns/export', headers, body: '{}' })).toStrictEqual({ _tag: 'Reset' });
    expect(simulator.handle({ method: 'POST', url: '/vulns/export', headers, body: '{}' })).toMatchObject({ status: 409 });
  });

  test('headers of a fault replace those of every answer', () => {
    const simulator = createSimulator();
    simulator.script({ answer: { _tag: 'Answer', status: 200, headers: { 'X-Request-Uuid': '"quoted"' }, body: { a: 1 } } });
    expect(get(simulator, '/session')).toMatchObject({
      headers: { 'x-request-uuid': '"quoted"', 'content-type': 'application/json; charset=utf-8' }, body: '{"a":1}',
    });
  });
});

describe('what was received', () => {
  test('is kept as it came, with the time', () => {
    const clock = createVirtualClock();
    const simulator = createSimulator({ clock });
    simulator.handle({ method: 'put', url: '/users/a%2Fb/chpasswd?x=%20', headers: { 'X-ApiKeys': 'secret', 'X-Tio-Retry-Count': '1' }, body: '{"a":1}' });
    expect(simulator.requests()).toStrictEqual([{
      method: 'PUT',
      path: '/users/a%2Fb/chpasswd',
      query: 'x=%20',
      headers: { 'x-apikeys': 'secret', 'x-tio-retry-count': '1' },
      body: '{"a":1}',
      atMs: clock.now(),
    }]);
  });

  test('is kept for the last 10,000 requests', () => {
    const simulator = createSimulator();
    for (let at = 1; at <= 25_000; at += 1) simulator.handle({ method: 'GET', url: `/${at}` });
    const seen = simulator.requests();
    expect(seen).toHaveLength(10_000);
    expect(seen.at(0)?.path).toBe('/15001');
    expect(seen.at(-1)?.path).toBe('/25000');
  });
});

describe('keys', () => {
  test('of every user are theirs, and nobody else has any', () => {
    const simulator = createSimulator({ accessKey: 'my-access-key', secretKey: 'my-secret-key' });
    expect(simulator.keysOf(usernames.administrator)).toStrictEqual({ accessKey: 'my-access-key', secretKey: 'my-secret-key' });
    expect(simulator.keysOf(usernames.standard)).not.toStrictEqual(simulator.keysOf(usernames.basic));
    expect(simulator.keysOf('nobody@example.com')).toBeNull();
  });
});

test.each([
  { recordsPerChunk: 0 }, { pollsUntilReady: -1 }, { vulns: Number.NaN }, { vulns: -1 }, { recordsPerChunk: 1.5 }, { recordBytes: -1 },
  { recordBytes: Number.POSITIVE_INFINITY }, { chunkDelayMs: -1 }, { chunkDelayMs: 0.5 },
])('%o is taken as the default', (options) => {
  const fetchChunk = (simulator: Simulator): AskedAnswer => {
    const uuid = startExport(simulator, '/vulns/export');
    for (let poll = 1; poll <= 4; poll += 1) ask(simulator, 'GET', `/vulns/export/${uuid}/status`);
    return ask(simulator, 'GET', `/vulns/export/${uuid}/chunks/4`);
  };
  const clock = createVirtualClock();
  expect(fetchChunk(createSimulator({ clock, ...options }))).toStrictEqual(fetchChunk(createSimulator({ clock })));
});

test('records are never longer than Tenable makes them', () => {
  const simulator = createSimulator({ vulns: 1, pollsUntilReady: 1, recordBytes: 5_000_000 });
  const uuid = startExport(simulator, '/vulns/export');
  ask(simulator, 'GET', `/vulns/export/${uuid}/status`);
  expect(JSON.stringify(ask(simulator, 'GET', `/vulns/export/${uuid}/chunks/1`).json)).toHaveLength(1_048_576 + 2);
});
