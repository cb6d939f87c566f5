/** Scans: how they are set up, their runs and results, and their export files. https://docs.tenable.com/nessus/Content/BasicSettings.htm */
import { answerId, count, flag, get, idOrEmpty, idText, list, map, nonEmpty, number, numberedFilters, oneOf, pathText, post, put, remove, seconds, text, time, z } from '../language/index.js';
import { NewScanSettings, ScanSettings, parts } from './parts/editor.js';
import { Folder } from './parts/folder.js';

export const page = 'https://docs.tenable.com/nessus/Content/BasicSettings.htm';

export const Scan = z.object({
  id: number,
  name: text,
  status: text.describe('`completed`, `running`, `empty`, `imported`, `aborted`, `canceled`, `paused` and others.'),
  uuid: idOrEmpty.nullish().describe('The last run; `null` where there is none.'),
  folder_id: number.nullish(),
  type: text.nullish().describe('`local`, `remote`, `agent` and others.'),
  owner: text.nullish(),
  enabled: flag.nullish().describe('Whether the schedule is in force.'),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
  starttime: text.nullish(),
  rrules: text.nullish(),
  timezone: text.nullish(),
});

export const ScanList = z.object({
  folders: list(Folder).nullable(),
  scans: list(Scan).nullable(),
  timestamp: number.describe('Unix time in seconds: for the next `last_modification_date`.'),
});

export const ScanInfo = z.object({
  name: text,
  status: text,
  uuid: idOrEmpty.nullish(),
  object_id: number.nullish(),
  folder_id: number.nullish(),
  policy: text.nullish(),
  targets: text.nullish(),
  scanner_name: text.nullish(),
  hostcount: number.nullish(),
  scan_start: time.nullish(),
  scan_end: time.nullish(),
});

export const ScanHost = z.object({
  host_id: number,
  hostname: text,
  critical: number.nullish(),
  high: number.nullish(),
  medium: number.nullish(),
  low: number.nullish(),
  info: number.nullish(),
}).describe('A host of the results, with its findings counted by severity.');

export const ScanVulnerability = z.object({
  plugin_id: number,
  plugin_name: text,
  plugin_family: text.nullish(),
  severity: number.describe('0 info to 4 critical.'),
  count: number,
});

export const ScanRun = z.object({ history_id: number, uuid: idOrEmpty.nullish(), status: text, creation_date: time, last_modification_date: time });

export const ScanDetails = z.object({
  info: ScanInfo,
  hosts: list(ScanHost).nullish(),
  vulnerabilities: list(ScanVulnerability).nullish(),
  history: list(ScanRun).nullish(),
});

export const ScanCreated = z.object({ scan: z.object({ id: number, name: text.nullish(), uuid: text.nullish() }) });

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

export const ScanExportFile = z.object({ token: answerId.describe('For `tokens.status` and `tokens.download`.'), file: idText.optional() });

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
    output: ScanCreated,
    pyTenable: 'nessus.scans.create',
  }),
  configure: put('/scans/{scan_id}', {
    doc: `Changes how a scan is set up. ${scanApi}`,
    input: { scan_id: count, uuid: pathText.optional(), settings: ScanSettings.optional(), ...parts },
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
    doc: 'Asks for an export file; `tokens.status` tells when it is ready. A scan that runs gives an `UnsupportedError`.',
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
  delete: remove('/scans/{scan_id}', { doc: 'Deletes a scan with its results. One that runs gives an `UnsupportedError`.', input: ScanIdInput, pyTenable: 'nessus.scans.delete' }),
};
