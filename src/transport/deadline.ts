/**
 * One deadline for all of a call: queueing, attempts, waits and the body. It also carries the caller's abort,
 * and it settles the call even if what it waits for never does.
 */
import { err } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Clock } from './clock.js';
import { LightSignal } from './end-signal.js';
import type { EndSignal } from './end-signal.js';

/** Why a call was ended before its answer. It is the `reason` of the signal. */
export type EndReason = 'timeout' | 'aborted';

export interface Deadline {
  /** Aborts when the time is up or the caller aborts. */
  readonly ending: EndSignal;
  /** The same for foreign code. Made when it is first asked for. */
  readonly signal: AbortSignal;
  /** Milliseconds left; 0 when it is over. */
  readonly remainingMs: () => number;
  /** What `work` resolves to, or `onEnd()` as soon as the deadline ends. `work` must not reject. */
  readonly race: <T, E>(work: PromiseLike<Result<T, E>>, onEnd: () => E) => Promise<Result<T, E>>;
  /** Ends it now. */
  readonly end: (reason: EndReason) => void;
  /** Releases the timer and the listener. */
  readonly close: () => void;
}

export interface DeadlineOptions {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether a process with nothing else to do waits for its end. Default `true`. */
  readonly keepsAlive?: boolean;
}

/** A deadline that starts now. Close it when the call has settled. */
export function openDeadline(clock: Clock, options: DeadlineOptions): Deadline {
  const ending = new LightSignal();
  const endsAtMs = clock.now() + options.deadlineMs;
  const close = (): void => {
    cancelTimer();
    options.signal?.removeEventListener('abort', onAbort);
  };
  const end = (reason: EndReason): void => {
    close();
    ending.end(reason);
  };
  const onAbort = (): void => {
    end('aborted');
  };
  const isAborted = options.signal?.aborted === true; // a signal that is none fails here, before there is a timer
  options.signal?.addEventListener('abort', onAbort);
  const cancelTimer = clock.schedule(options.deadlineMs, () => {
    end('timeout');
  }, { keepsAlive: options.keepsAlive ?? true });
  if (isAborted) onAbort();
  return {
    ending,
    get signal() {
      return ending.toAbortSignal();
    },
    remainingMs: () => (ending.aborted ? 0 : Math.max(0, endsAtMs - clock.now())),
    race: (work, onEnd) => raceEnd(ending, work, onEnd),
    end,
    close,
  };
}

/**
 * Work of ours ends by itself when the signal aborts, and knows best how far it got. So it gets one turn of the
 * event loop; only what does not settle even then is left behind.
 */
function raceEnd<T, E>(signal: EndSignal, work: PromiseLike<Result<T, E>>, onEnd: () => E): Promise<Result<T, E>> {
  return new Promise((resolve) => {
    const onAbort = (): void => {
      setTimeout(() => {
        resolve(err(onEnd()));
      }, 0);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
    void work.then((result) => {
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    });
  });
}

/** The reason of an aborted signal of ours. */
export function toEndReason(signal: EndSignal): EndReason {
  return signal.reason === 'timeout' ? 'timeout' : 'aborted';
}
