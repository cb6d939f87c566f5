/**
 * The state of the simulated container: who there is, what was scanned, which jobs run. Each area's part of it is made
 * by the file that invents its data; routes change it.
 */
import type { Clock } from '../../transport/clock.js';
import type { Collections } from '../plain-objects/collections.js';
import { createCollections } from '../plain-objects/collections.js';
import type { ExportJobs } from './export-jobs.js';
import { createExportJobs } from './export-jobs.js';
import type { ExportOutcome } from './chunk-plan.js';
import type { RecentValues } from '../recent-values.js';
import { createRecentValues } from '../recent-values.js';
import type { SimulatedAgent } from './records/agents.js';
import { createAgents } from './records/agents.js';
import type { ScanFile, SimulatedFolder, SimulatedScan } from './records/scans.js';
import { createScanFolders, createScans } from './records/scans.js';
import type { SimulatedTagCategory, SimulatedTagValue } from './records/tags.js';
import { createTagCategories, createTagValues } from './records/tags.js';
import type { SimulatedUser } from './records/users.js';
import { createUsers } from './records/users.js';

/** How a request for a job that runs already is refused: 409, or 429 as it was before 2024. */
export type DuplicateAnswer = 'conflict' | 'rate-limit';

export interface WorldOptions {
  readonly clock: Clock;
  /** Records of the vulns export. The number of assets and of compliance findings follows from it. */
  readonly vulns: number;
  readonly recordsPerChunk: number;
  /** The size to which records of the vulns export are filled up. */
  readonly recordBytes: number;
  readonly chunkDelayMs: number;
  readonly duplicateAnswer: DuplicateAnswer;
  /** Status requests until a job or file is ready, the one that says so included. */
  readonly pollsUntilReady: number;
  readonly administratorKeys: { readonly accessKey: string; readonly secretKey: string };
}

export interface World extends WorldOptions {
  /** Those that were there at first and those that were created. */
  readonly users: SimulatedUser[];
  scans: readonly SimulatedScan[];
  /** Folders of scans. */
  folders: readonly SimulatedFolder[];
  /** Export files of scans by their id. */
  readonly scanFiles: Map<string, ScanFile>;
  tagCategories: SimulatedTagCategory[];
  tagValues: SimulatedTagValue[];
  /** UUIDs of tag values by the UUID of the asset that has them. */
  readonly tagAssignments: Map<string, Set<string>>;
  readonly agents: readonly SimulatedAgent[];
  /** Objects of the areas without behaviour of their own. */
  readonly collections: Collections;
  readonly exportJobs: ExportJobs;
  /** Chunks that were made last: tests and measurements fetch the same ones again. */
  readonly chunkTexts: RecentValues<string>;
  /** How jobs end that are created from now on. */
  exportOutcome: ExportOutcome;
}

/** All chunk texts that are kept, in characters. */
const maxChunkTexts = 67_108_864;

/** A container as it is before the first request. */
export function createWorld(options: WorldOptions, exportOutcome: ExportOutcome): World {
  return {
    ...options,
    users: createUsers(options.administratorKeys),
    scans: createScans(),
    folders: createScanFolders(),
    scanFiles: new Map(),
    tagCategories: createTagCategories(),
    tagValues: createTagValues(),
    tagAssignments: new Map(),
    agents: createAgents(),
    collections: createCollections(),
    exportJobs: createExportJobs(),
    chunkTexts: createRecentValues(maxChunkTexts),
    exportOutcome,
  };
}
