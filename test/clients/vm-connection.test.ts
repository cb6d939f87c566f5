import { inspect } from 'node:util';

import { afterEach, describe, expect, test, vi } from 'vitest';
import { createVmClient, createVmConnection, execute } from 'tenable-result';
import { details } from 'tenable-result/vm/session';
import type { ApiKeyConfig } from 'tenable-result';

import { toBodyLimits } from '../../src/transport/body-limits.js';
import { BodyRoom } from '../../src/transport/body-room.js';
import { toConnection } from '../../src/connection/connection.js';
import type { Connection } from '../../src/connection/connection.js';
import { createScript } from '../support/scripted-transport.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { startServer } from '../support/loopback-server.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const connectionOf = (config: ApiKeyConfig): Connection => {
  const connection = toConnection(expectOk(createVmConnection(config)));
  return connection ?? expect.fail('a client has a connection');
};

const sentWith = async (config: ApiKeyConfig): Promise<Readonly<Record<string, string>>> => {
  const { requests, transport } = createScript([{ status: 404 }]);
  expectErr(await execute(expectOk(createVmConnection({ accessKey: 'a', secretKey: 's', transport, ...config })), details, {}));
  return requests[0]?.headers ?? {};
};

describe('what a configuration leaves out', () => {
  test('is the documented default', () => {
    expect(connectionOf({ accessKey: 'a', secretKey: 's' })).toMatchObject({
      product: 'vm', origin: 'https://cloud.tenable.com', basePath: '', deadlineMs: 120_000, bodyLimits: toBodyLimits(undefined, undefined), bodyRoom: new BodyRoom(), onUnexpectedBody: 'error', impersonating: null,
      retry: { maxRetries: 5, baseDelayMs: 1000, maxDelayMs: 30_000, maxRetryAfterMs: 60_000 }, trace: null, hooks: {}, random: Math.random,
    });
  });

  test('is filled in one by one', () => {
    expect(connectionOf({ accessKey: 'a', secretKey: 's', retry: { maxRetries: 0 } }).retry).toStrictEqual({ maxRetries: 0, baseDelayMs: 1000, maxDelayMs: 30_000, maxRetryAfterMs: 60_000 });
  });

  test('a part of the retry policy that is undefined counts as left out', () => {
    expect(connectionOf({ accessKey: 'a', secretKey: 's', retry: { maxRetries: undefined } as unknown as { maxRetries: number } }).retry.maxRetries).toBe(5);
  });

  test('is taken from the environment where that says something', async () => {
    vi.stubEnv('TIO_URL', 'https://fedcloud.tenable.com');
    vi.stubEnv('TIO_ACCESS_KEY', 'env-access');
    vi.stubEnv('TIO_SECRET_KEY', 'env-secret');
    expect(expectOk(createVmClient()).origin).toBe('https://fedcloud.tenable.com');
    const { requests, transport } = createScript([{ status: 404 }, { status: 404 }]);
    for (const config of [{ transport }, { transport, accessKey: 'own', url: 'https://other.example' }]) expectErr(await execute(expectOk(createVmConnection(config)), details, {}));
    expect(requests.map(({ headers, url }) => [url, headers['x-apikeys']])).toStrictEqual([
      ['https://fedcloud.tenable.com/session', 'accessKey=env-access; secretKey=env-secret'],
      ['https://other.example/session', 'accessKey=own; secretKey=env-secret'],
    ]);
  });

  test('is missing where the environment is silent or empty', () => {
    for (const value of [undefined, '']) {
      for (const name of ['TIO_URL', 'TIO_ACCESS_KEY', 'TIO_SECRET_KEY']) vi.stubEnv(name, value);
      expect(expectTag(createVmClient(), 'UnexpectedValueError').issues.map(({ path }) => path)).toStrictEqual(['accessKey', 'secretKey']);
    }
  });

  test('is refused from the environment as from anywhere, and not shown', () => {
    vi.stubEnv('TIO_URL', 'https://CANARY:CANARY@cloud.tenable.com');
    const error = expectTag(createVmClient({ accessKey: 'a', secretKey: 's' }), 'UnexpectedValueError');
    expect(error.issues).toMatchObject([{ path: 'url' }]);
    expect(inspect(error)).not.toContain('CANARY');
  });
});

describe('the user agent', () => {
  test('has the form that Tenable recommends', async () => {
    expect((await sentWith({}))['user-agent']).toMatch(/^Integration\/1\.0 \(tenable-result; tenable-result; Build\/(\d+\.\d+\.\d+)\) tenable-result\/\1$/);
    expect((await sentWith({ integration: { vendor: 'Acme Corp', product: 'Board', version: '2.1' } }))['user-agent'])
      .toMatch(/^Integration\/1\.0 \(Acme Corp; Board; Build\/2\.1\) tenable-result\/[\d.]+$/);
  });
});

describe('the transport', () => {
  test('of the platform is used where none is given', async () => {
    const url = await startServer((request, response) => {
      response.writeHead(404).end(JSON.stringify({ error: request.headers['x-apikeys'] === 'accessKey=acc-1; secretKey=sec-1' ? 'with keys' : 'without' }));
    });
    expect(expectErr(await execute(expectOk(createVmConnection({ url, accessKey: 'acc-1', secretKey: 'sec-1' })), details, {}))).toMatchObject({ detail: 'with keys' });
  });

  test('that is given is kept behind the border', async () => {
    const transport = (): never => {
      throw new Error('foreign');
    };
    expect(expectTag(await execute(expectOk(createVmConnection({ accessKey: 'a', secretKey: 's', transport })), details, {}), 'TenableException'))
      .toMatchObject({ operation: 'session.details', defect: { message: 'foreign' } });
  });
});

describe('a clock that somebody else wrote', () => {
  const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };
  const explode = (): never => {
    throw new Error('clock');
  };
  const schedule = (delayMs: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, delayMs);
    return () => { clearTimeout(timer); };
  };
  test.each<readonly [string, unknown]>([
    ['gives no time', { now: () => NaN, schedule }],
    ['throws when it is asked', { now: explode, schedule }],
    ['gives nothing to take a timer back with', { now: Date.now, schedule: () => undefined }],
    ['throws when a timer is taken back', { now: Date.now, schedule: () => explode }],
    ['throws when a timer is set', { now: Date.now, schedule: explode }],
  ])('does not spoil a call where it %s', async (_title, clock) => {
    const { transport } = createScript([session]);
    const client = expectOk(createVmConnection({ accessKey: 'a', secretKey: 's', transport, clock } as unknown as ApiKeyConfig));
    expect(expectOk(await execute(client, details, {}))).toMatchObject({ username: 'a' });
  });

  test.each<readonly [string, unknown]>([
    ['gives nothing to take a timer back with', { now: Date.now, schedule: (delayMs: number, run: () => void) => void setTimeout(run, delayMs) }],
    ['throws when a timer is taken back', { now: Date.now, schedule: (delayMs: number, run: () => void) => { setTimeout(run, delayMs); return explode; } }],
  ])('does not spoil the deadline either where it %s', async (_title, clock) => {
    const { transport } = createScript(['silence']);
    const client = expectOk(createVmConnection({ accessKey: 'a', secretKey: 's', transport, clock, deadlineMs: 20 } as unknown as ApiKeyConfig));
    expect(expectErr(await execute(client, details, {}))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout' });
  });
});
