/**
 * One deadline for all of a call: queueing, attempts, waits and the body. It also carries the caller's abort,
 * and it settles the call even if what it waits for never does.
 */
import { err } from 'neverthrow';
import type { Result } from 'neverthrow';

import { listenTo, stopListening } from './caller-signal.js';
import { readElapsedMs } from './clock.js';
import type { Clock, TimerOptions } from './clock.js';
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
  /** Where it is kept until it is closed. */
  readonly among?: Set<Deadline>;
}

/** A deadline that starts now. Close it when the call has settled. */
export function openDeadline(clock: Clock, options: DeadlineOptions): Deadline {
  return new OpenDeadline(clock, options);
}

/** A class, because one is made for each call and its methods are shared. */
class OpenDeadline implements Deadline {
  readonly ending = new LightSignal();
  private readonly clock: Clock;
  private readonly endsAtMs: number;
  private readonly caller: AbortSignal | undefined;
  private readonly cancelTimer: () => void;
  private readonly among: Set<Deadline> | undefined;

  constructor(clock: Clock, { among, deadlineMs, keepsAlive = true, signal }: DeadlineOptions) {
    this.clock = clock;
    this.endsAtMs = readElapsedMs(clock) + deadlineMs;
    this.caller = signal;
    const isAborted = signal?.aborted === true; // a signal that is none fails here, before there is a timer
    if (signal !== undefined) listenTo(signal, this.onAbort);
    this.cancelTimer = clock.schedule(deadlineMs, this.onTime, keepsAlive ? foreground : background);
    this.among = among;
    among?.add(this);
    if (isAborted) this.onAbort();
  }

  get signal(): AbortSignal {
    return this.ending.toAbortSignal();
  }

  remainingMs(): number {
    return this.ending.aborted ? 0 : Math.max(0, this.endsAtMs - readElapsedMs(this.clock));
  }

  race<T, E>(work: PromiseLike<Result<T, E>>, onEnd: () => E): Promise<Result<T, E>> {
    return raceEnd(this.ending, work, onEnd);
  }

  end(reason: EndReason): void {
    this.close();
    this.ending.end(reason);
  }

  close(): void {
    this.cancelTimer();
    if (this.caller !== undefined) stopListening(this.caller, this.onAbort);
    this.among?.delete(this);
  }

  private readonly onAbort = (): void => {
    this.end('aborted');
  };

  private readonly onTime = (): void => {
    this.end('timeout');
  };
}

const foreground: TimerOptions = { keepsAlive: true };
const background: TimerOptions = { keepsAlive: false };

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
