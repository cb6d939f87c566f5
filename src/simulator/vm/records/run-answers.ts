/** Runs of scans as answers show them: entries of the history, and what was found on a host. */
import { toHost } from '../../records/hosts.js';
import { plugins } from '../../records/plugins.js';
import type { SimulatedPlugin } from '../../records/plugins.js';
import { toRunEndS, toRunStatus as toTimedStatus } from '../../records/timed-run.js';
import { toRunStatus } from './scans.js';
import type { SimulatedRun, SimulatedScan } from './scans.js';
import { toUuid } from '../../invented-ids.js';

/** An entry of the history that is read page by page. */
export function toRunEntry(scan: SimulatedScan, run: SimulatedRun, nowMs: number): object {
  return {
    id: run.historyId,
    status: toShownStatus(scan, run, nowMs),
    is_archived: scan.isImported,
    visibility: 'public',
    targets: { custom: run.targets !== scan.targets, default: null },
    time_start: toStartS(run),
    time_end: toShownEndS(run, nowMs),
    scan_uuid: run.uuid,
  };
}

export function toRunDetails(scan: SimulatedScan, run: SimulatedRun, nowMs: number): object {
  return {
    owner_id: 1,
    schedule_uuid: scan.scheduleUuid,
    status: toShownStatus(scan, run, nowMs),
    is_archived: scan.isImported,
    scan_start: toStartS(run),
    scan_end: toShownEndS(run, nowMs),
    owner_uuid: toUuid('user', 1),
    owner: scan.owner,
    targets: run.targets,
    object_id: run.historyId,
    uuid: run.uuid,
    scan_type: scan.isImported ? null : 'ps',
    name: scan.name,
  };
}

export function toShownStatus(scan: SimulatedScan, run: SimulatedRun, nowMs: number): string {
  return scan.isImported ? 'imported' : toRunStatus(run, nowMs);
}

/** Unix time in seconds. */
export function toStartS({ startedAtMs }: SimulatedRun): number {
  return Math.floor(startedAtMs / 1000);
}

/** Unix time in seconds; `null` while it has no end. */
export function toShownEndS(run: SimulatedRun, nowMs: number): number | null {
  return ['running', 'paused'].includes(toTimedStatus(run, nowMs)) ? null : toRunEndS(run);
}

/** All that was found on machine number `number`. */
export function toHostDetails(number: number): object {
  const { fqdn, ipv4, macAddress, operatingSystem } = toHost(number);
  return {
    info: { 'mac-address': macAddress, 'host-fqdn': fqdn, 'host-ip': ipv4, 'operating-system': operatingSystem, host_start: 'Mon Jan  5 08:00:00 2026', host_end: 'Mon Jan  5 08:10:00 2026' },
    vulnerabilities: plugins.map((plugin, at) => ({
      count: 1, host_id: number + 1, hostname: ipv4, plugin_family: plugin.family, plugin_id: plugin.id, plugin_name: plugin.name,
      severity: plugin.severityId, severity_index: at, vuln_index: at + 1,
    })),
    compliance: [],
  };
}

export function toPluginOutput(number: number, { family, id, name, port, service, severityId, solution, synopsis }: SimulatedPlugin): object {
  return {
    outputs: [{
      ports: { [`${port} / tcp / ${service}`]: [{ hostname: toHost(number).ipv4 }] },
      has_attachment: 0, custom_description: null, plugin_output: `${name}: found on port ${port}.`, hosts: null, severity: severityId,
    }],
    info: { plugindescription: { severity: severityId, pluginname: name, pluginfamily: family, pluginid: String(id), pluginattributes: { synopsis, solution } } },
  };
}
