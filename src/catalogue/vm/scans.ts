/** Scans: configured scans, their results and their export files. https://developer.tenable.com/reference/scans */
import { answerId, answerText, anything, byOffset, count, flag, get, idOrEmpty, isoTime, list, map, nonEmpty, number, numberedFilters, oneOf, pageLimit, pageOffset, pathText, post, put, remove, runUuid, seconds, text, time, uuid, z } from '../language/index.js';
import { SortedPagination } from '../parts/pagination.js';
import { Acl } from './parts/acl.js';
import { CreatedScan } from './parts/created-scan.js';
import { ScanFolder } from './parts/scan-folder.js';
import { NewScanSettings, ScanSettings, scanParts } from './parts/scan-settings.js';

export const page = 'https://developer.tenable.com/reference/';

export const ScanId = z.union([count, pathText]).describe("A scan's number, or the UUID of its schedule.").meta({ example: 42 });

export const Scan = z.object({
  template_uuid: text.nullish(),
  permissions: number.nullish(),
  legacy: flag.nullish(),
  has_triggers: flag.nullish().describe('Whether agents start it.'),
  type: text.nullable().describe('`remote`, `agent`, `ps`, `pvs` and others.'),
  read: flag.optional(),
  last_modification_date: time,
  creation_date: time,
  status: text.describe('`completed`, `running`, `empty`, `imported`, `aborted`, `canceled`, `paused` and others.'),
  uuid: idOrEmpty.nullable(),
  shared: flag.optional(),
  user_permissions: number.optional(),
  owner: text.nullish(),
  schedule_uuid: idOrEmpty.nullish(),
  timezone: text.nullish(),
  rrules: text.nullish(),
  starttime: text.nullish(),
  enabled: flag,
  control: flag.nullish(),
  wizard_uuid: text.nullish(),
  policy_id: number.nullish(),
  name: text,
  id: number,
  progress: number.nullish().describe('0 to 100.'),
  total_targets: number.nullish(),
});

export const ScanList = z.object({ folders: list(ScanFolder).nullable(), scans: list(Scan).nullable(), timestamp: time });

export const ScanInfo = z.object({
  owner: text.nullish(),
  name: text,
  no_target: flag.nullish(),
  folder_id: number.nullish(),
  control: flag.nullish(),
  user_permissions: number.nullish(),
  schedule_uuid: text.nullish(),
  edit_allowed: flag.nullish(),
  scanner_name: text.nullish(),
  policy: text.nullish(),
  shared: flag.nullish(),
  object_id: number.optional(),
  tag_targets: list(text).nullish(),
  acls: list(Acl).nullish(),
  uuid: idOrEmpty.nullish(),
  status: text,
  scan_type: text.nullish(),
  targets: text.nullish(),
  alt_targets_used: flag.nullish(),
  'pci-can-upload': flag.nullish(),
  scan_start: time.nullish(),
  timestamp: time.nullish(),
  is_archived: flag.nullish(),
  reindexing: flag.nullish(),
  scan_end: time.nullish(),
  haskb: flag.nullish().describe('Whether there is a knowledge base to download.'),
  hasaudittrail: flag.nullish(),
  scanner_start: text.nullish(),
  scanner_end: text.nullish(),
  hostcount: number.optional(),
});

export const ScanHost = z.object({
  asset_id: answerText.nullish(),
  host_id: number,
  uuid: text.nullish(),
  hostname: text,
  progress: text.nullish(),
  scanprogresscurrent: number.nullish(),
  scanprogresstotal: number.nullish(),
  numchecksconsidered: number.nullish(),
  totalchecksconsidered: number.nullish(),
  severitycount: z.object({ item: list(z.object({ count: number.nullish(), severitylevel: number.nullish() })).nullish() }).nullish(),
  severity: number.nullish(),
  score: number.nullish(),
  info: number.nullish(),
  low: number.nullish(),
  medium: number.nullish(),
  high: number.nullish(),
  critical: number.nullish(),
  host_index: answerText.nullish(),
});

export const ComplianceHost = z.object({
  totalchecksconsidered: number.nullish(),
  numchecksconsidered: number.nullish(),
  scanprogresstotal: number.nullish(),
  scanprogresscurrent: number.nullish(),
  host_index: answerText.nullish(),
  score: number.nullish(),
  severitycount: z.object({ item: list(z.object({ count: number.nullish(), severitylevel: number.nullish() })).nullish() }).nullish(),
  progress: text.nullish(),
  critical: number.nullish(),
  high: number.nullish(),
  medium: number.nullish(),
  low: number.nullish(),
  info: number.nullish(),
  host_id: number.nullish(),
  hostname: text.nullish(),
});

export const ScanVulnerability = z.object({
  count: number,
  plugin_id: number,
  plugin_name: text,
  severity: number.describe('0 info to 4 critical.'),
  plugin_family: text,
  vuln_index: number.nullish(),
  severity_index: number.nullish(),
});

const checkId = z.union([number, text]).nullish().describe('Of a check of an audit: a digest.');

export const ScanCompliance = z.object({
  host_id: number.nullish(),
  hostname: text.nullish(),
  count: number.nullish(),
  plugin_name: text.nullish(),
  vuln_index: number.nullish(),
  severity: number.nullish(),
  plugin_id: checkId,
  severity_index: number.nullish(),
  plugin_family: text.nullish(),
});

export const ScanRemediation = z.object({
  vulns: number.nullish(),
  value: text.nullish().describe('What to do.'),
  hosts: number.nullish(),
  remediation: text.nullish().describe('Digest of the plugin and hosts.'),
});

export const ScanRemediations = z.object({
  num_cves: number.nullish(),
  num_hosts: number.nullish(),
  num_remediated_cves: number.nullish(),
  num_impacted_hosts: number.nullish(),
  remediations: list(ScanRemediation).nullish(),
});

export const ScanRun = z.object({
  history_id: number,
  owner_id: number.nullish(),
  creation_date: time,
  last_modification_date: time,
  uuid: answerId,
  type: text.nullish(),
  status: text,
  scheduler: number.nullish(),
  alt_targets_used: flag.nullish(),
  is_archived: flag.nullish(),
  reporting_mode: text.nullish(),
});

export const ScanFilter = z.object({
  name: text,
  readable_name: text.nullish(),
  control: z.object({ type: text.nullish(), regex: text.nullish(), readable_regex: text.nullish(), maxlength: number.nullish(), list: list(z.union([text, number, z.object({ name: text.nullish(), id: answerText.nullish(), value: answerText.nullish() })])).nullish(), options: list(anything).nullish() }).nullish(),
  operators: list(text).nullish(),
  group_name: text.nullish(),
  customControl: list(anything).nullish(),
}).describe('What results can be filtered by.');

export const ScanDetails = z.object({
  info: ScanInfo,
  hosts: list(ScanHost).nullish(),
  comphosts: list(ComplianceHost).nullish(),
  vulnerabilities: list(ScanVulnerability).nullish(),
  compliance: list(ScanCompliance).nullish(),
  remediations: ScanRemediations.nullish(),
  history: list(ScanRun).nullish(),
  filters: list(ScanFilter).nullish(),
  notes: list(z.object({ title: text.nullish(), message: text.nullish(), severity: number.nullish() })).nullish(),
  progress: number.nullish().describe('0 to 100.'),
});

export const ScanRunPage = z.object({ history: list(z.object({
  id: number,
  status: text.nullish(),
  reporting_mode: text.nullish(),
  is_archived: flag.nullish(),
  visibility: text.nullish(),
  targets: z.object({ custom: flag.nullish(), default: flag.nullish() }).nullish(),
  time_end: time.nullish(),
  scan_uuid: answerId.nullish(),
  time_start: time.nullish(),
})), pagination: SortedPagination.nullish() });

export const ScanRunDetails = z.object({
  owner_id: number.nullish(),
  schedule_uuid: text.nullish(),
  status: text.nullish(),
  reporting_mode: text.nullish(),
  is_archived: flag.nullish(),
  scan_start: time.nullish(),
  owner_uuid: answerText.nullish(),
  owner: text.nullish(),
  targets: text.nullish(),
  object_id: number.nullish(),
  uuid: text.nullish(),
  scan_end: time.nullish(),
  scan_type: text.nullish(),
  name: text.nullish(),
});

export const ScanHostDetails = z.object({
  info: z.object({
    'mac-address': text.nullish(),
    'host-fqdn': text.nullish(),
    'host-ip': text.nullish(),
    'operating-system': z.union([text, list(text)]).nullish(),
    host_end: text.nullish(),
    host_start: text.nullish(),
    'netbios-name': text.nullish(),
  }).nullish(),
  vulnerabilities: list(z.object({
    count: number.nullish(),
    host_id: number.nullish(),
    hostname: text.nullish(),
    plugin_family: text.nullish(),
    plugin_id: number.nullish(),
    plugin_name: text.nullish(),
    severity: number.nullish(),
    severity_index: number.nullish(),
    vuln_index: number.nullish(),
  })).nullish(),
  compliance: list(z.object({
    host_id: number.nullish(),
    hostname: text.nullish(),
    plugin_id: checkId,
    plugin_name: text.nullish(),
    plugin_family: text.nullish(),
    count: number.nullish(),
    severity_index: number.nullish(),
    severity: number.nullish(),
  })).nullish(),
});

export const PluginOutput = z.object({
  outputs: list(z.object({
    ports: map(list(z.object({ hostname: text.nullish() }))).nullish().describe('Hosts by port: `443 / tcp / www`.'),
    has_attachment: number.nullish(),
    custom_description: text.nullish(),
    plugin_output: text.nullish(),
    hosts: text.nullish(),
    severity: number.nullish(),
  })).nullish(),
  info: z.object({
    plugindescription: z.object({
      severity: number.nullish(),
      pluginname: text.nullish(),
      pluginfamily: text.nullish(),
      pluginid: answerText.nullish(),
      pluginattributes: map(anything).nullish().describe('What `plugins.details` tells of a plugin, in groups.'),
    }).nullish(),
  }).nullish(),
});

export const ScanStatus = z.object({ status: text.describe('As in `list`.') });

export const ScanProgress = z.object({ progress: number.nullish().describe('0 to 100.') });

export const ScanSchedule = z.object({ enabled: flag.nullish(), control: flag.nullish(), rrules: text.nullish(), starttime: text.nullish(), timezone: text.nullish() });

export const ScanCount = z.object({ count: number });

export const TimezoneList = z.object({ timezones: list(z.object({ name: text, value: text, current: flag.nullish() })) });

export const CreatedScanAnswer = z.object({ scan: CreatedScan });

export const CopiedScan = z.object({
  timezone: text.nullish(),
  enabled: flag.nullish(),
  last_modification_date: time.nullish(),
  id: number,
  status: text.nullish(),
  user_permissions: number.nullish(),
  owner: text.nullish(),
  starttime: text.nullish(),
  control: flag.nullish(),
  uuid: text,
  rrules: text.nullish(),
  creation_date: time.nullish(),
  read: flag.nullish(),
  shared: flag.nullish(),
  name: text,
  type: text.nullish(),
  schedule_uuid: text.nullish(),
});

export const ImportedScan = z.object({ scan: z.object({
  timezone: text.nullish(),
  id: number,
  last_modification_date: time.nullish(),
  status: text.nullish(),
  user_permissions: number.nullish(),
  folder_id: number.nullish(),
  owner: text.nullish(),
  control: flag.nullish(),
  starttime: text.nullish(),
  uuid: text.nullish(),
  rrules: text.nullish(),
  creation_date: time.nullish(),
  read: flag.nullish(),
  name: text,
  shared: flag.nullish(),
}) });

export const AutoTargets = z.object({
  missed_targets: list(text).nullish(),
  total_missed_targets: number.nullish(),
  matched_resource_uuids: list(text).nullish(),
  total_matched_resource_uuids: number.nullish(),
});

export const ScanExport = z.object({
  export_id: text.nullish(),
  scan_uuid: text.nullish(),
  schedule_id: text.nullish(),
  schedule_uuid: text.nullish(),
  ready: flag.nullish(),
  error: flag.nullish(),
  format: text.nullish().describe('`nessus`, `html`, `pdf`, `csv` or `json`.'),
  metadata: z.object({
    created_at: isoTime.nullish(),
    updated_at: isoTime.nullish(),
    ready_at: isoTime.nullish(),
    created_by: text.nullish(),
    chapters: text.nullish(),
    filters: map(anything).nullish(),
    file_size: number.nullish(),
    file_name: text.nullish(),
    num_chunks: number.nullish(),
  }).nullish(),
});

export const UpgradedCredential = z.object({ uuid: answerId });

export const ScanLaunch = z.object({ scan_uuid: answerId.describe('The run that was started.') });

/** Of files as `html` and `pdf`, ids have colons. */
const fileId = z.string().regex(/^[\w:-]{1,200}$/).meta({ expected: 'an id of 1 to 200 letters, digits, dashes, underscores and colons', example: 'SSE-3fa85f64-nessus' });

export const ScanExportFile = z.object({ file: z.union([fileId, z.int()]).meta({ send: 'text' }).describe("The file's id, for `exportStatus` and `exportDownload`.") });

export const ScanExportState = z.object({ status: text.describe('`ready`, `loading` or `error`.') });

export const ScanExportFileInput = z.object({ scan_id: ScanId, file_id: fileId, type: oneOf('web-app').optional() })
  .describe('Names an export file: for its status and for its download.');

const scan_id = ScanId;
const run = {
  history_id: count.optional().describe("A run of the scan's history; the latest where it is left out."),
  history_uuid: runUuid.optional(),
};
const settings = { uuid: pathText.describe("The template's UUID, as `editor.listTemplates` tells it.") };

export const operations = {
  list: get('/scans', {
    doc: 'Configured scans with their last status. `scans` is `null` where there are none.',
    input: {
      folder_id: number.optional(),
      last_modification_date: seconds.optional().describe('Only scans that run, or that were launched since then.'),
      started_from: seconds.optional().describe('Only scans that were started since then.'),
      started_to: seconds.optional().describe('Only scans that were started until then.'),
    },
    output: ScanList,
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: 'tio.scans.list',
  }),
  details: get('/scans/{scan_id}', {
    doc: 'The results of a scan: the latest, or those of a run of its history. Of a run that is older than 35 days (`info.is_archived`), there are no hosts and findings; an export file has them.',
    input: {
      scan_id: ScanId,
      ...run,
    },
    output: ScanDetails,
    never: ['UnsupportedError'],
    pyTenable: 'tio.scans.results',
  }),
  create: post('/scans', {
    doc: 'Creates a scan. It is started by its schedule, by `launch`, or at once with `launch_now`.',
    input: { ...settings, settings: NewScanSettings, ...scanParts },
    output: CreatedScanAnswer,
    secrets: ['credentials'],
    pyTenable: 'tio.scans.create',
  }),
  configure: put('/scans/{scan_id}', {
    doc: 'Changes a scan. Settings that are left out stay, but for schedules. `folder_id` moves it to another folder.',
    input: { scan_id, uuid: pathText.optional().describe("The template's UUID."), settings: ScanSettings.optional(), ...scanParts },
    output: CreatedScan,
    secrets: ['credentials'],
    pyTenable: 'tio.scans.configure',
  }),
  copy: post('/scans/{scan_id}/copy', { doc: 'Copies a scan.', input: { scan_id, folder_id: count.optional(), name: text.optional() }, output: CopiedScan, pyTenable: 'tio.scans.copy' }),
  delete: remove('/scans/{scan_id}', {
    doc: 'Deletes a scan with its results. One that runs is an `UnsupportedError` or a `RetryError`.',
    input: { scan_id },
    pyTenable: 'tio.scans.delete',
  }),
  pause: post('/scans/{scan_id}/pause', { doc: 'Pauses a scan that is `running`; one that is not is an `UnsupportedError`.', input: { scan_id }, pyTenable: 'tio.scans.pause' }),
  resume: post('/scans/{scan_id}/resume', { doc: 'Resumes a scan that is `paused`; one that is not is an `UnsupportedError`.', input: { scan_id }, pyTenable: 'tio.scans.resume' }),
  stop: post('/scans/{scan_id}/stop', {
    doc: 'Stops a scan that is `pending`, `running` or `resuming`; any other is an `UnsupportedError`. What it found is kept.',
    input: { scan_id },
    pyTenable: 'tio.scans.stop',
  }),
  forceStop: post('/scans/{schedule_uuid}/force-stop', {
    doc: 'Ends a scan that is `stopping` or `publishing` and does not get on, as `aborted`; any other is an `UnsupportedError`.',
    input: { schedule_uuid: pathText },
    page: 'vm-scans-stop-force',
  }),
  status: get('/scans/{scan_id}/latest-status', {
    doc: 'The status of the latest run: `pending`, `running`, `completed` and others.',
    input: { scan_id },
    output: ScanStatus,
    page: 'scans-get-latest-status',
    pyTenable: 'tio.scans.status',
  }),
  progress: get('/scans/{scan_id}/progress', {
    doc: 'How far a run is.',
    input: { scan_id, history_id: run.history_id, history_uuid: run.history_uuid },
    output: ScanProgress,
    page: 'io-vm-scans-progress-get',
    pyTenable: 'tio.scans.progress',
  }),
  schedule: put('/scans/{scan_id}/schedule', { doc: 'Switches the schedule of a scan on or off.', input: { scan_id, enabled: flag }, output: ScanSchedule, pyTenable: 'tio.scans.schedule' }),
  setReadStatus: put('/scans/{scan_id}/status', {
    doc: 'Marks a scan as read or unread.',
    input: { scan_id, read: flag },
    page: 'scans-read-status',
    pyTenable: 'tio.scans.set_read_status',
  }),
  history: get('/scans/{scan_id}/history', {
    doc: 'The runs of a scan, page by page.',
    input: {
      scan_id,
      limit: pageLimit.optional().describe('Runs a page.'),
      offset: pageOffset.optional(),
      sort: text.optional().describe('`field:asc` or `field:desc`, several joined by commas.'),
      exclude_rollover: flag.optional().describe('Whether rollover scans are left out. Default `false`.'),
    },
    output: ScanRunPage,
    paging: byOffset('history'),
    pyTenable: 'tio.scans.history',
  }),
  historyDetails: get('/scans/{scan_id}/history/{history_uuid}', {
    doc: 'One run of a scan.',
    input: { scan_id, history_uuid: runUuid },
    output: ScanRunDetails,
    pyTenable: 'tio.scans.info',
  }),
  deleteHistory: remove('/scans/{scan_id}/history/{history_id}', {
    doc: 'Deletes a run of a scan. One with rollover data is an `UnsupportedError` unless `delete_rollovers` says that they go, too.',
    input: {
      scan_id,
      history_id: z.union([count, runUuid]).describe("The run's number or UUID.").meta({ example: 42 }),
      delete_rollovers: flag.optional(),
    },
    query: ['delete_rollovers'],
    pyTenable: 'tio.scans.delete_history',
  }),
  hostDetails: get('/scans/{scan_id}/hosts/{host_id}', {
    doc: 'What a run found on a host. A run that is older than 35 days is a `NotFoundError`.',
    input: { scan_id, host_id: count, history_id: run.history_id, history_uuid: run.history_uuid },
    output: ScanHostDetails,
    pyTenable: 'tio.scans.host_details',
  }),
  pluginOutput: get('/scans/{scan_id}/hosts/{host_id}/plugins/{plugin_id}', {
    doc: 'What a plugin found on a host. Asked for more than four times a minute, it is a `RetryError`.',
    input: { scan_id, host_id: count, plugin_id: count, history_id: run.history_id, history_uuid: run.history_uuid },
    output: PluginOutput,
    pyTenable: 'tio.scans.plugin_output',
    deprecated: 'Use an export of findings, or `workbenches.vulnOutput`.',
  }),
  attachment: get('/scans/{scan_id}/attachments/{attachment_id}', {
    doc: 'A file that a plugin attached to its output.',
    input: { scan_id, attachment_id: count, key: nonEmpty.optional().describe('The token beside the attachment in the output.') },
    secrets: ['key'],
    file: { id: 'attachment_id' },
    page: 'scans-attachments',
    pyTenable: 'tio.scans.attachment',
  }),
  timezones: get('/scans/timezones', { doc: 'The time zones that schedules take.', output: TimezoneList, never: ['NotFoundError'], pyTenable: 'tio.scans.timezones' }),
  checkAutoTargets: post('/scans/check-auto-targets', {
    doc: 'Which targets no scanner group would scan.',
    input: {
      limit: count.optional().describe('How many missed targets are told.'),
      matched_resource_limit: count.optional().describe('How many scanner groups are told.'),
      network_uuid: uuid.optional(),
      tags: list(uuid).optional(),
      target_list: text.optional().describe('Targets, joined by commas.'),
    },
    output: AutoTargets,
    query: ['limit', 'matched_resource_limit'],
    idempotent: true,
    page: 'io-scans-check-auto-targets',
    pyTenable: 'tio.scans.check_auto_targets',
  }),
  import: post('/scans/import', {
    doc: 'Makes a scan of a file that `files.upload` has taken.',
    input: {
      include_aggregate: oneOf(0, 1).optional().describe('1 shows the results in dashboards.'),
      file: nonEmpty.describe('Its name, as the answer to the upload tells it.'),
      folder_id: count.optional(),
      password: nonEmpty.optional().describe('Of an encrypted file.'),
    },
    output: ImportedScan,
    query: ['include_aggregate'],
    secrets: ['password'],
    pyTenable: 'tio.scans.import_scan',
  }),
  count: get('/scans/count', {
    doc: 'How many scans there are.',
    input: { active: flag.optional().describe('Only those that run.') },
    output: ScanCount,
    never: ['NotFoundError'],
    page: 'io-scans-count',
  }),
  listExports: get('/scans/exports', {
    doc: 'Export files of the last 30 days, and how far they are.',
    input: {
      sort: text.optional().describe('`created_at`, `updated_at`, `ready_at` or `export_id`, then `:asc` or `:desc`. Default `created_at:desc`.'),
      offset: pageOffset.optional(),
      limit: z.int().min(1).max(5001).optional().describe('Default 20.'),
    },
    output: list(ScanExport),
    never: ['NotFoundError'],
    page: 'scans-export-list',
  }),
  upgradeCredential: post('/scans/{scan_id}/credentials/{credentials_id}/upgrade', {
    doc: 'Makes a managed credential of one that a scan has.',
    input: {
      scan_id,
      credentials_id: count,
      name: text,
      settings: z.object({ domain: text.optional(), username: text.optional(), auth_method: text.optional(), password: text.optional() }),
      type: text,
      category: text,
      ad_hoc: flag,
      permissions: list(z.object({ grantee_uuid: text.optional(), type: oneOf('user', 'group').optional(), permissions: count.optional(), name: text.optional() })).optional(),
    },
    output: UpgradedCredential,
    secrets: ['settings'],
    page: 'io-scans-credentials-convert',
  }),
  launch: post('/scans/{scan_id}/launch', {
    doc: "Starts a scan. More than 25 active scans are a `RetryError` with `reason: 'concurrency-limit'`.",
    input: {
      scan_id: ScanId,
      alt_targets: list(text).optional().describe('Targets for this run instead of the configured ones.'),
      rollover: flag.optional().describe('Scans only the targets that a run before did not get to.'),
    },
    output: ScanLaunch,
    pyTenable: 'tio.scans.launch',
  }),
  exportRequest: post('/scans/{scan_id}/export', {
    doc: 'Asks for an export file of a scan; `exportStatus` tells when it is ready.',
    input: {
      scan_id: ScanId,
      format: oneOf('nessus', 'html', 'pdf', 'csv', 'db').describe('Results older than 60 days come as `nessus` and `csv` only.'),
      ...run,
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
