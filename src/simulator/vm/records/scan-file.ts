/** The text of a scan's export files: small, and in the form of the real ones. */
import { toHost } from '../../records/hosts.js';
import { plugins, riskFactors } from '../../records/plugins.js';
import type { SimulatedScan } from './scans.js';

/** Machines that every scan finds. */
export const hostsPerScan = 3;

/** The numbers of a scan's machines. */
export function toScanHosts(scan: SimulatedScan): readonly number[] {
  return Array.from({ length: hostsPerScan }, (_, at) => (scan.id - 101) * 8 + at);
}

/** A file in a format: a table for `csv`, else the `.nessus` form. */
export function toScanFileText(scan: SimulatedScan, format: string): string {
  return format === 'csv' ? toCsv(scan) : toNessus(scan);
}

function toCsv(scan: SimulatedScan): string {
  const header = ['Plugin ID', 'CVE', 'Risk', 'Host', 'Protocol', 'Port', 'Name', 'Synopsis', 'Solution'];
  const rows = toScanHosts(scan).flatMap((number) => plugins.map((plugin) => [
    String(plugin.id), plugin.cves[0] ?? '', riskFactors[plugin.severityId] ?? '', toHost(number).ipv4, 'tcp', String(plugin.port),
    plugin.name, plugin.synopsis, plugin.solution,
  ]));
  return [header, ...rows].map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()}\r\n`).join('');
}

function toNessus(scan: SimulatedScan): string {
  return [
    '<?xml version="1.0" ?>',
    '<NessusClientData_v2>',
    `<Policy><policyName>Basic Network Scan</policyName><Preferences><ServerPreferences><preference><name>TARGET</name><value>${scan.targets}</value></preference></ServerPreferences></Preferences></Policy>`,
    `<Report name="${toXml(scan.name)}" xmlns:cm="http://www.nessus.org/cm">`,
    ...toScanHosts(scan).map(toReportHost),
    '</Report>',
    '</NessusClientData_v2>',
    '',
  ].join('\n');
}

function toReportHost(number: number): string {
  const host = toHost(number);
  const items = plugins.map((plugin) => [
    `<ReportItem port="${plugin.port}" svc_name="${toXml(plugin.service || 'general')}" protocol="tcp" severity="${plugin.severityId}"`,
    ` pluginID="${plugin.id}" pluginName="${toXml(plugin.name)}" pluginFamily="${toXml(plugin.family)}">`,
    `<synopsis>${toXml(plugin.synopsis)}</synopsis><solution>${toXml(plugin.solution)}</solution>`,
    `<risk_factor>${riskFactors[plugin.severityId] ?? ''}</risk_factor></ReportItem>`,
  ].join(''));
  const tags = `<HostProperties><tag name="host-ip">${host.ipv4}</tag><tag name="host-fqdn">${host.fqdn}</tag></HostProperties>`;
  return `<ReportHost name="${host.ipv4}">${tags}${items.join('\n')}</ReportHost>`;
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
