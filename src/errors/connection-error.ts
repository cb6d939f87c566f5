import { attemptLogField } from './attempt-log.js';
import type { AttemptRecord } from './attempt-log.js';
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { nullable, text, whole, word } from './fields.js';

/** Why there is no usable answer, in the words that finish "because …". */
const reasons = {
  dns: 'the host name does not resolve',
  refused: 'the host refused the connection',
  reset: 'the connection was closed before the answer was complete',
  tls: 'the TLS certificate or handshake was not accepted',
  timeout: 'the time allowed for the call ran out',
  aborted: 'the caller aborted it',
  protocol: 'the answer was not valid HTTP',
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

const tlsWords = Object.keys(tlsProblems) as TlsProblem[]; // the keys of the literal above

/** Whether the request reached the server: `unknown` means that it may have been carried out. */
export type Delivery = 'not-sent' | 'unknown' | 'answered';

const reasonWords = Object.keys(reasons) as ConnectionFailure[]; // the keys of the literal above

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
  /** Each attempt in order; at most 20. */
  readonly attemptLog: readonly AttemptRecord[];
}
export const ConnectionError = /* @__PURE__ */ defineError<ConnectionError, 'attempts' | 'origin' | 'attemptLog' | 'tlsProblem'>(
  'ConnectionError',
  {
    reason: word(reasonWords, 'other'),
    delivery: word(['not-sent', 'unknown', 'answered'], 'unknown'),
    attempts: whole(),
    origin: text(300),
    tlsProblem: nullable(word(tlsWords, 'handshake')),
    attemptLog: attemptLogField,
  },
  (error) => {
    const last = error.attemptLog.findLast((attempt) => attempt.status !== null);
    const lastAnswer = last === undefined ? '' : `; the last answer was HTTP ${last.status}`;
    const from = error.origin === '' ? '' : ` from ${error.origin}`;
    return `${subject(error)} got no usable answer${from} because ${toCause(error)}${lastAnswer}.`;
  },
);

function toCause({ reason, tlsProblem }: Pick<ConnectionError, 'reason' | 'tlsProblem'>): string {
  return reason === 'tls' && tlsProblem !== null ? tlsProblems[tlsProblem] : reasons[reason];
}
