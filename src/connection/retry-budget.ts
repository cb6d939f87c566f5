/**
 * What the calls of one client may spend on repetitions together. In an outage every call would repeat, and the
 * service would get a multiple of its traffic just when it can bear none. A call that is alone is never held back:
 * alone, it multiplies nothing.
 */

export interface RetryBudget {
  /** A call begins. */
  readonly begin: () => void;
  /** Whether a call may repeat now. Counts as spent. */
  readonly take: () => boolean;
  /** A call has ended: `isGood` where its last answer was no failure, after so many repetitions. */
  readonly end: (isGood: boolean, retries: number) => void;
}

/** Repetitions that are there at first, and the most that are ever saved up: what one call may make. */
const capacity = 5;

/** What each call adds, so that a long outage still has its repetitions: one for ten calls. */
const creditPerCall = 0.1;

/** A budget that nothing was spent of. */
export function createRetryBudget(): RetryBudget {
  let credit = capacity;
  let callsUnderWay = 0;
  const add = (amount: number): void => {
    credit = Math.min(capacity, credit + amount);
  };
  return {
    begin: () => {
      callsUnderWay += 1;
      add(creditPerCall);
    },
    take: () => {
      if (credit >= 1) credit -= 1;
      else if (callsUnderWay > 1) return false;
      return true;
    },
    end: (isGood, retries) => {
      callsUnderWay -= 1;
      if (isGood) add(1 + retries); // it was worth it: the service is there
    },
  };
}
