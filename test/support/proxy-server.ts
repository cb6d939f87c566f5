/** An HTTP proxy on loopback: it connects wherever it is asked to, or behaves as badly as it is told. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

import { onTestFinished } from 'vitest';

export interface ProxyServer {
  readonly port: number;
  /** Each CONNECT, with the credentials that came along. */
  readonly asked: readonly { readonly target: string; readonly authorization: string | undefined }[];
  /** Connections that are open now. */
  readonly openConnections: () => number;
}

/** `answer` gets the socket in place of a connection; `null` connects. */
export async function startProxy(answer: ((socket: Socket, request: IncomingMessage) => void) | null = null, tls: ServerOptions | null = null): Promise<ProxyServer> {
  const asked: { target: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = tls === null ? createServer() : createTlsServer(tls);
  server.on(tls === null ? 'connection' : 'secureConnection', track);
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    if (answer !== null) {
      socket.resume().on('end', () => socket.end());
      answer(socket, request);
      return;
    }
    const [hostname, port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\nvia: test\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    track(upstream);
    socket.on('close', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  }));
  return { port: (server.address() as AddressInfo).port, asked, openConnections: () => sockets.size }; // a TCP server's address is no pipe
}

/** A refusal with a status, as proxies write it. */
export const refuseWith = (status: number, body = 'CANARY words of the proxy') => (socket: Socket): void => {
  socket.end(`HTTP/1.1 ${status} Refused\r\nproxy-authenticate: Basic realm="x"\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
};
