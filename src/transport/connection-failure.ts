/** Which failure a transport's exception is. Node and undici tell by `code`; what they do not tell is `other`. */
import { ConnectionError } from '../errors/model/connection-error.js';
import type { ConnectionFailure, Delivery, TlsProblem } from '../errors/model/connection-error.js';
import type { PlatformCause } from '../errors/model/platform-cause.js';
import { attempt } from '../internal/attempt.js';
import type { TransportRequest } from './transport.js';

const byCode: { readonly [code: string]: ConnectionFailure } = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_CLOSED: 'reset',
  UND_ERR_DESTROYED: 'reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'protocol',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_RESPONSE: 'protocol',
  ERR_ASSERTION: 'protocol', // undici trips over its own check where a status is 000
  EPROTO: 'tls',
  INVALID_PURPOSE: 'tls',
};

const byPrefix: readonly (readonly [string, ConnectionFailure])[] = [
  ['HPE_', 'protocol'],
  ['Z_', 'protocol'],
  ['CERT_', 'tls'],
  ['ERR_TLS_', 'tls'],
  ['ERR_SSL_', 'tls'],
];

const tlsByCode: { readonly [code: string]: TlsProblem } = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
  ERR_TLS_FINGERPRINT: 'fingerprint',
};

/** How deep `cause` is followed: `fetch` hides the system's error one or two levels down. */
const maxCauses = 4;

/** The failure that a thrown value stands for. Total; looks at codes and names, never at message texts. */
export function toConnectionFailure(thrown: unknown): ConnectionFailure {
  return findInCauses(thrown, (cause) => fromCode(readProperty(cause, 'code')) ?? fromName(readProperty(cause, 'name'))) ?? 'other';
}

/** What is wrong with a TLS connection, where the thrown value tells. */
function toTlsProblem(thrown: unknown): TlsProblem {
  return findInCauses(thrown, (cause) => {
    const code = readProperty(cause, 'code');
    return typeof code === 'string' && Object.hasOwn(tlsByCode, code) ? tlsByCode[code] : undefined;
  }) ?? 'handshake';
}

function findInCauses<T>(thrown: unknown, find: (cause: unknown) => T | undefined): T | undefined {
  let cause = thrown;
  for (let depth = 0; depth < maxCauses; depth += 1) {
    const found = find(cause);
    if (found !== undefined) return found;
    const [first] = readErrors(cause); // several addresses were tried: the first one's failure stands for all
    cause = readProperty(cause, 'cause') ?? first;
  }
  return undefined;
}

/** What one attempt came to whose transport threw this. Not sent is what failed before there was a connection. */
export function toThrownError(request: Pick<TransportRequest, 'url'>, thrown: unknown, delivery: Delivery): ConnectionError {
  const reason = toConnectionFailure(thrown);
  const error = toAttemptError(request, reason, delivery);
  return ConnectionError({ ...error, message: '', tlsProblem: reason === 'tls' ? toTlsProblem(thrown) : null, cause: toPlatformCause(thrown) });
}

/** What was thrown, in the platform's words: of the first of its causes that has a code, or else of the innermost. */
function toPlatformCause(thrown: unknown): PlatformCause | null {
  let innermost: unknown = null;
  const coded = findInCauses(thrown, (cause) => {
    if (typeof cause === 'object' && cause !== null) innermost = cause;
    return typeof readProperty(cause, 'code') === 'string' ? cause : undefined;
  }) ?? innermost;
  if (typeof coded !== 'object' || coded === null) return typeof thrown === 'string' ? { name: '', code: null, message: thrown } : null;
  const read = (key: string): string => {
    const value = readProperty(coded, key);
    return typeof value === 'string' ? value : '';
  };
  return { name: read('name'), code: read('code') || null, message: read('message') };
}

/** How one attempt of a transport failed. Unless it is known better, the request may have been carried out. */
export function toAttemptError(
  request: Pick<TransportRequest, 'url'>,
  reason: ConnectionFailure,
  delivery: Delivery = 'unknown',
): ConnectionError {
  const origin = attempt(() => new URL(request.url).origin);
  return ConnectionError({ reason, delivery, origin: origin.ok ? origin.value : '', attempts: 1 });
}

function fromCode(code: unknown): ConnectionFailure | undefined {
  if (typeof code !== 'string') return undefined;
  if (Object.hasOwn(tlsByCode, code)) return 'tls';
  return Object.hasOwn(byCode, code) ? byCode[code] : byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1];
}

/** undici's parser leaves the code out for some answers that are not HTTP at all. */
function fromName(name: unknown): ConnectionFailure | undefined {
  return name === 'HTTPParserError' ? 'protocol' : undefined;
}

function readErrors(thrown: unknown): readonly unknown[] {
  const errors = readProperty(thrown, 'errors');
  return Array.isArray(errors) ? errors : [];
}

function readProperty(thrown: unknown, key: string): unknown {
  const read = attempt((): unknown => (thrown as Readonly<Record<string, unknown>> | null | undefined)?.[key]);
  return read.ok ? read.value : undefined;
}
