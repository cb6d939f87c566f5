/** Scans: how they are set up, their runs and results, and their export files. https://docs.tenable.com/nessus/Content/BasicSettings.htm */
import { answerId, anything, count, flag, get, idText, list, map, nonEmpty, number, numberedFilters, oneOf, pathText, post, put, remove, seconds, text, time, z } from '../language/index.js';
import { NewScanSettings, ScanSettings, parts, takesPlugins } from './parts/editor.js';
import { Folder } from './parts/folder.js';
import { DeletedIds, ids } from './parts/ids.js';
import { Scan } from './parts/scan.js';
import { ScanDetails, ScanHostDetails, ScanPluginOutput } from './parts/scan-results.js';
import { ScanSchedule } from './parts/scan-schedule.js';

export const page = 'https://docs.tenable.com/nessus/Content/BasicSettings.htm';

export const ScanList = z.object({
  folders: list(Folder).nullable(),
  scans: list(Scan).nullable(),
  timestamp: time.describe('For the next `last_modification_date`.'),
});

export const Timezone = z.object({ name: text, value: text });

export const TimezoneList = z.object({ timezones: list(Timezone).nullable() });

export const KnowledgeBaseFile = z.object({ token: answerId.describe('For `tokens.status` and `tokens.download`.') });

export const ScanImported = z.object({ scan: Scan });

export const ScanExportFormats = map(anything).describe('What a scan can be exported as, in the form of the version.');

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
    input: { scan_id: count, folder_id: count.optional(), history: flag.optional().describe('Whether its runs are copied, too.'), name: nonEmpty.optional().describe("The server's choice where it is left out.") },
    output: ScanCopied,
    pyTenable: 'nessus.scans.copy',
  }),
  move: put('/scans/{scan_id}/folder', { doc: 'Moves a scan to another folder, such as the trash.', input: { scan_id: count, folder_id: count } }),
  launch: post('/scans/{scan_id}/launch', {
    doc: `Starts a scan. ${scanApi}`,
    input: { scan_id: count, alt_targets: list(text).optional().describe('Targets for this run instead of the configured ones.') },
    output: ScanLaunch,
    pyTenable: 'nessus.scans.launch',
  }),
  pause: post('/scans/{scan_id}/pause', { doc: `Pauses a scan that runs. ${scanApi}`, input: ScanIdInput, pyTenable: 'nessus.scans.pause' }),
  resume: post('/scans/{scan_id}/resume', { doc: `Goes on with a scan that is paused. ${scanApi}`, input: ScanIdInput, pyTenable: 'nessus.scans.resume' }),
  stop: post('/scans/{scan_id}/stop', { doc: `Stops a scan that runs or is paused. ${scanApi}`, input: ScanIdInput, pyTenable: 'nessus.scans.stop' }),
  kill: post('/scans/{scan_id}/kill', { doc: `Ends a scan at once, without the results of hosts that are not done. ${scanApi}`, input: ScanIdInput, pyTenable: 'nessus.scans.kill' }),
  import: post('/scans/import', {
    doc: 'Makes a scan of a file of results that was uploaded before.',
    input: {
      file: nonEmpty.describe('What `files.upload` calls it.').meta({ example: 'scan.nessus' }),
      folder_id: count.optional(),
      password: text.optional().describe('For `db` files: what they were encrypted with.'),
    },
    secrets: ['password'],
    output: ScanImported,
    pyTenable: 'nessus.scans.import_scan',
  }),
  schedule: put('/scans/{scan_id}/schedule', {
    doc: 'Switches the schedule of a scan on or off.',
    input: { scan_id: count, enabled: flag },
    query: ['enabled'],
    pyTenable: 'nessus.scans.schedule',
  }),
  readStatus: put('/scans/{scan_id}/status', {
    doc: 'Marks the results of a scan as read or unread.',
    input: { scan_id: count, read: flag },
    query: ['read'],
    pyTenable: 'nessus.scans.read_status',
  }),
  hostDetails: get('/scans/{scan_id}/hosts/{host_id}', {
    doc: 'What a scan found on one host.',
    input: { scan_id: count, host_id: count, history_id: historyId },
    output: ScanHostDetails,
  }),
  pluginOutput: get('/scans/{scan_id}/hosts/{host_id}/plugins/{plugin_id}', {
    doc: 'What a plugin said of a host.',
    input: { scan_id: count, host_id: count, plugin_id: count.meta({ example: 19_506 }), history_id: historyId },
    output: ScanPluginOutput,
    pyTenable: 'nessus.scans.plugin_output',
  }),
  prepareKb: get('/scans/{scan_id}/hosts/{host_id}/kb/prepare', {
    doc: 'Asks for the knowledge base of a host: all that plugins noted of it. `tokens.status` tells when it is ready.',
    input: { scan_id: count, host_id: count, history_id: historyId },
    output: KnowledgeBaseFile,
  }),
  attachment: get('/scans/{scan_id}/attachments/{attachment_id}', {
    doc: 'A file that a plugin attached to its output.',
    input: { scan_id: count, attachment_id: count, key: nonEmpty.describe('The token beside the attachment in the output.') },
    secrets: ['key'],
    file: { id: 'scan_id', name: 'attachment_id' },
    pyTenable: 'nessus.scans.attachment',
  }),
  deleteHistory: remove('/scans/{scan_id}/history/{history_id}', {
    doc: 'Deletes the results of one run.',
    input: { scan_id: count, history_id: count },
    pyTenable: 'nessus.scans.delete_history',
  }),
  timezones: get('/scans/timezones', { doc: 'The time zones that schedules take.', output: TimezoneList, never: ['InvalidInputError', 'NotFoundError'], pyTenable: 'nessus.scans.timezones' }),
  exportFormats: get('/scans/{scan_id}/export/formats', {
    doc: 'What the results of a scan can be exported as.',
    input: { scan_id: count, schedule_id: count.optional() },
    output: ScanExportFormats,
    pyTenable: 'nessus.scans.export_formats',
  }),
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
  deleteMany: remove('/scans', { doc: 'Deletes several scans with their results.', input: { ids }, output: DeletedIds, pyTenable: 'nessus.scans.delete_many' }),
};
