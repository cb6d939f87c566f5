/** Time that passes only when a test says so. */
import type { Clock } from '../transport/clock.js';

export interface VirtualClock extends Clock {
  /** Lets time pass: what falls due runs in order, with turns of the event loop in between. */
  readonly advance: (durationMs: number) => Promise<void>;
  /**
   * What `work` resolves to. While it waits, time jumps from one due timer to the next. For work that waits for
   * timers and for things in this process; a socket would be left behind by the time.
   */
  readonly settle: <T>(work: Settling<T>) => Promise<T>;
  /** Timers that have not run and were not taken back: 0 when everything was released. */
  readonly pendingTimers: () => number;
}

/** A promise, or a `ResultAsync`, whose type is not quite that of a promise. */
export interface Settling<T> {
  readonly then: (onFulfilled: (value: T) => unknown, onRejected: (reason: unknown) => unknown) => unknown;
}

interface Timer {
  readonly dueAtMs: number;
  readonly run: () => void;
}

/** Turns of the event loop between two timers: enough for promises, streams and compression in this process. */
const turnsBetweenTimers = 5;

/** A clock that starts at `startMs` (Unix time; default 2026-01-01) and stands still. */
export function createVirtualClock(startMs = Date.UTC(2026, 0, 1)): VirtualClock {
  const timers = new Set<Timer>();
  let nowMs = startMs;

  const nextTimer = (untilMs: number): Timer | undefined =>
    [...timers].filter((timer) => timer.dueAtMs <= untilMs).sort((a, b) => a.dueAtMs - b.dueAtMs)[0];
  const fire = (timer: Timer): void => {
    timers.delete(timer);
    nowMs = Math.max(nowMs, timer.dueAtMs);
    timer.run();
  };
  const takeTurns = async (): Promise<void> => {
    for (let turn = 0; turn < turnsBetweenTimers; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return {
    now: () => nowMs,
    schedule: (delayMs, run) => {
      const timer: Timer = { dueAtMs: nowMs + Math.max(0, delayMs), run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance: async (durationMs) => {
      const untilMs = nowMs + durationMs;
      await takeTurns();
      for (let timer = nextTimer(untilMs); timer !== undefined; timer = nextTimer(untilMs)) {
        fire(timer);
        await takeTurns();
      }
      nowMs = untilMs;
    },
    settle: async <T>(work: Settling<T>): Promise<T> => {
      const progress = { isSettled: false };
      const settled = new Promise<T>((resolve, reject) => {
        work.then(resolve, reject);
      });
      const end = (): void => {
        progress.isSettled = true;
      };
      settled.then(end, end); // a rejection reaches the caller through `settled` itself
      await takeTurns();
      while (!progress.isSettled) {
        const timer = nextTimer(Number.POSITIVE_INFINITY);
        if (timer !== undefined) fire(timer);
        await takeTurns();
      }
      return settled;
    },
    pendingTimers: () => timers.size,
  };
}
