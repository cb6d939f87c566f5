/** The settings of trust and identity of a TLS connection of Node's. */
import type { ConnectionOptions } from 'node:tls';

import { attempt } from '../../internal/attempt.js';
import type { TlsOptions } from '../transport-options.js';

/** For the service itself: authorities, client certificate, and whether anything is verified. */
export function toServiceTls({ cert, fingerprint256, insecure, key, passphrase, pfx, ca }: TlsOptions): ConnectionOptions {
  return {
    ...toAuthorities(ca),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(pfx === undefined ? {} : { pfx: Buffer.from(pfx) }),
    rejectUnauthorized: insecure !== true && fingerprint256 === undefined,
  };
}

/** For a proxy that is spoken to over TLS: the same authorities, and nothing that identifies this client. */
export function toProxyTls({ ca, insecure }: TlsOptions): ConnectionOptions {
  return { ...toAuthorities(ca), rejectUnauthorized: insecure !== true };
}

/** Node takes `ca` as the whole list of authorities; ours adds to what the platform trusts, `NODE_EXTRA_CA_CERTS` included. */
function toAuthorities(ca: TlsOptions['ca']): ConnectionOptions {
  return ca === undefined ? {} : { ca: [...readPlatformAuthorities(), ...[ca].flat()] };
}

/** What the platform trusts by default. Older versions of Node do not tell it whole. */
function readPlatformAuthorities(): readonly string[] {
  const tls: TlsModule = process.getBuiltinModule('node:tls');
  return tls.getCACertificates?.('default') ?? [...tls.rootCertificates, ...readExtraAuthorities()];
}

interface TlsModule {
  readonly rootCertificates: readonly string[];
  /** Since Node 22.15. */
  readonly getCACertificates?: (type: 'default') => string[];
}

/** A file that cannot be read is skipped: Node itself warns of it when it starts. */
function readExtraAuthorities(): readonly string[] {
  const path = process.env['NODE_EXTRA_CA_CERTS'];
  if (path === undefined || path === '') return [];
  const read = attempt(() => process.getBuiltinModule('node:fs').readFileSync(path, 'utf8'));
  return read.ok ? [read.value] : [];
}
