/** The invented findings of the vulns export. A member without a value is left out, as Tenable does. */
import { toUuid } from '../invented-ids.js';
import { toHost } from './hosts.js';
import { toIso } from './invented-time.js';
import { plugins, riskFactors, severities } from './plugins.js';
import type { SimulatedPlugin } from './plugins.js';

/** Findings that each machine has. */
export const vulnsPerHost = 4;

/** The scan that found them all. */
const scan = { scheduleUuid: `template-${toUuid('schedule', 1)}`, uuid: toUuid('run', 1) };

/** Finding number `number`, counted from 0. */
export function toVuln(number: number): object {
  const host = toHost(Math.floor(number / vulnsPerHost));
  const plugin = toPlugin(number);
  const firstFound = toIso(-60, number % 86_400);
  const lastFound = toIso(-2, number % 86_400);
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
    output: `Checked ${host.fqdn} and found what "${plugin.name}" looks for.\n`,
    plugin: pluginParts.get(plugin),
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

/** What the filters `severity`, `state` and `plugin_id` look at, without making the whole finding. */
export function matchesVulnFilters(number: number, { severity, state, plugin_id }: Readonly<Record<string, unknown>>): boolean {
  return isIn(severity, toSeverity(number)) && isIn(state, toState(number)) && isIn(plugin_id, toPlugin(number).id);
}

function isIn(wanted: unknown, value: string | number): boolean {
  if (!Array.isArray(wanted) || wanted.length === 0) return true;
  return wanted.some((one: unknown) => String(one).toLowerCase() === String(value).toLowerCase());
}

function toSeverity(number: number): string {
  return severities[toPlugin(number).severityId] ?? '';
}

/** No fixed ones: without a filter Tenable leaves those out. */
function toState(number: number): string {
  return number % 10 === 9 ? 'REOPENED' : 'OPEN';
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
const pluginParts: ReadonlyMap<SimulatedPlugin, object> = /* @__PURE__ */ new Map(plugins.map((plugin) => [plugin, toPluginPart(plugin)]));
