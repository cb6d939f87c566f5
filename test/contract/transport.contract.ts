/** What every transport promises. Each implementation runs this same file. */
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import type { Transport, TransportRequest } from '../../src/transport/transport.js';
import { readBody, toLenientText } from '../../src/transport/read-body.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { findClosedPort, readRequestBody, startServer, startTcpServer } from '../support/loopback-server.js';

const never = new AbortController().signal;

const get = (url: string): TransportRequest => ({ method: 'GET', url, headers: {}, body: null, isIdempotent: true });

export function describeTransport(name: string, createTransport: () => Transport): void {
  const transport = createTransport();
  const textOf = async (url: string): Promise<string> => {
    const { body } = expectOk(await transport(get(url), never));
    return toLenientText((await readBody(body, 1_000_000)).bytes);
  };

  describe(`${name}: answers`, () => {
    test('gives status, headers in lower case with repeated ones joined, and the body', async () => {
      const url = await startServer((_request, response) => {
        response.writeHead(404, { 'X-Request-Uuid': 'abc', 'X-Twice': ['a', 'b'] }).end('gone');
      });
      const answer = expectOk(await transport(get(`${url}/x`), never));
      expect(answer).toMatchObject({ status: 404, headers: { 'x-request-uuid': 'abc', 'x-twice': 'a, b' } });
      expect(toLenientText((await readBody(answer.body, 100)).bytes)).toBe('gone');
    });

    test('sends method, path, query, headers and body as given', async () => {
      const url = await startServer(async (request, response) => {
        const { method, url: target, headers } = request;
        response.end(JSON.stringify({ method, target, key: headers['x-apikeys'], body: await readRequestBody(request) }));
      });
      const request: TransportRequest = {
        method: 'PUT', url: `${url}/a%2Fb?f=x%3Ay&f=z`, headers: { 'x-apikeys': 'k', 'content-type': 'application/json' }, body: '{"ü":1}', isIdempotent: true,
      };
      const { body } = expectOk(await transport(request, never));
      expect(JSON.parse(toLenientText((await readBody(body, 1000)).bytes)))
        .toStrictEqual({ method: 'PUT', target: '/a%2Fb?f=x%3Ay&f=z', key: 'k', body: '{"ü":1}' });
    });

    test('undoes gzip', async () => {
      const url = await startServer((request, response) => {
        const acceptsGzip = request.headers['accept-encoding']?.includes('gzip') ?? false;
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(acceptsGzip ? 'packed' : 'not asked for'));
      });
      expect(await textOf(url)).toBe('packed');
    });

    test('gives an empty body for 204', async () => {
      const url = await startServer((_request, response) => {
        response.writeHead(204).end();
      });
      expect(await textOf(url)).toBe('');
    });

    test('does not follow redirects: the keys would go along', async () => {
      const seen: string[] = [];
      const url = await startServer((request, response) => {
        seen.push(request.url ?? '');
        response.writeHead(302, { location: '/elsewhere' }).end();
      });
      expect(expectOk(await transport(get(`${url}/first`), never)).status).toBe(302);
      expect(seen).toStrictEqual(['/first']);
    });

    test('moves 20 MB through its queue whole and in order', async () => {
      const piece = Buffer.alloc(1_000_000, 'x');
      const url = await startServer((_request, response) => {
        for (let sent = 0; sent < 20; sent += 1) response.write(piece);
        response.end('end');
      });
      const { body } = expectOk(await transport(get(url), never));
      const read = await readBody(body, 30_000_000);
      expect(read).toMatchObject({ truncated: false, bytesSeen: 20_000_003 });
      expect(toLenientText(read.bytes.subarray(-4))).toBe('xend');
    });

    test('stops reading where the limit is passed', async () => {
      const url = await startServer((_request, response) => {
        response.end(Buffer.alloc(3_000_000));
      });
      const { body } = expectOk(await transport(get(url), never));
      const read = await readBody(body, 1000);
      expect(read.truncated).toBe(true);
      expect(read.bytes.byteLength).toBe(1000);
    });
  });

  describe(`${name}: failures`, () => {
    test('tells a refused connection, and that nothing was sent', async () => {
      const port = await findClosedPort();
      const error = expectErr(await transport(get(`http://127.0.0.1:${port}/`), never));
      expect(error).toMatchObject({ _tag: 'ConnectionError', reason: 'refused', delivery: 'not-sent', origin: `http://127.0.0.1:${port}` });
    });

    test('tells a connection that was closed without an answer, and that it may have been carried out', async () => {
      const url = await startTcpServer((socket) => {
        socket.once('data', () => socket.destroy());
      });
      expect(expectErr(await transport(get(url), never))).toMatchObject({ reason: 'reset', delivery: 'unknown' });
    });

    test('tells an answer that is not HTTP', async () => {
      const url = await startTcpServer((socket) => {
        socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
      });
      expect(expectErr(await transport(get(url), never))).toMatchObject({ reason: 'protocol', delivery: 'unknown' });
    });

    test('tells TLS spoken to a plain port', async () => {
      const url = await startServer((_request, response) => {
        response.end('plain');
      });
      expect(expectErr(await transport(get(url.replace('http:', 'https:')), never))).toMatchObject({ reason: 'tls', delivery: 'not-sent' });
    });

    test('tells a body that is shorter than announced', async () => {
      const url = await startTcpServer((socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'));
      });
      const { body } = expectOk(await transport(get(url), never));
      expect((await readBody(body, 1000)).failure).toMatchObject({ _tag: 'ConnectionError', reason: 'reset' });
    });

    test.each([['aborted', 'aborted'], ['timeout', 'timeout']])('ends a wait for the head when the signal aborts with %s', async (reason, expected) => {
      const url = await startServer(() => undefined);
      const controller = new AbortController();
      const sent = transport(get(url), controller.signal);
      setTimeout(() => {
        controller.abort(reason);
      }, 20);
      expect(expectErr(await sent)).toMatchObject({ reason: expected, delivery: 'unknown' });
    });

    test('ends a wait for the body when the signal aborts', async () => {
      const url = await startServer((_request, response) => {
        response.write('part');
      });
      const controller = new AbortController();
      const { body } = expectOk(await transport(get(url), controller.signal));
      expectOk(await body.next());
      setTimeout(() => {
        controller.abort('aborted');
      }, 20);
      expect(expectErr(await body.next())).toMatchObject({ reason: 'aborted' });
    });

    test('sends nothing when the signal has aborted before', async () => {
      let requests = 0;
      const url = await startServer((_request, response) => {
        requests += 1;
        response.end();
      });
      const controller = new AbortController();
      controller.abort('aborted');
      expect(expectErr(await transport(get(url), controller.signal))).toMatchObject({ reason: 'aborted', delivery: 'not-sent' });
      expect(requests).toBe(0);
    });
  });
}
