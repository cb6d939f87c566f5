import { gzipSync } from 'node:zlib';

import { createFetchTransport, createVmClient } from 'tenable-result';
import type { FetchLike, TransportRequest, VmClient } from 'tenable-result';
import { describe, expect, test, vi } from 'vitest';

import { systemClock } from '../../src/transport/clock.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { startServer, startTcpServer } from '../support/loopback-server.js';
import { createScriptedClient } from '../support/scripted-client.js';

const keys = { accessKey: 'test-access-key', secretKey: 'test-secret-key' };
const usersText = '{"users":[]}';
const transports = [['the default transport', undefined], ['the transport over fetch', createFetchTransport()]] as const;

describe('a status', () => {
  test.each([200, 201, 202, 203, 208, 250, 299])('of %i is a success', async (status) => {
    const { clock, vm } = createScriptedClient([{ status, json: { users: [] } }]);
    expect(expectOk(await clock.settle(vm.users.list()))).toStrictEqual({ users: [] });
  });

  test.each([205, 206, 207, 226])('of %i promises less than the whole: no success', async (status) => {
    const { clock, vm } = createScriptedClient([{ status, json: { users: [] } }]);
    expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({ _tag: 'APIError', reason: 'unexpected-status', code: status });
  });

  test.each([204, 200])('of %i without a body is no success where data is due', async (status) => {
    const { clock, vm } = createScriptedClient([{ status }]);
    expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({ _tag: 'APIError', reason: 'empty-body' });
  });

  test.each([200, 202, 204, 299])('of %i is a success where nothing is due', async (status) => {
    const { clock, vm } = createScriptedClient([{ status }]);
    expectOk(await clock.settle(vm.users.changePassword({ user_id: 1, password: 'x' })));
  });

  test.each([300, 304, 308, 407, 418, 421, 451, 505, 599, 600, 999])('of %i is an error of the union, whatever it means', async (status) => {
    const { clock, vm } = createScriptedClient([{ status }]);
    expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({ _tag: 'UnknownError', code: status });
  });
});

describe.each(transports)('%s on a real connection', (_name, transport) => {
  const connect = (url: string): VmClient => expectOk(createVmClient({ ...keys, url, retry: { maxRetries: 0 }, deadlineMs: 5000, ...(transport === undefined ? {} : { transport }) }));

  test.each([301, 302, 303, 307, 308])('sends the keys nowhere on a redirect with %i', async (status) => {
    const received: string[] = [];
    const elsewhere = await startServer((request, response) => {
      received.push(String(request.headers['x-apikeys']));
      response.end(usersText);
    });
    const url = await startServer((request, response) => {
      response.writeHead(status, { location: request.url === '/users' ? `${elsewhere}/users` : '/users' });
      response.end();
    });
    expect(expectErr(await connect(url).users.list())).toMatchObject({ _tag: 'UnknownError', code: status });
    expect(received).toStrictEqual([]);
  });

  test('does not send a request that starts something a second time on its own', async () => {
    let received = 0;
    const url = await startServer((request, response) => {
      received += 1;
      request.resume();
      response.writeHead(421).end();
    });
    expect(expectErr(await connect(url).scans.launch({ scan_id: 1 }))).toMatchObject({ code: 421 });
    expect(received).toBe(1);
  });

  test('settles where the server accepts and closes at once', async () => {
    const url = await startTcpServer((socket) => { socket.destroy(); });
    expect(expectErr(await connect(url).users.list())).toMatchObject({ _tag: 'ConnectionError', reason: 'reset', delivery: 'unknown' });
  });

  test('tells what is no HTTP from what is no connection', async () => {
    const url = await startTcpServer((socket) => { socket.end('SSH-2.0-OpenSSH_9.6\r\n'); });
    expect(expectErr(await connect(url).users.list())).toMatchObject({ _tag: 'ConnectionError', reason: 'protocol' });
  });

  test('tells a body that is cut off from a whole one', async () => {
    const url = await startTcpServer((socket) => { socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n${usersText}`)); });
    expect(expectErr(await connect(url).users.list())).toMatchObject({ _tag: 'ConnectionError', reason: 'reset' });
  });

  test('does not blow up a small body into a large one', async () => {
    const packed = gzipSync(Buffer.alloc(20_000_000, ' '));
    const url = await startServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(packed);
    });
    const vm = expectOk(createVmClient({ ...keys, url, maxBodyBytes: 100_000, deadlineMs: 5000, ...(transport === undefined ? {} : { transport }) }));
    const error = expectTag(await vm.users.list(), 'APIError');
    expect(error).toMatchObject({ reason: 'body-too-large', response: { truncated: true } });
    expect(error.response.bytesSeen).toBeLessThan(2_000_000);
  });

  test('ends a call that is not answered with its deadline, and takes the signal along', async () => {
    const url = await startServer(() => undefined);
    expect(expectErr(await connect(url).users.list({}, { deadlineMs: 60 }))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout' });
    expect(expectErr(await connect(url).users.list({}, { signal: AbortSignal.timeout(30) }))).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
  });
});

describe('the transport over fetch', () => {
  const request: TransportRequest = { method: 'GET', url: 'https://cloud.tenable.com/users', headers: { a: 'b' }, body: null, isIdempotent: true };
  const open = new AbortController().signal;

  test.each(['Failed to fetch', 'Load failed', 'NetworkError when attempting to fetch resource.', 'fetch failed', 'The network connection was lost.', ''])(
    'calls a failure that it does not know a failure of the connection, in any browser\'s words: %j', async (message) => {
      const transport = createFetchTransport(() => Promise.reject(new TypeError(message)));
      expect(expectErr(await transport(request, open))).toMatchObject({ _tag: 'ConnectionError', reason: 'other', delivery: 'unknown' });
    });

  test.each<readonly [string, unknown]>([['null', null], ['a text', 'ECONNRESET'], ['undefined', undefined], ['an object with a getter that throws', { get code(): never { throw new Error('x'); } }]])(
    'does not fail itself where %s is thrown', async (_title, thrown) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- hostile
      const transport = createFetchTransport(() => Promise.reject(thrown));
      expect(expectErr(await transport(request, open))).toMatchObject({ _tag: 'ConnectionError', reason: 'other' });
    });

  test('sets every option itself: what is in a prototype adds nothing', async () => {
    const inits: RequestInit[] = [];
    const note: FetchLike = (_url, init) => {
      inits.push(init);
      return Promise.resolve(new Response(usersText));
    };
    expectOk(await createFetchTransport(note)(request, open));
    const [init] = inits;
    expect(Object.getPrototypeOf(init)).toBeNull();
    expect(init).toMatchObject({ method: 'GET', headers: { a: 'b' }, body: null, redirect: 'manual', credentials: 'omit', signal: open });
  });

  test('that never settles does not keep the call from settling', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([], { transport: createFetchTransport(() => new Promise(() => undefined)) });
    expect(expectErr(await clock.settle(vm.users.list({}, { deadlineMs: 900 })))).toMatchObject({ reason: 'timeout' });
    expect(elapsedMs()).toBe(900);
  });
});

test('a call under way keeps the process alive: its timers are not let go of', () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const takeBack = systemClock.schedule(60_000, () => undefined);
  const [timer] = timers.mock.results.map(({ value }) => value as NodeJS.Timeout);
  expect(timer?.hasRef()).toBe(true);
  takeBack();
});

describe('a file', () => {
  test('that is shorter or longer than announced is not taken for whole', async () => {
    for (const length of ['5', '3']) {
      const { clock, vm } = createScriptedClient([{ headers: { 'content-length': length }, pieces: ['ab', 'cd'] }]);
      const file = expectOk(await clock.settle(vm.scans.exportDownload({ scan_id: 1, file_id: 'f' })));
      expect(expectErr(await clock.settle(file.toBytes()))).toMatchObject({ _tag: 'FileDownloadError', bytesReceived: 4, resourceId: '1', filename: 'f' });
    }
  });

  test('that is broken off tells how much came', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: ['abc'], end: 'reset' }]);
    const file = expectOk(await clock.settle(vm.scans.exportDownload({ scan_id: 1, file_id: 'f' })));
    expect(expectErr(await clock.settle(file.toBytes()))).toMatchObject({ _tag: 'FileDownloadError', bytesReceived: 3 });
  });

  test('that is empty has no bytes, and is no failure', async () => {
    const { clock, vm } = createScriptedClient([{ headers: { 'content-length': '0' } }]);
    const file = expectOk(await clock.settle(vm.scans.exportDownload({ scan_id: 1, file_id: 'f' })));
    expect(expectOk(await clock.settle(file.toBytes()))).toHaveLength(0);
  });

  test('is not longer than the caller takes, and a limit of 0 is a limit', async () => {
    const { clock, vm } = createScriptedClient([{ pieces: ['ab'] }]);
    const file = expectOk(await clock.settle(vm.scans.exportDownload({ scan_id: 1, file_id: 'f' })));
    expect(expectErr(await clock.settle(file.toBytes({ maxBytes: 0 })))).toMatchObject({ _tag: 'FileDownloadError' });
  });
});
