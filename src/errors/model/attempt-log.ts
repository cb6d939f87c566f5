/** What happened on each attempt of a call, for people who ask "what did it do all that time?". */
import { list, nullable, struct, text, whole } from './fields.js';
import type { Field } from './fields.js';

/** The most attempts that a log keeps. */
export const maxLoggedAttempts = 20;

export interface AttemptRecord {
  /** HTTP status of the answer; `null` where none came. */
  readonly status: number | null;
  /** The `reason` of the connection failure; `null` where an answer came. */
  readonly reason: string | null;
  /** How long the call waited before this attempt, in milliseconds; 0 for the first. */
  readonly waitedMs: number;
  /** The answer's `X-Request-Uuid`; `''` where there is none. */
  readonly uuid: string;
}

/** How an error keeps its attempts: the first ones, where there are too many. */
export const attemptLogField: Field<readonly AttemptRecord[]> = list(
  struct<AttemptRecord>({
    status: nullable(whole()),
    reason: nullable(text(40)),
    waitedMs: whole(),
    uuid: text(64),
  }),
  maxLoggedAttempts,
);
