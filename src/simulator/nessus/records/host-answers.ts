/** One host of a scan's results, and what a plugin said of it. */
import { toHost } from '../../records/hosts.js';
import { plugins, riskFactors } from '../../records/plugins.js';
import type { SimulatedPlugin } from '../../records/plugins.js';
import { toRunEndS } from '../../records/timed-run.js';
import type { NessusRun } from './scans.js';

const toLocalTime = (timeMs: number): string => new Date(timeMs).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4');

export function toHostDetails(number: number, run: NessusRun): object {
  const { fqdn, ipv4, macAddress, netbiosName, operatingSystem } = toHost(number);
  return {
    info: {
      'host-ip': ipv4, 'host-fqdn': fqdn, 'netbios-name': netbiosName, 'mac-address': macAddress, 'operating-system': operatingSystem,
      host_start: toLocalTime(run.startedAtMs), host_end: toLocalTime(toRunEndS(run) * 1000),
    },
    vulnerabilities: plugins.map(({ family, id, name, severityId }, at) => ({
      host_id: number + 1, plugin_id: id, plugin_name: name, plugin_family: family, severity: severityId, severity_index: at, vuln_index: at + 1, count: 1,
      score: null, cpe: null, offline: false, snoozed: 0,
    })),
    compliance: [],
  };
}

export function toPluginOutput(number: number, { family, id, name, port, service, severityId, solution, synopsis }: SimulatedPlugin): object {
  const where = `${port} / tcp / ${service || 'general'}`;
  return {
    info: { plugindescription: { pluginid: String(id), pluginname: name, pluginfamily: family, severity: severityId, pluginattributes: {
      plugin_name: name, synopsis, solution, risk_information: { risk_factor: riskFactors[severityId] ?? '' }, plugin_information: { plugin_id: id, plugin_family: family },
    } } },
    outputs: [{ plugin_output: synopsis, ports: { [where]: [{ hostname: toHost(number).ipv4 }] }, hosts: null, severity: severityId, has_attachment: 0, custom_description: null }],
  };
}
