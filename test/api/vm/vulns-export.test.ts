import { describe, expect, test } from 'vitest';

import { create } from '../../../src/api/vm/vulns-export.js';
import type { VulnsFilters } from '../../../src/api/vm/vulns-export.js';
import { refusedFor, sentFor } from './create-export.js';

const uuid = '01234567-89ab-cdef-0123-456789abcdef';
const score = { eq: [1, 9.5], neq: [3] };

/** Each filter that is documented, with a value that goes alone or beside `state`. */
const documented: { readonly [Name in keyof VulnsFilters]-?: NonNullable<VulnsFilters[Name]> } = {
  since: 1_700_000_000, first_found: 1, first_seen: 2, last_found: 3, last_seen: 4, last_fixed: 5, indexed_at: 6, resurfaced_date: 0,
  time_taken_to_fix: { gte: 60, lte: 86_400 },
  cidr_range: '192.0.2.0/24',
  cve_id: ['CVE-2025-44228'],
  cve_category: ['cisa known exploitable', 'emerging threats', 'in the news', 'persistently exploited', 'ransomware', 'recent active exploitation', 'top 50 vpr'],
  cvss4_base_score: score, epss_score: { gte: 0, lt: 100 }, vpr_score: { gt: 0, gte: 1, lt: 9, lte: 10 }, vpr_v2_score: { eq: [10], neq: [] },
  exploit_maturity: ['high', 'functional', 'poc', 'unproven'],
  initiative_id: uuid, network_id: uuid.toUpperCase(),
  plugin_family: ['Windows : Microsoft Bulletins'], plugin_id: [0, 19_506], plugin_type: 'remote',
  scan_uuid: '1e6d0bbd-e027-78c3-7bb8-e5a23aed5bee9cbb5a4b2a696b69',
  severity: ['info', 'low', 'medium', 'high', 'critical'],
  severity_modification_type: ['NONE', 'RECASTED', 'ACCEPTED'],
  software_vulns_potential: true,
  software_vulns_potential_reasons: ['Managed', 'Component', 'Config Required', 'Low Fidelity', 'Incomplete Version', 'Backported'],
  source: ['NESSUS', 'of ours'],
  state: ['OPEN', 'REOPENED', 'FIXED'],
  vpr_threat_intensity: ['very high', 'high', 'medium', 'low', 'very low'],
  weaponization: ['apt', 'botnet', 'malware', 'ransomware', 'rootkit'],
  zero_day: false,
  'tag.Location': ['Berlin', 'Bonn'],
};

describe('what is taken is sent as it is', () => {
  test.each(Object.entries(documented))('%s', async (name, value) => {
    const filters = { state: ['OPEN'], [name]: value };
    expect(await sentFor(create, { filters })).toStrictEqual({ filters });
  });

  test('many filters at once, with Dates as seconds', async () => {
    const input = {
      num_assets: 500,
      include_unlicensed: true,
      include_software_vulns: false,
      filters: {
        since: new Date('2026-01-02T03:04:05.999Z'), indexed_at: 1_767_323_045, resurfaced_date: new Date(0), zero_day: undefined,
        severity: ['critical', 'high'], state: ['OPEN', 'FIXED'], vpr_score: { gte: 7.5, neq: [8] }, epss_score: { eq: [0.5, 100] },
        time_taken_to_fix: { lte: 3600 }, 'tag.Location': ['Berlin'], 'tag.Data centre': ['A', 'B'],
      },
    };
    const { filters, ...rest } = input;
    const { zero_day: _open, ...given } = filters;
    expect(await sentFor(create, input)).toStrictEqual({ ...rest, filters: { ...given, since: 1_767_323_045, resurfaced_date: 0 } });
  });

  test.each([[undefined], [{}]])('no input: %j', async (input) => {
    expect(await sentFor(create, input)).toStrictEqual({});
  });
});

describe('a value out of its range is refused', () => {
  const anyTime = 'Unix time in seconds or a Date';
  test.each<readonly [string, unknown, string, string]>([
    ['too few assets', { num_assets: 49 }, 'num_assets', '50 or more'],
    ['too many assets', { num_assets: 5001 }, 'num_assets', '5000 or less'],
    ['a flag in words', { include_software_vulns: 'yes' }, 'include_software_vulns', 'boolean'],
    ['milliseconds', { filters: { since: 1_767_225_600_000 } }, 'filters.since', `${anyTime} (this looks like milliseconds)`],
    ['an invalid Date', { filters: { indexed_at: new Date('x') } }, 'filters.indexed_at', anyTime],
    ['a time before 1970', { filters: { last_seen: -1 } }, 'filters.last_seen', anyTime],
    ['a time in words', { filters: { resurfaced_date: '2026-01-01' } }, 'filters.resurfaced_date', anyTime],
    ['a duration that is no number', { filters: { time_taken_to_fix: { gte: '1d' } } }, 'filters.time_taken_to_fix.gte', 'number'],
    ['a bound that a duration does not have', { filters: { time_taken_to_fix: { gt: 1 } } }, 'filters.time_taken_to_fix.gt', 'left out (there is no such parameter)'],
    ['an EPSS score over 100', { filters: { epss_score: { lte: 101 } } }, 'filters.epss_score.lte', '100 or less'],
    ['a VPR over 10', { filters: { vpr_score: { eq: [1, 10.1] } } }, 'filters.vpr_score.eq[1]', '10 or less'],
    ['a VPR of the second model over 10', { filters: { vpr_v2_score: { gt: 11 } } }, 'filters.vpr_v2_score.gt', '10 or less'],
    ['a CVSS score below 0', { filters: { cvss4_base_score: { neq: [-1] } } }, 'filters.cvss4_base_score.neq[0]', '0 or more'],
    ['one score for a list', { filters: { vpr_score: { eq: 5 } } }, 'filters.vpr_score.eq', 'Array'],
    ['201 CVEs', { filters: { cve_id: Array.from({ length: 201 }, (_, at) => `CVE-2026-${at}`) } }, 'filters.cve_id', 'a list of at most 200'],
    ['no reasons', { filters: { software_vulns_potential_reasons: [] } }, 'filters.software_vulns_potential_reasons', 'a list of at least one'],
    ['another category', { filters: { cve_category: ['in_the_news'] } }, 'filters.cve_category[0]', '("cisa known exploitable" | "emerging threats" | "in the news" | "persistently exploited" | "ransomware" | "recent active exploitation" | "top 50 vpr")'],
    ['another maturity', { filters: { exploit_maturity: ['HIGH'] } }, 'filters.exploit_maturity[0]', '("high" | "functional" | "poc" | "unproven")'],
    ['another severity', { filters: { severity: ['urgent'] } }, 'filters.severity[0]', '("info" | "low" | "medium" | "high" | "critical")'],
    ['another state', { filters: { state: ['ACTIVE'] } }, 'filters.state[0]', '("OPEN" | "REOPENED" | "FIXED")'],
    ['a network that is no UUID', { filters: { network_id: 'default' } }, 'filters.network_id', 'a UUID'],
    ['an initiative that is no UUID', { filters: { initiative_id: '7' } }, 'filters.initiative_id', 'a UUID'],
    ['a plugin in words', { filters: { plugin_id: ['19506'] } }, 'filters.plugin_id[0]', 'number'],
    ['a plugin id in parts', { filters: { plugin_id: [1.5] } }, 'filters.plugin_id[0]', 'a valid integer'],
    ['a filter of assets', { filters: { is_deleted: true } }, 'filters.is_deleted', 'left out (there is no such parameter, and it is no tag.<Category>)'],
    ['a misspelt parameter', { num_asset: 500 }, 'num_asset', 'left out (there is no such parameter)'],
  ])('%s', async (_title, input, path, expected) => {
    expect((await refusedFor(create, input)).map((issue) => [issue.path, issue.expected])).toStrictEqual([[path, expected]]);
  });
});

describe('filters that do not go together are refused', () => {
  const initiative = 'left out with initiative_id, which goes only with indexed_at, since, severity, severity_modification_type and state';
  test.each<readonly [string, object, Readonly<Record<string, string>>]>([
    ...['first_found', 'first_seen', 'last_found', 'last_seen', 'last_fixed'].map((other) =>
      [`since and ${other}`, { since: 1, [other]: 1, state: ['OPEN'] }, { [other]: 'left out with since' }] as const),
    ['since and two others', { since: 1, first_seen: 1, last_seen: new Date(1) }, { first_seen: 'left out with since', last_seen: 'left out with since' }],
    ...['first_found', 'last_found', 'last_fixed'].map((one) =>
      [`${one} without state`, { [one]: 1 }, { state: `given with ${one}` }] as const),
    ['three that need state', { last_fixed: 1, first_found: 1, last_found: 1 }, { state: 'given with first_found, last_found and last_fixed' }],
    ['several rules at once', { since: 1, last_found: 1, severity: ['odd'] }, {
      severity: '("info" | "low" | "medium" | "high" | "critical")', last_found: 'left out with since', state: 'given with last_found',
    }],
    ...['gt', 'gte', 'lt', 'lte'].map((bound) =>
      [`a score's eq and ${bound}`, { vpr_score: { eq: [5], neq: [6], [bound]: 5 } }, { [`vpr_score.${bound}`]: 'left out with eq' }] as const),
    ['an initiative and others', { initiative_id: uuid, since: 1, cve_id: ['CVE-2026-1'], 'tag.A': ['x'] }, { cve_id: initiative, 'tag.A': initiative }],
    ['reasons of what is certain', { software_vulns_potential: false, software_vulns_potential_reasons: ['Managed'] }, {
      software_vulns_potential_reasons: 'left out with software_vulns_potential: false',
    }],
  ])('%s', async (_title, filters, breaches) => {
    const issues = await refusedFor(create, { filters });
    const kept = issues.map(({ expected, path }) => [path.replace(/\[0\]$/, ''), expected]);
    expect(Object.fromEntries(kept)).toStrictEqual(Object.fromEntries(Object.entries(breaches).map(([name, words]) => [`filters.${name}`, words])));
    expect(kept).toHaveLength(Object.keys(breaches).length);
  });

  test.each<readonly [string, object]>([
    ['since and state', { since: 1, state: ['FIXED'] }],
    ['times of a finding and state', { first_found: 1, last_found: 1, last_fixed: 1, first_seen: 1, last_seen: 1, state: ['OPEN'] }],
    ['first_seen and last_seen without state', { first_seen: 1, last_seen: 1 }],
    ['since and times that are no times of a finding', { since: 1, indexed_at: 1, resurfaced_date: 1 }],
    ['both upper or both lower bounds', { epss_score: { gt: 1, gte: 1, lt: 9, lte: 9 } }],
    ['eq and neq', { epss_score: { eq: [1], neq: [2] } }],
    ['an initiative and what it admits', {
      initiative_id: uuid, indexed_at: 1, since: 1, severity: ['low'], severity_modification_type: ['NONE'], state: ['OPEN'],
    }],
    ['reasons of what is not certain', { software_vulns_potential: true, software_vulns_potential_reasons: ['Managed'] }],
  ])('but %s do', async (_title, filters) => {
    expect(await sentFor(create, { filters })).toStrictEqual({ filters });
  });
});
