/** What is known of a plugin where results name it. Which members there are is up to the plugin, and so are single texts and lists. */
import { answerText, list, number, text, z } from '../../language/index.js';

const words = z.union([text, list(text)]);

export const PluginRisk = z.object({
  risk_factor: answerText.nullish().describe('`None`, `Low`, `Medium`, `High` or `Critical`.'),
  stig_severity: answerText.nullish(),
  cvss_base_score: answerText.nullish(),
  cvss_temporal_score: answerText.nullish(),
  cvss_vector: answerText.nullish(),
  cvss_temporal_vector: answerText.nullish(),
  cvss3_base_score: answerText.nullish(),
  cvss3_temporal_score: answerText.nullish(),
  cvss3_vector: answerText.nullish(),
  cvss3_temporal_vector: answerText.nullish(),
});

export const ExploitFrameworks = z.object({
  exploit_framework: list(z.object({ name: answerText.nullish(), packages: z.object({ package: words.nullish() }).nullish() })).nullish(),
});

export const PluginVulnerability = z.object({
  cpe: answerText.nullish(),
  exploit_available: answerText.nullish().describe('`true` or `false`.'),
  exploitability_ease: answerText.nullish(),
  exploit_frameworks: ExploitFrameworks.nullish(),
  in_the_news: answerText.nullish(),
  vuln_publication_date: answerText.nullish().describe('`YYYY/MM/DD`.'),
  patch_publication_date: answerText.nullish().describe('`YYYY/MM/DD`.'),
});

export const PluginInformation = z.object({
  plugin_id: number.nullish(),
  plugin_family: answerText.nullish(),
  plugin_type: answerText.nullish().describe('`local`, `remote`, `combined` and others.'),
  plugin_version: answerText.nullish(),
  plugin_publication_date: answerText.nullish().describe('`YYYY/MM/DD`.'),
  plugin_modification_date: answerText.nullish().describe('`YYYY/MM/DD`.'),
});

export const PluginReference = z.object({ name: answerText.nullish().describe('`cve`, `bid`, `msft` and others.'), url: answerText.nullish(), values: z.object({ value: words.nullish() }).nullish() });

const each = <One extends z.ZodType>(names: readonly string[], schema: One): Readonly<Record<string, z.ZodOptional<z.ZodNullable<One>>>> =>
  Object.fromEntries(names.map((name) => [name, schema.nullish()]));

const single = [
  'plugin_name', 'fname', 'synopsis', 'description', 'solution', 'script_copyright', 'vpr_score', 'cvss_score_source', 'cvssV3_impactScore', 'age_of_vuln',
  'exploit_code_maturity', 'exploited_by_malware', 'product_coverage', 'threat_intensity_last_28', 'threat_recency', 'threat_sources_last_28',
];

const repeatable = ['dependency', 'required_key', 'required_port', 'iava', 'msft'];

export const PluginAttributes = z.object({
  ...each(single, answerText),
  ...each(repeatable, words),
  see_also: words.nullish().describe('Addresses of pages on it.'),
  risk_information: PluginRisk.nullish(),
  vuln_information: PluginVulnerability.nullish(),
  plugin_information: PluginInformation.nullish(),
  ref_information: z.object({ ref: list(PluginReference).nullish() }).nullish(),
}).describe('What is known of a plugin. Which members there are is up to the plugin.');

export const PluginDescription = z.object({
  pluginid: answerText.nullish(),
  pluginname: text.nullish(),
  pluginfamily: text.nullish(),
  severity: number.nullish().describe('0 info to 4 critical.'),
  pluginattributes: PluginAttributes.nullish(),
}).describe('A plugin, as results name it.');
