import { describe, expect, test } from 'vitest';

import { create } from '../../../src/api/vm/was-export.js';
import type { OwaspChapter, WasFilters } from '../../../src/api/vm/was-export.js';
import { refusedFor, sentFor } from './create-export.js';

const uuid = '01234567-89ab-cdef-0123-456789abcdef';
const score = { eq: [1, 9.5], neq: [3] };
const chapters: readonly OwaspChapter[] = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'];

/** Each filter that is documented, with a value that goes alone or beside `state`. */
const documented: { readonly [Name in keyof WasFilters]-?: NonNullable<WasFilters[Name]> } = {
  since: 1, first_found: 2, last_found: 3, last_fixed: 4, indexed_at: 5,
  asset_uuid: [uuid], asset_name: 'example.com', ipv4s: ['192.0.2.1'], plugin_ids: [112_435],
  owasp_2010: chapters, owasp_2013: chapters, owasp_2017: chapters, owasp_2021: chapters,
  owasp_api_2019: ['API1', 'API2', 'API3', 'API4', 'API5', 'API6', 'API7', 'API8', 'API9', 'API10'],
  severity: ['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'],
  severity_modification_type: ['NONE', 'RECASTED', 'ACCEPTED'],
  state: ['OPEN', 'REOPENED', 'FIXED'],
  cvss4_base_score: score, epss_score: { gte: 50, lt: 100 }, vpr_score: score, vpr_v2_score: score,
};

describe('what is taken is sent as it is', () => {
  test.each(Object.entries(documented))('%s', async (name, value) => {
    const filters = { state: ['OPEN'], [name]: value };
    expect(await sentFor(create, { filters })).toStrictEqual({ filters });
  });

  test('with Dates as seconds, and severities in capitals', async () => {
    const filters = { since: new Date(1999), severity: ['info', 'low', 'medium', 'high', 'critical', 'HIGH'] };
    expect(await sentFor(create, { num_assets: 5000, include_unlicensed: true, filters })).toStrictEqual({
      num_assets: 5000, include_unlicensed: true, filters: { since: 1, severity: ['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'HIGH'] },
    });
  });

  test.each([[undefined], [{}]])('no input: %j', async (input) => {
    expect(await sentFor(create, input)).toStrictEqual({});
  });
});

describe('is refused', () => {
  test.each<readonly [string, unknown, Readonly<Record<string, string>>]>([
    ['since beside times of a finding', { filters: { since: 1, first_found: 1, last_found: 1, last_fixed: 1, state: ['OPEN'] } }, {
      'filters.first_found': 'left out with since', 'filters.last_found': 'left out with since', 'filters.last_fixed': 'left out with since',
    }],
    ['a time of a finding without state', { filters: { first_found: 1 } }, { 'filters.state': 'given with first_found' }],
    ['a score\'s eq beside a bound', { filters: { cvss4_base_score: { eq: [1], lte: 5 } } }, { 'filters.cvss4_base_score.lte': 'left out with eq' }],
    ['an EPSS score over 100', { filters: { epss_score: { gt: 101 } } }, { 'filters.epss_score.gt': '100 or less' }],
    ['a VPR over 10', { filters: { vpr_score: { lt: 50 } } }, { 'filters.vpr_score.lt': '10 or less' }],
    ['a severity in mixed case', { filters: { severity: ['High'] } }, {
      'filters.severity[0]': '("info" | "low" | "medium" | "high" | "critical" | "INFO" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL")',
    }],
    ['a chapter of another list', { filters: { owasp_2021: ['API1'] } }, {
      'filters.owasp_2021[0]': '("A1" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7" | "A8" | "A9" | "A10")',
    }],
    ['an asset by name', { filters: { asset_uuid: ['example.com'] } }, { 'filters.asset_uuid[0]': 'a UUID' }],
    ['a name that findings of hosts have', { filters: { plugin_id: [1] } }, { 'filters.plugin_id': 'left out (there is no such parameter)' }],
    ['a filter by tag', { filters: { 'tag.A': ['x'] } }, { 'filters.tag.A': 'left out (there is no such parameter)' }],
    ['milliseconds', { filters: { indexed_at: 1_767_225_600_000 } }, { 'filters.indexed_at': 'Unix time in seconds or a Date (this looks like milliseconds)' }],
    ['too many assets', { num_assets: 5001 }, { num_assets: '5000 or less' }],
    ['a flag of other findings', { include_software_vulns: true }, { include_software_vulns: 'left out (there is no such parameter)' }],
  ])('%s', async (_title, input, breaches) => {
    const issues = await refusedFor(create, input);
    expect(Object.fromEntries(issues.map(({ expected, path }) => [path, expected]))).toStrictEqual(breaches);
  });
});
