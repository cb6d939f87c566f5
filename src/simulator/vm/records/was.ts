/** The invented findings of the export of web application findings: one for each machine, each on a web site of its own. */
import { toUuid } from '../../invented-ids.js';
import { isAmong, isSince } from '../selection.js';
import type { RecordFilter } from '../selection.js';
import { toHost, toSeenDays } from '../../records/hosts.js';
import { toIso, toUnixSeconds } from '../../records/invented-time.js';
import { severities } from '../../records/plugins.js';

interface WebPlugin {
  readonly id: number;
  readonly name: string;
  readonly family: string;
  readonly severityId: number;
  readonly input: string;
}

const webPlugins: readonly [WebPlugin, ...WebPlugin[]] = [
  { id: 900_301, name: 'Example SQL Injection', family: 'Injection', severityId: 4, input: 'q' },
  { id: 900_302, name: 'Example Cross-Site Scripting', family: 'Cross Site Scripting', severityId: 2, input: 'name' },
  { id: 900_303, name: 'Example Missing Header', family: 'HTTP Security Header', severityId: 0, input: '' },
];

const isSinceLastFound = isSince((number) => toUnixSeconds(toSeenDays(number).last, number % 86_400));

/** What filters can select by. Here the list of plugins is `plugin_ids`. */
export const wasFilters: Readonly<Record<string, RecordFilter>> = {
  severity: isAmong((number) => toSeverity(toWebPlugin(number))),
  state: isAmong(toState),
  plugin_ids: isAmong((number) => toWebPlugin(number).id),
  first_found: isSince((number) => toUnixSeconds(toSeenDays(number).first, number % 86_400)),
  last_found: isSinceLastFound,
  indexed_at: isSinceLastFound,
  since: isSinceLastFound,
};

/** Finding number `number`, counted from 0. Severities are in capitals, and `indexed_at` is a number. */
export function toWasFinding(number: number): object {
  const host = toHost(number);
  const plugin = toWebPlugin(number);
  const { first, last } = toSeenDays(number);
  const lastFound = toIso(last, number % 86_400);
  return {
    finding_id: toUuid('web finding', number),
    url: `https://${host.fqdn}/search`,
    ...(plugin.input === '' ? {} : { input_type: 'form', input_name: plugin.input, payload: `example-${plugin.id}`, proof: 'This finding is invented.' }),
    http_method: 'GET',
    output: `Checked https://${host.fqdn}/search and found what "${plugin.name}" looks for.\n`,
    severity: toSeverity(plugin),
    severity_id: plugin.severityId,
    severity_default_id: plugin.severityId,
    severity_modification_type: 'NONE',
    state: toState(number),
    first_found: toIso(first, number % 86_400),
    last_found: lastFound,
    indexed_at: toUnixSeconds(last, number % 86_400) * 1000,
    plugin: { id: plugin.id, name: plugin.name, family: plugin.family, description: 'This finding is invented.' },
    asset: { uuid: host.uuid, fqdn: host.fqdn, ipv4: host.ipv4, ipv4s: [host.ipv4] },
    scan: { uuid: toUuid('web run', 1), schedule_uuid: toUuid('web schedule', 1), started_at: lastFound, completed_at: lastFound },
  };
}

function toWebPlugin(number: number): WebPlugin {
  return webPlugins[number % webPlugins.length] ?? webPlugins[0];
}

function toSeverity({ severityId }: WebPlugin): string {
  return (severities[severityId] ?? '').toUpperCase();
}

/** Each seventh came back. No fixed ones: without a filter Tenable leaves those out. */
function toState(number: number): string {
  return number % 7 === 6 ? 'REOPENED' : 'OPEN';
}
