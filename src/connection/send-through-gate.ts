import { ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { retryStatuses } from '../errors/classification/classification-rules.js';
import type { ConnectionError } from '../errors/model/connection-error.js';
import type { EndSignal } from '../transport/end-signal.js';
import type { Gate, Passage } from './gate.js';
import { readLimit } from '../transport/read-limit.js';
import type { Sender, TransportRequest, TransportResponse } from '../transport/transport.js';

type Attempt<E> = Result<TransportResponse, E | ConnectionError>;

export interface Passed<E> {
  readonly attempt: Attempt<E>;
  /** How long the gate is closed after a rate limit; `null` where there was none. */
  readonly pausedMs: number | null;
}

/**
 * One attempt of a request that has passed the gate, and what the gate learns of it. `toPauseMs` gives how long a rate limit
 * asks to wait. A call that ends gives its place away even if its transport never answers.
 */
export async function sendThroughGate<E>(
  sender: Sender<E | ConnectionError>,
  request: TransportRequest,
  signal: EndSignal,
  gate: Gate,
  toPauseMs: (attempt: Attempt<E>) => number,
): Promise<Passed<E>> {
  let hasLeft = false;
  const leave = (passage: Passage): number => {
    if (hasLeft) return 0;
    hasLeft = true;
    signal.removeEventListener('abort', onEnd);
    return gate.leave(passage);
  };
  const onEnd = (): void => {
    leave('failed');
  };
  signal.addEventListener('abort', onEnd);
  const attempt = await sender(request, signal);
  if (attempt.isErr() || attempt.value.status !== 429) {
    leave(attempt.isOk() && !retryStatuses.includes(attempt.value.status) ? 'accepted' : 'failed');
    return { attempt, pausedMs: null };
  }
  const { isRateLimit, response } = await readLimit(attempt.value);
  const limited: Attempt<E> = ok(response);
  const pausedMs = leave(isRateLimit ? { pauseMs: toPauseMs(limited) } : 'failed');
  return { attempt: limited, pausedMs: isRateLimit ? pausedMs : null };
}
