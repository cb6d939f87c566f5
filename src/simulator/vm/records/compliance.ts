/** The invented findings of the compliance export: flat, `null` for a member without a value. */
import { toHexId } from '../../invented-ids.js';
import { isAmong, isSince } from '../selection.js';
import type { RecordFilter } from '../selection.js';
import { toHost, toSeenDays } from '../../records/hosts.js';
import { toIso, toUnixSeconds } from '../../records/invented-time.js';

/** Findings that each machine has. */
export const complianceFindingsPerHost = 2;

const checks = [
  { id: 'EX-1.1', name: '1.1 Ensure that passwords have 14 characters', expected: '14', actual: '8' },
  { id: 'EX-1.2', name: '1.2 Ensure that the audit log is on', expected: 'on', actual: 'on' },
] as const;

const pluginId = 900_201;

const isSinceLastSeen = isSince((number) => toUnixSeconds(toHostDays(number).last, number % 86_400));

/** What filters can select by. */
export const complianceFilters: Readonly<Record<string, RecordFilter>> = {
  compliance_results: isAmong((number) => toResult(toCheck(number))),
  plugin_id: isAmong(() => pluginId),
  state: isAmong(() => 'OPEN'),
  first_seen: isSince((number) => toUnixSeconds(toHostDays(number).first, number % 86_400)),
  last_seen: isSinceLastSeen,
  last_observed: isSinceLastSeen,
  indexed_at: isSinceLastSeen,
  since: isSinceLastSeen,
};

/** Finding number `number`, counted from 0. */
export function toComplianceFinding(number: number): object {
  const host = toHost(toHostNumber(number));
  const check = toCheck(number);
  const { first, last } = toHostDays(number);
  const lastSeen = toIso(last, number % 86_400);
  return {
    asset_uuid: host.uuid,
    audit_file: 'Example_Benchmark_L1.audit',
    check_id: toHexId('check', check.id),
    check_name: check.name,
    check_info: 'This finding is invented.',
    expected_value: check.expected,
    actual_value: check.actual,
    status: toResult(check),
    reference: [{ framework: 'EXAMPLE', control: check.id }],
    see_also: 'https://example.com/benchmark',
    solution: null,
    plugin_id: pluginId,
    plugin_name: 'Example Compliance Checks',
    state: 'OPEN',
    compliance_full_id: toHexId('full', check.id),
    compliance_functional_id: toHexId('functional', check.id),
    compliance_informational_id: toHexId('informational', check.id),
    first_seen: toIso(first, number % 86_400),
    last_seen: lastSeen,
    last_fixed: null,
    last_observed: lastSeen,
    indexed_at: lastSeen,
  };
}

function toHostNumber(number: number): number {
  return Math.floor(number / complianceFindingsPerHost);
}

function toHostDays(number: number): ReturnType<typeof toSeenDays> {
  return toSeenDays(toHostNumber(number));
}

function toCheck(number: number): (typeof checks)[number] {
  return number % complianceFindingsPerHost === 0 ? checks[0] : checks[1];
}

function toResult({ actual, expected }: (typeof checks)[number]): string {
  return expected === actual ? 'PASSED' : 'FAILED';
}
