import { attemptLogField } from './attempt-log.js';
import type { AttemptRecord } from './attempt-log.js';
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { nullable, struct, text, whole, word } from './fields.js';
import { platformCauseField } from './platform-cause.js';
import type { PlatformCause } from './platform-cause.js';

/** Why there is no usable answer, in the words that finish "because …". */
const reasons = {
  dns: 'the host name does not resolve',
  refused: 'the host refused the connection',
  reset: 'the connection was closed before the answer was complete',
  tls: 'the TLS certificate or handshake was not accepted',
  timeout: 'the time allowed for the call ran out',
  aborted: 'the caller aborted it',
  protocol: 'the answer was not valid HTTP',
  proxy: 'the proxy did not let the connection through',
  transport: 'the code that moves requests could not be loaded',
  'not-tenable': 'the host is not the Tenable product that it should be',
  'unsupported-version': 'the product is too old for this kind of credentials',
  other: 'the network failed',
} as const;

export type ConnectionFailure = keyof typeof reasons;

/** What is wrong with a TLS connection, in the words that finish "because …". */
const tlsProblems = {
  'self-signed': 'the certificate is signed by itself or by an authority that is not known here',
  'unknown-authority': 'the certificate is of an authority that is not known here, or the server leaves out one in between',
  expired: 'the certificate has expired',
  'not-yet-valid': 'the certificate is not valid yet',
  'wrong-host': 'the certificate is for another host',
  fingerprint: 'the certificate is not the one that was pinned',
  handshake: 'the TLS handshake failed',
} as const;

export type TlsProblem = keyof typeof tlsProblems;

/** Every problem of a TLS connection. */
export const tlsProblemWords = Object.keys(tlsProblems) as TlsProblem[]; // the keys of the literal above

/** Every `Delivery`. */
export const deliveries = ['not-sent', 'unknown', 'answered'] as const;

/** Whether the request reached the server: `unknown` means that it may have been carried out. */
export type Delivery = (typeof deliveries)[number];

/** Where a connection ended that was to go through a proxy: the service was not reached, and is not to blame. */
export interface ProxyFailure {
  /** Scheme, host and port of the proxy; never its user name or password. */
  readonly origin: string;
  /** HTTP status of its refusal, such as 407; `null` where it gave none. */
  readonly status: number | null;
}

/** Every reason of a `ConnectionError`. */
export const connectionFailures = Object.keys(reasons) as ConnectionFailure[]; // the keys of the literal above

/** No usable answer came, or the host is not the product it should be. `delivery` says if repeating is safe. */
export interface ConnectionError extends ErrorBase<'ConnectionError'> {
  readonly reason: ConnectionFailure;
  readonly delivery: Delivery;
  /** Requests begun, the first included; 0 where the call ended before any. */
  readonly attempts: number;
  /** Scheme, host and port that were to be reached. */
  readonly origin: string;
  /** What exactly, where `reason` is `tls` and the platform tells; `null` otherwise. */
  readonly tlsProblem: TlsProblem | null;
  /** The proxy, where the connection failed at it and never reached the service; `null` otherwise. */
  readonly proxy: ProxyFailure | null;
  /** What the platform threw; `null` where nothing was thrown. */
  readonly cause: PlatformCause | null;
  /** Each attempt in order; at most 20. */
  readonly attemptLog: readonly AttemptRecord[];
}
export const ConnectionError = /* @__PURE__ */ defineError<ConnectionError, 'attempts' | 'origin' | 'attemptLog' | 'tlsProblem' | 'proxy' | 'cause'>(
  'ConnectionError',
  {
    reason: word(connectionFailures, 'other'),
    delivery: word(deliveries, 'unknown'),
    attempts: whole(),
    origin: text(300),
    tlsProblem: nullable(word(tlsProblemWords, 'handshake')),
    proxy: nullable(struct<ProxyFailure>({ origin: text(300), status: nullable(whole()) })),
    cause: platformCauseField,
    attemptLog: attemptLogField,
  },
  (error) => {
    if (error.reason === 'aborted') return `${subject(error)} was aborted by its caller before there was an answer.`;
    const last = error.attemptLog.findLast((attempt) => attempt.status !== null);
    const lastAnswer = last === undefined ? '' : `; the last answer was HTTP ${last.status}`;
    const from = error.origin === '' ? '' : ` from ${error.origin}`;
    return `${subject(error)} got no usable answer${from} because ${toClause(error)}${lastAnswer}.`;
  },
);

function toClause({ cause, proxy, reason, tlsProblem }: Pick<ConnectionError, 'cause' | 'proxy' | 'reason' | 'tlsProblem'>): string {
  if (proxy?.status !== null && proxy?.status !== undefined) return `the proxy ${proxy.origin} refused to connect with HTTP ${proxy.status}`;
  const words = reason === 'tls' && tlsProblem !== null ? tlsProblems[tlsProblem] : reasons[reason];
  const code = cause?.code ?? '';
  const known = reason === 'other' && /^\w{1,40}$/.test(code) ? `${words} (${code})` : words;
  return proxy === null ? known : `of the proxy ${proxy.origin}: ${known}`;
}
