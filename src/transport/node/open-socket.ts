/** Opening a socket: it connects, fails, takes too long, or is not wanted any more; whichever comes first, nothing of it is left. */
import type { Socket } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { ProxyFailure } from '../../errors/model/connection-error.js';
import type { EndSignal } from '../end-signal.js';

export interface Address {
  /** Name or IP address, without brackets. */
  readonly hostname: string;
  readonly port: number;
}

/** Why there is no socket. */
export interface SocketFailure {
  readonly thrown: unknown;
  /** The proxy, where it failed there. */
  readonly proxy: ProxyFailure | null;
}

export type OpenedSocket<S extends Socket = Socket> = Result<S, SocketFailure>;

/** The most time for each step of opening: TCP, TLS, the answer of a proxy. In milliseconds. */
export const stepTimeoutMs = 10_000;

/** A TCP connection. */
export function openTcp({ hostname, port }: Address, signal: EndSignal): Promise<OpenedSocket> {
  const socket = process.getBuiltinModule('node:net').connect({ host: hostname, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 });
  return whenOpen(socket, 'connect', signal);
}

/** TLS to an address, over a connection that is there. The settings of trust decide whether it opens. */
export function openTls({ hostname, port }: Address, options: ConnectionOptions, over: Socket, signal: EndSignal): Promise<OpenedSocket<TLSSocket>> {
  const { isIP } = process.getBuiltinModule('node:net');
  const names = isIP(hostname) === 0 ? { servername: hostname } : {}; // an address is no server name
  const socket = process.getBuiltinModule('node:tls').connect({ ...options, ...names, host: hostname, port, socket: over, ALPNProtocols: ['http/1.1'] });
  return whenOpen(socket, 'secureConnect', signal);
}

function whenOpen<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: EndSignal): Promise<OpenedSocket<S>> {
  return new Promise((resolve) => {
    const finish = (opened: OpenedSocket<S>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.removeListener(event, onOpen).removeListener('close', onClose);
      if (opened.isErr()) socket.destroy();
      resolve(opened);
    };
    const fail = (thrown: unknown): void => {
      finish(err({ thrown, proxy: null }));
    };
    const onOpen = (): void => {
      finish(ok(socket));
    };
    const onClose = (): void => {
      fail(toCoded('ECONNRESET', 'closed before it was open'));
    };
    const onAbort = (): void => {
      fail(toCoded('ABORT_ERR', 'not wanted any more'));
    };
    const timer = setTimeout(() => {
      fail(toCoded('ETIMEDOUT', `no connection within ${stepTimeoutMs} ms`));
    }, stepTimeoutMs);
    socket.once(event, onOpen).once('close', onClose);
    socket.on('error', fail); // stays: an error that nobody listens to would end the process
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
}

/** An error with a code, as the platform's own have. */
export function toCoded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
