/** The invented users of the simulated Nessus. */
import { toHexId } from '../../invented-ids.js';

export interface NessusUser {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly type: string;
  /** 16 basic, 32 standard, 64 administrator, 128 system administrator. */
  readonly permissions: number;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly password: string;
  /** Bad log-ins since the last good one. */
  readonly failedLogIns: number;
  /** The last log-in. Unix time in seconds. */
  readonly lastLogInS: number;
}

/** Login names of the users that are there at first, one for each kind. */
export const nessusUsernames = { administrator: 'admin', standard: 'standard', basic: 'basic' } as const;

/** The permission number from which on somebody is an administrator. */
export const administrator = 64;

/** The permission number from which on scans may be changed. */
export const standard = 32;

export function createNessusUsers(administratorKeys: Pick<NessusUser, 'accessKey' | 'secretKey'>): NessusUser[] {
  return [
    { ...createNessusUser(1, nessusUsernames.administrator, 128), ...administratorKeys },
    createNessusUser(2, nessusUsernames.standard, 32),
    createNessusUser(3, nessusUsernames.basic, 16),
  ];
}

/** A user with keys and a password of their own. */
export function createNessusUser(id: number, username: string, permissions: number): NessusUser {
  return {
    id, username, name: username, email: `${username}@example.com`, type: 'local', permissions,
    accessKey: toHexId('nessus access key', username), secretKey: toHexId('nessus secret key', username),
    password: `Simulated-${toHexId('nessus password', username).slice(0, 12)}`, failedLogIns: 0, lastLogInS: 0,
  };
}
