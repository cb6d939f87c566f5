/** The invented scans and folders of the simulated Nessus, and how a scan stands. */
import { toUuid } from '../../invented-ids.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import { startRun, toRunStatus } from '../../records/timed-run.js';
import type { TimedRun } from '../../records/timed-run.js';
import { nessusUsernames } from './users.js';
import { templates } from './templates.js';

export interface NessusRun extends TimedRun {
  readonly historyId: number;
  readonly uuid: string;
  readonly targets: string;
}

export interface NessusScan {
  readonly id: number;
  readonly name: string;
  readonly templateUuid: string;
  readonly folderId: number;
  readonly targets: string;
  readonly owner: string;
  /** Whatever else was set. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether its export files end in `error`. */
  readonly isExportBroken: boolean;
  /** Unix time in seconds. */
  readonly createdAtS: number;
  readonly modifiedAtS: number;
  /** The earliest first. */
  readonly runs: readonly NessusRun[];
}

export interface NessusFolder {
  readonly id: number;
  readonly name: string;
  readonly type: 'custom' | 'main' | 'trash';
}

/** Ids of scans to try things out with. */
export const nessusScanIds = {
  /** Completed: its results can be exported. */
  completed: 11,
  /** Completed; its export files end in `error`. */
  brokenExport: 12,
  /** Never run: status `empty`, no results. */
  neverRun: 13,
} as const;

export function createFolders(): NessusFolder[] {
  return [{ id: 2, name: 'Trash', type: 'trash' }, { id: 3, name: 'My Scans', type: 'main' }, { id: 4, name: 'Example folder', type: 'custom' }];
}

export function createNessusScans(): NessusScan[] {
  return Object.values(nessusScanIds).map((id, at) => ({
    id,
    name: `Example network ${at + 1}`,
    templateUuid: templates[0]?.uuid ?? '',
    folderId: 3,
    targets: `192.0.2.${at * 16}/28`,
    owner: nessusUsernames.administrator,
    settings: {},
    isExportBroken: id === nessusScanIds.brokenExport,
    createdAtS: toUnixSeconds(-40),
    modifiedAtS: toUnixSeconds(-40),
    runs: id === nessusScanIds.neverRun ? [] : [createNessusRun(id, 1, toUnixSeconds(-7) * 1000, `192.0.2.${at * 16}/28`)],
  }));
}

/** Run number `number` of a scan, counted from 1. */
export function createNessusRun(scanId: number, number: number, startedAtMs: number, targets: string): NessusRun {
  return { ...startRun(startedAtMs), historyId: scanId * 1000 + number, uuid: toUuid('nessus run', scanId, number), targets };
}

/** A scan's status is that of its last run. */
export function toScanStatus({ runs }: NessusScan, nowMs: number): string {
  const run = runs.at(-1);
  return run === undefined ? 'empty' : toRunStatus(run, nowMs);
}
