/** A connection through an HTTP proxy: CONNECT, asked once, and what a proxy says that refuses. */
import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';

import { err, ok } from 'neverthrow';

import { attempt } from '../../internal/attempt.js';
import type { EndSignal } from '../end-signal.js';
import { openTcp, openTls, stepTimeoutMs, toCoded } from './open-socket.js';
import type { Address, OpenedSocket } from './open-socket.js';

export interface Proxy extends Address {
  /** Scheme, host and port, as errors name it. */
  readonly origin: string;
  /** Whether the proxy itself is spoken to over TLS. */
  readonly isSecure: boolean;
  /** What it gets to know of the user; `null` where it wants to know nothing. */
  readonly authorization: string | null;
}

/** The proxy of a URL that was checked. */
export function toProxy(url: string): Proxy {
  const { hostname, origin, password, port, protocol, username } = new URL(url);
  const isSecure = protocol === 'https:';
  return {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    origin,
    isSecure,
    authorization: username === '' && password === '' ? null : `Basic ${Buffer.from(`${unescape(username)}:${unescape(password)}`).toString('base64')}`,
  };
}

/** A percent sign that begins no escape stands for itself. */
function unescape(text: string): string {
  const decoded = attempt(() => decodeURIComponent(text));
  return decoded.ok ? decoded.value : text;
}

/** A connection to `target` through the proxy. Whatever fails before there is one has failed at the proxy. */
export async function openTunnel(proxy: Proxy, target: Address, tls: ConnectionOptions, signal: EndSignal): Promise<OpenedSocket> {
  const plain = await openTcp(proxy, signal);
  const reached = plain.isOk() && proxy.isSecure ? await openTls(proxy, tls, plain.value, signal) : plain;
  const opened = reached.isOk() ? await connectThrough(reached.value, proxy, target, signal) : reached;
  return opened.mapErr(({ thrown, proxy: refusal }) => ({ thrown, proxy: refusal ?? { origin: proxy.origin, status: null } }));
}

/** Node's own client speaks to the proxy: it knows what is no HTTP, and how long a head may be. */
function connectThrough(socket: Socket, { authorization, origin }: Proxy, { hostname, port }: Address, signal: EndSignal): Promise<OpenedSocket> {
  const authority = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
  const request = process.getBuiltinModule('node:http').request({
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...(authorization === null ? {} : { 'proxy-authorization': authorization }) },
    createConnection: () => socket,
  });
  return new Promise((resolve) => {
    const finish = (opened: OpenedSocket): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (opened.isErr()) socket.destroy();
      resolve(opened);
    };
    const fail = (thrown: unknown): void => {
      finish(err({ thrown, proxy: null }));
    };
    const onAbort = (): void => {
      fail(toCoded('ABORT_ERR', 'not wanted any more'));
    };
    const timer = setTimeout(() => {
      fail(toCoded('ETIMEDOUT', `no answer from the proxy within ${stepTimeoutMs} ms`));
    }, stepTimeoutMs);
    request.once('connect', ({ statusCode = 0 }, _socket, head) => {
      if (statusCode < 200 || statusCode > 299) {
        finish(err({ thrown: toCoded('ERR_PROXY_REFUSED', `the proxy answered HTTP ${statusCode}`), proxy: { origin, status: statusCode } }));
        return;
      }
      if (head.length > 0) socket.unshift(head); // it belongs to what comes through the tunnel
      finish(ok(socket));
    });
    request.on('error', fail);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
    request.end();
  });
}
