/** Exports of findings in web applications. https://developer.tenable.com/reference/was-export-findings */
import { answerText, excludes, flag, isoTime, list, needs, number, oneOf, post, text, uuid, withRules, z } from '../language/index.js';
import { Cvss4ThreatVector, Cvss4Vector, CvssTemporalVector, CvssVector, Vpr, VprV2, Xref } from './parts/cvss.js';
import { assetCount, modifications, percentage, pluginIds, score, states, texts, time } from './parts/export-filters.js';
import { ExportCreated, jobs } from './parts/export-jobs.js';

export const page = 'https://developer.tenable.com/reference/';

export const OwaspChapter = oneOf('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10').describe("A chapter of OWASP's list of risks of web applications.");
export const OwaspApiChapter = oneOf('API1', 'API2', 'API3', 'API4', 'API5', 'API6', 'API7', 'API8', 'API9', 'API10').describe("A chapter of OWASP's list of risks of APIs.");
export const WasSeverity = oneOf('info', 'low', 'medium', 'high', 'critical', 'INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL').meta({ send: 'capitals' })
  .describe('Findings of web applications have it in capitals, other findings do not. Both are taken; capitals are sent.');

const chapters = list(OwaspChapter).optional();

export const WasFilters = withRules(z.object({
  since: time.describe('Findings seen, or where they are fixed: fixed, since then. Not with `first_found`, `last_found` or `last_fixed`.'),
  first_found: time.describe('First found since then. Needs `state`, as the next two do.'),
  last_found: time,
  last_fixed: time,
  indexed_at: time,
  asset_uuid: list(uuid).optional().describe('UUIDs.'),
  asset_name: text.optional(),
  ipv4s: texts,
  plugin_ids: pluginIds,
  owasp_2010: chapters,
  owasp_2013: chapters,
  owasp_2017: chapters,
  owasp_2021: chapters,
  owasp_api_2019: list(OwaspApiChapter).optional(),
  severity: list(WasSeverity).optional(),
  severity_modification_type: modifications,
  state: states.describe('Without it: open and reopened ones, and with `since` the fixed ones, too.'),
  cvss4_base_score: score,
  epss_score: percentage,
  vpr_score: score,
  vpr_v2_score: score.describe('0 to 10. Tenable gives it up; `vpr_score` takes over its model.'),
}), excludes('since', ['first_found', 'last_found', 'last_fixed']), needs(['first_found', 'last_found', 'last_fixed'], 'state'));

export const WasExportInput = z.object({
  num_assets: assetCount.describe('Assets a chunk, 50 to 5000. Default 50.'),
  include_unlicensed: flag.optional().describe('Findings of assets without a license, too. Default `false` (pyTenable sends `true`).'),
  filters: WasFilters.optional().describe('Without any time filter, only findings of the last 30 days come; `since: 1` asks for all.'),
});

export const WasAsset = z.object({
  uuid: text.nullish(),
  fqdn: text.nullish(),
  ipv4: text.nullish(),
  ipv4s: list(text).nullish(),
}).describe('The web application of a finding. Open to members of your own, by augmentation.');

export const WasPlugin = z.object({
  id: number.nullish(),
  risk_factor: text.nullish(),
  original_risk_factor_num: answerText.nullish(),
  locale: text.nullish(),
  type: text.nullish(),
  intel_type: text.nullish(),
  name: text.nullish(),
  version: text.nullish(),
  publication_date: isoTime.nullish(),
  modification_date: isoTime.nullish(),
  solution: text.nullish(),
  synopsis: text.nullish(),
  description: text.nullish(),
  patch_publication_date: isoTime.nullish(),
  exploitability_ease: text.nullish(),
  stig_severity: text.nullish(),
  public_display: number.nullish(),
  in_the_news: flag.nullish(),
  exploited_by_malware: flag.nullish(),
  epss_score: number.nullish(),
  cvss2_base_score: number.nullish(),
  cvss2_temporal_score: number.nullish(),
  cvss3_base_score: number.nullish(),
  cvss3_temporal_score: number.nullish(),
  cvss4_base_score: number.nullish(),
  see_also: list(text).nullish(),
  bid: list(answerText).nullish(),
  policy: list(text).nullish(),
  xrefs: list(z.union([text, Xref])).nullish(),
  cpe: list(text).nullish(),
  cve: list(text).nullish(),
  cwe: list(text).nullish(),
  wasc: list(text).nullish(),
  owasp_2010: list(text).nullish(),
  owasp_2013: list(text).nullish(),
  owasp_2017: list(text).nullish(),
  owasp_2021: list(text).nullish(),
  owasp_api_2019: list(text).nullish(),
  exploit_frameworks: list(z.object({ type: text.nullish(), ids: list(text).nullish() })).nullish(),
  vpr: Vpr.nullish(),
  vpr_v2: VprV2.nullish(),
  cvss3_temporal_vector: CvssTemporalVector.nullish(),
  cvss3_vector: CvssVector.nullish(),
  cvss4_vector: Cvss4Vector.nullish(),
  cvss4_threat_vector: Cvss4ThreatVector.nullish(),
  cvss2_temporal_vector: CvssTemporalVector.nullish(),
  cvss2_vector: CvssVector.nullish(),
  canvas_package: text.nullish(),
  checks_for_default_account: flag.nullish(),
  checks_for_malware: flag.nullish(),
  d2_elliot_name: text.nullish(),
  exploit_available: flag.nullish(),
  exploit_framework_canvas: flag.nullish(),
  exploit_framework_core: flag.nullish(),
  exploit_framework_d2_elliot: flag.nullish(),
  exploit_framework_exploithub: flag.nullish(),
  exploit_framework_metasploit: flag.nullish(),
  exploited_by_nessus: flag.nullish(),
  exploithub_sku: text.nullish(),
  family: text.nullish(),
  family_id: number.nullish(),
  has_patch: flag.nullish(),
  metasploit_name: text.nullish(),
  ms_bulletin: z.union([text, list(text)]).nullish(),
  unsupported_by_vendor: flag.nullish(),
  usn: text.nullish(),
  vuln_publication_date: isoTime.nullish(),
  workaround: text.nullish(),
  workaround_type: text.nullish().describe('`Configuration Change` or `Disable Service`.'),
  workaround_published: text.nullish(),
  vendor_unpatched: flag.nullish(),
  has_workaround: flag.nullish(),
}).describe('What found it. Open to members of your own, by augmentation.');

export const WasScan = z.object({
  schedule_uuid: text.nullish(),
  started_at: isoTime.nullish(),
  completed_at: isoTime.nullish(),
  uuid: text.nullish(),
});

export const WasRecord = z.object({
  finding_id: text,
  url: text.nullish(),
  input_type: text.nullish(),
  input_name: text.nullish(),
  http_method: text.nullish(),
  output: text.nullish(),
  proof: text.nullish(),
  payload: text.nullish(),
  state: text.nullish().describe('`OPEN`, `REOPENED` or `FIXED`.'),
  severity: text.nullish().describe('`INFO`, `LOW`, `MEDIUM`, `HIGH` or `CRITICAL`.'),
  severity_id: number.nullish().describe('0 info to 4 critical.'),
  severity_default_id: number.nullish(),
  recast_reason: text.nullish(),
  recast_rule_uuid: text.nullish(),
  severity_modification_type: text.nullish(),
  first_found: isoTime.nullish(),
  last_found: isoTime.nullish(),
  last_fixed: isoTime.nullish(),
  last_observed: isoTime.nullish(),
  indexed_at: z.union([number, text]).nullish(),
  plugin: WasPlugin.nullish(),
  asset: WasAsset.nullish(),
  scan: WasScan.nullish(),
}).describe('One finding in a web application. Members without a value are left out by Tenable.');

export const operations = {
  create: post('/was/v1/export/vulns', {
    doc: 'Starts an export job. A duplicate of a running one is an `UnsupportedError` with `activeJobId`.',
    input: WasExportInput,
    output: ExportCreated,
    page: 'was-export-findings',
    pyTenable: 'part of tio.exports.was',
  }),
  ...jobs('/was/v1/export/vulns', {
    record: WasRecord,
    docs: {
      chunk: "One chunk's findings. A chunk that has expired is a `NotFoundError`, one that is not ready an `InvalidInputError`.",
      list: 'The last 1000 jobs; of those that have finished, the ones of the last three days.',
    },
    pages: { status: 'was-export-findings-status', chunk: 'was-export-findings-download-chunk', cancel: 'was-export-findings-cancel', list: 'was-export-findings-jobs-list' },
  }),
};
