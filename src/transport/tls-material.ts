/** What is wrong with the options for TLS, certificates and keys included: they are read before a client is made of them. Node only. */
import type { Issue } from '../errors/model/issue.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';
import type { TlsOptions } from './transport-options.js';

/** Told at creation: on a call it would look like a failure of the network, or like nothing at all. */
export function checkTls(tls: TlsOptions): readonly Issue[] {
  const issues = [...checkForms(tls), ...checkCombinations(tls)];
  return issues.length > 0 ? issues : checkMaterial(tls);
}

/** A copy of what is given, its lists and bytes included: what is changed later is not what was checked. */
export function copyTls({ ca, pfx, ...others }: TlsOptions): TlsOptions {
  return { ...others, ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }), ...(pfx === undefined ? {} : { pfx: pfx.slice() }) };
}

const isText = (value: unknown): boolean => typeof value === 'string';

/** Each option, and what its value must be. A misspelt one would be ignored: a pin that does not pin. */
const forms: Readonly<Record<keyof TlsOptions, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  ca: ['PEM text, or a list of such', (value) => [value].flat().every(isText)],
  cert: ['PEM text', isText],
  key: ['PEM text', isText],
  pfx: ['a Uint8Array', (value) => value instanceof Uint8Array],
  passphrase: ['text', isText],
  fingerprint256: ['a SHA-256 fingerprint: 32 bytes in hexadecimal', (value) => typeof value === 'string' && /^[\da-f]{2}(?::?[\da-f]{2}){31}$/i.test(value)],
  insecure: ['a value of type boolean', (value) => typeof value === 'boolean'],
};

function checkForms(tls: TlsOptions): readonly Issue[] {
  return Object.entries(tls).flatMap(([name, value]: [string, unknown]): readonly Issue[] => {
    const [expected, fits] = Object.hasOwn(forms, name) ? forms[name as keyof TlsOptions] : ['left out (there is no such option)', () => false]; // it has that key
    return value === undefined || fits(value) ? [] : [{ path: `tls.${name}`, expected, received: describeType(value) }];
  });
}

function checkCombinations({ cert, fingerprint256, insecure, key }: TlsOptions): readonly Issue[] {
  const rules: readonly (readonly [isBroken: boolean, path: string, expected: string])[] = [
    [cert !== undefined && key === undefined, 'tls.key', 'given with cert'],
    [key !== undefined && cert === undefined, 'tls.cert', 'given with key'],
    [fingerprint256 !== undefined && insecure === true, 'tls.insecure', 'left out with fingerprint256'],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, path, expected]) => ({ path, expected, received: 'another combination' }));
}

function checkMaterial({ ca, cert, key, passphrase, pfx }: TlsOptions): readonly Issue[] {
  if (ca === undefined && cert === undefined && pfx === undefined) return [];
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  const { createSecureContext } = process.getBuiltinModule('node:tls');
  const authorities = [ca ?? []].flat().flatMap((text) => text.split(/(?=-----BEGIN CERTIFICATE-----)/).filter((block) => block.trim() !== ''));
  const hasAuthorities = ca === undefined || (authorities.length > 0 && authorities.every((block) => attempt(() => new X509Certificate(block)).ok));
  if (!hasAuthorities) return [toUnreadable('tls.ca', 'certificates as PEM')];
  const identity = { cert, key, passphrase, pfx: pfx === undefined ? undefined : Buffer.from(pfx) };
  if ((cert === undefined && pfx === undefined) || attempt(() => createSecureContext(identity)).ok) return [];
  return [pfx === undefined ? toUnreadable('tls.cert', 'a certificate with its own key, and the passphrase of the key') : toUnreadable('tls.pfx', 'PKCS #12 and its passphrase')];
}

function toUnreadable(path: string, expected: string): Issue {
  return { path, expected, received: 'material that cannot be read' };
}
