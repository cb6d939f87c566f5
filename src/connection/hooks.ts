/**
 * Hooks for logs and metrics. They see redacted facts only, and what they do changes nothing: a hook that throws
 * or rejects is reported to `onDefect`, one that never settles is not waited for.
 */
import { toBareUrl } from '../errors/model/response-snapshot.js';
import { toRequestUuid } from '../errors/classification/exchange.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { cleanText } from '../internal/clean-text.js';
import type { HttpMethod } from '../internal/http-method.js';
import { guardAsync } from '../result.js';
import type { Border } from '../result.js';
import type { Sender, TransportRequest } from '../transport/transport.js';

export interface RequestEvent {
  readonly operation: string;
  readonly method: HttpMethod;
  /** Without user information and without query values. */
  readonly url: string;
  /** The names of what the call adds by `extra`: `query.w`, `body.tags`. Left out where it adds nothing. */
  readonly extra?: readonly string[];
}

export interface ResponseEvent extends RequestEvent {
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
  /** The tag of the failure; `null` where an answer came. */
  readonly failure: string | null;
  readonly uuid: string;
  /** From sending to the head of the answer, in milliseconds. */
  readonly elapsedMs: number;
}

export interface RetryEvent extends RequestEvent {
  /** 1 for the first repetition. */
  readonly retry: number;
  /** How long the call waits before it, in milliseconds. */
  readonly waitMs: number;
}

export interface WaitEvent extends RequestEvent {
  /** How long the request waited for its turn, in milliseconds: the service had asked for a pause, or `maxConcurrency` were under way. */
  readonly waitedMs: number;
}

/** Something that is no failure and that somebody should look at. */
export interface WarningEvent {
  /**
   * `insecure-tls`: any certificate is trusted. `service`: what Security Center adds to an answer that is good.
   * `odd-record`: an export has passed on a record that does not fit its documented form.
   */
  readonly kind: 'insecure-tls' | 'service' | 'odd-record';
  /** `null` where it is about the client and not about a call. */
  readonly operation: string | null;
  /** In words, at most 500 characters. */
  readonly message: string;
}

export interface Hooks {
  /** Before each attempt. */
  readonly onRequest?: (event: RequestEvent) => unknown;
  /** After each attempt, when the head of its answer is there or it has failed. */
  readonly onResponse?: (event: ResponseEvent) => unknown;
  /** Before the wait for each repetition. */
  readonly onRetry?: (event: RetryEvent) => unknown;
  /** After each wait for a turn, before the attempt. */
  readonly onWait?: (event: WaitEvent) => unknown;
  /** Something to look at: certificates that are not verified, a warning of the service. */
  readonly onWarning?: (event: WarningEvent) => unknown;
  /** Called with the defect of every hook that threw or rejected. What this one throws is dropped. */
  readonly onDefect?: (defect: TenableException) => unknown;
}

/** Runs a hook apart from the call. `run` looks the hook up itself: that may throw, too. */
export function runHook(hooks: Hooks, run: () => unknown, border: Border): void {
  void guardAsync(run, border).then((outcome) =>
    outcome.isErr() ? guardAsync(() => hooks.onDefect?.(outcome.error), border) : outcome);
}

/** A request as hooks see it. `extra` are the names of what its call adds. */
export function toRequestEvent(operation: string, { method, url }: TransportRequest, extra: readonly string[]): RequestEvent {
  return Object.freeze({ operation, method, url: toBareUrl(url), ...(extra.length === 0 ? {} : { extra }) });
}

/** The sender with `onRequest` and `onResponse` around each attempt. */
export function withHooks<E extends { readonly _tag: string }>(
  sender: Sender<E>,
  hooks: Hooks | null,
  operation: string,
  border: Border,
  now: () => number,
  extra: readonly string[] = [],
): Sender<E> {
  if (hooks === null) return sender;
  return async (request, signal) => {
    const event = toRequestEvent(operation, request, extra);
    const startedAtMs = now();
    runHook(hooks, () => hooks.onRequest?.(event), border);
    const attempt = await sender(request, signal);
    const answer: ResponseEvent = Object.freeze({
      ...event,
      status: attempt.isOk() ? attempt.value.status : null,
      failure: attempt.isOk() ? null : attempt.error._tag,
      uuid: attempt.isOk() ? cleanText(toRequestUuid(attempt.value.headers)) : '',
      elapsedMs: now() - startedAtMs,
    });
    runHook(hooks, () => hooks.onResponse?.(answer), border);
    return attempt;
  };
}
