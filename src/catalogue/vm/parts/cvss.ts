/** How exports rate what a plugin finds: CVSS in its versions, and Tenable's own rating. */
import { anything, flag, isoTime, list, map, number, text, z } from '../../language/index.js';

export const CvssVector = z.object({
  access_complexity: text.nullish(),
  access_vector: text.nullish(),
  authentication: text.nullish(),
  availability_impact: text.nullish(),
  confidentiality_impact: text.nullish(),
  integrity_impact: text.nullish(),
  raw: text.nullish(),
}).describe('The parts of a CVSS vector in words; `raw` is the vector.');

export const CvssTemporalVector = z.object({
  exploitability: text.nullish(),
  remediation_level: text.nullish(),
  report_confidence: text.nullish(),
  raw: text.nullish(),
});

export const Cvss4Vector = z.object({
  attack_vector: text.nullish().describe('`Network`, `Adjacent`, `Local` or `Physical`.'),
  attack_complexity: text.nullish().describe('`Low` or `High`.'),
  attack_requirements: text.nullish().describe('`None` or `Present`.'),
  privileges_required: text.nullish().describe('`None`, `Low` or `High`.'),
  user_interaction: text.nullish().describe('`None`, `Passive` or `Active`.'),
  vulnerable_system_confidentiality: text.nullish().describe('`High`, `Low` or `None`.'),
  vulnerable_system_integrity: text.nullish().describe('`High`, `Low` or `None`.'),
  vulnerable_system_availability: text.nullish().describe('`High`, `Low` or `None`.'),
  subsequent_system_confidentiality: text.nullish().describe('`High`, `Low` or `None`.'),
  subsequent_system_integrity: text.nullish().describe('`High`, `Low` or `None`.'),
  subsequent_system_availability: text.nullish().describe('`High`, `Low` or `None`.'),
  raw: text.nullish(),
});

export const Cvss4ThreatVector = z.object({
  threat_score: number.nullish(),
  exploit_maturity: text.nullish().describe('`Not Defined`, `Attacked`, `Proof-of-Concept` or `Unreported`.'),
  raw: text.nullish(),
});

const bounds = z.object({ lower_bound: number.nullish(), upper_bound: number.nullish() }).nullish();

export const VprDrivers = z.object({
  age_of_vuln: bounds.describe('Days.'),
  exploit_code_maturity: text.nullish(),
  cvss_impact_score_predicted: flag.nullish(),
  cvss3_impact_score: number.nullish(),
  threat_intensity_last28: text.nullish(),
  threat_sources_last28: list(text).nullish(),
  product_coverage: text.nullish(),
  threat_recency: bounds.describe('Days since the last event.'),
});

export const Vpr = z.object({ score: number.nullish().describe('0.1 to 10.'), drivers: VprDrivers.nullish(), updated: isoTime.nullish() }).describe("Tenable's priority rating.");

export const VprV2 = z.object({
  score: number.nullish(),
  vpr_percentile: number.nullish(),
  vpr_severity: text.nullish().describe('`CRITICAL`, `MEDIUM`, `HIGH`, `LOW` or `NONE`.'),
  exploit_probability: number.nullish(),
  cve_id: text.nullish(),
  exploit_code_maturity: text.nullish(),
  on_cisa_kev: flag.nullish(),
  exploit_chain: list(text).nullish(),
  in_the_news_intensity_last30: text.nullish().describe('`VERY_HIGH`, `HIGH`, `MEDIUM`, `LOW` or `VERY_LOW`.'),
  in_the_news_recency: text.nullish().describe('`0_7_DAYS`, `7_14_DAYS`, `14_30_DAYS`, `30_60_DAYS`, `60_180_DAYS` or `NO_RECORDED_EVENTS`.'),
  in_the_news_sources_last30: list(text).nullish(),
  malware_observations_intensity_last30: text.nullish().describe('`VERY_HIGH`, `HIGH`, `MEDIUM`, `LOW` or `VERY_LOW`.'),
  malware_observations_recency: text.nullish().describe('`0_7_DAYS`, `7_14_DAYS`, `14_30_DAYS`, `30_60_DAYS`, `60_180_DAYS` or `NO_RECORDED_EVENTS`.'),
  targeted_industries: list(text).nullish(),
  targeted_regions: list(text).nullish(),
  threat_summary: map(anything).nullish(),
  remediation: map(anything).nullish(),
}).describe("Tenable's priority rating in its second form.");

export const Xref = z.object({ type: text.nullish().describe('`CVE`, `IAVA`, `CWE` and the like.'), id: text.nullish() });

export const severityWords = '`info`, `low`, `medium`, `high` or `critical`.';
