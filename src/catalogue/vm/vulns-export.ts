/** Exports of vulnerability findings. https://developer.tenable.com/reference/exports-vulns-request-export */
import { admits, count, excludes, flag, isoTime, list, needs, number, oneOf, post, text, told, uuid, withRules, z } from '../language/index.js';
import { Severity, assetCount, modifications, percentage, pluginIds, score, states, tags, texts, time } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const CveCategory = oneOf(
  'cisa known exploitable', 'emerging threats', 'in the news', 'persistently exploited', 'ransomware', 'recent active exploitation', 'top 50 vpr',
);
export const ExploitMaturity = oneOf('high', 'functional', 'poc', 'unproven');
export const ThreatIntensity = oneOf('very high', 'high', 'medium', 'low', 'very low');
export const Weaponization = oneOf('apt', 'botnet', 'malware', 'ransomware', 'rootkit');
export const PotentialReason = oneOf('Managed', 'Component', 'Config Required', 'Low Fidelity', 'Incomplete Version', 'Backported')
  .describe('Why a vulnerability of a piece of software may not be one.');

export const DurationFilter = z.object({ gte: count.optional(), lte: count.optional() }).describe('In whole seconds.');

export const VulnsFilters = withRules(z.object({
  since: time.describe('Findings seen, or where they are fixed: fixed, since then. Not with the five times that follow.'),
  first_found: time.describe('First found since then, as `first_seen`. Needs `state`.'),
  first_seen: time,
  last_found: time.describe('Last found since then, as `last_seen`. Needs `state`.'),
  last_seen: time,
  last_fixed: time.describe('Needs `state`.'),
  indexed_at: time,
  resurfaced_date: time,
  time_taken_to_fix: DurationFilter.optional().describe('With it, only fixed ones come.'),
  cidr_range: text.optional().describe('`192.0.2.0/24`'),
  cve_id: list(text).max(200).optional().describe('At most 200.'),
  cve_category: list(CveCategory).optional(),
  cvss4_base_score: score,
  epss_score: percentage,
  exploit_maturity: list(ExploitMaturity).optional(),
  initiative_id: uuid.optional().describe('A UUID. Goes only with `indexed_at`, `since`, `severity`, `severity_modification_type` and `state`.'),
  network_id: uuid.optional().describe('A UUID.'),
  plugin_family: texts.describe('As Tenable writes them: capitals matter.'),
  plugin_id: pluginIds,
  plugin_type: text.optional().describe('`remote`, `local`, `combined` and others.'),
  scan_uuid: text.optional().describe('The scan that found it last, as in `scan.uuid` of a finding: a UUID or longer.'),
  severity: list(Severity).optional(),
  severity_modification_type: modifications,
  software_vulns_potential: flag.optional().describe('`true`: only vulnerabilities of software that are not certain. `false`: only certain ones.'),
  software_vulns_potential_reasons: list(PotentialReason).min(1).meta({ expected: 'a list of at least one' }).optional()
    .describe('At least one. Not with `software_vulns_potential: false`.'),
  source: texts.describe('Found by any of these: `NESSUS`, `AGENT`, `NNM`, or names of the customer.'),
  state: states.describe('Without it: open and reopened ones, and with `since` the fixed ones, too.'),
  vpr_score: score,
  vpr_v2_score: score.describe('0 to 10. Tenable gives it up; `vpr_score` takes over its model.'),
  vpr_threat_intensity: list(ThreatIntensity).optional(),
  weaponization: list(Weaponization).optional(),
  zero_day: flag.optional().describe('Known before there was a patch.'),
  'tag.*': tags,
}),
excludes('since', ['first_found', 'first_seen', 'last_found', 'last_seen', 'last_fixed']),
needs(['first_found', 'last_found', 'last_fixed'], 'state'),
admits('initiative_id', ['indexed_at', 'since', 'severity', 'severity_modification_type', 'state']),
excludes('software_vulns_potential', ['software_vulns_potential_reasons'], false));

export const VulnsExportInput = z.object({
  num_assets: assetCount.describe('Assets a chunk, 50 to 5000; Tenable moves other numbers to the nearer bound. Default 50 (pyTenable sends 500): the fewer, the more requests.'),
  include_unlicensed: flag.optional().describe('Findings of assets without a license, too. Default `false` (pyTenable sends `true`).'),
  include_software_vulns: flag.optional().describe('Adds `software_vulns` to the findings. Default: `false`.'),
  filters: VulnsFilters.optional().describe('Without any time filter, only findings of the last 30 days come; `since: 1` asks for all. Without `state` and `since`, those that are FIXED are left out.'),
});

export const VulnRecord = z.object({
  asset: z.object({ uuid: text, hostname: told(text), ipv4: told(text), fqdn: told(text) }),
  plugin: z.object({ id: number, name: told(text), family: told(text), cve: told(list(text)) }),
  port: told(z.object({ port: number, protocol: text, service: text.optional() })),
  severity: text.describe('`info`, `low`, `medium`, `high` or `critical`.'),
  severity_id: told(number),
  state: told(text).describe('`OPEN`, `REOPENED` or `FIXED`.'),
  output: told(text),
  first_found: told(isoTime),
  last_found: told(isoTime),
  last_fixed: told(isoTime),
}).describe('One finding. Members without a value are left out by Tenable, not `null`.');

export const operations = {
  create: post('/vulns/export', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError` with `activeJobId`.',
    input: VulnsExportInput,
    output: ExportCreated,
    page: 'exports-vulns-request-export',
    pyTenable: 'part of tio.exports.vulns',
  }),
  ...jobs('/vulns/export', {
    record: VulnRecord,
    docs: {
      chunk: "One chunk's findings. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs; of those that have finished, the ones of the last three days.',
    },
    pages: { status: 'exports-vulns-export-status', chunk: 'exports-vulns-download-chunk', cancel: 'exports-vulns-export-cancel', list: 'exports-vulns-export-status-recent' },
  }),
};
