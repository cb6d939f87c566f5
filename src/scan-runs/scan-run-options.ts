/** What a caller may say of the wait for a scan. */
import type { ScanLaunchInput } from '../api/vm/scans.js';
import { checkCallOptions, checkNumber, readCallOptions } from '../call/call-options.js';
import type { CallOptions } from '../call/call-options.js';
import type { Issue } from '../errors/model/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import { isServerId } from '../internal/is-server-id.js';
import { copyInput } from '../operation/copy-input.js';

/** A run that was started before. */
export interface ScanRunInput {
  readonly scan_id: ScanLaunchInput['scan_id'];
  /** The run, as `scans.launch` and a `ScanRunError` tell it. */
  readonly scan_uuid: string;
}

/** How far a run is, for people who watch. */
export interface ScanRunProgress {
  readonly runUuid: string;
  /** As in `scans.status`: `pending`, `running`, `publishing` and others; `''` before the first report. */
  readonly status: string;
  /** 0 to 100; `null` where it is not told. */
  readonly progress: number | null;
  /** Since the call. */
  readonly elapsedMs: number;
}

export interface ScanRunOptions extends CallOptions {
  /** The most time for launch, run and results, in milliseconds. Default 86,400,000: a day. */
  readonly deadlineMs?: number | undefined;
  /** The first wait between two questions for the status, in milliseconds; each is half as long again as the one before. Default 5,000. */
  readonly pollIntervalMs?: number | undefined;
  /** The longest such wait, in milliseconds. Default 60,000. */
  readonly maxPollIntervalMs?: number | undefined;
  /** Told of the run when it has begun, and of each status. Costs a second request each time. */
  readonly onProgress?: ((progress: ScanRunProgress) => unknown) | undefined;
}

export const scanRunDefaults = { deadlineMs: 86_400_000, pollIntervalMs: 5_000, maxPollIntervalMs: 60_000 } as const;

/** The options as they are now: what is checked is then what is used, whatever their getters give later. */
export function readScanRunOptions(options: ScanRunOptions): ScanRunOptions {
  const given: unknown = options;
  if (!isRecord(given)) return options; // the check says so
  const { maxPollIntervalMs, onProgress, pollIntervalMs } = options;
  return { ...readCallOptions(options), pollIntervalMs, maxPollIntervalMs, onProgress };
}

export function checkScanRunOptions(options: unknown): readonly Issue[] {
  const issues = checkCallOptions(options);
  if (!isRecord(options)) return issues;
  const { onProgress } = options;
  return [
    ...issues,
    ...(['pollIntervalMs', 'maxPollIntervalMs'] as const).flatMap((name) => checkNumber(name, options[name], 0, Number.MAX_SAFE_INTEGER)),
    ...(onProgress === undefined || typeof onProgress === 'function' ? [] : [{ path: 'onProgress', expected: 'a function', received: describeType(onProgress) }]),
  ];
}

/** The input as it is now, whatever it is. */
export function readRunInput(input: ScanRunInput): ScanRunInput {
  const copied = copyInput(input);
  const value = copied.isOk() ? copied.value.value : null;
  return { scan_id: ownValue(value, 'scan_id'), scan_uuid: ownValue(value, 'scan_uuid') } as ScanRunInput; // the check says what they are not
}

export function checkRunInput({ scan_id, scan_uuid }: Readonly<Record<keyof ScanRunInput, unknown>>): readonly Issue[] {
  const isId = (typeof scan_id === 'number' && Number.isSafeInteger(scan_id) && scan_id >= 0) || (typeof scan_id === 'string' && isServerId(scan_id));
  return [
    ...(isId ? [] : [{ path: 'scan_id', expected: 'the number of a scan, or the UUID of its schedule', received: describeType(scan_id) }]),
    ...(typeof scan_uuid === 'string' && isServerId(scan_uuid) ? [] : [{ path: 'scan_uuid', expected: 'the UUID of a run', received: describeType(scan_uuid) }]),
  ];
}
