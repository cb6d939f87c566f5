/** The invented users of the simulated container. */
import { toHexId, toUuid } from '../../invented-ids.js';

export interface SimulatedUser {
  readonly id: number;
  readonly uuid: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly type: string;
  readonly permissions: number;
  readonly enabled: boolean;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The present password and those before it. */
  readonly passwords: readonly string[];
}

/** Login names of the users that are there at first, one for each kind. */
export const usernames = {
  administrator: 'admin@example.com',
  scanManager: 'manager@example.com',
  standard: 'standard@example.com',
  basic: 'basic@example.com',
  /** An account that is switched off: its keys do not work, and it cannot be impersonated. */
  disabled: 'disabled@example.com',
} as const;

/** Domains that login names may have. */
export const approvedDomains: readonly string[] = ['example.com'];

/** The container that everything belongs to. */
export const container = { id: 1, uuid: toUuid('container'), name: 'Simulated Container' } as const;

/** The users of a new container. The administrator has the keys that were asked for, the others their own. */
export function createUsers(administratorKeys: Pick<SimulatedUser, 'accessKey' | 'secretKey'>): SimulatedUser[] {
  return [
    { ...createUser(1, usernames.administrator, 'Example Administrator', 64), ...administratorKeys },
    createUser(2, usernames.scanManager, 'Example Scan Manager', 40),
    createUser(3, usernames.standard, 'Example Standard User', 32),
    createUser(4, usernames.basic, 'Example Basic User', 16),
    { ...createUser(5, usernames.disabled, 'Example Leaver', 32), enabled: false },
  ];
}

/** A user with keys and a password of its own. */
export function createUser(id: number, username: string, name: string, permissions: number): SimulatedUser {
  return {
    id,
    uuid: toUuid('user', id),
    username,
    name,
    email: username,
    type: 'local',
    permissions,
    enabled: true,
    accessKey: toHexId('access key', username) + toHexId('access', username),
    secretKey: toHexId('secret key', username) + toHexId('secret', username),
    passwords: [`Simulated-${toHexId('password', username)}`],
  };
}
