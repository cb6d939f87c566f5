/** Scans: how they are set up, their runs and results, and their export files. https://docs.tenable.com/nessus/Content/BasicSettings.htm */
import { answerId, anything, count, flag, get, idOrEmpty, idText, list, map, nonEmpty, number, numberedFilters, oneOf, pathText, post, put, remove, seconds, text, time, z } from '../language/index.js';
import { NewScanSettings, ScanSettings, parts, takesPlugins } from './parts/editor.js';
import { AccessEntry } from './parts/access.js';
import { Folder } from './parts/folder.js';
import { PluginAttributes } from './parts/plugin-attributes.js';
import { ResultFilter } from './parts/result-filter.js';
import { Scan, flagOrNumber, schedule } from './parts/scan.js';
import { ScanHost, ScanVulnerability } from './parts/scan-findings.js';

export const page = 'https://docs.tenable.com/nessus/Content/BasicSettings.htm';

export const ScanList = z.object({
  folders: list(Folder).nullable(),
  scans: list(Scan).nullable(),
  timestamp: time.describe('For the next `last_modification_date`.'),
});

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

export const ScanSchedule = z.object({
  id: number,
  name: text.nullish(),
  uuid: text.nullish().describe("The schedule's: `template-` and more."),
  description: text.nullish(),
  policy_id: number.nullish(),
  scanner_id: number.nullish(),
  container_id: number.nullish(),
  custom_targets: text.nullish().describe('What is scanned.'),
  ...schedule,
  enabled: flagOrNumber.nullish().describe('Whether the schedule is in force.'),
  live_results: number.nullish(),
  scan_time_window: number.nullish(),
  use_dashboard: flagOrNumber.nullish(),
  dashboard_file: text.nullish(),
  emails: text.nullish(),
  sms: text.nullish(),
  notification_filters: list(anything).nullish(),
  attach_report: number.nullish(),
  attached_report_type: text.nullish(),
  attached_report_maximum_size: number.nullish().describe('In bytes.'),
  type: text.nullish().describe('`public` and others.'),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  default_permisssions: number.nullish().describe('Spelt like this.'),
  owner: text.nullish(),
  owner_id: number.nullish(),
  migrated: number.nullish(),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
}).describe('How a scan is set up.');

export const ScanCreated = z.object({ scan: ScanSchedule });

export const ScanCopied = z.object({ id: number, name: text.nullish() });

export const ScanLaunch = z.object({ scan_uuid: answerId.describe('The run that was started.') });

export const ScanIdInput = z.object({ scan_id: count });

export const ReportParts = map(flag).describe('Parts of a report by name: `true` puts one in.');

const report = ReportParts.optional().describe('For `html` and `pdf`.');

export const ScanReportContents = z.object({
  csvColumns: ReportParts.optional().describe('For `csv`: `id`, `cve`, `risk`, `hostname`, `plugin_output` and others.'),
  vulnerabilitySections: report,
  hostSections: report,
  formattingOptions: report,
});

export const ScanExportFile = z.union([
  z.object({ token: answerId, file: idText.optional() }),
  z.object({ token: answerId.nullish(), file: idText }),
]).describe('`token` is for `tokens.status` and `tokens.download`. Version 6 gives none: there, `file` is for `exportStatus` and `exportDownload`.');

export const ScanExportFileInput = z.object({ scan_id: count, file_id: answerId.describe("The export's `file`.") }).describe('Names an export file where there is no token.');

export const ScanExportState = z.object({ status: text.describe('`ready`, `loading` or `error`.') });

const scanApi = 'A server whose licence has no `scan_api` gives an `UnsupportedError`.';
const historyId = count.optional().describe("A run of the scan's history; the latest where it is left out.");

export const operations = {
  list: get('/scans', {
    doc: 'Scans with their last status. `scans` is `null` where there are none.',
    input: { folder_id: count.optional(), last_modification_date: seconds.optional().describe('Only scans changed since then.') },
    output: ScanList,
    pyTenable: 'nessus.scans.list',
  }),
  details: get('/scans/{scan_id}', {
    doc: 'The results of a scan: the latest, or those of a run of its history.',
    input: { scan_id: count, history_id: historyId },
    output: ScanDetails,
    pyTenable: 'nessus.scans.details',
  }),
  create: post('/scans', {
    doc: `Creates a scan from a template. ${scanApi}`,
    input: { uuid: pathText.describe("The template's, from `editor.listTemplates`."), settings: NewScanSettings, ...parts },
    headers: takesPlugins,
    secrets: ['credentials'],
    output: ScanCreated,
    pyTenable: 'nessus.scans.create',
  }),
  configure: put('/scans/{scan_id}', {
    doc: `Changes how a scan is set up. ${scanApi}`,
    input: { scan_id: count, uuid: pathText.optional(), settings: ScanSettings.optional(), ...parts },
    headers: takesPlugins,
    secrets: ['credentials'],
    pyTenable: 'nessus.scans.configure',
  }),
  copy: post('/scans/{scan_id}/copy', {
    doc: `Copies a scan. ${scanApi}`,
    input: { scan_id: count, folder_id: count.optional(), name: nonEmpty.optional().describe("The copy's name; the server's choice where it is left out.") },
    output: ScanCopied,
    pyTenable: 'nessus.scans.copy',
  }),
  launch: post('/scans/{scan_id}/launch', {
    doc: `Starts a scan. ${scanApi}`,
    input: { scan_id: count, alt_targets: list(text).optional().describe('Targets for this run instead of the configured ones.') },
    output: ScanLaunch,
    pyTenable: 'nessus.scans.launch',
  }),
  pause: post('/scans/{scan_id}/pause', { doc: 'Pauses a scan that runs.', input: ScanIdInput, pyTenable: 'nessus.scans.pause' }),
  resume: post('/scans/{scan_id}/resume', { doc: 'Goes on with a scan that is paused.', input: ScanIdInput, pyTenable: 'nessus.scans.resume' }),
  stop: post('/scans/{scan_id}/stop', { doc: 'Stops a scan that runs or is paused.', input: ScanIdInput, pyTenable: 'nessus.scans.stop' }),
  exportRequest: post('/scans/{scan_id}/export', {
    doc: 'Asks for an export file; `tokens.status` tells when it is ready, or `exportStatus` where version 6 gives no token. A scan that runs gives an `UnsupportedError`.',
    input: {
      scan_id: count,
      format: oneOf('nessus', 'html', 'pdf', 'csv', 'db'),
      history_id: historyId,
      password: nonEmpty.optional().describe('For `db`: encrypts the file.'),
      template_id: count.optional().describe('For `html` and `pdf`: the template of the report.'),
      chapters: text.optional().describe('For `html` and `pdf` of older servers: vuln_hosts_summary, vuln_by_host and others, joined by `;`.'),
      reportContents: ScanReportContents.optional(),
      'filter.*': numberedFilters()
        .describe("Filters: `'filter.0.filter': 'plugin.id'`, `'filter.0.quality': 'eq'`, `'filter.0.value': '19506'`."),
    },
    query: ['history_id'],
    secrets: ['password'],
    output: ScanExportFile,
    page: 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm',
    pyTenable: 'part of nessus.scans.export_scan',
  }),
  exportStatus: get('/scans/{scan_id}/export/{file_id}/status', {
    doc: 'Whether an export file is ready, of any version. In version 6, a file that cannot be made is a `ServerError`.',
    input: ScanExportFileInput,
    output: ScanExportState,
    page: 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm',
  }),
  exportDownload: get('/scans/{scan_id}/export/{file_id}/download', {
    doc: 'Downloads an export file that is ready.',
    input: ScanExportFileInput,
    file: { id: 'scan_id', name: 'file_id' },
    page: 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm',
  }),
  delete: remove('/scans/{scan_id}', { doc: 'Deletes a scan with its results. One that runs gives an `UnsupportedError`.', input: ScanIdInput, pyTenable: 'nessus.scans.delete' }),
};
