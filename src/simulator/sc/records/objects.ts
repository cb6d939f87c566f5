/** The invented objects of the simulated Security Center. */
import { toHost } from '../../records/hosts.js';
import { toUnixSeconds } from '../../records/invented-time.js';
import { createObjectStore, noObject, toSummary, toUserSummary } from '../objects.js';
import type { ObjectStore, ScKind, ScObject } from '../objects.js';
import { toBlankAsset, toBlankCredential, toBlankGroup, toBlankPolicy, toBlankRepository, toBlankScan, toBlankScanResult } from './blanks.js';
import type { Creation } from './blanks.js';
import { createScUsers } from './users.js';

/** Ids of objects to try things out with. */
export const scObjectIds = {
  /** Where all findings are. */
  repository: '1',
  /** A scan with a policy; it can be launched. */
  scan: '1',
  policy: '1000001',
  credential: '1000001',
  asset: '1',
  group: '1',
  scanResult: {
    /** Completed; it can be downloaded. */
    completed: '1',
    /** Ended in an error: downloads are refused in an envelope. */
    failed: '2',
    /** Older than the 30 days that lists show. */
    old: '3',
  },
} as const;

const daysS = 86_400;

/** The objects of a new Security Center. Results of scans are as old as `nowS` says: lists show those of 30 days. */
export function createScObjects(nowS: number): { readonly [Kind in ScKind]: ObjectStore } {
  const users = createScUsers();
  const [administrator] = users;
  const creation: Creation = { owner: administrator === undefined ? noObject : toUserSummary(administrator), nowS: toUnixSeconds(-100) };
  const repository = { ...toBlankRepository(scObjectIds.repository, creation), name: 'Example repository' };
  const policies = ['Example basic scan', 'Example audit'].map((name, at) => ({ ...toBlankPolicy(String(1_000_001 + at), creation), name, preferences: { port_range: 'default' } }));
  const scans = ['Example network', 'Example servers', 'Example desktops'].map((name, at): ScObject => ({
    ...toBlankScan(String(at + 1), creation), name, ipList: `192.0.2.${at * 16}/28`, repository: toSummary(repository), policy: toSummary(policies[0] ?? repository),
  }));
  const results = [['Completed', 2], ['Error', 3], ['Completed', 45]].map(([status, ageDays], at): ScObject => ({
    ...toBlankScanResult(String(at + 1), { ...creation, nowS: nowS - Number(ageDays) * daysS }),
    name: 'Example network', scan: toSummary(scans[0] ?? repository), repository: toSummary(repository), details: 'Example basic scan',
    ...(status === 'Error' ? { errorDetails: 'The scanner could not be reached.' } : { importStatus: 'Finished' }),
  }));
  const assets = ['All Defined Ranges', 'Example servers'].map((name, at): ScObject => ({
    ...toBlankAsset(String(at), creation), name, typeFields: { definedIPs: toHost(at).ipv4 }, ipCount: 1,
  }));
  return {
    user: createObjectStore(users),
    repository: createObjectStore([repository]),
    policy: createObjectStore(policies),
    scan: createObjectStore(scans),
    scanResult: createObjectStore(results),
    asset: createObjectStore(assets),
    group: createObjectStore([{ ...toBlankGroup('0', creation), name: 'Full Access' }, { ...toBlankGroup(scObjectIds.group, creation), name: 'Example group' }]),
    credential: createObjectStore([{
      ...toBlankCredential(scObjectIds.credential, creation), name: 'Example account', typeFields: { authType: 'password', username: 'scanner', password: 'SET' },
    }], 1_000_001),
  };
}
