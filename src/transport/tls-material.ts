/** Certificates and keys as they are given, read once before a client is made of them. Node only. */
import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';

import { attempt } from '../internal/attempt.js';
import type { TlsOptions } from './transport-options.js';

/** What of the material can not be used. Told at creation: on a call it would look like a failure of the network. */
export function findUnreadable({ ca, cert, key, passphrase, pfx }: TlsOptions): { readonly path: string; readonly expected: string } | null {
  const authorities = [ca ?? []].flat().flatMap((text) => text.split(/(?=-----BEGIN CERTIFICATE-----)/).filter((block) => block.trim() !== ''));
  const hasAuthorities = authorities.every((block) => attempt(() => new X509Certificate(block)).ok) && (ca === undefined || authorities.length > 0);
  if (!hasAuthorities) return { path: 'tls.ca', expected: 'certificates as PEM' };
  const identity = { cert, key, passphrase, pfx: pfx === undefined ? undefined : Buffer.from(pfx) };
  const isReadable = (cert === undefined && pfx === undefined) || attempt(() => createSecureContext(identity)).ok;
  return isReadable ? null : { path: pfx === undefined ? 'tls.cert' : 'tls.pfx', expected: pfx === undefined ? 'a certificate with its own key, and the passphrase of the key' : 'PKCS #12 and its passphrase' };
}
