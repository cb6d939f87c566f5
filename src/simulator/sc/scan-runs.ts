/** Runs of scans by the clock: queued, running, paused, completed, stopped or failed. */
import type { ScObject } from './objects.js';

/** How long a run takes that is launched, in milliseconds, without the time that it is paused. */
export const runDurationMs = 900_000;

/** How long a run waits before it starts. */
const queuedMs = 5_000;

export interface ScanRun {
  /** Unix time in milliseconds. */
  readonly startedAtMs: number;
  /** Time that it was paused and has gone on from, in milliseconds. */
  pausedMs: number;
  /** Since when it is paused. Unix time in milliseconds. */
  pausedAtMs: number | null;
  /** How it ended before its time. */
  ending: { readonly status: 'Error' | 'Partial'; readonly atMs: number } | null;
}

export function createScanRun(startedAtMs: number): ScanRun {
  return { startedAtMs, pausedMs: 0, pausedAtMs: null, ending: null };
}

export function toRunStatus(run: ScanRun, nowMs: number): string {
  if (run.ending !== null) return run.ending.status;
  if (run.pausedAtMs !== null) return 'Paused';
  const workedMs = nowMs - run.startedAtMs - run.pausedMs;
  if (workedMs < queuedMs) return 'Queued';
  return workedMs < runDurationMs ? 'Running' : 'Completed';
}

/** Whether it has not ended. */
export function isActive(run: ScanRun, nowMs: number): boolean {
  return ['Queued', 'Running', 'Paused'].includes(toRunStatus(run, nowMs));
}

/** A result as it stands: what changes while its scan runs is worked out from the clock. */
export function viewScanResult(result: ScObject, run: ScanRun, nowMs: number): ScObject {
  const status = toRunStatus(run, nowMs);
  const active = isActive(run, nowMs);
  const finishedAtMs = active ? null : run.ending?.atMs ?? run.startedAtMs + runDurationMs + run.pausedMs;
  const total = 16;
  const done = status === 'Completed' ? total : 0;
  return {
    ...result,
    status,
    ...(status === 'Completed' ? { importStatus: 'Finished' } : {}),
    running: String(active),
    downloadAvailable: String(status === 'Completed' || status === 'Partial'),
    totalIPs: String(total), scannedIPs: String(done), completedIPs: String(done), completedChecks: String(done * 100), totalChecks: String(total * 100),
    startTime: toSeconds(run.startedAtMs),
    finishTime: finishedAtMs === null ? '-1' : toSeconds(finishedAtMs),
    scanDuration: finishedAtMs === null ? '-1' : String(Math.floor((finishedAtMs - run.startedAtMs) / 1000)),
    progress: { completedIPs: String(done), totalIPs: String(total), status, scanners: [] },
  };
}

function toSeconds(atMs: number): string {
  return String(Math.floor(atMs / 1000));
}
