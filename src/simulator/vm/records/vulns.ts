/** The invented findings of the vulns export. A member without a value is left out, as Tenable does. */
import { toUuid } from '../../invented-ids.js';
import { isAmong, isSince } from '../selection.js';
import type { RecordFilter } from '../selection.js';
import { toHost, toSeenDays } from '../../records/hosts.js';
import type { SimulatedHost } from '../../records/hosts.js';
import { toIso, toUnixSeconds } from '../../records/invented-time.js';
import { toOutputFill } from '../../records/plugin-output.js';
import { plugins, riskFactors, severities } from '../../records/plugins.js';
import type { SimulatedPlugin } from '../../records/plugins.js';

/** Findings that each machine has. */
export const vulnsPerHost = 4;

/** The scan that found them all. */
const scan = { scheduleUuid: `template-${toUuid('schedule', 1)}`, uuid: toUuid('run', 1) };

/** What filters can select by, without making the whole finding. `since` is about open findings here: none is fixed. */
export const vulnFilters: Readonly<Record<string, RecordFilter>> = {
  severity: isAmong(toSeverity),
  state: isAmong(toState),
  plugin_id: isAmong((number) => toPlugin(number).id),
  first_found: isSince(toFirstFoundS),
  first_seen: isSince(toFirstFoundS),
  since: isSince(toLastFoundS),
  last_found: isSince(toLastFoundS),
  last_seen: isSince(toLastFoundS),
  indexed_at: isSince(toLastFoundS),
};

/**
 * The JSON text of finding number `number`, counted from 0. Its plugin output goes on until the text has `recordBytes`;
 * a text that has as many anyway stays as it is.
 */
export function toVulnText(number: number, recordBytes: number): string {
  const plugin = toPlugin(number);
  const host = toHost(Math.floor(number / vulnsPerHost));
  const output = `Checked ${host.fqdn} and found what "${plugin.name}" looks for.\n`;
  const start = `{"plugin":${pluginTexts.get(plugin) ?? ''},"output":${JSON.stringify(output).slice(0, -1)}`;
  const end = `",${JSON.stringify(toRest(number, plugin, host)).slice(1)}`;
  return start + toOutputFill(Math.max(recordBytes - start.length - end.length, 0)) + end; // ASCII: a byte for each character
}

/** All of a finding but its plugin and output. */
function toRest(number: number, plugin: SimulatedPlugin, host: SimulatedHost): object {
  const days = toSeenDays(host.number);
  const firstFound = toIso(days.first, number % 86_400);
  const lastFound = toIso(days.last, number % 86_400);
  return {
    asset: {
      device_type: 'general-purpose',
      fqdn: host.fqdn,
      hostname: host.fqdn,
      uuid: host.uuid,
      ipv4: host.ipv4,
      last_authenticated_results: lastFound,
      mac_address: host.macAddress,
      netbios_name: host.netbiosName,
      operating_system: [host.operatingSystem],
      network_id: '00000000-0000-0000-0000-000000000000',
      tracked: true,
    },
    port: { port: plugin.port, protocol: 'TCP', ...(plugin.service === '' ? {} : { service: plugin.service }) },
    scan: { completed_at: lastFound, schedule_uuid: scan.scheduleUuid, started_at: lastFound, uuid: scan.uuid },
    severity: toSeverity(number),
    severity_id: plugin.severityId,
    severity_default_id: plugin.severityId,
    severity_modification_type: 'NONE',
    first_found: firstFound,
    last_found: lastFound,
    indexed: lastFound,
    state: toState(number),
    source: host.hasAgent ? 'AGENT' : 'NESSUS',
    finding_id: toUuid('finding', number),
  };
}

function toSeverity(number: number): string {
  return severities[toPlugin(number).severityId] ?? '';
}

/** No fixed ones: without a filter Tenable leaves those out. */
function toState(number: number): string {
  return number % 10 === 9 ? 'REOPENED' : 'OPEN';
}

function toFirstFoundS(number: number): number {
  return toUnixSeconds(toSeenDays(Math.floor(number / vulnsPerHost)).first, number % 86_400);
}

function toLastFoundS(number: number): number {
  return toUnixSeconds(toSeenDays(Math.floor(number / vulnsPerHost)).last, number % 86_400);
}

function toPlugin(number: number): SimulatedPlugin {
  const at = Math.floor(number / vulnsPerHost) + (number % vulnsPerHost); // all different on one machine
  return plugins[at % plugins.length] ?? plugins[0];
}

function toPluginPart(plugin: SimulatedPlugin): object {
  return {
    ...(plugin.cves.length === 0 ? {} : { cve: plugin.cves }),
    description: `${plugin.synopsis} This finding is invented.`,
    family: plugin.family,
    family_id: plugin.familyId,
    has_patch: plugin.cves.length > 0,
    id: plugin.id,
    name: plugin.name,
    modification_date: toIso(-30),
    publication_date: toIso(-300),
    risk_factor: riskFactors[plugin.severityId],
    ...(plugin.severityId === 0 ? {} : { cvss3_base_score: plugin.severityId * 2.4 }),
    solution: plugin.solution,
    synopsis: plugin.synopsis,
    type: plugin.port === 0 ? 'local' : 'remote',
    version: '1.3',
    ...(plugin.cves.length === 0 ? {} : { xrefs: plugin.cves.map((cve) => ({ type: 'CVE', id: cve.slice(4) })) }),
  };
}

/** Made once: most of a finding is about its plugin. */
const pluginTexts: ReadonlyMap<SimulatedPlugin, string> = /* @__PURE__ */ new Map(plugins.map((plugin) => [plugin, JSON.stringify(toPluginPart(plugin))]));
