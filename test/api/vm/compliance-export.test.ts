import { describe, expect, test } from 'vitest';

import { create } from '../../../src/api/vm/compliance-export.js';
import type { ComplianceFilters } from '../../../src/api/vm/compliance-export.js';
import { refusedFor, sentFor } from './create-export.js';

const uuid = '01234567-89ab-cdef-0123-456789abcdef';

/** Each filter that is documented. */
const documented: { readonly [Name in keyof ComplianceFilters]-?: NonNullable<ComplianceFilters[Name]> } = {
  last_seen: 1, first_seen: 2, last_observed: 3, indexed_at: 4, since: 5,
  audit_name: 'Ensure default *', audit_file_name: 'CIS_*',
  compliance_results: ['PASSED', 'FAILED', 'WARNING', 'SKIPPED', 'ERROR', 'UNKNOWN'],
  ipv4_addresses: ['192.0.2.1'], ipv6_addresses: ['2001:db8::1'],
  network_id: uuid, plugin_id: [21_157], state: ['OPEN', 'REOPENED', 'FIXED'],
  tags: [{ category: 'Office', values: ['Dallas', 'Berlin'] }],
};

describe('what is taken is sent as it is', () => {
  test.each(Object.entries(documented))('%s', async (name, value) => {
    const filters = { last_seen: 1, [name]: value };
    expect(await sentFor(create, { filters })).toStrictEqual({ filters });
  });

  test('all of it, with Dates as seconds', async () => {
    const input = { num_findings: 10_000, asset: [uuid], filters: { ...documented, first_seen: new Date(1999), since: new Date(2000) } };
    expect(await sentFor(create, input)).toStrictEqual({ ...input, filters: { ...documented, first_seen: 1, since: 2 } });
  });

  test.each([[undefined], [{}]])('no input, as an empty object: %j', async (input) => {
    expect(await sentFor(create, input)).toStrictEqual({});
  });
});

describe('is refused', () => {
  test.each<readonly [string, unknown, string, string]>([
    ['first_seen without last_seen', { filters: { first_seen: 1 } }, 'filters.last_seen', 'given with first_seen'],
    ['first_seen with an open last_seen', { filters: { first_seen: 1, last_seen: undefined } }, 'filters.last_seen', 'given with first_seen'],
    ['too few findings', { num_findings: 49 }, 'num_findings', '50 or more'],
    ['too many findings', { num_findings: 10_001 }, 'num_findings', '10000 or less'],
    ['201 assets', { asset: Array.from({ length: 201 }, () => uuid) }, 'asset', 'a list of at most 200'],
    ['an asset by name', { asset: ['server-1'] }, 'asset[0]', 'a UUID'],
    ['another result', { filters: { compliance_results: ['passed'] } }, 'filters.compliance_results[0]', '("PASSED" | "FAILED" | "WARNING" | "SKIPPED" | "ERROR" | "UNKNOWN")'],
    ['milliseconds', { filters: { last_observed: 1_767_225_600_000 } }, 'filters.last_observed', 'Unix time in seconds or a Date (this looks like milliseconds)'],
    ['a tag as it is given elsewhere', { filters: { 'tag.Office': ['Dallas'] } }, 'filters.tag.Office', 'left out (there is no such parameter)'],
    ['tags by category', { filters: { tags: { Office: ['Dallas'] } } }, 'filters.tags', 'Array'],
    ['a tag without values', { filters: { tags: [{ category: 'Office' }] } }, 'filters.tags[0].values', 'given'],
    ['a network that is no UUID', { filters: { network_id: 'default' } }, 'filters.network_id', 'a UUID'],
  ])('%s', async (_title, input, path, expected) => {
    expect((await refusedFor(create, input)).map((issue) => [issue.path, issue.expected])).toStrictEqual([[path, expected]]);
  });
});
