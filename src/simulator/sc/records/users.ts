/** The invented users of the simulated Security Center. */
import { toHexId } from '../../invented-ids.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import { noObject } from '../objects.js';
import type { ScObject } from '../objects.js';

/** How a user proves who they are. */
export interface ScAccount {
  readonly accessKey: string;
  readonly secretKey: string;
  password: string;
}

/** Whom a request acts as. */
export interface ScUser {
  readonly id: string;
  readonly username: string;
  /** May do everything. */
  readonly isAdministrator: boolean;
  /** May look, and change nothing. */
  readonly isAuditor: boolean;
}

/** Login names of the users that are there at first, one for each kind. */
export const scUsernames = {
  administrator: 'admin',
  /** A security manager: everything but what only administrators may. */
  manager: 'manager',
  /** May look at everything and change nothing. */
  auditor: 'auditor',
  /** An account that is locked: neither its keys nor its password work. */
  locked: 'locked',
} as const;

const roles: Readonly<Record<string, string>> = {
  '1': 'Administrator', '2': 'Security Manager', '3': 'Security Analyst', '4': 'Vulnerability Analyst', '5': 'Executive', '6': 'Credential Manager', '7': 'Auditor',
};

const roleOf: readonly (readonly [string, string])[] = [
  [scUsernames.administrator, '1'], [scUsernames.manager, '2'], [scUsernames.auditor, '7'], [scUsernames.locked, '2'],
];

export function createScUsers(): readonly ScObject[] {
  return roleOf.map(([username, role], at) => ({
    ...toUserObject(String(at + 1), username, toUnixSeconds(-200)),
    role: toRole(role),
    locked: String(username === scUsernames.locked),
  }));
}

/** A user with nothing but a name. */
export function toUserObject(id: string, username: string, nowS: number): ScObject {
  return {
    id, status: '0', username, firstname: '', lastname: '', title: '', email: '', address: '', city: '', state: '', country: '', phone: '', fax: '',
    createdTime: String(nowS), modifiedTime: String(nowS), lastLogin: '0', lastLoginIP: '', mustChangePassword: 'false', locked: 'false',
    failedLogins: '0', authType: 'tns', fingerprint: null, password: 'SET', ldapUsername: '', managedUsersGroups: [], managedObjectsGroups: [],
    preferences: [], canUse: true, canManage: true, role: toRole('3'), responsibleAsset: noObject,
    group: { id: '0', name: 'Full Access', description: 'All there is' }, ldap: noObject,
  };
}

/** What an answer says of a role; one that is not there has no name. */
export function toRole(id: string): object {
  return { id, name: roles[id] ?? '', description: '' };
}

export function isRole(id: string): boolean {
  return Object.hasOwn(roles, id);
}

export function createAccount(username: string): ScAccount {
  return {
    accessKey: toHexId('sc access key', username),
    secretKey: toHexId('sc secret key', username),
    password: `Simulated-${toHexId('sc password', username).slice(0, 12)}`,
  };
}

/** What a user may do. */
export function toScUser({ id, role, username }: ScObject): ScUser {
  const roleId = String((role as { readonly id: unknown }).id); // every user is made with a role
  return { id, username: String(username), isAdministrator: roleId === '1', isAuditor: roleId === '7' };
}
