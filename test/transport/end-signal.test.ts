import { describe, expect, test, vi } from 'vitest';

import { LightSignal, toAbortSignal } from '../../src/transport/end-signal.js';

describe('the signal of a call', () => {
  test('tells each listener once, in their order, and none that was taken off', () => {
    const signal = new LightSignal();
    const told: string[] = [];
    const first = (): void => void told.push('first');
    const gone = (): void => void told.push('gone');
    for (const listener of [first, gone, first, () => void told.push('last')]) signal.addEventListener('abort', listener);
    signal.removeEventListener('abort', gone);
    signal.end('timeout');
    signal.end('aborted');
    expect([told, signal.aborted, signal.reason]).toStrictEqual([['first', 'last'], true, 'timeout']);
  });

  test('lets a listener take itself off while it is told', () => {
    const signal = new LightSignal();
    const last = vi.fn();
    const first = (): void => {
      signal.removeEventListener('abort', first);
    };
    signal.addEventListener('abort', first);
    signal.addEventListener('abort', last);
    signal.end('aborted');
    expect(last).toHaveBeenCalledTimes(1);
  });

  test.each(['before', 'after'])("is the platform's own where foreign code wants that, asked for %s its end", (when) => {
    const signal = new LightSignal();
    const early = when === 'before' ? toAbortSignal(signal) : null;
    signal.end('timeout');
    const platform = toAbortSignal(signal);
    expect(platform).toBeInstanceOf(AbortSignal);
    expect([platform.aborted, platform.reason, early ?? platform]).toStrictEqual([true, 'timeout', platform]);
  });

  test("leaves the platform's own signal as it is", () => {
    const { signal } = new AbortController();
    expect(toAbortSignal(signal)).toBe(signal);
  });
});
