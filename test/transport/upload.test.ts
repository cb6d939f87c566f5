/** Uploads over a real server: what arrives, what is repeated, and what becomes of one that breaks off. */
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, onTestFinished, test } from 'vitest';

import { createFetchTransport, createVmClient } from 'tenable-result';
import type { VmClient } from 'tenable-result';

import { expectErr, expectOk } from '../support/expect-result.js';

const megabyte = 1024 * 1024;

interface Seen {
  readonly bytes: number;
  readonly headers: IncomingMessage['headers'];
}

/** A server, and a client of it over each transport. */
async function open(listener: RequestListener, kind: 'undici' | 'fetch'): Promise<VmClient> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const vm = expectOk(createVmClient({
    accessKey: 'a', secretKey: 'b', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is no pipe
    ...(kind === 'fetch' ? { transport: createFetchTransport() } : {}),
  }));
  onTestFinished(async () => {
    await vm.close();
    server.closeAllConnections();
    server.close();
  });
  return vm;
}

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function* pieces(count: number, fail?: () => void): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < count; at += 1) yield new Uint8Array(megabyte).fill(at % 256);
  fail?.();
}

const readAll = (request: IncomingMessage): Promise<Seen> => new Promise((resolve) => {
  let bytes = 0;
  request.on('data', (piece: Buffer) => { bytes += piece.byteLength; });
  request.on('end', () => { resolve({ bytes, headers: request.headers }); });
});

describe.each(['undici', 'fetch'] as const)('an upload over %s', (kind) => {
  test('arrives whole, with its length where that is known', async () => {
    const seen: Seen[] = [];
    const vm = await open((request, response) => void readAll(request).then((one) => { seen.push(one); answer(response, 200, { fileuploaded: 'x' }); }), kind);
    expect(expectOk(await vm.files.upload({ file: { name: 'a.nessus', content: new Uint8Array(3 * megabyte) } }))).toStrictEqual({ fileuploaded: 'x' });
    expectOk(await vm.files.upload({ file: { name: 'a.nessus', content: pieces(3) } }));
    expectOk(await vm.files.upload({ file: { name: 'a.nessus', content: pieces(3), sizeBytes: 3 * megabyte }, no_enc: 1 }));
    expect(seen.map(({ bytes }) => bytes > 3 * megabyte && bytes < 3 * megabyte + 500)).toStrictEqual([true, true, true]);
    expect(seen.map(({ headers }) => headers['content-length'] !== undefined)).toStrictEqual([true, false, true]);
    expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  test('is repeated where it was refused for now and can be read again; of a stream it is not', async () => {
    let asked = 0;
    const vm = await open((request, response) => void readAll(request).then(() => {
      asked += 1;
      if (asked % 2 === 1) response.writeHead(429, { 'retry-after': '0' }).end();
      else answer(response, 200, { fileuploaded: 'x' });
    }), kind);
    expectOk(await vm.files.upload({ file: { name: 'a', content: new Uint8Array(10) } }));
    expect(asked).toBe(2);
    expect(expectErr(await vm.files.upload({ file: { name: 'a', content: pieces(1) } }))._tag).toBe('RetryError');
    expect(asked).toBe(3);
  });

  test('that breaks off is no success: the connection, the server early, or the stream itself', async () => {
    const cut = await open((request) => { request.once('data', () => request.socket.destroy()); }, kind);
    expect(expectErr(await cut.files.upload({ file: { name: 'a', content: pieces(50) } }, { retry: { maxRetries: 0 } }))).toMatchObject({ _tag: 'ConnectionError', delivery: 'unknown' });
    const whole: number[] = [];
    const server = await open((request, response) => void readAll(request).then(({ bytes }) => { whole.push(bytes); answer(response, 200, { fileuploaded: 'x' }); }), kind);
    const broken = await server.files.upload({ file: { name: 'a', content: pieces(3, () => { throw new Error('disk'); }) } });
    expect(expectErr(broken)._tag).toBe('ConnectionError');
    expect(whole).toStrictEqual([]);
  });

  test('that is refused before it was read gives the refusal', async () => {
    const vm = await open((_request, response) => { answer(response, 413, { error: 'too large' }); }, kind);
    const refused = expectErr(await vm.files.upload({ file: { name: 'a', content: pieces(20) } }, { retry: { maxRetries: 0 } }));
    expect(['APIError', 'InvalidInputError', 'UnknownError', 'ConnectionError']).toContain(refused._tag); // a server that hangs up at once may be faster than its answer
  });

  test('is read as fast as the server takes it, and no faster', async () => {
    let taken = 0;
    const controller = new AbortController();
    const vm = await open((request) => { request.pause(); }, kind);
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces(500)) {
        taken += 1;
        yield piece;
      }
    }
    const call = vm.files.upload({ file: { name: 'a', content: counted() } }, { signal: controller.signal });
    let before = -1;
    while (taken === 0 || taken > before) { // until the socket is full
      before = taken;
      await new Promise((resolve) => { setTimeout(resolve, 200); });
    }
    controller.abort();
    expect(expectErr(await call)).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
    expect(taken).toBeLessThan(64);
  });

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const vm = await open((request) => { request.once('data', () => { controller.abort(); }); }, kind);
    expect(expectErr(await vm.files.upload({ file: { name: 'a', content: pieces(50) } }, { signal: controller.signal }))).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
  });
});

describe('a file that is none', () => {
  test.each<readonly [string, unknown]>([['text', 'text'], ['an object', {}], ['nothing', undefined], ['a list', [1]]])('is refused, by its name: %s', async (_title, content) => {
    let asked = 0;
    const vm = await open((_request, response) => { asked += 1; response.end(); }, 'undici');
    const refused = await vm.files.upload({ file: { name: 'a', content: content as Uint8Array } });
    expect(expectErr(refused)).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'file.content' }] });
    expect(asked).toBe(0);
  });
});
