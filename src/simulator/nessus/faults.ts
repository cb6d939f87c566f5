/** Faults that only a Nessus can cause, beside those of `faults`. */
import { toReasonRefusal, toRefusal } from '../answers.js';
import { toFault, toFaultAnswer } from '../fault.js';
import type { Fault, FaultTarget } from '../fault.js';
import { invalidCredentials } from './authentication.js';
import { forbidden, missing, noApi, toInvalidField } from './route.js';

/** One-line faults: `simulator.script(nessusFaults.apiNotAvailable())`. */
export const nessusFaults = {
  /** 412, with a reason or, as was seen too, without a body: an `UnsupportedError`. */
  apiNotAvailable: ({ isEmpty = false, ...target }: FaultTarget & { readonly isEmpty?: boolean } = {}): Fault =>
    toFault(target, isEmpty ? { _tag: 'Answer', status: 412 } : toFaultAnswer(noApi)),
  /** 503 as while plugins load: a `RetryError` where it stays. */
  loading: ({ progress = 50, ...target }: FaultTarget & { readonly progress?: number } = {}): Fault =>
    toFault(target, toFaultAnswer(toRefusal(503, { code: 503, status: 'loading', progress }))),
  /** 401: a `PermissionError`, `unauthenticated`, or a new log-in where the client may. */
  sessionExpired: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(invalidCredentials)),
  /** 403: a `PermissionError`, `forbidden`. */
  notAuthorized: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(forbidden)),
  /** 404: a `NotFoundError`. */
  notFound: (target: FaultTarget = {}): Fault => toFault(target, toFaultAnswer(missing)),
  /** 400 that names a field: an `InvalidInputError`. */
  invalidField: ({ field = 'name', ...target }: FaultTarget & { readonly field?: string } = {}): Fault =>
    toFault(target, toFaultAnswer(toInvalidField(field))),
  /** 400 about a new password: a `PasswordComplexityError`. */
  weakPassword: (target: FaultTarget = {}): Fault =>
    toFault(target, toFaultAnswer(toReasonRefusal(400, 'The password is too short: at least 12 characters are needed'))),
  /** 409 to a request for a file: an `UnsupportedError`. */
  scanIsRunning: (target: FaultTarget = {}): Fault =>
    toFault({ method: 'POST', path: '/scans/{scan_id}/export', ...target }, toFaultAnswer(toReasonRefusal(409, 'Can not export running scans'))),
} as const;
