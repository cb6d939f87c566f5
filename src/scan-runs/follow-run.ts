/** The wait for a run of a scan: its status is asked for until it has ended, then its results. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { vmAreas } from '../api/vm/areas.js';
import type { ScanDetails, ScanLaunchInput } from '../api/vm/scans.js';
import type { CallOptions } from '../call/call-options.js';
import { summarizeError } from '../errors/model/error-summary.js';
import { isRetryable } from '../errors/model/is-retryable.js';
import { ScanRunError } from '../errors/model/scan-run-error.js';
import type { ScanRunFailure } from '../errors/model/scan-run-error.js';
import type { TenableError } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { deferOperation } from '../operation/area.js';
import { guardAsync } from '../result.js';
import { readElapsedMs, sleep } from '../transport/clock.js';
import type { Clock } from '../transport/clock.js';
import { toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import type { AnyClient } from '../connection/connection.js';
import { scanRunDefaults } from './scan-run-options.js';
import type { ScanRunOptions } from './scan-run-options.js';

const status = deferOperation(vmAreas.scans, 'status');
const progress = deferOperation(vmAreas.scans, 'progress');
const details = deferOperation(vmAreas.scans, 'details');

/** Statuses after which a run does not go on. `empty` and `imported` are those of scans whose run was deleted. */
const lastWords: readonly string[] = ['completed', 'canceled', 'cancelled', 'aborted', 'stopped', 'imported', 'empty'];

/** So many questions in a row may fail in ways that pass. */
const maxLostLooks = 5;

/** A run that is waited for. */
export interface FollowedRun {
  readonly client: AnyClient;
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** What errors call the whole. */
  readonly operation: string;
  readonly options: ScanRunOptions;
  /** For each request. */
  readonly callOptions: CallOptions;
  readonly startedAtMs: number;
  readonly scan_id: ScanLaunchInput['scan_id'];
  readonly runUuid: string;
}

/** What is known of a run so far. */
interface Sight {
  status: string;
  /** Whether any status was that of a run under way: until then, the scan's may be that of the run before. */
  hasBegun: boolean;
  lostLooks: number;
}

/** The results, or `null` where the run is still to be waited for. */
type Look = Result<ScanDetails | null, ScanRunError>;

/** The results of a run that completes; a `ScanRunError` for one that does not. */
export async function followRun(run: FollowedRun): Promise<Result<ScanDetails, ScanRunError>> {
  const { clock, deadline, options } = run;
  const sight: Sight = { status: '', hasBegun: false, lostLooks: 0 };
  const longestMs = options.maxPollIntervalMs ?? scanRunDefaults.maxPollIntervalMs;
  tellProgress(run, '', null);
  for (let waitMs = options.pollIntervalMs ?? scanRunDefaults.pollIntervalMs; ; waitMs *= 1.5) {
    const looked = await look(run, sight);
    if (looked.isErr()) return err(looked.error);
    if (looked.value !== null) return ok(looked.value);
    await sleep(clock, Math.min(waitMs, longestMs), deadline.signal);
    if (deadline.remainingMs() === 0) return err(toEnded(run, sight));
  }
}

async function look(run: FollowedRun, sight: Sight): Promise<Look> {
  const told = await execute(run.client, status, { scan_id: run.scan_id }, run.callOptions);
  if (run.deadline.remainingMs() === 0) return err(toEnded(run, sight));
  if (told.isErr()) return lose(run, sight, told.error);
  sight.status = told.value.status.toLowerCase();
  sight.lostLooks = 0;
  if (lastWords.includes(sight.status)) return readResults(run, sight);
  sight.hasBegun = true;
  if (run.options.onProgress !== undefined) tellProgress(run, sight.status, await readProgress(run));
  return ok(null);
}

/** The scan has ended, by its status; whether it was this run that has, its own results say. */
async function readResults(run: FollowedRun, sight: Sight): Promise<Look> {
  const read = await execute(run.client, details, { scan_id: run.scan_id, history_uuid: run.runUuid }, run.callOptions);
  if (run.deadline.remainingMs() === 0) return err(toEnded(run, sight));
  if (read.isErr()) return read.error._tag === 'NotFoundError' && !sight.hasBegun ? ok(null) : lose(run, sight, read.error);
  sight.status = read.value.info.status.toLowerCase();
  if (!lastWords.includes(sight.status)) return ok(null);
  tellProgress(run, sight.status, sight.status === 'completed' ? 100 : null);
  return sight.status === 'completed' ? ok(read.value) : err(toScanRunError(run, sight, 'not-completed'));
}

/** How far it is, where that can be told. */
async function readProgress({ callOptions, client, runUuid, scan_id }: FollowedRun): Promise<number | null> {
  const read = await execute(client, progress, { scan_id, history_uuid: runUuid }, callOptions);
  return read.isOk() ? read.value.progress ?? null : null;
}

/** A question without an answer is asked again, unless that is of no use. */
function lose(run: FollowedRun, sight: Sight, error: TenableError): Look {
  sight.lostLooks += 1;
  if ((isRetryable(error) || error._tag === 'ServerError') && sight.lostLooks <= maxLostLooks) return ok(null);
  return err(ScanRunError({ ...toScanRunError(run, sight, 'unreadable'), message: '', cause: summarizeError(error) }));
}

function tellProgress({ clock, options: { onProgress }, runUuid, startedAtMs }: FollowedRun, told: string, percent: number | null): void {
  if (onProgress === undefined) return;
  const event = Object.freeze({ runUuid, status: told, progress: percent, elapsedMs: readElapsedMs(clock) - startedAtMs });
  void guardAsync(() => onProgress(event));
}

function toEnded(run: FollowedRun, sight: Sight): ScanRunError {
  return toScanRunError(run, sight, toEndReason(run.deadline.signal));
}

function toScanRunError({ clock, operation, runUuid, scan_id, startedAtMs }: FollowedRun, sight: Sight, reason: ScanRunFailure): ScanRunError {
  return ScanRunError({ operation, reason, scanId: String(scan_id), runUuid, status: sight.status, elapsedMs: readElapsedMs(clock) - startedAtMs });
}
