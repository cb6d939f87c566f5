import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';
import { describe, expect, test, vi } from 'vitest';

import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import { openDeadline, toEndReason } from '../../src/transport/deadline.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const never = new Promise<Result<never, string>>(() => undefined);

describe('a deadline', () => {
  test('says what is left of it', async () => {
    const clock = createVirtualClock(0);
    const deadline = openDeadline(clock, { deadlineMs: 1000 });
    const left = [deadline.remainingMs()];
    await clock.advance(400);
    left.push(deadline.remainingMs());
    await clock.advance(600);
    left.push(deadline.remainingMs());
    expect(left).toStrictEqual([1000, 600, 0]);
    expect([deadline.signal.aborted, toEndReason(deadline.signal), clock.pendingTimers()]).toStrictEqual([true, 'timeout', 0]);
  });

  test.each(['before', 'after'])('carries an abort that comes %s it opens', (when) => {
    const clock = createVirtualClock(0);
    const controller = new AbortController();
    if (when === 'before') controller.abort();
    const deadline = openDeadline(clock, { deadlineMs: 1000, signal: controller.signal });
    if (when === 'after') controller.abort();
    expect([deadline.signal.aborted, toEndReason(deadline.signal), deadline.remainingMs(), clock.pendingTimers()])
      .toStrictEqual([true, 'aborted', 0, 0]);
  });

  test('takes a caller who aborts with the reason "timeout" for a caller who aborts', () => {
    const deadline = openDeadline(createVirtualClock(), { deadlineMs: 1000, signal: AbortSignal.abort('timeout') });
    expect(toEndReason(deadline.signal)).toBe('aborted');
  });

  test('releases timer and listener when it is closed, and then ends no more', async () => {
    const clock = createVirtualClock(0);
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const deadline = openDeadline(clock, { deadlineMs: 1000, signal: controller.signal });
    deadline.close();
    expect([clock.pendingTimers(), remove.mock.calls.length]).toStrictEqual([0, 1]);
    controller.abort();
    await clock.advance(2000);
    expect(deadline.signal.aborted).toBe(false);
  });
});

describe('a race against a deadline', () => {
  test('gives what the work comes to, and leaves no listener', async () => {
    const deadline = openDeadline(createVirtualClock(), { deadlineMs: 1000 });
    const remove = vi.spyOn(deadline.ending, 'removeEventListener');
    expect(expectOk(await deadline.race(Promise.resolve(ok(7)), () => 'ended'))).toBe(7);
    expect(expectErr(await deadline.race(Promise.resolve(err('no')), () => 'ended'))).toBe('no');
    expect(remove).toHaveBeenCalledTimes(2);
    deadline.close();
  });

  test('settles although the work never does', async () => {
    const clock = createVirtualClock(0);
    const deadline = openDeadline(clock, { deadlineMs: 1000 });
    expect(expectErr(await clock.settle(deadline.race(never, () => 'ended')))).toBe('ended');
    expect(clock.now()).toBe(1000);
    expect(expectErr(await deadline.race(never, () => 'ended before'))).toBe('ended before');
  });

  test('lets work have the word that ends by itself when the deadline does', async () => {
    const clock = createVirtualClock(0);
    const deadline = openDeadline(clock, { deadlineMs: 1000 });
    const work = new Promise<Result<never, string>>((resolve) => {
      deadline.signal.addEventListener('abort', () => {
        void Promise.resolve().then(() => {
          resolve(err('how far it got'));
        });
      });
    });
    expect(expectErr(await clock.settle(deadline.race(work, () => 'ended')))).toBe('how far it got');
  });
});
