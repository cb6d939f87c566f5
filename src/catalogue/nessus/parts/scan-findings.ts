/** What scans find: hosts and vulnerabilities, as the results of a scan and those of one host hold them. */
import { flag, list, number, text, z } from '../../language/index.js';

export const SeverityCount = z.object({ severitylevel: number.describe('0 info to 4 critical.'), count: number });

const hits = { critical: number.nullish(), high: number.nullish(), medium: number.nullish(), low: number.nullish(), info: number.nullish() };

export const ScanHost = z.object({
  host_id: number,
  host_index: number.nullish(),
  hostname: text,
  progress: text.nullish().describe('`100-100/705-705`: done and all, of the present and of the whole.'),
  score: number.nullish().describe('The higher, the worse: each finding counts by its severity.'),
  severity: number.nullish().describe('How many findings there are.'),
  severitycount: z.object({ item: list(SeverityCount).nullish() }).nullish(),
  ...hits,
  offline_critical: number.nullish(),
  offline_high: number.nullish(),
  offline_medium: number.nullish(),
  offline_low: number.nullish(),
  offline_info: number.nullish(),
  totalchecksconsidered: number.nullish(),
  numchecksconsidered: number.nullish(),
  scanprogresstotal: number.nullish(),
  scanprogresscurrent: number.nullish(),
}).describe('A host of the results, with its findings counted by severity.');

export const ScanVulnerability = z.object({
  plugin_id: number,
  plugin_name: text,
  plugin_family: text.nullish(),
  severity: number.describe('0 info to 4 critical.'),
  severity_index: number.nullish(),
  vuln_index: number.nullish(),
  count: number,
  score: text.nullish().describe('The priority, such as `7.5`; newer servers.'),
  cpe: text.nullish(),
  offline: flag.nullish().describe('Whether it was told from earlier results, without a scan.'),
  snoozed: number.nullish().describe('1 where it is left out of results for a time.'),
});
