/** The invented scans of the simulated container, their folders, and how a scan stands. */
import { toHexId, toUuid } from '../../invented-ids.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import { startRun, toRunStatus as toTimedStatus } from '../../records/timed-run.js';
import type { TimedRun } from '../../records/timed-run.js';
import { usernames } from './users.js';

/** One run of a scan. */
export interface SimulatedRun extends TimedRun {
  readonly historyId: number;
  readonly uuid: string;
  readonly targets: string;
  /** Whether it was ended by force while it was stopping. */
  readonly isAborted: boolean;
}

export interface SimulatedScan {
  readonly id: number;
  readonly name: string;
  readonly scheduleUuid: string;
  readonly folderId: number;
  readonly targets: string;
  readonly owner: string;
  /** Whatever else was set. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether its schedule is in force. */
  readonly isEnabled: boolean;
  readonly isRead: boolean;
  readonly isImported: boolean;
  /** Whether it looks if something was mended: such scans have a list of their own. */
  readonly isRemediation: boolean;
  /** Whether its export files end in `error`. */
  readonly isExportBroken: boolean;
  /** Unix time in seconds. */
  readonly createdAtS: number;
  readonly modifiedAtS: number;
  /** The earliest first. */
  readonly runs: readonly SimulatedRun[];
  /** Runs that there ever were, those that were deleted, too. */
  readonly runCount: number;
}

export interface SimulatedFolder {
  readonly id: number;
  readonly name: string;
  readonly type: 'custom' | 'main' | 'trash';
}

/** An export file of a scan. */
export interface ScanFile {
  readonly scanId: number;
  readonly format: string;
  readonly isBroken: boolean;
  /** Status requests so far. */
  polls: number;
}

export const folders = { trash: 21, main: 22, custom: 23 } as const;

/** Ids of scans to try things out with. There are 30: 101 to 130. */
export const scanIds = {
  /** Completed twice; its results can be exported. */
  completed: 101,
  /** Completed; its export files end in status `error`. */
  brokenExport: 102,
  /** Never run: status `empty`, no results. */
  neverRun: 103,
  /** Imported: few details. */
  imported: 104,
} as const;

const scanCount = 30;

/** How long a scan is `stopping`, in milliseconds. */
export const stoppingMs = 10_000;

export function createScanFolders(): readonly SimulatedFolder[] {
  return [
    { id: folders.trash, name: 'trash', type: 'trash' },
    { id: folders.main, name: 'My Scans', type: 'main' },
    { id: folders.custom, name: 'custom', type: 'custom' },
  ];
}

export function createScans(): readonly SimulatedScan[] {
  return Array.from({ length: scanCount }, (_, at) => createExample(scanIds.completed + at, at));
}

function createExample(id: number, at: number): SimulatedScan {
  const targets = `192.0.2.${at * 8}/29`;
  const isImported = id === scanIds.imported;
  const runCount = id === scanIds.neverRun ? 0 : isImported ? 1 : 2;
  const scan: SimulatedScan = {
    ...createScan(id, `Example network ${at + 1}`, toUnixSeconds(-120 + at)),
    folderId: at % 3 === 2 ? folders.custom : folders.main,
    targets,
    isImported,
    isExportBroken: id === scanIds.brokenExport,
  };
  return Array.from({ length: runCount }).reduce<SimulatedScan>((before, _, run) => withRun(before, toUnixSeconds(-14 + 7 * run, at * 60) * 1000, targets), scan);
}

/** A scan that never ran. */
export function createScan(id: number, name: string, createdAtS: number): SimulatedScan {
  const scheduleUuid = id === scanIds.imported ? toLongUuid('schedule', id) : `template-${toUuid('schedule', id)}`;
  return {
    id, name, scheduleUuid, folderId: folders.main, targets: '', owner: usernames.administrator, settings: {},
    isEnabled: true, isRead: true, isImported: false, isRemediation: false, isExportBroken: false, createdAtS, modifiedAtS: createdAtS, runs: [], runCount: 0,
  };
}

/** The scan with one run more. */
export function withRun(scan: SimulatedScan, startedAtMs: number, targets: string): SimulatedScan {
  const number = scan.runCount + 1;
  const run = { ...startRun(startedAtMs), historyId: scan.id * 1000 + number, uuid: toLongUuid('run', scan.id, number), targets, isAborted: false };
  return { ...scan, runs: [...scan.runs, run], runCount: number };
}

/** The form of the UUIDs of runs and templates: the last part has 28 digits. */
export function toLongUuid(...words: readonly (number | string)[]): string {
  return toUuid(...words) + toHexId(...words).slice(0, 16);
}

/** A scan's status is that of its last run. */
export function toScanStatus(scan: SimulatedScan, nowMs: number): string {
  const run = scan.runs.at(-1);
  if (run === undefined) return 'empty';
  return scan.isImported ? 'imported' : toRunStatus(run, nowMs);
}

export function toRunStatus(run: SimulatedRun, nowMs: number): string {
  if (run.isAborted) return 'aborted';
  return run.stoppedAtMs !== null && nowMs < run.stoppedAtMs + stoppingMs ? 'stopping' : toTimedStatus(run, nowMs);
}

/** Whether a scan has begun and not ended. */
export function isActive(scan: SimulatedScan, nowMs: number): boolean {
  return ['running', 'paused', 'stopping'].includes(toScanStatus(scan, nowMs));
}
