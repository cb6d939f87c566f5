/** Files of scan results in the `.nessus` form. */
import { toHost } from './hosts.js';
import { plugins, riskFactors } from './plugins.js';

export interface NessusFileInput {
  readonly name: string;
  readonly targets: string;
  /** Numbers of the hosts that were scanned. */
  readonly hosts: readonly number[];
}

export function toNessusFile({ hosts, name, targets }: NessusFileInput): string {
  return [
    '<?xml version="1.0" ?>',
    '<NessusClientData_v2>',
    `<Policy><policyName>Basic Network Scan</policyName><Preferences><ServerPreferences><preference><name>TARGET</name><value>${toXml(targets)}</value></preference></ServerPreferences></Preferences></Policy>`,
    `<Report name="${toXml(name)}" xmlns:cm="http://www.nessus.org/cm">`,
    ...hosts.map(toReportHost),
    '</Report>',
    '</NessusClientData_v2>',
    '',
  ].join('\n');
}

/** A table of the same results. */
export function toCsvFile({ hosts }: Pick<NessusFileInput, 'hosts'>): string {
  const header = ['Plugin ID', 'CVE', 'Risk', 'Host', 'Protocol', 'Port', 'Name', 'Synopsis', 'Solution'];
  const rows = hosts.flatMap((number) => plugins.map((plugin) => [
    String(plugin.id), plugin.cves[0] ?? '', riskFactors[plugin.severityId] ?? '', toHost(number).ipv4, 'tcp', String(plugin.port),
    plugin.name, plugin.synopsis, plugin.solution,
  ]));
  return [header, ...rows].map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()}\r\n`).join('');
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
