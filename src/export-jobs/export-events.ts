/** What a run tells its caller while it goes on, beside its progress. */
import type { Checkpoint } from '../errors/model/checkpoint.js';
import type { Issue } from '../errors/model/issue.js';
import type { ExportFailure } from '../errors/model/job-errors.js';

/** A record that does not fit. */
export interface OddRecord {
  /** The number of its chunk. */
  readonly chunk: number;
  /** Its place in the chunk, counted from 0. */
  readonly index: number;
  /** Where it departs from its documented form, by paths within the record; at most 20. */
  readonly issues: readonly Issue[];
}

/** A job that was over, and the one that was asked for in its place. */
export interface ExportRestart {
  /** How far the old one was. What came of it is not part of the new one. */
  readonly from: Checkpoint;
  /** Why it was over. `expired`: Tenable keeps chunks for a day, those of compliance for three. */
  readonly reason: 'expired' | ExportFailure;
  /** The old job's own words; `''` where it gave none. */
  readonly detail: string;
  /** The id of the new one. */
  readonly uuid: string;
}
