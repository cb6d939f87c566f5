/** Objects with nothing but their defaults, in the members and types that answers were recorded to have. */
import { noObject } from '../objects.js';
import type { ScObject } from '../objects.js';

/** By whom and when something is made. */
export interface Creation {
  /** What answers say of the owner. */
  readonly owner: object;
  /** Unix time in seconds. */
  readonly nowS: number;
}

const everything = { id: '0', name: 'Full Access', description: 'All there is' } as const;

function toOwned({ owner, nowS }: Creation): Readonly<Record<string, unknown>> {
  return {
    createdTime: String(nowS), modifiedTime: String(nowS), canUse: 'true', canManage: 'true', creator: owner, owner, ownerGroup: everything,
  };
}

export function toBlankScan(id: string, creation: Creation): ScObject {
  return {
    id, name: '', description: '', ipList: '', type: 'policy', dhcpTracking: 'false', classifyMitigatedAge: '0', emailOnLaunch: 'false',
    emailOnFinish: 'false', timeoutAction: 'import', scanningVirtualHosts: 'false', rolloverType: 'template', status: '0', maxScanTime: '3600',
    reports: [], assets: [], credentials: [], numDependents: '0', policy: noObject, policyPrefs: [], repository: noObject, plugin: noObject, zone: noObject,
    schedule: { id: `10${id}`, objectType: 'scan', type: 'template', start: '', repeatRule: '', nextRun: 0 },
    ...toOwned(creation),
  };
}

export function toBlankPolicy(id: string, creation: Creation): ScObject {
  return {
    id, name: '', description: '', tags: '', generateXCCDFResults: 'false', context: '', auditFiles: [], preferences: {}, families: [], status: '0',
    groups: [], targetGroup: noObject, policyTemplate: { id: '1', name: 'Advanced Scan', description: 'A scan with every setting' },
    ...toOwned(creation),
  };
}

export function toBlankAsset(id: string, creation: Creation): ScObject {
  return {
    id, name: '', type: 'static', description: '', tags: '', context: '', status: '0', typeFields: {}, repositories: [], ipCount: -1, groups: [],
    assetDataFields: [], targetGroup: noObject, template: noObject,
    ...toOwned(creation),
  };
}

export function toBlankCredential(id: string, creation: Creation): ScObject {
  return { id, type: 'ssh', name: '', description: '', tags: '', typeFields: {}, groups: [], targetGroup: noObject, ...toOwned(creation) };
}

export function toBlankGroup(id: string, { nowS }: Creation): ScObject {
  return {
    id, name: '', description: '', createdTime: String(nowS), modifiedTime: String(nowS), lces: [], repositories: [], definingAssets: [], userCount: 0,
    users: [], assets: [], policies: [], queries: [], credentials: [], dashboardTabs: [], auditFiles: [], arcs: [],
  };
}

export function toBlankRepository(id: string, { nowS }: Creation): ScObject {
  return {
    id, name: '', description: '', type: 'Local', dataFormat: 'IPv4', remoteID: null, remoteIP: null, running: 'false', downloadFormat: 'v2',
    lastSyncTime: '0', createdTime: String(nowS), modifiedTime: String(nowS), lastVulnUpdate: String(nowS), vulnCount: '0', organizations: [],
    typeFields: {
      correlation: [], nessusSchedule: { type: 'never', start: '', repeatRule: '' }, ipRange: '0.0.0.0/0', ipCount: '0', runningNessus: 'false',
      lastGenerateNessusTime: '0', trendingDays: '0', trendWithRaw: 'false', lastTrendUpdate: '0',
    },
  };
}

/** A run of a scan, without what changes while it runs. */
export function toBlankScanResult(id: string, { owner, nowS }: Creation): ScObject {
  return {
    id, name: '', description: '', details: '', importStatus: 'No Results', importStart: '-1', importFinish: '-1', importDuration: '-1',
    diagnosticAvailable: 'false', downloadFormat: 'v2', dataFormat: 'IPv4', resultType: 'active', resultSource: 'internal', errorDetails: '',
    importErrorDetails: '', createdTime: String(nowS), initiator: owner, owner, ownerGroup: everything, scan: noObject, repository: noObject,
  };
}
