/** Scans: configured scans, their results and their export files. https://developer.tenable.com/reference/scans */
import { answerId, count, flag, get, idOrEmpty, idText, list, number, numberedFilters, oneOf, pathText, post, seconds, text, time, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const ScanId = z.union([count, pathText]).describe("A scan's number, or the UUID of its schedule.").meta({ example: 42 });

export const Scan = z.object({
  id: number,
  name: text,
  status: text.describe('`completed`, `running`, `empty`, `imported`, `aborted`, `canceled`, `paused` and others.'),
  uuid: idOrEmpty.nullable(),
  schedule_uuid: idOrEmpty.nullish(),
  type: text.nullable(),
  owner: text.nullish(),
  enabled: flag,
  read: flag.optional(),
  shared: flag.optional(),
  creation_date: time,
  last_modification_date: time,
  user_permissions: number.optional(),
  starttime: text.nullish(),
  rrules: text.nullish(),
  timezone: text.nullish(),
});

export const ScanFolder = z.object({ id: number, name: text, type: text.describe('`main`, `trash` or `custom`.') });

export const ScanList = z.object({ folders: list(ScanFolder).nullable(), scans: list(Scan).nullable(), timestamp: time });

export const ScanInfo = z.object({
  name: text,
  status: text,
  uuid: idOrEmpty.nullish(),
  object_id: number.optional(),
  owner: text.nullish(),
  policy: text.nullish(),
  targets: text.nullish(),
  scanner_name: text.nullish(),
  hostcount: number.optional(),
  scan_start: time.nullish(),
  scan_end: time.nullish(),
});

export const ScanHost = z.object({ host_id: number, hostname: text });

export const ScanVulnerability = z.object({
  plugin_id: number,
  plugin_name: text,
  plugin_family: text,
  severity: number.describe('0 info to 4 critical.'),
  count: number,
});

export const ScanRun = z.object({ history_id: number, uuid: answerId, status: text, creation_date: time, last_modification_date: time });

export const ScanDetails = z.object({
  info: ScanInfo,
  hosts: list(ScanHost).nullish(),
  vulnerabilities: list(ScanVulnerability).nullish(),
  history: list(ScanRun).nullish(),
});

export const ScanLaunch = z.object({ scan_uuid: answerId.describe('The run that was started.') });

export const ScanExportFile = z.object({ file: idText.describe("The file's id, for `exportStatus` and `exportDownload`.") });

export const ScanExportState = z.object({ status: text.describe('`ready`, `loading` or `error`.') });

export const ScanExportFileInput = z.object({ scan_id: ScanId, file_id: answerId, type: oneOf('web-app').optional() })
  .describe('Names an export file: for its status and for its download.');

export const operations = {
  list: get('/scans', {
    doc: 'Configured scans with their last status. `scans` is `null` where there are none.',
    input: {
      folder_id: number.optional(),
      last_modification_date: seconds.optional().describe('Only scans changed since then.'),
      started_from: seconds.optional().describe('Only scans that were started since then.'),
      started_to: seconds.optional().describe('Only scans that were started until then.'),
    },
    output: ScanList,
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: 'tio.scans.list',
  }),
  details: get('/scans/{scan_id}', {
    doc: 'The results of a scan: the latest, or those of a run of its history.',
    input: {
      scan_id: ScanId,
      history_id: number.optional().describe("A run of the scan's history; the latest where it is left out."),
      history_uuid: uuid.optional(),
    },
    output: ScanDetails,
    never: ['UnsupportedError'],
    pyTenable: 'tio.scans.results',
  }),
  launch: post('/scans/{scan_id}/launch', {
    doc: "Starts a scan. More than 25 active scans are a `RetryError` with `reason: 'concurrency-limit'`.",
    input: {
      scan_id: ScanId,
      alt_targets: list(text).optional().describe('Targets for this run instead of the configured ones.'),
      rollover: flag.optional(),
    },
    output: ScanLaunch,
    pyTenable: 'tio.scans.launch',
  }),
  exportRequest: post('/scans/{scan_id}/export', {
    doc: 'Asks for an export file of a scan; `exportStatus` tells when it is ready.',
    input: {
      scan_id: ScanId,
      format: oneOf('nessus', 'html', 'pdf', 'csv', 'db').describe('Results older than 60 days come as `nessus` and `csv` only.'),
      history_id: number.optional(),
      history_uuid: uuid.optional(),
      type: oneOf('web-app').optional(),
      chapters: text.optional().describe('For `html` and `pdf`: vuln_hosts_summary, vuln_by_host, vuln_by_plugin and others, joined by `;`.'),
      password: text.optional().describe('For `db`: encrypts the file.'),
      asset_id: text.optional(),
      'filter.*': numberedFilters()
        .describe("Filters: `'filter.0.filter': 'plugin.id'`, `'filter.0.quality': 'eq'`, `'filter.0.value': '19506'`."),
    },
    query: ['history_id', 'history_uuid', 'type'],
    secrets: ['password'],
    output: ScanExportFile,
    pyTenable: 'part of tio.scans.export',
  }),
  exportStatus: get('/scans/{scan_id}/export/{file_id}/status', {
    doc: 'Whether an export file is ready: `ready`, `loading` or `error`.',
    input: ScanExportFileInput,
    output: ScanExportState,
    never: ['UnsupportedError'],
    pyTenable: 'part of tio.scans.export',
  }),
  exportDownload: get('/scans/{scan_id}/export/{file_id}/download', {
    doc: 'Downloads an export file that is ready.',
    input: ScanExportFileInput,
    file: { id: 'scan_id', name: 'file_id' },
    never: ['UnsupportedError'],
    pyTenable: 'part of tio.scans.export',
  }),
};
