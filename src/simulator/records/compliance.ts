/** The invented findings of the compliance export: flat, `null` for a member without a value. */
import { toHexId } from '../invented-ids.js';
import { toHost } from './hosts.js';
import { toIso } from './invented-time.js';

/** Findings that each machine has. */
export const complianceFindingsPerHost = 2;

const checks = [
  { id: 'EX-1.1', name: '1.1 Ensure that passwords have 14 characters', expected: '14', actual: '8' },
  { id: 'EX-1.2', name: '1.2 Ensure that the audit log is on', expected: 'on', actual: 'on' },
] as const;

/** Finding number `number`, counted from 0. */
export function toComplianceFinding(number: number): object {
  const host = toHost(Math.floor(number / complianceFindingsPerHost));
  const check = number % complianceFindingsPerHost === 0 ? checks[0] : checks[1];
  return {
    asset_uuid: host.uuid,
    audit_file: 'Example_Benchmark_L1.audit',
    check_id: toHexId('check', check.id),
    check_name: check.name,
    check_info: 'This finding is invented.',
    expected_value: check.expected,
    actual_value: check.actual,
    status: check.expected === check.actual ? 'PASSED' : 'FAILED',
    reference: [{ framework: 'EXAMPLE', control: check.id }],
    see_also: 'https://example.com/benchmark',
    solution: null,
    plugin_id: 900_201,
    plugin_name: 'Example Compliance Checks',
    state: 'OPEN',
    compliance_full_id: toHexId('full', check.id),
    compliance_functional_id: toHexId('functional', check.id),
    compliance_informational_id: toHexId('informational', check.id),
    first_seen: toIso(-60, number % 86_400),
    last_seen: toIso(-2, number % 86_400),
    last_fixed: null,
    last_observed: toIso(-2, number % 86_400),
    indexed_at: toIso(-2, number % 86_400),
  };
}
