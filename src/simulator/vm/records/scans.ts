/** The invented scans of the simulated container. */
import { toHexId, toUuid } from '../../invented-ids.js';
import { toUnixSeconds } from '../../records/invented-time.js';

/** One run of a scan. */
export interface SimulatedRun {
  readonly historyId: number;
  readonly uuid: string;
  /** Unix time in seconds. */
  readonly startedAtS: number;
  /** Unix time in seconds; until then the run is `running`. */
  readonly endsAtS: number;
  readonly targets: string;
}

export interface SimulatedScan {
  readonly id: number;
  readonly name: string;
  readonly scheduleUuid: string;
  readonly folderId: number;
  readonly targets: string;
  readonly isImported: boolean;
  /** Whether its export files end in `error`. */
  readonly isExportBroken: boolean;
  /** Unix time in seconds. */
  readonly createdAtS: number;
  /** The earliest first. */
  readonly runs: SimulatedRun[];
}

/** An export file of a scan. */
export interface ScanFile {
  readonly scan: SimulatedScan;
  readonly format: string;
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

/** How long a run takes that is launched. */
export const runDurationS = 900;

const scanCount = 30;

export function createScans(): readonly SimulatedScan[] {
  return Array.from({ length: scanCount }, (_, at) => createScan(scanIds.completed + at, at));
}

function createScan(id: number, at: number): SimulatedScan {
  const targets = `192.0.2.${at * 8}/29`;
  const runCount = id === scanIds.neverRun ? 0 : id === scanIds.imported ? 1 : 2;
  return {
    id,
    name: `Example network ${at + 1}`,
    scheduleUuid: id === scanIds.imported ? toUuid('schedule', id) + toHexId(id).slice(0, 16) : `template-${toUuid('schedule', id)}`,
    folderId: at % 3 === 2 ? folders.custom : folders.main,
    targets,
    isImported: id === scanIds.imported,
    isExportBroken: id === scanIds.brokenExport,
    createdAtS: toUnixSeconds(-120 + at),
    runs: Array.from({ length: runCount }, (_, run) => createRun(id, run + 1, toUnixSeconds(-14 + 7 * run, at * 60), targets)),
  };
}

/** Run number `number` of a scan, counted from 1. */
export function createRun(scanId: number, number: number, startedAtS: number, targets: string): SimulatedRun {
  return { historyId: scanId * 1000 + number, uuid: toUuid('run', scanId, number), startedAtS, endsAtS: startedAtS + runDurationS, targets };
}

/** A scan's status at a time. */
export function toScanStatus(scan: SimulatedScan, nowMs: number): string {
  const run = scan.runs.at(-1);
  if (run === undefined) return 'empty';
  return scan.isImported ? 'imported' : toRunStatus(run, nowMs);
}

/** The invented runs are over whatever time it is; those that are launched run by the clock. */
export function toRunStatus({ endsAtS, startedAtS }: SimulatedRun, nowMs: number): string {
  const nowS = nowMs / 1000;
  return nowS >= startedAtS && nowS < endsAtS ? 'running' : 'completed';
}
