/** From a call to a connected socket: straight or through a proxy, over TLS or (on loopback) not. */
import { err } from 'neverthrow';

import type { EndSignal } from '../end-signal.js';
import type { TlsOptions } from '../transport-options.js';
import { openTcp, openTls, toCoded } from './open-socket.js';
import type { Address, OpenedSocket } from './open-socket.js';
import { isPinned } from './pinned-certificate.js';
import { openTunnel, toProxy } from './proxy-tunnel.js';
import { toProxyTls, toServiceTls } from './trust.js';

/** Opens connections to an origin. Certificates and keys are read when the first one is opened. */
export function toDialer(origin: string, tls: TlsOptions, proxyUrl: string | null): (signal: EndSignal) => Promise<OpenedSocket> {
  const target = toAddress(origin);
  const isSecure = origin.startsWith('https:');
  const proxy = proxyUrl === null ? null : toProxy(proxyUrl);
  const toOptions = once(() => ({ service: toServiceTls(tls), proxy: toProxyTls(tls) }));
  let session: Buffer | undefined;
  return async (signal) => {
    const plain = proxy === null ? await openTcp(target, signal) : await openTunnel(proxy, target, toOptions().proxy, signal);
    if (plain.isErr() || !isSecure) return plain;
    const resumed = session === undefined ? {} : { session };
    const secure = await openTls(target, { ...toOptions().service, ...resumed }, plain.value, signal);
    if (secure.isErr()) return secure;
    if (tls.fingerprint256 === undefined) {
      // Resuming spares a round trip. With a pin there is none: a connection that is resumed shows no certificate.
      secure.value.on('session', (fresh: Buffer) => {
        session = fresh;
      });
      return secure;
    }
    if (isPinned(secure.value, tls.fingerprint256)) return secure;
    secure.value.destroy();
    return err({ thrown: toCoded('ERR_TLS_FINGERPRINT', 'another certificate than the pinned one'), proxy: null });
  };
}

function toAddress(origin: string): Address {
  const { hostname, port, protocol } = new URL(origin);
  return { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
