import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

import { describe, expect, onTestFinished, test } from 'vitest';

import { createFetchTransport } from '../../../src/transport/fetch-transport.js';
import { readBody } from '../../../src/transport/read-body.js';
import { isSocketBreaking } from '../../../src/transport/node/socket-breaks.js';
import type { Sender, TransportRequest } from '../../../src/transport/transport.js';
import { createDefaultTransport } from '../../../src/transport/undici-transport.js';
import { expectOk } from '../../support/expect-result.js';

const size = 60_000;

/** A server whose answer ends with its connection. */
async function serve(end: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(size)}`, () => { end(socket); });
    });
  });
  onTestFinished(() => { server.close(); });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is no pipe
}

/** Keeps this thread from its sockets until the bytes and what ended them have both arrived. */
const stall = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

const toFile = (url: string): TransportRequest => ({ method: 'GET', url, headers: {}, body: null, isIdempotent: true, isFile: true });
const senders: readonly (readonly [string, (url: string) => Sender])[] = [
  ['undici', (url) => expectOk(createDefaultTransport({ origin: url })).send],
  ['fetch', () => (request, signal) => createFetchTransport()(request, signal as AbortSignal)], // the test passes a real one
];

describe.each(senders)('through %s, a body that ends with its connection', (_name, toSender) => {
  const read = async (url: string): Promise<string> => {
    const { body } = expectOk(await toSender(url)(toFile(url), new AbortController().signal));
    const { bytes, failure } = await readBody(body, 1_000_000);
    return failure === null ? String(bytes.byteLength) : failure.reason;
  };

  test('is whole where the connection is closed in order', async () => {
    expect(await read(await serve((socket) => { socket.end(); }))).toBe(String(size));
  });

  test('is broken where the connection is reset', async () => {
    expect(await read(await serve((socket) => setTimeout(() => { socket.resetAndDestroy(); }, 20)))).toBe('reset');
  });

  test('is broken also where the reset comes together with the last bytes', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const url = await serve((socket) => {
        socket.resetAndDestroy();
        stall(20);
      });
      expect(await read(url)).toBe('reset');
    }
  });
});

test('no socket is breaking where none is', () => {
  expect(isSocketBreaking()).toBe(false);
});
