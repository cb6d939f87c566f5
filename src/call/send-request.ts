import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import type { Delivery } from '../errors/model/connection-error.js';
import { isResponseError } from '../errors/model/error-group.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { PlatformCause } from '../errors/model/platform-cause.js';
import type { Redactor } from '../errors/classification/redact.js';
import { TenableException } from '../errors/model/tenable-exception.js';
import { readElapsedMs } from '../transport/clock.js';
import type { SendError } from '../connection/connection.js';
import { runHook, toRequestEvent, withHooks } from '../connection/hooks.js';
import type { RetryEvent, WaitEvent } from '../connection/hooks.js';
import { toRetryPolicy, withRetry } from '../connection/retry.js';
import type { Sender, TransportRequest, TransportResponse } from '../transport/transport.js';
import { cleanText } from '../internal/clean-text.js';
import { listExtra } from '../operation/extra.js';
import { toEndedError } from './call.js';
import type { Call } from './call.js';
import { withBody } from './receive-body.js';

/**
 * Sends a call's request. From the inside out: the platform's transport, the record of what was sent, hooks (which
 * so see no keys), authentication (anew for each attempt), the body, repetition.
 */
export function sendRequest(call: Call, request: TransportRequest): PromiseLike<Result<TransportResponse, SendError>> {
  const { connection, deadline, operation, options, progress, redact } = call;
  const { clock, hooks, random, toRetryHeaders } = connection;
  if (deadline.ending.aborted) return Promise.resolve(err(toEndedError(call)));
  const border = { operation: operation.id, redact };
  const extra = toExtraNames(call);
  const observed = withHooks(withProgress(connection.transport(border), call), hooks, operation.id, border, () => readElapsedMs(clock), extra);
  const repeated = withRetry(withBody(connection.authenticate(observed, border), call), toRetryPolicy(connection.retry, options.retry), {
    budget: connection.retryBudget,
    gate: connection.gate,
    clock,
    deadline,
    random,
    toRetryHeaders,
    attemptLog: progress.attemptLog,
    onRetry: (retry, waitMs) => {
      if (hooks === null) return;
      const event: RetryEvent = Object.freeze({ ...toRequestEvent(operation.id, request, extra), retry, waitMs });
      runHook(hooks, () => hooks.onRetry?.(event), border);
    },
    onPass: (waitedMs) => {
      progress.waitedMs += waitedMs;
      if (hooks === null) return;
      const event: WaitEvent = Object.freeze({ ...toRequestEvent(operation.id, request, extra), waitedMs });
      runHook(hooks, () => hooks.onWait?.(event), border);
    },
  });
  return repeated(request, deadline.ending).then((sent) => (sent.isOk() ? sent : err(withCall(sent.error, call))));
}

/** Names are the caller's own, and may be anything. */
function toExtraNames({ options: { extra }, redact }: Call): readonly string[] {
  return extra === undefined ? [] : Object.freeze(listExtra(extra).map((name) => cleanText(redact(name)).slice(0, 200)));
}

/**
 * Keeps `progress.delivery` true, so that it can be told however the call ends. Sends nothing any more once the
 * call has ended: its caller may have been told that nothing was sent.
 */
function withProgress(sender: Sender<SendError>, call: Call): Sender<SendError> {
  const { progress, redact } = call;
  return (request, signal) => {
    if (signal.aborted) return Promise.resolve(err(toEndedError(call)));
    const before = progress.delivery;
    progress.delivery = 'unknown';
    return sender(request, signal).then((attempt) => {
      progress.delivery = toWorse(before, toDelivery(attempt));
      return attempt.isOk() ? ok(withCleanUuid(attempt.value, redact)) : attempt;
    });
  };
}

function toDelivery(attempt: Result<TransportResponse, SendError>): Delivery {
  if (attempt.isOk()) return 'answered';
  return attempt.error._tag === 'ConnectionError' ? attempt.error.delivery : 'unknown';
}

const fromGoodToBad: readonly Delivery[] = ['not-sent', 'answered', 'unknown'];

/** What two attempts come to: a request that may have been carried out stays one, whatever came of the others. */
function toWorse(one: Delivery, other: Delivery): Delivery {
  return fromGoodToBad.indexOf(one) > fromGoodToBad.indexOf(other) ? one : other;
}

/** The uuid goes into logs and events as it is, and a server may write anything there. */
function withCleanUuid(response: TransportResponse, redact: Redactor): TransportResponse {
  const uuid = response.headers['x-request-uuid'];
  return uuid === undefined ? response : { ...response, headers: { ...response.headers, 'x-request-uuid': redact(uuid) } };
}

/** A transport knows its attempt; the call knows which operation it was and what came before. */
export function withCall(error: SendError, { connection, operation, progress, redact }: Call): SendError {
  if (error._tag === 'UnexpectedValueError') return UnexpectedValueError({ ...error, operation: operation.id, message: '' });
  if (error._tag === 'TenableException') return TenableException({ ...error, operation: operation.id, message: '' });
  if (isResponseError(error)) return error; // the log-in was refused: it says so itself
  const { attemptLog } = progress;
  return ConnectionError({
    ...error,
    operation: operation.id,
    message: '',
    delivery: toWorse(progress.delivery, error.delivery),
    origin: connection.origin,
    attempts: attemptLog.length,
    attemptLog,
    cause: toCleanCause(error.cause, redact),
  });
}

/** A transport may quote what it was given, and a header of it holds keys. */
function toCleanCause(cause: PlatformCause | null, redact: Redactor): PlatformCause | null {
  return cause === null ? null : { ...cause, message: redact(cause.message) };
}
