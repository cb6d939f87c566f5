/** Time as a value that is passed in, so that tests wait for nothing and assert every wait. */
import { guard, guardAsync } from '../result.js';
import type { EndSignal } from './end-signal.js';

export interface Clock {
  /** Unix time in milliseconds, which is set now and then: it is compared with what servers say of times, and measures nothing. */
  readonly now: () => number;
  /**
   * Milliseconds since some moment, which go on as time does: deadlines, rates and durations are counted by them, so that
   * nothing ends because somebody has set the clock. Default: `now`, without its steps back.
   */
  readonly elapsed?: () => number;
  /**
   * Runs `run` once after `delayMs`; the returned function takes that back. With `keepsAlive: false` a process that
   * has nothing else to do may end before.
   */
  readonly schedule: (delayMs: number, run: () => void, options?: TimerOptions) => () => void;
}

export interface TimerOptions {
  /** Default `true`: a call under way is work to be done. */
  readonly keepsAlive?: boolean;
}

/** The longest delay that timers of the platform take: 2^31 - 1 ms, about 24 days. */
const maxDelayMs = 2_147_483_647;

/** The real clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => Math.floor(performance.now()),
  schedule: (delayMs, run, options) => {
    const timer: unknown = setTimeout(run, Math.min(delayMs, maxDelayMs)); // an object on Node, a number elsewhere
    if (options?.keepsAlive === false) unref(timer);
    return () => {
      clearTimeout(timer as number); // it takes what `setTimeout` gave, whatever that is
    };
  },
};

/** Platforms whose timers cannot be told so have no process that ends either. */
function unref(timer: unknown): void {
  if (isUnrefable(timer)) timer.unref();
}

function isUnrefable(timer: unknown): timer is { readonly unref: () => unknown } {
  return typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function';
}

/** Milliseconds by which a clock counts how long something takes. */
export function readElapsedMs(clock: Clock): number {
  return clock.elapsed === undefined ? clock.now() : clock.elapsed();
}

/** A clock that somebody else wrote, behind the border: for what it cannot do the system's stands in. */
export function guardClock(clock: Clock): Clock {
  let latestMs = -Infinity;
  return {
    now: () => {
      const read = guard(() => clock.now());
      return read.isOk() && Number.isFinite(read.value) ? read.value : systemClock.now();
    },
    elapsed: () => {
      const read = guard(() => readElapsedMs(clock));
      if (read.isOk() && Number.isFinite(read.value)) latestMs = Math.max(latestMs, read.value);
      return Number.isFinite(latestMs) ? latestMs : readElapsedMs(systemClock);
    },
    schedule: (delayMs, run, options) => {
      const scheduled = guard(() => clock.schedule(delayMs, run, options));
      if (scheduled.isErr()) return systemClock.schedule(delayMs, run, options);
      const takeBack: () => unknown = scheduled.value; // or whatever it is: then calling it fails inside the border
      return () => {
        void guardAsync(() => takeBack());
      };
    },
  };
}

/** Resolves after `delayMs`, or as soon as the signal aborts; never rejects. Leaves no timer and no listener behind. */
export function sleep(clock: Clock, delayMs: number, signal: EndSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.schedule(delayMs, finish);
    signal.addEventListener('abort', finish);
  });
}
