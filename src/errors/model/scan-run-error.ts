/** What can go wrong once a scan runs. */
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { errorSummaryField } from './error-summary.js';
import type { ErrorSummary } from './error-summary.js';
import { nullable, text, whole, word } from './fields.js';

/** Why there are no results, in the words that finish "because …". */
const scanFailures = {
  'not-completed': 'it ended before it was complete',
  timeout: 'the time allowed for it ran out',
  aborted: 'the caller aborted the wait',
  unreadable: 'its state or its results could not be read',
} as const;

export type ScanRunFailure = keyof typeof scanFailures;

/** Every reason of a `ScanRunError`. */
export const scanRunFailures = Object.keys(scanFailures) as ScanRunFailure[]; // the keys of the literal above

/**
 * A run of a scan was started and there are no results of it. Not one of Tenable's errors: it stands beside them in the type of
 * `scans.launchAndWait`, and what takes those takes it too. The run itself is left as it is.
 */
export interface ScanRunError extends ErrorBase<'ScanRunError'> {
  /**
   * Why: `not-completed` (stopped or failed: see `status`), `timeout`, `aborted` (the caller's signal; the run may go on after
   * either), `unreadable` (see `cause`).
   */
  readonly reason: ScanRunFailure;
  /** The scan's number, or the UUID of its schedule. */
  readonly scanId: string;
  /** The run: `scans.waitForRun` goes on waiting for it. */
  readonly runUuid: string;
  /** The last status that was told, such as `running`, `canceled` or `aborted`; `''` where none was. */
  readonly status: string;
  readonly elapsedMs: number;
  /** What ended the wait, such as a `PermissionError`; `null` where this error is the first to know. */
  readonly cause: ErrorSummary | null;
}

export const ScanRunError = /* @__PURE__ */ defineError<ScanRunError, 'cause'>(
  'ScanRunError',
  { reason: word(scanRunFailures, 'unreadable'), scanId: text(128), runUuid: text(128), status: text(40), elapsedMs: whole(), cause: nullable(errorSummaryField) },
  (error) => `${subject(error)} has no results of scan ${error.scanId} because ${scanFailures[error.reason]}${error.status === '' ? '' : `; its last status was ${error.status}`}.`,
);
