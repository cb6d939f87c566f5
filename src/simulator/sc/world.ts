/** The state of the simulated Security Center: who there is, what was scanned, what runs. Routes change it. */
import { createCollections } from '../plain-objects/collections.js';
import type { Collections } from '../plain-objects/collections.js';
import { createSessionStore } from '../sessions.js';
import type { SessionStore } from '../sessions.js';
import { toHexId } from '../invented-ids.js';
import type { ObjectStore, ScKind } from './objects.js';
import { createScObjects, scObjectIds } from './records/objects.js';
import { createAccount, scUsernames } from './records/users.js';
import type { ScAccount } from './records/users.js';
import { createScanRun, runDurationMs } from './scan-runs.js';
import type { ScanRun } from './scan-runs.js';

export interface ScWorldOptions {
  /** Such as `6.4.0`. */
  readonly version: string;
  /** Findings that an analysis is about. */
  readonly vulns: number;
  /** Whether new passwords must be strong. */
  readonly hasPasswordComplexity: boolean;
  /** Seconds after which a session that is not used ends. */
  readonly sessionTimeoutS: number;
  /** Sessions that a user may have at once. */
  readonly maxSessions: number;
  readonly administratorKeys: Pick<ScAccount, 'accessKey' | 'secretKey'>;
}

export interface Feed {
  /** Unix time in seconds. */
  updatedAtS: number;
  /** Status requests that are still told of a running update. */
  pollsLeft: number;
}

export interface ScWorld extends ScWorldOptions {
  /** Objects of the areas without behaviour of their own. */
  readonly collections: Collections;
  readonly objects: { readonly [Kind in ScKind]: ObjectStore };
  /** By the id of their user. */
  readonly accounts: Map<string, ScAccount>;
  /** By the id of their result. */
  readonly runs: Map<string, ScanRun>;
  readonly sessions: SessionStore;
  /** By type. */
  readonly feeds: ReadonlyMap<string, Feed>;
}

export const feedTypes = ['sc', 'active', 'passive', 'lce'] as const;

const dayMs = 86_400_000;

export function createScWorld(options: ScWorldOptions, nowMs: number): ScWorld {
  const objects = createScObjects(Math.floor(nowMs / 1000));
  return {
    collections: createCollections(),
    ...options,
    objects,
    accounts: new Map(objects.user.all().map((user) => {
      const account = createAccount(String(user['username']));
      return [user.id, user['username'] === scUsernames.administrator ? { ...account, ...options.administratorKeys } : account];
    })),
    runs: new Map(objects.scanResult.all().map((result) => [result.id, toFormerRun(result.id, Number(result['createdTime']) * 1000)])),
    sessions: createSessionStore(options.sessionTimeoutS * 1000, (number) => ({
      token: String(Number.parseInt(toHexId('sc token', number).slice(0, 8), 16)),
      cookie: toHexId('sc cookie', number),
    })),
    feeds: new Map(feedTypes.map((type) => [type, { updatedAtS: Math.floor((nowMs - dayMs) / 1000), pollsLeft: 0 }])),
  };
}

function toFormerRun(id: string, createdAtMs: number): ScanRun {
  const run = createScanRun(createdAtMs);
  return id === scObjectIds.scanResult.failed ? { ...run, ending: { status: 'Error', atMs: createdAtMs + runDurationMs / 2 } } : run;
}

/** Whether the version is at least that one: `isFrom(world, 5, 20)`. */
export function isFrom({ version }: Pick<ScWorldOptions, 'version'>, wantedMajor: number, wantedMinor: number): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
