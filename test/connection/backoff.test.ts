import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toBackoffMs } from '../../src/connection/backoff.js';

const policy = { baseDelayMs: 1000, maxDelayMs: 30_000 };
const most = (): number => 1;

describe('the wait before a repetition', () => {
  test('has a ceiling that doubles up to the highest', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((retry) => toBackoffMs(retry, policy, most))).toStrictEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test('is anywhere between nothing and the ceiling', () => {
    expect([0, 0.25, 0.5, 1].map((share) => toBackoffMs(3, policy, () => share))).toStrictEqual([0, 1000, 2000, 4000]);
  });

  test('never falls as repetitions go on, and never passes the highest', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(100_000), fc.nat(100_000), (retry, baseDelayMs, maxDelayMs) => {
      const [now, next] = [retry, retry + 1].map((one) => toBackoffMs(one, { baseDelayMs, maxDelayMs }, most));
      expect(now).toBeLessThanOrEqual(maxDelayMs);
      expect(next).toBeGreaterThanOrEqual(now ?? Infinity);
    }));
  });

  test('stays within bounds whatever number `random` gives', () => {
    const shares = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -1, 2, -0));
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), shares, (retry, share) => {
      const waitMs = toBackoffMs(retry, policy, () => share);
      expect(waitMs >= 0 && waitMs <= 30_000).toBe(true);
    }));
  });
});
