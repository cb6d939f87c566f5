/** Scans as answers show them: short in the list, long in the details. */
import { toUuid } from '../../invented-ids.js';
import { toHost } from '../../records/hosts.js';
import { plugins, severities } from '../../records/plugins.js';
import { toRunEndS } from '../../records/timed-run.js';
import { toShownEndS, toShownStatus, toStartS } from './run-answers.js';
import { hostsPerScan, toScanHosts } from './scan-file.js';
import { toLongUuid, toScanStatus } from './scans.js';
import type { SimulatedFolder, SimulatedRun, SimulatedScan } from './scans.js';
import { usernames } from './users.js';

/** The permission number of whoever may configure a scan. */
export const canConfigure = 128;

/** The template that the scans were made from. */
const basicNetworkScan = toLongUuid('template', 'basic network scan');

export interface ScanSummary {
  /** Unix time in seconds. */
  readonly last_modification_date: number;
  readonly [name: string]: unknown;
}

export function toFolderEntry({ id, name, type }: SimulatedFolder): object {
  return { unread_count: 0, custom: type === 'custom' ? 1 : 0, default_tag: type === 'main' ? 1 : 0, type, name, id };
}

/** When the scan began to be what it is: its last change, or its last run. Unix time in seconds. */
export function toChangedAtS({ modifiedAtS, runs }: SimulatedScan): number {
  return Math.max(modifiedAtS, ...runs.slice(-1).map(toStartS));
}

/** How a scan's schedule is told wherever it is. */
export function toSchedule({ settings: { rrules = null, starttime = null, timezone = null } }: SimulatedScan): object {
  return { timezone, rrules, starttime };
}

/** One entry of the list. */
export function toScanSummary(scan: SimulatedScan, nowMs: number): ScanSummary {
  const run = scan.runs.at(-1);
  return {
    template_uuid: scan.isImported ? null : basicNetworkScan,
    permissions: canConfigure,
    legacy: false,
    type: scan.isImported ? null : 'remote',
    read: scan.isRead,
    last_modification_date: toChangedAtS(scan),
    creation_date: scan.createdAtS,
    status: toScanStatus(scan, nowMs),
    uuid: run?.uuid ?? null,
    shared: false,
    user_permissions: canConfigure,
    owner: scan.owner,
    schedule_uuid: scan.scheduleUuid,
    ...toSchedule(scan),
    enabled: scan.isEnabled && !scan.isImported,
    control: !scan.isImported,
    wizard_uuid: scan.isImported ? null : basicNetworkScan,
    policy_id: scan.isImported ? null : scan.id + 1000,
    name: scan.name,
    id: scan.id,
  };
}

/** All of a scan. A scan that never ran or was imported has no hosts and no findings, and leaves them out. */
export function toScanDetails(scan: SimulatedScan, run: SimulatedRun | undefined, nowMs: number): object {
  const status = run === undefined ? toScanStatus(scan, nowMs) : toShownStatus(scan, run, nowMs);
  const history = [...scan.runs].reverse().map((one) => toHistoryEntry(scan, one, nowMs));
  const ends = { notes: [], remediations: { num_cves: 0, num_hosts: 0, num_remediated_cves: 0, num_impacted_hosts: 0, remediations: [] } };
  if (status !== 'completed') return { info: toInfo(scan, run, status, nowMs), history, ...ends };
  const info = { ...toInfo(scan, run, status, nowMs), hostcount: hostsPerScan };
  return { info, hosts: toScanHosts(scan).map(toScanHost), vulnerabilities: toVulnerabilities(), comphosts: [], compliance: [], filters: [], history, ...ends };
}

function toInfo(scan: SimulatedScan, run: SimulatedRun | undefined, status: string, nowMs: number): object {
  return {
    owner: scan.owner,
    name: scan.name,
    no_target: false,
    folder_id: scan.folderId,
    control: !scan.isImported,
    user_permissions: canConfigure,
    schedule_uuid: scan.scheduleUuid,
    edit_allowed: false,
    scanner_name: scan.isImported ? null : 'Example Cloud Scanner',
    policy: scan.isImported ? null : 'Basic Network Scan',
    shared: null,
    object_id: scan.id,
    tag_targets: null,
    acls: [
      { permissions: 0, owner: null, display_name: null, name: null, uuid: null, id: null, type: 'default' },
      { permissions: canConfigure, owner: 1, display_name: usernames.administrator, name: usernames.administrator, uuid: toUuid('user', 1), id: 1, type: 'user' },
    ],
    uuid: run?.uuid ?? null,
    status,
    scan_type: scan.isImported ? null : 'ps',
    targets: scan.isImported ? null : run?.targets ?? scan.targets,
    alt_targets_used: scan.isImported ? null : run !== undefined && run.targets !== scan.targets,
    'pci-can-upload': scan.isImported ? null : false,
    scan_start: run === undefined ? null : toStartS(run),
    timestamp: toChangedAtS(scan),
    is_archived: scan.isImported,
    reindexing: false,
    scan_end: run === undefined ? null : toShownEndS(run, nowMs),
    haskb: !scan.isImported,
    hasaudittrail: !scan.isImported,
    scanner_start: null,
    scanner_end: null,
  };
}

function toHistoryEntry(scan: SimulatedScan, run: SimulatedRun, nowMs: number): object {
  return {
    history_id: run.historyId,
    owner_id: 1,
    creation_date: toStartS(run),
    last_modification_date: toRunEndS(run),
    uuid: run.uuid,
    type: scan.isImported ? null : 'ps',
    status: toShownStatus(scan, run, nowMs),
    scheduler: 0,
    alt_targets_used: scan.isImported ? null : run.targets !== scan.targets,
    is_archived: scan.isImported,
  };
}

function countOf(severityId: number): number {
  return plugins.filter((plugin) => plugin.severityId === severityId).length;
}

function toScanHost(number: number, at: number): object {
  return {
    asset_id: number + 1,
    host_id: number + 1,
    uuid: toUuid('host', number),
    hostname: toHost(number).ipv4,
    progress: '100-100/200-200',
    scanprogresscurrent: 100,
    scanprogresstotal: 100,
    numchecksconsidered: 100,
    totalchecksconsidered: 100,
    severitycount: { item: severities.map((_, severitylevel) => ({ count: countOf(severitylevel), severitylevel })) },
    severity: plugins.length,
    score: plugins.length,
    ...Object.fromEntries(severities.map((severity, id) => [severity, countOf(id)])),
    host_index: at,
  };
}

function toVulnerabilities(): readonly object[] {
  return plugins.map((plugin, at) => ({
    count: hostsPerScan,
    plugin_id: plugin.id,
    plugin_name: plugin.name,
    severity: plugin.severityId,
    plugin_family: plugin.family,
    vuln_index: at + 1,
  }));
}
