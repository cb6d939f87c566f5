/** The servers of one fault, on loopback: what they were asked, and how they are closed. */
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import type { Serve } from './fault.js';

export interface Bench {
  /** Requests that arrived where they were sent. */
  requests: number;
  /** Connections to places where the client must not go. */
  strayConnections: number;
  /** Lets a server listen; gives its URL. */
  readonly open: (server: Server, scheme?: 'http' | 'https') => Promise<string>;
  /** Connections that are still open a moment after the call has ended. */
  readonly countOpen: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export function createBench(): Bench {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  return {
    requests: 0,
    strayConnections: 0,
    open: (server, scheme = 'http') => new Promise((resolve) => {
      servers.push(server);
      server.on('connection', (socket: Socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => sockets.delete(socket));
      });
      server.listen(0, '127.0.0.1', () => {
        resolve(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`); // a TCP server's address is no pipe
      });
    }),
    countOpen: async () => {
      for (let turn = 0; turn < 100 && sockets.size > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      return sockets.size;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

/** A server that does as told with each connection, and reads nothing by itself. */
export function connections(onConnection: (socket: Socket, bench: Bench) => void): Serve {
  return (bench) => bench.open(createTcpServer((socket) => {
    onConnection(socket, bench);
  }));
}

export type Reply = (socket: Socket, bench: Bench, request: string) => void;

/** Counts the requests that come over a socket, and replies to each. A request's body must come with its head or be told by its length. */
export function readRequests(socket: Socket, bench: Bench, reply: Reply): void {
  let text = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
    for (let end = toRequestEnd(text); end > 0; end = toRequestEnd(text)) {
      const request = text.slice(0, end);
      text = text.slice(end);
      bench.requests += 1;
      reply(socket, bench, request);
    }
  });
}

function toRequestEnd(text: string): number {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(text.slice(0, headEnd))?.[1] ?? 0);
  return text.length >= end ? end : 0;
}

/** Replies to each request by hand, below HTTP. */
export function replies(reply: Reply): Serve {
  return connections((socket, bench) => {
    readRequests(socket, bench, reply);
  });
}

/** Replies to each request with these bytes, then closes. */
export function bytes(...parts: readonly (string | Buffer)[]): Serve {
  const all = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  return replies((socket) => socket.end(all));
}

/** Lines of a head. */
export function head(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`;
}

export type Listener = (request: IncomingMessage, response: ServerResponse, bench: Bench) => void;

/** A server of plain HTTP. The request's body has been read when the listener is called. */
export function http(listener: Listener): Serve {
  return (bench) => bench.open(createHttpServer(counting(listener, bench)));
}

export function counting(listener: Listener, bench: Bench): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    bench.requests += 1;
    request.resume().on('end', () => {
      listener(request, response, bench);
    });
  };
}

/** The same answer to each request. */
export function answers(status: number, body: string | Buffer = '', headers: Readonly<Record<string, string>> = json): Serve {
  return http((_request, response) => response.writeHead(status, headers).end(body));
}

export const json: Readonly<Record<string, string>> = { 'content-type': 'application/json' };

/** Different answers to the first request and to those after it. */
export function inTurn(first: Listener, then: Listener): Serve {
  return http((request, response, bench) => {
    (bench.requests === 1 ? first : then)(request, response, bench);
  });
}
