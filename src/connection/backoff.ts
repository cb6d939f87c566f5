/** Delays as values: how long to wait before each repetition. */

export interface Backoff {
  /** The ceiling of the first wait, in milliseconds; each further one is twice the last. */
  readonly baseDelayMs: number;
  /** No wait's ceiling is higher, in milliseconds. */
  readonly maxDelayMs: number;
}

/**
 * The wait before repetition number `retry` (1 for the first): anywhere between 0 and the ceiling ("full
 * jitter"), so that callers who failed together do not come back together. `random` gives 0 to 1; no number at all
 * counts as 1.
 */
export function toBackoffMs(retry: number, { baseDelayMs, maxDelayMs }: Backoff, random: () => number): number {
  const ceilingMs = Math.min(maxDelayMs, baseDelayMs * 2 ** Math.min(retry - 1, 30));
  const share = random();
  return Math.round(ceilingMs * (Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share))));
}
