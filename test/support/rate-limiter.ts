/** Rate limits as services keep them. */

export type LimiterKind = 'fixed-window' | 'sliding-log' | 'token-bucket';

export const limiterKinds: readonly LimiterKind[] = ['fixed-window', 'sliding-log', 'token-bucket'];

export interface Limiter {
  /** `null` where a request is accepted, else the whole seconds that it should wait. */
  readonly take: (nowMs: number) => number | null;
}

/** A limit of so many requests in so much time. */
export function createLimiter(kind: LimiterKind, limit: number, windowMs: number): Limiter {
  const toSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
  let log: number[] = [];
  let tokens = limit;
  let lastMs = Number.NEGATIVE_INFINITY;
  const takeFrom: { readonly [Kind in LimiterKind]: (nowMs: number) => number | null } = {
    'fixed-window': (nowMs) => {
      const startMs = Math.floor(nowMs / windowMs) * windowMs;
      log = log.filter((atMs) => atMs >= startMs);
      if (log.length >= limit) return toSeconds(startMs + windowMs - nowMs);
      log.push(nowMs);
      return null;
    },
    'sliding-log': (nowMs) => {
      log = log.filter((atMs) => atMs > nowMs - windowMs);
      if (log.length >= limit) return toSeconds((log[0] ?? nowMs) + windowMs - nowMs);
      log.push(nowMs);
      return null;
    },
    'token-bucket': (nowMs) => {
      tokens = Math.min(limit, tokens + (lastMs === Number.NEGATIVE_INFINITY ? 0 : ((nowMs - lastMs) / windowMs) * limit));
      lastMs = nowMs;
      if (tokens < 1) return toSeconds(((1 - tokens) / limit) * windowMs);
      tokens -= 1;
      return null;
    },
  };
  return { take: takeFrom[kind] };
}
