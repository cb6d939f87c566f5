/** Exports of vulnerability findings. https://developer.tenable.com/reference/exports-vulns-request-export */
import { admits, count, excludes, flag, isoTime, list, needs, number, oneOf, post, text, uuid, withRules, z } from '../language/index.js';
import { Cvss4ThreatVector, Cvss4Vector, CvssTemporalVector, CvssVector, Vpr, VprV2, Xref, severityWords } from './parts/cvss.js';
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

export const VulnAsset = z.object({
  bios_uuid: text.nullish(),
  device_type: text.nullish(),
  hostname: text.nullish(),
  uuid: text,
  ipv4: text.nullish(),
  last_authenticated_results: isoTime.nullish(),
  mac_address: text.nullish(),
  netbios_name: text.nullish(),
  operating_system: list(text).nullish(),
  tracked: flag.nullish().describe('Whether it is told from others by more than its address.'),
  fqdn: text.nullish(),
  agent_uuid: text.nullish(),
  ipv6: text.nullish(),
  last_unauthenticated_results: isoTime.nullish(),
  netbios_workgroup: text.nullish(),
  serial_number: text.nullish(),
  network_id: text.nullish().describe('A UUID.'),
}).describe('The asset of a finding. Open to members of your own, by augmentation.');

export const VulnPlugin = z.object({
  description: text.nullish(),
  family: text.nullish(),
  family_id: number.nullish(),
  has_patch: flag.nullish(),
  id: number,
  name: text.nullish(),
  modification_date: isoTime.nullish(),
  publication_date: isoTime.nullish(),
  risk_factor: text.nullish(),
  solution: text.nullish(),
  synopsis: text.nullish(),
  type: text.nullish(),
  version: text.nullish(),
  cve: list(text).nullish(),
  cvss3_base_score: number.nullish(),
  cvss3_temporal_score: number.nullish(),
  cvss3_temporal_vector: CvssTemporalVector.nullish(),
  cvss3_vector: CvssVector.nullish(),
  cvss_base_score: number.nullish(),
  cvss_temporal_score: number.nullish(),
  cvss_temporal_vector: CvssTemporalVector.nullish(),
  cvss_vector: CvssVector.nullish(),
  exploit_available: flag.nullish(),
  in_the_news: flag.nullish(),
  patch_publication_date: isoTime.nullish(),
  xrefs: list(Xref).nullish(),
  bid: list(number).nullish(),
  see_also: list(text).nullish(),
  vuln_publication_date: isoTime.nullish(),
  ms_bulletin: list(text).nullish(),
  exploited_by_malware: flag.nullish(),
  canvas_package: text.nullish(),
  exploit_framework_canvas: flag.nullish(),
  exploit_framework_metasploit: flag.nullish(),
  metasploit_name: text.nullish(),
  exploit_framework_core: flag.nullish(),
  checks_for_default_account: flag.nullish(),
  checks_for_malware: flag.nullish(),
  cpe: list(text).nullish(),
  cvss4_base_score: number.nullish(),
  cvss4_vector: Cvss4Vector.nullish(),
  cvss4_threat_vector: Cvss4ThreatVector.nullish(),
  d2_elliot_name: text.nullish(),
  exploit_framework_d2_elliot: flag.nullish(),
  exploit_framework_exploithub: flag.nullish(),
  exploitability_ease: text.nullish(),
  exploited_by_nessus: flag.nullish(),
  exploithub_sku: text.nullish(),
  stig_severity: text.nullish(),
  unsupported_by_vendor: flag.nullish(),
  usn: text.nullish(),
  vpr: Vpr.nullish(),
  vpr_v2: VprV2.nullish(),
  workaround: text.nullish(),
  workaround_type: text.nullish().describe('`Configuration Change` or `Disable Service`.'),
  workaround_published: text.nullish(),
  vendor_unpatched: flag.nullish(),
  has_workaround: flag.nullish(),
  vendor_severity: text.nullish(),
  epss_score: number.nullish().describe('0 to 1.'),
}).describe('What found it. Open to members of your own, by augmentation.');

export const VulnPort = z.object({ port: number.nullish().describe('0 where it is about the host.'), protocol: text.nullish().describe('`TCP`, `UDP` or `ICMP`.'), service: text.nullish() });

export const VulnScan = z.object({
  completed_at: isoTime.nullish(),
  schedule_uuid: text.nullish().describe('A UUID, or `template-…`.'),
  started_at: isoTime.nullish(),
  uuid: text.nullish(),
  last_scan_target: text.nullish(),
}).describe('The scan that saw it last.');

export const SoftwareVuln = z.object({
  fix_available: flag.nullish(),
  identifier: text.nullish(),
  path: text.nullish(),
  product: text.nullish(),
  product_type: text.nullish(),
  version: text.nullish(),
  vendor: text.nullish(),
  categories: list(text).nullish(),
  vulnerabilities: list(text).nullish(),
  fixes: list(z.object({ fix_type: text.nullish(), value: text.nullish() })).nullish(),
  potential: flag.nullish(),
  potential_reasons: list(text.describe('`Managed`, `Component`, `Config Required`, `Low Fidelity`, `Incomplete Version` or `Backported`.')).nullish(),
}).describe('A piece of software of a finding, and what is wrong with it.');

export const VulnRecord = z.object({
  asset: VulnAsset,
  output: text.nullish().describe('What the plugin wrote.'),
  plugin: VulnPlugin,
  port: VulnPort.nullish(),
  scan: VulnScan.nullish(),
  severity: text.describe(severityWords),
  severity_id: number.nullish().describe('0 info to 4 critical.'),
  severity_default_id: number.nullish().describe('The severity before rules changed it.'),
  severity_modification_type: text.nullish().describe('`NONE`, `RECASTED` or `ACCEPTED`.'),
  first_found: isoTime.nullish(),
  last_found: isoTime.nullish(),
  state: text.nullish().describe('`OPEN`, `REOPENED` or `FIXED`.'),
  last_fixed: isoTime.nullish(),
  recast_reason: text.nullish(),
  recast_rule_uuid: text.nullish(),
  indexed: z.union([isoTime, number]).nullish(),
  source: text.nullish(),
  finding_id: text.nullish(),
  resurfaced_date: isoTime.nullish(),
  time_taken_to_fix: z.union([number, text]).nullish().describe('Seconds.'),
  software_vulns: list(SoftwareVuln).nullish(),
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
