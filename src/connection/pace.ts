/**
 * How fast a service may be asked, as its rate limits teach it. Before the first limit nothing is known and nothing held
 * back. A limit tells how many requests were accepted, and in what time; as many are then sent in that time, and no more.
 * Now and then one more is tried, so that a service which takes more again is noticed.
 */

export interface Pace {
  /** When the next request may go, in the clock's milliseconds: a time that has passed where it may go now, infinity where it depends on those under way. */
  readonly opensAtMs: (nowMs: number, underWay: number) => number;
  readonly onSend: (nowMs: number) => void;
  readonly onAccepted: (nowMs: number) => void;
  /** A rate limit, with the pause that the service asks for. */
  readonly onLimit: (nowMs: number, pauseMs: number) => {
    /** Requests that were under way meet the same limit: that is none. */
    readonly isNews: boolean;
    /** How long nothing is sent from now on. */
    readonly pausedMs: number;
  };
}

/** How many requests are remembered. A limit above this, in one pause, is not learned exactly. */
const maxRemembered = 4_096;

/** Where nothing was accepted since the last pause, the next one is at least this long, doubled each time, in milliseconds. */
const fruitlessPauseMs = 500;

/** The most that a pause is prolonged to, in milliseconds. */
const maxFruitlessPauseMs = 60_000;

/** How many times the time of the allowance passes before one more is tried; twice as many after each limit, up to a maximum. */
const firstPatience = 2;
const maxPatience = 64;

/** The longest time without trying one more, in milliseconds. */
const maxTrialWaitMs = 300_000;

interface Allowance {
  /** So many requests … */
  readonly count: number;
  /** … in so many milliseconds. */
  readonly perMs: number;
}

/** A pace that knows no limit. */
export function createPace(): Pace {
  let sentAtMs: number[] = []; // since the last pause
  const acceptedAtMs: number[] = [];
  let allowance: Allowance | null = null;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  let fruitlessPauses = 0; // pauses without anything accepted after them
  let triesAtMs = Number.POSITIVE_INFINITY; // from when on one more than the allowance is tried
  let patience = firstPatience;
  let isTrial = false; // whether the last one that was sent is one more than the allowance

  const remember = (times: number[], nowMs: number): void => {
    times.push(nowMs);
    if (times.length > 2 * maxRemembered) times.splice(0, maxRemembered);
  };
  /** The first two pauses are as long as the service asks: it may have been a moment short. */
  const prolong = (pauseMs: number): number => {
    fruitlessPauses += 1;
    if (fruitlessPauses <= 2) return pauseMs;
    return Math.min(maxFruitlessPauseMs, Math.max(fruitlessPauseMs, pauseMs) * 2 ** (fruitlessPauses - 2));
  };
  const learn = (nowMs: number, pauseMs: number): Allowance | null => {
    const recent = acceptedAtMs.filter((atMs) => atMs >= nowMs - pauseMs);
    const [firstMs] = recent;
    return firstMs === undefined ? null : { count: recent.length, perMs: nowMs - firstMs + pauseMs };
  };

  return {
    opensAtMs: (nowMs, underWay) => {
      if (nowMs < pausedUntilMs) return pausedUntilMs;
      if (allowance === null || sentAtMs.length < allowance.count) return nowMs;
      const opensAtMs = (sentAtMs[sentAtMs.length - allowance.count] ?? nowMs) + allowance.perMs;
      return opensAtMs > nowMs && nowMs >= triesAtMs && underWay === 0 ? nowMs : opensAtMs; // what is tried goes alone
    },
    onSend: (nowMs) => {
      if (allowance === null) return;
      const before = sentAtMs.length < allowance.count ? undefined : sentAtMs[sentAtMs.length - allowance.count];
      isTrial = before !== undefined && before + allowance.perMs > nowMs;
      remember(sentAtMs, nowMs);
    },
    onAccepted: (nowMs) => {
      remember(acceptedAtMs, nowMs);
      fruitlessPauses = 0;
      if (allowance === null) return;
      if (isTrial) {
        allowance = { ...allowance, count: allowance.count + Math.max(1, Math.floor(allowance.count / 10)) };
        patience = Math.max(firstPatience, patience / 2);
        triesAtMs = nowMs + allowance.perMs;
      } else if (nowMs < pausedUntilMs) {
        allowance = { ...allowance, count: allowance.count + 1 }; // it was accepted before the limit, and answered after it
      }
      isTrial = false;
    },
    onLimit: (nowMs, pauseMs) => {
      const isNews = nowMs >= pausedUntilMs;
      if (isNews) {
        const isFruitless = fruitlessPauses > 0 || acceptedAtMs.length === 0;
        patience = allowance === null ? firstPatience : Math.min(maxPatience, patience * 2);
        if (isTrial) sentAtMs.pop(); // it was one too many, which says nothing new
        else allowance = learn(nowMs, pauseMs);
        if (!isTrial) sentAtMs = allowance === null ? [] : acceptedAtMs.slice(-allowance.count);
        triesAtMs = nowMs + Math.min(maxTrialWaitMs, patience * (allowance?.perMs ?? 0));
        pausedUntilMs = nowMs + (isFruitless ? prolong(pauseMs) : pauseMs);
        if (!isFruitless) fruitlessPauses = 1;
      }
      isTrial = false;
      pausedUntilMs = Math.max(pausedUntilMs, nowMs + pauseMs);
      return { isNews, pausedMs: pausedUntilMs - nowMs };
    },
  };
}
