/** Findings of an analysis, and the records that tools make of them. */
import { toHost } from '../records/hosts.js';
import type { SimulatedHost } from '../records/hosts.js';
import { toUnixSeconds } from '../records/invented-time.js';
import { plugins, riskFactors, severities } from '../records/plugins.js';
import type { SimulatedPlugin } from '../records/plugins.js';
import { scObjectIds } from './records/objects.js';

export interface Finding {
  readonly host: SimulatedHost;
  readonly plugin: SimulatedPlugin;
  /** Whether it is read from the result of a scan, not from a repository. */
  readonly isOfOneScan?: boolean;
}

const findingsPerHost = 4;

/** Finding number `number`, counted from 0. */
export function toFinding(number: number): Finding {
  const host = toHost(Math.floor(number / findingsPerHost));
  return { host, plugin: plugins[(host.number + number % findingsPerHost) % plugins.length] ?? plugins[0] };
}

const repository = { id: scObjectIds.repository, name: 'Example repository', description: '', dataFormat: 'IPv4' } as const;

/** What stands for the repository in the result of a scan: its id is a number, as recorded. */
const scanRepository = { id: -1, name: 'Individual Scan', description: '', dataFormat: 'IPv4' } as const;

const toPlace = ({ isOfOneScan }: Finding): object => (isOfOneScan === true ? { repository: scanRepository, credentialed: 'true' } : { repository });

function toSeverity(severityId: number): object {
  const name = riskFactors[severityId] === 'None' ? 'Info' : riskFactors[severityId] ?? '';
  return { id: String(severityId), name, description: `${name} severity` };
}

const toFamily = ({ family, familyId }: SimulatedPlugin): object => ({ id: String(familyId), name: family, type: 'active' });

function toListed(finding: Finding): object {
  const { host, plugin } = finding;
  return {
    pluginID: String(plugin.id), severity: toSeverity(plugin.severityId), ip: host.ipv4, uuid: '', port: String(plugin.port), protocol: 'TCP', name: plugin.name,
    dnsName: host.fqdn, macAddress: host.macAddress, netbiosName: host.netbiosName, uniqueness: 'repositoryID,ip,dnsName', family: toFamily(plugin),
    ...toPlace(finding), pluginInfo: `${plugin.id} (${plugin.port}/6) ${plugin.name}`,
  };
}

function toDetailed(finding: Finding): object {
  const { name: _name, ...listed } = toListed(finding) as Readonly<Record<string, unknown>>; // an object that was made above
  const { plugin } = finding;
  const times = { firstSeen: toUnixSeconds(-60), lastSeen: toUnixSeconds(-2), vulnPubDate: -1, patchPubDate: -1, pluginPubDate: toUnixSeconds(-300), pluginModDate: toUnixSeconds(-30) };
  return {
    ...listed, pluginName: plugin.name, hasBeenMitigated: '0', acceptRisk: '0', recastRisk: '0', synopsis: plugin.synopsis, description: plugin.synopsis,
    solution: plugin.solution, riskFactor: riskFactors[plugin.severityId] ?? '', cve: plugin.cves.join(), pluginText: '', checkType: 'remote', version: '1.0',
    exploitAvailable: 'No', exploitEase: '', exploitFrameworks: '', seeAlso: '', stigSeverity: '', baseScore: '', temporalScore: '', cvssVector: '',
    cvssV3BaseScore: '', cvssV3TemporalScore: '', cvssV3Vector: '', cpe: '', bid: '', xref: '',
    ...Object.fromEntries(Object.entries(times).map(([name, time]) => [name, String(time)])),
  };
}

/** Findings that have the same key, in the order in which the keys come first. */
function groupBy(findings: readonly Finding[], toKey: (finding: Finding) => number | string): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<number | string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(toKey(finding));
    if (group === undefined) groups.set(toKey(finding), [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function countSeverities(findings: readonly Finding[]): object {
  const names = ['severityInfo', 'severityLow', 'severityMedium', 'severityHigh', 'severityCritical'];
  const counts = names.map((name, id) => [name, String(findings.filter(({ plugin }) => plugin.severityId === id).length)] as const);
  return { score: String(findings.reduce((score, { plugin }) => score + plugin.severityId * 10, 0)), total: String(findings.length), ...Object.fromEntries(counts) };
}

function toHostRecord(findings: readonly [Finding, ...Finding[]]): object {
  const [first] = findings;
  const { host } = first;
  return {
    ip: host.ipv4, uuid: '', ...countSeverities(findings), macAddress: host.macAddress, policyName: 'Example basic scan', pluginSet: '202601010000',
    netbiosName: host.netbiosName, dnsName: host.fqdn, osCPE: '', biosGUID: '', tpmID: '', mcafeeGUID: '', lastAuthRun: '', lastUnauthRun: String(toUnixSeconds(-2)),
    uniqueness: 'repositoryID,ip,dnsName', ...toPlace(first),
  };
}

function toPluginRecord(findings: readonly [Finding, ...Finding[]]): object {
  const [{ plugin }] = findings;
  const hostTotal = groupBy(findings, ({ host }) => host.number).length;
  return { pluginID: String(plugin.id), total: String(findings.length), severity: toSeverity(plugin.severityId), name: plugin.name, hostTotal: String(hostTotal), family: toFamily(plugin) };
}

/** Records by tool. There are more tools in a real one. */
export const findingTools: Readonly<Record<string, (findings: readonly Finding[]) => readonly object[]>> = {
  vulndetails: (findings) => findings.map(toDetailed),
  listvuln: (findings) => findings.map(toListed),
  sumip: (findings) => groupBy(findings, ({ host }) => host.number).map(toHostRecord),
  sumid: (findings) => groupBy(findings, ({ plugin }) => plugin.id).map(toPluginRecord),
  sumseverity: (findings) => severities.map((_name, id) => ({ severity: toSeverity(id), count: String(findings.filter(({ plugin }) => plugin.severityId === id).length) })).reverse(),
};
