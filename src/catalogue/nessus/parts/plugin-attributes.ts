/** What is known of a plugin where results name it. As the plugin's author wrote it, so nothing of it is checked. */
import { list, number, text, z } from '../../language/index.js';

export const PluginRisk = z.object({
  risk_factor: text.optional().describe('`None`, `Low`, `Medium`, `High` or `Critical`.'),
  stig_severity: text.optional(),
  cvss_base_score: text.optional(),
  cvss_temporal_score: text.optional(),
  cvss_vector: text.optional(),
  cvss_temporal_vector: text.optional(),
  cvss3_base_score: text.optional(),
  cvss3_temporal_score: text.optional(),
  cvss3_vector: text.optional(),
  cvss3_temporal_vector: text.optional(),
});

export const ExploitFrameworks = z.object({
  exploit_framework: list(z.object({ name: text.optional(), packages: z.object({ package: list(text).optional() }).optional() })).optional(),
});

export const PluginVulnerability = z.object({
  cpe: text.optional(),
  exploit_available: text.optional().describe('`true` or `false`.'),
  exploitability_ease: text.optional(),
  exploit_frameworks: ExploitFrameworks.optional(),
  in_the_news: text.optional(),
  vuln_publication_date: text.optional().describe('`YYYY/MM/DD`.'),
  patch_publication_date: text.optional().describe('`YYYY/MM/DD`.'),
});

export const PluginInformation = z.object({
  plugin_id: number.optional(),
  plugin_family: text.optional(),
  plugin_type: text.optional().describe('`local`, `remote`, `combined` and others.'),
  plugin_version: text.optional(),
  plugin_publication_date: text.optional().describe('`YYYY/MM/DD`.'),
  plugin_modification_date: text.optional().describe('`YYYY/MM/DD`.'),
});

export const PluginReference = z.object({ name: text.optional().describe('`cve`, `bid`, `msft` and others.'), url: text.optional(), values: z.object({ value: list(text).optional() }).optional() });

/** Members of which some plugins have each. All hold text. */
const words = Object.fromEntries([
  'plugin_name', 'fname', 'synopsis', 'description', 'solution', 'script_copyright', 'dependency', 'required_key', 'required_port', 'vpr_score', 'cvss_score_source',
  'cvssV3_impactScore', 'age_of_vuln', 'exploit_code_maturity', 'exploited_by_malware', 'product_coverage', 'threat_intensity_last_28', 'threat_recency',
  'threat_sources_last_28', 'iava', 'msft',
].map((name) => [name, text.nullish()]));

export const PluginAttributes = z.object({
  ...words,
  see_also: list(text).nullish().describe('Addresses of pages on it.'),
  risk_information: PluginRisk.nullish(),
  vuln_information: PluginVulnerability.nullish(),
  plugin_information: PluginInformation.nullish(),
  ref_information: z.object({ ref: list(PluginReference).optional() }).nullish(),
}).describe('What is known of a plugin. Nothing of it is checked; which members there are is up to the plugin.');
