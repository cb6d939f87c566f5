/** The state of the simulated Nessus: who there is, what was scanned, what runs. Routes change it. */
import { createCollections } from '../plain-objects/collections.js';
import type { Collections } from '../plain-objects/collections.js';
import { toHexId, toUuid } from '../invented-ids.js';
import { toHost } from '../records/hosts.js';
import { toUnixSeconds } from '../records/invented-time.js';
import { createSessionStore } from '../sessions.js';
import type { SessionStore } from '../sessions.js';
import { createFolders, createNessusScans } from './records/scans.js';
import type { NessusFolder, NessusScan } from './records/scans.js';
import { templates } from './records/templates.js';
import { createNessusUsers } from './records/users.js';
import type { NessusUser } from './records/users.js';

/** Only `manager` has an API for changing scans, and agents. */
export type NessusEdition = 'essentials' | 'expert' | 'manager' | 'professional';

/** How ready the server is. */
export interface NessusReadiness {
  /** `ready`, `loading`, `register`, `locked` and others. */
  readonly status: string;
  /** Questions for its status that are answered like this before it is ready. Default: all of them. */
  readonly polls?: number;
  /** The status of those answers: no source says which a real one has while it loads. Default 200. */
  readonly httpStatus?: 200 | 503;
}

export interface NessusWorldOptions {
  readonly version: string;
  readonly tellsVersion: boolean;
  readonly edition: NessusEdition;
  readonly hasPasswordComplexity: boolean;
  /** Seconds after which a session that is not used ends. */
  readonly sessionTimeoutS: number;
  /** Bad log-ins after which a user is locked out. */
  readonly maxFailedLogIns: number;
  /** Status requests until a file is ready, the one that says so included. */
  readonly pollsUntilReady: number;
  readonly agents: number;
  readonly administratorKeys: Pick<NessusUser, 'accessKey' | 'secretKey'>;
}

export interface NessusPolicy {
  readonly id: number;
  readonly name: string;
  readonly templateUuid: string;
  readonly owner: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Unix time in seconds. */
  readonly createdAtS: number;
  readonly modifiedAtS: number;
}

/** A file that is prepared. */
export interface PreparedFile {
  readonly filename: string;
  readonly text: string;
  readonly isBroken: boolean;
  /** What version 6 names it by. */
  readonly number: number;
  polls: number;
}

export interface NessusAgent {
  readonly id: number;
  readonly [name: string]: unknown;
}

export interface NessusWorld extends NessusWorldOptions {
  /** Objects of the areas without behaviour of their own. */
  readonly collections: Collections;
  users: readonly NessusUser[];
  folders: readonly NessusFolder[];
  scans: readonly NessusScan[];
  policies: readonly NessusPolicy[];
  linkedAgents: readonly NessusAgent[];
  /** Numbers of users by the id of a group. */
  readonly groupUsers: Map<string, readonly number[]>;
  readonly files: Map<string, PreparedFile>;
  readonly sessions: SessionStore;
  readiness: NessusReadiness;
}

export function createNessusWorld(options: NessusWorldOptions): NessusWorld {
  return {
    collections: createCollections(),
    ...options,
    users: createNessusUsers(options.administratorKeys),
    folders: createFolders(),
    scans: createNessusScans(),
    policies: ['Example policy', 'Example audit'].map((name, at) => ({
      id: 21 + at, name, templateUuid: templates[1]?.uuid ?? '', owner: 'admin', settings: {}, createdAtS: toUnixSeconds(-50), modifiedAtS: toUnixSeconds(-50),
    })),
    linkedAgents: Array.from({ length: options.edition === 'manager' ? options.agents : 0 }, (_, at) => toAgent(at)),
    groupUsers: new Map([['1', [1]]]),
    files: new Map(),
    sessions: createSessionStore(options.sessionTimeoutS * 1000, (number) => ({ token: toHexId('nessus token', number), cookie: '' })),
    readiness: { status: 'ready' },
  };
}

function toAgent(number: number): NessusAgent {
  const { fqdn, ipv4 } = toHost(number);
  return {
    id: number + 1, uuid: toUuid('nessus agent', number), name: fqdn, platform: 'LINUX', distro: 'es8-x86-64', ip: ipv4, status: number % 4 === 3 ? 'off' : 'on',
    core_version: '10.8.3', linked_on: toUnixSeconds(-90), last_connect: toUnixSeconds(-1), last_scanned: toUnixSeconds(-2),
  };
}
