/** Plugins: what scanners check. https://developer.tenable.com/reference/plugins */
import { anything, count, flag, get, isoTime, list, nonEmpty, number, post, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const PluginFamily = z.object({ id: number, name: text, count: number.nullish().describe('How many plugins it has.') });

export const PluginFamilyList = z.object({ families: list(PluginFamily) });

export const PluginFamilyDetails = z.object({ id: number.nullish(), name: text.nullish(), plugins: list(z.object({ id: number, name: text.nullish() })) });

export const PluginDetails = z.object({
  id: number,
  name: text.nullish(),
  family_name: text.nullish(),
  attributes: list(z.object({ attribute_name: text, attribute_value: text.nullish() })).nullish().describe('`synopsis`, `solution`, `cvss3_base_score` and the like; a name may come several times.'),
});

export const PluginVprDrivers = z.object({
  age_of_vuln: z.object({ lower_bound: number.nullish() }).nullish(),
  exploit_code_maturity: text.nullish(),
  cvss_impact_score_predicted: flag.nullish(),
  threat_intensity_last28: text.nullish(),
  threat_sources_last28: list(text).nullish(),
  product_coverage: text.nullish(),
  threat_recency: z.object({ lower_bound: number.nullish() }).nullish(),
});

export const PluginVpr = z.object({
  score: number.nullish(),
  drivers: PluginVprDrivers.nullish(),
  updated: isoTime.nullish(),
}).describe("Tenable's priority rating, 0.1 to 10.");

export const PluginAttributes = z.object({
  intel_type: text.nullish(),
  synopsis: text.nullish(),
  description: text.nullish(),
  solution: text.nullish(),
  see_also: list(anything).nullish(),
  plugin_publication_date: isoTime.nullish(),
  vuln_publication_date: isoTime.nullish(),
  patch_publication_date: isoTime.nullish(),
  has_patch: flag.nullish(),
  exploit_available: flag.nullish(),
  risk_factor: text.nullish(),
  plugin_modification_date: isoTime.nullish(),
  always_run: flag.nullish(),
  compliance: flag.nullish(),
  cvss_vector: z.object({
    raw: text.nullish(),
    AccessVector: text.nullish(),
    AccessComplexity: text.nullish(),
    Authentication: text.nullish(),
    'Confidentiality-Impact': text.nullish(),
    'Integrity-Impact': text.nullish(),
    'Availability-Impact': text.nullish(),
  }).nullish(),
  cvss_temporal_vector: z.object({ raw: text.nullish(), Exploitability: text.nullish(), RemediationLevel: text.nullish(), ReportConfidence: text.nullish() }).nullish(),
  cvss_temporal_score: number.nullish(),
  cvss3_vector: z.object({
    raw: text.nullish(),
    AttackVector: text.nullish(),
    AttackComplexity: text.nullish(),
    PrivilegesRequired: text.nullish(),
    UserInteraction: text.nullish(),
    Scope: text.nullish(),
    'Confidentiality-Impact': text.nullish(),
    'Integrity-Impact': text.nullish(),
    'Availability-Impact': text.nullish(),
  }).nullish(),
  cvss3_temporal_vector: z.object({ raw: text.nullish(), ExploitCodeMaturity: text.nullish(), RemediationLevel: text.nullish(), ReportConfidence: text.nullish() }).nullish(),
  cvss3_temporal_score: number.nullish(),
  cvss3_base_score: number.nullish(),
  cve: list(text).nullish(),
  bid: list(number).nullish(),
  xref: list(anything).nullish(),
  xrefs: list(anything).nullish(),
  vpr: PluginVpr.nullish(),
});

export const PluginPage = z.object({
  data: z.object({ plugin_details: list(z.object({ id: number, name: text, attributes: PluginAttributes.nullish() })) }),
  total_count: number.nullish(),
  size: number.nullish(),
  params: z.object({ page: number.nullish(), size: number.nullish(), last_updated: text.nullish() }).nullish(),
});

const family_id = count.describe("The family's number.");

export const operations = {
  list: get('/plugins/plugin', {
    doc: 'Plugins with their attributes, page by page.',
    input: {
      last_updated: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).meta({ expected: 'a date as YYYY-MM-DD' }).optional().describe('Only plugins changed since then: `YYYY-MM-DD`.'),
      size: z.int().min(1).max(10_000).optional().describe('Plugins a page. Default 1000.'),
      page: z.int().min(1).optional().describe('Counted from 1.'),
    },
    output: PluginPage,
    never: ['NotFoundError'],
    page: 'io-plugins-list',
    pyTenable: 'tio.plugins.list',
  }),
  details: get('/plugins/plugin/{plugin_id}', {
    doc: 'One plugin.',
    input: { plugin_id: count },
    output: PluginDetails,
    page: 'io-plugins-details',
    pyTenable: 'tio.plugins.plugin_details',
  }),
  families: get('/plugins/families', {
    doc: 'The families of plugins.',
    input: { all: flag.optional().describe('Whether empty families are listed, too.') },
    output: PluginFamilyList,
    never: ['NotFoundError'],
    page: 'io-plugins-families-list',
    pyTenable: 'tio.plugins.families',
  }),
  familyDetails: get('/plugins/families/{family_id}', {
    doc: 'A family with its plugins.',
    input: { family_id },
    output: PluginFamilyDetails,
    page: 'io-plugins-family-details-id',
    pyTenable: 'tio.plugins.family_details',
  }),
  familyByName: post('/plugins/families/_byName', {
    doc: 'A family with its plugins, found by its name.',
    input: { name: nonEmpty },
    output: PluginFamilyDetails,
    idempotent: true,
    page: 'io-plugins-family-details-name',
  }),
};
