/** The results of a scan: all of a run, one host of it, and what one plugin said of that. */
import { answerText, flag, idOrEmpty, list, map, number, text, time, z } from '../../language/index.js';
import { AccessEntry } from './access.js';
import { PluginAttributes, PluginDescription } from './plugin-attributes.js';
import { ResultFilter } from './result-filter.js';
import { flagOrNumber } from './scan.js';
import { ScanHost, ScanVulnerability } from './scan-findings.js';

const hidden = flag.nullish().describe('Whether the web interface shows what its name says.');

export const ScanInfo = z.object({
  name: text,
  status: text,
  uuid: idOrEmpty.nullish(),
  object_id: number.nullish(),
  folder_id: number.nullish(),
  policy: text.nullish(),
  policy_template_uuid: idOrEmpty.nullish(),
  targets: text.nullish(),
  no_target: flag.nullish(),
  alt_targets_used: flag.nullish().describe('Whether the run had targets of its own.'),
  scan_type: text.nullish().describe('`local`, `remote`, `agent` and others.'),
  scanner_name: text.nullish(),
  hostcount: number.nullish(),
  scan_start: time.nullish(),
  scan_end: time.nullish(),
  scanner_start: time.nullish(),
  scanner_end: time.nullish(),
  timestamp: time.nullish(),
  acls: list(AccessEntry).nullish(),
  user_permissions: number.nullish(),
  edit_allowed: flag.nullish(),
  control: flag.nullish(),
  haskb: flag.nullish().describe('Whether there is a knowledge base to download.'),
  hasaudittrail: flag.nullish().describe('Whether it is told why plugins found nothing.'),
  'pci-can-upload': flag.nullish(),
  migrated: number.nullish(),
  offline: flag.nullish(),
  node_id: number.nullish(),
  node_name: text.nullish(),
  node_host: text.nullish(),
  scan_group: number.nullish(),
  license_info: z.object({ limit: text.nullish().describe('Hosts that the licence has.'), trimmed: text.nullish() }).nullish(),
  severity_base_selections: list(z.object({ value: text, display: text })).nullish().describe('What severities can be told by.'),
  selected_severity_base: text.nullish().describe('`system_default`, `cvss_v2`, `cvss_v3` and others.'),
  current_severity_base: text.nullish(),
  current_severity_base_display: text.nullish(),
  severity_processed: text.nullish().describe('When severities were last worked out, as `YYYYMMDDhhmm`.'),
  top10: hidden,
  exploitable_vulns: hidden,
  hosts_vulns: hidden,
  known_accounts: hidden,
  oses_found: hidden,
  unsupported_software: hidden,
  year_old_vulns: hidden,
}).describe('How a scan stands. Newer servers tell more.');

export const ScanRun = z.object({
  history_id: number,
  uuid: idOrEmpty.nullish(),
  status: text,
  type: text.nullish(),
  creation_date: time,
  last_modification_date: time,
  owner_id: number.nullish(),
  alt_targets_used: flag.nullish(),
  scheduler: number.nullish().describe('1 where the schedule started it.'),
  schedule_type: text.nullish().describe('`manual` and others.'),
  node_id: number.nullish(),
  node_name: text.nullish(),
  node_host: text.nullish(),
  scan_group: number.nullish(),
});

export const Remediation = z.object({ value: text, remediation: text, hosts: number, vulns: number });

export const Remediations = z.object({
  remediations: list(Remediation).nullish(),
  num_hosts: number.nullish(),
  num_cves: number.nullish(),
  num_impacted_hosts: number.nullish(),
  num_remediated_cves: number.nullish(),
}).describe('What to do first, and how much it mends.');

export const PrioritizedHost = z.object({ id: number, hostname: text.nullish(), host_ip: text.nullish(), host_fqdn: text.nullish() });

export const PrioritizedPlugin = z.object({
  pluginid: text,
  pluginname: text.nullish(),
  pluginfamily: text.nullish(),
  severity: number.nullish(),
  host_count: number.nullish(),
  hosts: list(PrioritizedHost).nullish(),
  pluginattributes: PluginAttributes.nullish(),
});

export const Prioritization = z.object({ threat_level: number.nullish(), plugins: list(PrioritizedPlugin).nullish() }).describe('Findings by their priority, the worst first.');

export const ScanNote = z.object({ title: text.optional(), message: text.optional(), severity: number.optional() });

export const ScanDetails = z.object({
  info: ScanInfo,
  hosts: list(ScanHost).nullish(),
  comphosts: list(ScanHost).nullish().describe('Hosts of compliance checks.'),
  vulnerabilities: list(ScanVulnerability).nullish(),
  compliance: list(ScanVulnerability).nullish().describe('Findings of compliance checks.'),
  remediations: Remediations.nullish(),
  prioritization: Prioritization.nullish(),
  history: list(ScanRun).nullish(),
  filters: list(ResultFilter).nullish().describe('What the results can be filtered by.'),
  notes: list(ScanNote).nullish().describe('What the scanner says of the run.'),
});

export const ScanHostInfo = z.object({
  'host-ip': text.nullish(),
  'host-fqdn': text.nullish(),
  'netbios-name': text.nullish(),
  'mac-address': text.nullish(),
  'operating-system': text.nullish(),
  host_start: text.nullish().describe('`Mon Feb 28 15:28:39 2022`, in the time zone of the server.'),
  host_end: text.nullish(),
}).describe('What a scan found out about a host.');

export const HostVulnerability = ScanVulnerability.extend({ host_id: number.nullish() });

export const ScanHostDetails = z.object({
  info: ScanHostInfo,
  vulnerabilities: list(HostVulnerability).nullable(),
  compliance: list(HostVulnerability).nullish().describe('Findings of compliance checks.'),
});

export const PluginOutput = z.object({
  plugin_output: text.nullish(),
  ports: map(list(z.object({ hostname: text.nullish() }))).nullish().describe('Hosts by port: `443 / tcp / www`.'),
  hosts: answerText.nullish(),
  severity: number.nullish(),
  has_attachment: flagOrNumber.nullish(),
  custom_description: text.nullish(),
});

export const ScanPluginOutput = z.object({
  info: z.object({ plugindescription: PluginDescription.nullish() }).nullish(),
  outputs: list(PluginOutput).nullish().describe('One for each output that differs.'),
});
