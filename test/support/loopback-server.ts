import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { onTestFinished } from 'vitest';

/** A real HTTP server on loopback that answers as `listener` does. Closed when the test ends. Gives its URL. */
export async function startServer(listener: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>): Promise<string> {
  const server = createServer((request, response) => void listener(request, response));
  onTestFinished(() => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  }));
  return `http://127.0.0.1:${await listen(server)}`;
}

/** A TCP server on loopback, for answers that are not HTTP. Closed when the test ends. Gives its URL. */
export async function startTcpServer(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  onTestFinished(() => new Promise((resolve) => {
    for (const socket of sockets) socket.destroy();
    server.close(() => {
      resolve();
    });
  }));
  return `http://127.0.0.1:${await listen(server)}`;
}

export interface Proxy {
  readonly proxyUrl: string;
  /** `host:port` of each tunnel that was asked for. */
  readonly targets: readonly string[];
}

/** A proxy on loopback that makes tunnels to wherever it is asked. Closed when the test ends. */
export async function startProxy(): Promise<Proxy> {
  const targets: string[] = [];
  const proxyUrl = await startTcpServer((socket) => {
    socket.once('data', (head: Buffer) => {
      const [, target = ''] = /^CONNECT (\S+) HTTP/.exec(head.toString('latin1')) ?? [];
      targets.push(target);
      const tunnel = connect({ host: '127.0.0.1', port: Number(target.split(':').at(-1)) }, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(tunnel).pipe(socket);
      });
      tunnel.on('error', () => socket.destroy());
      socket.on('close', () => tunnel.destroy());
    });
  });
  return { proxyUrl, targets };
}

/** A port on loopback where nothing listens. */
export async function findClosedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port); // a TCP server's address is no pipe
    });
  });
}

/** The body of a request as text. */
export async function readRequestBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer); // without an encoding, parts are buffers
  return Buffer.concat(parts).toString('utf8');
}
