/** Faults that only a Security Center can cause, beside those of `faults`. */
import { toFault, toFaultAnswer } from '../fault.js';
import type { Fault, FaultAnswer, FaultTarget } from '../fault.js';
import { inventedNowMs } from '../records/invented-time.js';
import { scCodes, toEnvelope, toInvalid, toInvalidToken, toMissing, toNoAccess, toScRefusal, toUnknownCaller } from './answers.js';

const now = inventedNowMs;

/** One-line faults: `simulator.script(scFaults.sessionExpired())`. */
export const scFaults = {
  /** 403 with a code and a message: what it is depends on the code. */
  envelopeError: ({ code, message = 'An error occurred.', ...target }: FaultTarget & { readonly code: number; readonly message?: string }): Fault =>
    toFault(target, toFaultAnswer(toScRefusal(code, message, now))),
  /** 200 with a code that is not 0: an `APIError`, `error-code`. */
  envelopeInside200: ({ code = scCodes.invalidInput, message = 'An error occurred.', ...target }: FaultTarget & { readonly code?: number; readonly message?: string } = {}): Fault =>
    toFault(target, { _tag: 'Answer', status: 200, headers: { 'content-type': 'application/json' }, body: toEnvelope('', now, code, message) }),
  /** 403 with code 12: a `PermissionError`, `unauthenticated`, or a new log-in where the client may. */
  sessionExpired: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(toInvalidToken(now))),
  /** 403 with an envelope that says nothing, as to keys that are not known: a `PermissionError`, `unauthenticated`. */
  unknownCaller: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(toUnknownCaller(now))),
  /** 403 with code 147: a `NotFoundError`. */
  missingObject: ({ kind = 'Scan', id = '99', ...target }: FaultTarget & { readonly kind?: string; readonly id?: string } = {}): Fault =>
    toFault(target, toFaultAnswer(toMissing(kind, id, now))),
  /** 403 with code 146 about a filter: an `APIError`, `error-code`. */
  badFilter: ({ filter = 'nonsense', ...target }: FaultTarget & { readonly filter?: string } = {}): Fault =>
    toFault(target, toFaultAnswer(toInvalid(`Invalid parameters specified for vuln query. The filter '${filter}' is invalid.`, now))),
  /** 403 with code 146 about a right: an `APIError`, `error-code`. The code is that of bad input. */
  noAccess: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(toNoAccess('example', 'the Repository', now))),
  /** 403 with code 146 about a new password: a `PasswordComplexityError`. */
  weakPassword: (target: FaultTarget = {}): Fault =>
    toFault(target, toFaultAnswer(toInvalid('The password is too short: at least 12 characters are needed.', now))),
  /** The offer to end another session, in place of a token: a log-in that is refused. */
  tooManySessions: (target: FaultTarget = {}): Fault => toFault({ method: 'POST', path: '/token', ...target }, toGood({ releaseSession: true })),
  /** 200 without an envelope: an `APIError`, `unexpected-body`. */
  noEnvelope: (target: FaultTarget = {}): Fault => toFault(target, { _tag: 'Answer', status: 200, headers: { 'content-type': 'application/json' }, body: {} }),
} as const;

function toGood(response: unknown): FaultAnswer {
  return { _tag: 'Answer', status: 200, headers: { 'content-type': 'application/json' }, body: toEnvelope(response, now) };
}
