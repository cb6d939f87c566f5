/** The life of a client: the calls that are under way, and its end. */
import type { Deadline } from '../transport/deadline.js';

/** One for a client and those made from it. What of it changes, changes for all of them. */
export interface Lifetime {
  /** The deadlines of calls under way, files that are still read included. */
  readonly openDeadlines: Set<Deadline>;
  /** The end, once it has begun. */
  closing: Promise<void> | null;
}

export function createLifetime(): Lifetime {
  return { openDeadlines: new Set(), closing: null };
}
