/**
 * Repetition around a transport: which failures, how often, after which wait. A request that may have been
 * carried out is repeated only if twice is the same as once.
 */
import { err } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { AttemptRecord } from '../errors/model/attempt-log.js';
import { ConnectionError } from '../errors/model/connection-error.js';
import { retryStatuses } from '../errors/classification/classification-rules.js';
import { toRequestUuid } from '../errors/classification/exchange.js';
import { parseRetryAfter } from '../internal/parse-retry-after.js';
import { toBackoffMs } from './backoff.js';
import type { Backoff } from './backoff.js';
import { sleep } from '../transport/clock.js';
import type { Clock } from '../transport/clock.js';
import { toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import type { EndSignal } from '../transport/end-signal.js';
import type { Gate } from './gate.js';
import { withHeaders } from '../transport/header-safety.js';
import type { RetryBudget } from './retry-budget.js';
import { sendThroughGate } from './send-through-gate.js';
import type { Sender, TransportRequest, TransportResponse } from '../transport/transport.js';

export interface RetryPolicy extends Backoff {
  /** Repetitions after the first attempt. 0 turns retrying off. */
  readonly maxRetries: number;
  /** The longest `Retry-After` that is waited for, in milliseconds; a longer one is cut to this. */
  readonly maxRetryAfterMs: number;
}

/** Six attempts as pyTenable makes, with jitter. */
export const defaultRetryPolicy: RetryPolicy = {
  maxRetries: 5,
  baseDelayMs: 1_000,
  maxDelayMs: 30_000,
  maxRetryAfterMs: 60_000,
};

/** A policy with departures from it. A part that is `undefined` is none. */
export function toRetryPolicy(policy: RetryPolicy, departures?: Partial<RetryPolicy>): RetryPolicy {
  if (departures === undefined) return policy;
  return {
    maxRetries: departures.maxRetries ?? policy.maxRetries,
    baseDelayMs: departures.baseDelayMs ?? policy.baseDelayMs,
    maxDelayMs: departures.maxDelayMs ?? policy.maxDelayMs,
    maxRetryAfterMs: departures.maxRetryAfterMs ?? policy.maxRetryAfterMs,
  };
}

export interface RetryContext {
  /** Shared by the calls of a client. */
  readonly budget: RetryBudget;
  /** The way out, shared by the calls of a client. */
  readonly gate: Gate;
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** Gives 0 to 1, for the jitter. */
  readonly random: () => number;
  /** The call's own log: each attempt is added as it ends, so that it is there however the call ends. */
  readonly attemptLog: AttemptRecord[];
  /** Headers that tell the server it is asked again: repetition number, and the uuid of the last answer. */
  readonly toRetryHeaders: (retry: number, lastUuid: string) => Readonly<Record<string, string>>;
  /** Called for each repetition, before the wait for it. */
  readonly onRetry: (retry: number, waitMs: number) => void;
  /** Called after each wait at the gate. */
  readonly onPass: (waitedMs: number) => void;
}

type Attempt<E> = Result<TransportResponse, E | ConnectionError>;

/** The sender with repetitions. Each attempt goes through the gate; a rate limit closes it, and costs nothing of the budget. */
export function withRetry<E extends { readonly _tag: string }>(
  sender: Sender<E | ConnectionError>,
  policy: RetryPolicy,
  { attemptLog, budget, clock, deadline, gate, random, toRetryHeaders, onPass, onRetry }: RetryContext,
): Sender<E | ConnectionError> {
  return async (first, signal) => {
    let request = first;
    let last: Attempt<E> | null = null;
    let sleptMs = 0;
    let spent = 0;
    const finish = (attempt: Attempt<E>): Attempt<E> => {
      budget.end(attempt.isOk() && !retryStatuses.includes(attempt.value.status), spent);
      return attempt;
    };
    budget.begin();
    for (let retry = 1; ; retry += 1) {
      const entering = gate.enter(signal, retry > 1);
      const waitedMs = entering instanceof Promise ? await entering : entering; // a turn that most calls are spared
      if (waitedMs === null) return finish(err(toEndedError(last, signal)));
      if (waitedMs > 0) onPass(waitedMs);
      const toWaitMs = (asked: Attempt<E>): number => toAskedMs(asked, policy, clock.now()) ?? toBackoffMs(retry, policy, random);
      const { attempt, pausedMs } = await sendThroughGate(sender, request, signal, gate, toWaitMs);
      const record = toRecord(attempt, sleptMs + waitedMs);
      if (record === null) return finish(attempt); // not the network's failure: repeating would not mend it
      attemptLog.push(record);
      if (retry > policy.maxRetries || !isWorthRepeating(attempt, request)) return finish(attempt);
      const isLimited = pausedMs !== null; // then the gate is what waits, and nothing failed
      const waitMs = pausedMs ?? toWaitMs(attempt);
      if (waitMs >= deadline.remainingMs()) return finish(attempt); // what is known now beats a timeout later
      if (!isLimited && !budget.take()) return finish(attempt);
      if (attempt.isOk()) attempt.value.body.cancel();
      onRetry(retry, waitMs);
      if (!isLimited) await sleep(clock, waitMs, signal);
      if (signal.aborted) return finish(err(toEndedError(attempt, signal)));
      sleptMs = isLimited ? 0 : waitMs;
      spent += isLimited ? 0 : 1;
      last = attempt;
      request = withHeaders(first, toRetryHeaders(retry, record.uuid));
    }
  };
}

/** The call ended while it waited to be sent or to try again: how far the last attempt got still holds. */
function toEndedError<E extends { readonly _tag: string }>(attempt: Attempt<E> | null, signal: EndSignal): ConnectionError {
  const delivery = attempt === null ? 'not-sent' : attempt.isOk() ? 'answered' : isConnectionError(attempt.error) ? attempt.error.delivery : 'unknown';
  return ConnectionError({ reason: toEndReason(signal), delivery });
}

function toRecord<E extends { readonly _tag: string }>(attempt: Attempt<E>, waitedMs: number): AttemptRecord | null {
  if (attempt.isOk()) {
    return { status: attempt.value.status, reason: null, waitedMs, uuid: toRequestUuid(attempt.value.headers) };
  }
  if (!isConnectionError(attempt.error)) return null;
  const answer = attempt.error.attemptLog.at(-1); // there was a head, and its body broke off
  return { status: answer?.status ?? null, reason: attempt.error.reason, waitedMs, uuid: answer?.uuid ?? '' };
}

/** Whether the same request may do better, and whether sending it again is safe. */
function isWorthRepeating<E extends { readonly _tag: string }>(attempt: Attempt<E>, request: TransportRequest): boolean {
  if (request.upload?.isSpent() === true) return false; // there is nothing left to send
  if (attempt.isOk()) {
    const { status, headers } = attempt.value;
    if (!retryStatuses.includes(status)) return false;
    const surelyRefused = status === 429 || (status === 503 && headers['retry-after'] !== undefined);
    return request.isIdempotent || surelyRefused;
  }
  if (!isConnectionError(attempt.error)) return false;
  const { reason, delivery } = attempt.error;
  const mayPass = reason === 'dns' || reason === 'refused' || reason === 'reset' || reason === 'timeout' || reason === 'other';
  return mayPass && (request.isIdempotent || delivery === 'not-sent');
}

function toAskedMs<E>(attempt: Attempt<E>, policy: RetryPolicy, nowMs: number): number | null {
  const askedMs = attempt.isOk() ? parseRetryAfter(attempt.value.headers['retry-after'], nowMs) : null;
  return askedMs === null ? null : Math.min(askedMs, policy.maxRetryAfterMs);
}

function isConnectionError(error: { readonly _tag: string }): error is ConnectionError {
  return error._tag === 'ConnectionError';
}
