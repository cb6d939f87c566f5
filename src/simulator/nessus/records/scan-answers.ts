/** Scans as answers show them: short in the list, long in the details. */
import { toHost } from '../../records/hosts.js';
import { plugins, severities } from '../../records/plugins.js';
import { toRunEndS, toRunStatus } from '../../records/timed-run.js';
import { toScanStatus } from './scans.js';
import type { NessusFolder, NessusRun, NessusScan } from './scans.js';

/** Machines that every scan finds. */
const hostsPerScan = 3;

export function toScanHosts({ id }: NessusScan): readonly number[] {
  return Array.from({ length: hostsPerScan }, (_, at) => (id % 50) * hostsPerScan + at);
}

export function toFolderEntry({ id, name, type }: NessusFolder): object {
  return { id, name, type, custom: type === 'custom' ? 1 : 0, default_tag: type === 'main' ? 1 : 0, unread_count: null };
}

/** One entry of the list. */
export function toScanSummary(scan: NessusScan, nowMs: number): object {
  const run = scan.runs.at(-1);
  const { enabled = false, rrules = null, starttime = null, timezone = null } = scan.settings;
  return {
    id: scan.id, uuid: run?.uuid ?? null, name: scan.name, status: toScanStatus(scan, nowMs), folder_id: scan.folderId, type: 'local', owner: scan.owner,
    read: true, shared: false, control: true, user_permissions: 128, creation_date: scan.createdAtS, last_modification_date: toChangedAtS(scan),
    enabled: enabled === true || enabled === 1, rrules, starttime, timezone,
  };
}

/** How a scan is set up, as creating it and changing it are answered: flags are numbers here. */
export function toScanSchedule(scan: NessusScan): object {
  const { description = null, enabled = false, rrules = null, starttime = null, timezone = null } = scan.settings;
  return {
    id: scan.id, uuid: `template-${scan.templateUuid}`, name: scan.name, description, policy_id: scan.id + 1000, scanner_id: 1, container_id: 0, custom_targets: scan.targets,
    enabled: enabled === true || enabled === 1 ? 1 : 0, rrules, starttime, timezone, use_dashboard: 0, live_results: 0, shared: 0, type: 'public', owner: scan.owner,
    user_permissions: 128, default_permisssions: 0, creation_date: scan.createdAtS, last_modification_date: toChangedAtS(scan),
  };
}

/** The last change or the end of the last run. Unix time in seconds. */
export function toChangedAtS(scan: NessusScan): number {
  const run = scan.runs.at(-1);
  return Math.max(scan.modifiedAtS, run === undefined ? 0 : Math.floor(run.startedAtMs / 1000));
}

/** All of a scan. One that never ran has `null` for hosts and findings. */
export function toScanDetails(scan: NessusScan, run: NessusRun | undefined, nowMs: number): object {
  const status = run === undefined ? 'empty' : toRunStatus(run, nowMs);
  const isOver = status === 'completed' || status === 'canceled';
  const hosts = status === 'completed' ? toScanHosts(scan).map(toScanHost) : null;
  return {
    info: {
      name: scan.name, status, uuid: run?.uuid ?? null, object_id: scan.id, folder_id: scan.folderId, policy: 'Basic Network Scan', targets: run?.targets ?? scan.targets,
      scanner_name: 'Local Scanner', hostcount: hosts?.length ?? 0, scan_start: run === undefined ? null : Math.floor(run.startedAtMs / 1000),
      scan_end: run !== undefined && isOver ? toRunEndS(run) : null, user_permissions: 128, control: true, edit_allowed: true, scan_type: 'local',
    },
    hosts,
    vulnerabilities: hosts === null ? null : plugins.map((plugin, at) => ({
      plugin_id: plugin.id, plugin_name: plugin.name, plugin_family: plugin.family, severity: plugin.severityId, count: hostsPerScan, vuln_index: at + 1, severity_index: at,
    })),
    history: scan.runs.length === 0 ? null : scan.runs.map((one) => ({
      history_id: one.historyId, uuid: one.uuid, status: toRunStatus(one, nowMs), type: 'local', owner_id: 1,
      creation_date: Math.floor(one.startedAtMs / 1000), last_modification_date: toRunEndS(one),
    })),
    comphosts: [], compliance: [], notes: null, filters: [],
  };
}

function toScanHost(number: number, at: number): object {
  const counts = severities.map((severity, id) => [severity, plugins.filter((plugin) => plugin.severityId === id).length] as const);
  return { host_id: number + 1, host_index: at, hostname: toHost(number).ipv4, progress: '100-100/200-200', score: plugins.length, ...Object.fromEntries(counts) };
}
