/** A transport whose service has a rate limit, under a clock of the test. */
import { ResultAsync, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Clock, ConnectionError, Transport, TransportResponse } from 'tenable-result';

import type { Limiter } from './rate-limiter.js';

export interface LimitedTransport {
  readonly transport: Transport;
  readonly requests: () => number;
  /** Requests that were sent although an answer had asked for a pause that was not over. */
  readonly intoPauses: () => number;
}

/** Half of `latencyMs` passes on the way there, half on the way back. */
export function createLimitedTransport(clock: Clock, limiter: Limiter, latencyMs: number, body: string): LimitedTransport {
  let requests = 0;
  let intoPauses = 0;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  const pass = (): Promise<void> => new Promise((resolve) => clock.schedule(latencyMs / 2, resolve));
  const send = async (): Promise<Result<TransportResponse, ConnectionError>> => {
    requests += 1;
    if (clock.now() < pausedUntilMs) intoPauses += 1;
    await pass();
    const retryAfterS = limiter.take(clock.now());
    await pass();
    if (retryAfterS !== null) pausedUntilMs = Math.max(pausedUntilMs, clock.now() + retryAfterS * 1000);
    const pieces = [new TextEncoder().encode(retryAfterS === null ? body : '{"error":"Too many requests"}')];
    return ok({
      status: retryAfterS === null ? 200 : 429,
      headers: retryAfterS === null ? {} : { 'retry-after': String(retryAfterS) },
      body: { next: () => Promise.resolve(ok(pieces.shift() ?? null)), cancel: () => undefined },
    });
  };
  return { transport: () => new ResultAsync(send()), requests: () => requests, intoPauses: () => intoPauses };
}
