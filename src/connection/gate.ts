/**
 * The one gate that all requests of a client go through. A rate limit (429) means "later" and not "no": it closes the gate
 * for as long as the service asks, so that nothing is sent into a pause that is known, and it teaches how much the service
 * takes, so that the next pause need not be asked for. How many requests are under way side by side follows what comes of
 * them: up by one while all is well, down by half at a limit (AIMD, as TCP does it).
 */
import { readElapsedMs } from '../transport/clock.js';
import type { Clock } from '../transport/clock.js';
import type { EndSignal } from '../transport/end-signal.js';
import { createPace } from './pace.js';

/** What an attempt came to, for the gate: how long the service asks to wait where it met a rate limit, and else whether it was answered well. */
export type Passage = 'accepted' | 'failed' | { readonly pauseMs: number };

export interface Gate {
  /**
   * Lets a request pass: at once, or after a wait. Gives the milliseconds waited, or `null` where its call ended
   * meanwhile. Whoever has passed must `leave`. A request that is sent `again` passes before those that never were.
   */
  readonly enter: (signal: EndSignal, again: boolean) => number | null | Promise<number | null>;
  /** The head of the answer is there, or there will be none. Gives the milliseconds for which nothing is sent after a rate limit. */
  readonly leave: (passage: Passage) => number;
}

export interface GateOptions {
  readonly clock: Clock;
  /** The most requests that are under way at a time. */
  readonly maxConcurrency: number;
}

/** The most requests of a client that are under way at a time, unless it is told otherwise. */
export const defaultMaxConcurrency = 64;

/** How many requests are under way at first. */
const initialConcurrency = 5;

/** How many times as many requests as are allowed side by side must be accepted before there may be one more. */
const acceptedForOneMore = 3;

interface Waiter {
  readonly pass: () => void;
}

/** A gate that is open. */
export function createGate({ clock, maxConcurrency: most }: GateOptions): Gate {
  const maxConcurrency = Math.floor(most);
  const again = new Set<Waiter>(); // sets keep their order, and lose a member at once
  const waiting = new Set<Waiter>();
  const pace = createPace();
  let concurrency = Math.min(initialConcurrency, maxConcurrency);
  let accepted = 0;
  let underWay = 0;
  let cancelTimer: (() => void) | null = null;

  const take = (nowMs: number): boolean => {
    if (underWay >= concurrency || pace.opensAtMs(nowMs, underWay) > nowMs) return false;
    underWay += 1;
    pace.onSend(nowMs);
    return true;
  };
  const drain = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    for (const queue of [again, waiting]) {
      for (const waiter of queue) {
        if (!take(readElapsedMs(clock))) {
          awaitOpening();
          return;
        }
        queue.delete(waiter);
        waiter.pass();
      }
    }
  };
  /** Where all places are taken, whoever leaves lets the next one in; else time does, and it may have passed just now. */
  const awaitOpening = (): void => {
    if (underWay >= concurrency) return;
    const nowMs = readElapsedMs(clock);
    cancelTimer ??= clock.schedule(Math.max(0, pace.opensAtMs(nowMs, underWay) - nowMs), drain);
  };
  const queueUp = (signal: EndSignal, queue: Set<Waiter>): Promise<number | null> => new Promise((resolve) => {
    const startedAtMs = readElapsedMs(clock);
    const finish = (waitedMs: number | null): void => {
      signal.removeEventListener('abort', onAbort);
      resolve(waitedMs);
    };
    const waiter: Waiter = {
      pass: () => {
        finish(Math.max(0, readElapsedMs(clock) - startedAtMs));
      },
    };
    const onAbort = (): void => {
      queue.delete(waiter);
      if (again.size + waiting.size === 0) {
        cancelTimer?.();
        cancelTimer = null;
      }
      finish(null);
    };
    queue.add(waiter);
    signal.addEventListener('abort', onAbort);
    awaitOpening();
  });
  const adapt = (passage: Passage): number => {
    const nowMs = readElapsedMs(clock);
    if (passage === 'failed') return 0;
    if (passage === 'accepted') {
      pace.onAccepted(nowMs);
      accepted += 1;
      if (accepted < acceptedForOneMore * concurrency || concurrency >= maxConcurrency) return 0;
      concurrency += 1;
      accepted = 0;
      return 0;
    }
    const { isNews, pausedMs } = pace.onLimit(nowMs, passage.pauseMs);
    if (isNews) concurrency = Math.max(1, Math.floor(concurrency / 2));
    accepted = 0;
    return pausedMs;
  };

  return {
    enter: (signal, isAgain) => {
      if (signal.aborted) return null;
      const queue = isAgain ? again : waiting;
      const isFirst = again.size === 0 && (isAgain || waiting.size === 0);
      return isFirst && take(readElapsedMs(clock)) ? 0 : queueUp(signal, queue);
    },
    leave: (passage) => {
      underWay -= 1;
      const pausedMs = adapt(passage);
      if (again.size + waiting.size > 0) drain();
      return pausedMs;
    },
  };
}
