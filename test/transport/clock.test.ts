import { describe, expect, test, vi } from 'vitest';

import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import { guardClock, readElapsedMs, sleep, systemClock } from '../../src/transport/clock.js';
import { openDeadline } from '../../src/transport/deadline.js';

describe('sleep', () => {
  test('ends at its time and not before', async () => {
    const clock = createVirtualClock(0);
    const ended = vi.fn();
    const slept = sleep(clock, 1000, new AbortController().signal).then(ended);
    await clock.advance(999);
    expect(ended).not.toHaveBeenCalled();
    await clock.advance(1);
    await slept;
    expect([clock.now(), clock.pendingTimers()]).toStrictEqual([1000, 0]);
  });

  test('ends at once when the signal aborts, and leaves no timer and no listener', async () => {
    const clock = createVirtualClock(0);
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const slept = sleep(clock, 1000, controller.signal);
    controller.abort();
    await slept;
    expect([clock.now(), clock.pendingTimers(), remove.mock.calls.length]).toStrictEqual([0, 0, 1]);
  });

  test('does not begin when the signal has aborted', async () => {
    const clock = createVirtualClock(0);
    await sleep(clock, 1000, AbortSignal.abort());
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('a wall clock that is set', () => {
  const day = 86_400_000;
  test.each([day, -day, 1e13])('moves no deadline of the system\'s clock: by %i ms', (jumpMs) => {
    const deadline = openDeadline(systemClock, { deadlineMs: 60_000, keepsAlive: false });
    const realNow = Date.now;
    const spy = vi.spyOn(Date, 'now').mockImplementation(() => realNow() + jumpMs);
    expect(deadline.remainingMs()).toBeGreaterThan(50_000);
    expect(deadline.remainingMs()).toBeLessThanOrEqual(60_000);
    spy.mockRestore();
    deadline.close();
  });

  test('never takes back time where it is all that a clock has', () => {
    let nowMs = 1_000_000;
    const clock = guardClock({ now: () => nowMs, schedule: systemClock.schedule });
    const deadline = openDeadline(clock, { deadlineMs: 60_000, keepsAlive: false });
    nowMs += 10_000;
    expect(deadline.remainingMs()).toBe(50_000);
    nowMs -= day;
    expect(deadline.remainingMs()).toBe(50_000);
    expect(clock.now()).toBe(nowMs);
    deadline.close();
  });

  test.each<readonly [string, unknown]>([['throws', () => { throw new Error('hostile'); }], ['is no number', () => 'soon'], ['is not finite', () => Infinity], ['is no function', 7]])(
    'is stood in for by the system\'s where what counts %s', (_title, elapsed) => {
      const clock = guardClock({ now: () => 5, elapsed: elapsed as () => number, schedule: systemClock.schedule });
      expect(Math.abs(readElapsedMs(clock) - readElapsedMs(systemClock))).toBeLessThan(1000);
    });
});

describe('the clock of the system', () => {
  test('runs once after the time, unless it is taken back', async () => {
    const run = vi.fn();
    const taken = vi.fn();
    const startedAtMs = systemClock.now();
    systemClock.schedule(20, run);
    systemClock.schedule(10, taken)();
    await sleep(systemClock, 40, new AbortController().signal);
    expect([run.mock.calls.length, taken.mock.calls.length]).toStrictEqual([1, 0]);
    expect(systemClock.now() - startedAtMs).toBeGreaterThanOrEqual(39);
  });

  test('does not run at once what is due after more days than a timer of the platform holds', async () => {
    const run = vi.fn();
    const takeBack = systemClock.schedule(Number.MAX_SAFE_INTEGER, run);
    await sleep(systemClock, 20, new AbortController().signal);
    takeBack();
    expect(run).not.toHaveBeenCalled();
  });

  test('ends a wait within 10 ms of the abort', async () => {
    const controller = new AbortController();
    const slept = sleep(systemClock, 60_000, controller.signal);
    const abortedAtMs = performance.now();
    controller.abort();
    await slept;
    expect(performance.now() - abortedAtMs).toBeLessThan(10);
  });
});
