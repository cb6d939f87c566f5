/** Scanners: what scans, linked to the container. https://developer.tenable.com/reference/scanners */
import { answerId, anything, count, flag, get, list, nonEmpty, number, oneOf, pathText, post, put, remove, text, time, uuid, z } from '../language/index.js';
import { Scanner } from './parts/scanner.js';

export const page = 'https://developer.tenable.com/reference/';

export const ScannerList = z.object({ scanners: list(Scanner) });

export const EditedScanner = z.object({
  owner_uuid: text.nullish(),
  created: number.nullish().describe('Unix time in milliseconds.'),
  modified: number.nullish().describe('Unix time in milliseconds.'),
  container_uuid: text.nullish(),
  uuid: text,
  id: number,
  name: text,
  type: text.nullish(),
  distributed: flag.nullish(),
  network_name: text.nullish(),
  default_permissions: number.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  supports_webapp: flag.nullish(),
  remote_uuid: text.nullish(),
  key: text.nullish(),
  system: flag.nullish(),
  linked: number.nullish(),
  last_connect: number.nullish().describe('Unix time in milliseconds.'),
  max_tasks: number.nullish(),
  max_targets: number.nullish(),
  task_max_targets: number.nullish(),
  platform: text.nullish(),
  distro: text.nullish(),
  ui_version: text.nullish(),
  ui_build: text.nullish(),
  engine_version: text.nullish(),
  loaded_plugin_set: text.nullish(),
  force_plugin_update: number.nullish(),
  settings: z.object({  }).nullish(),
  ip_addresses: list(text).nullish(),
  hostname: text.nullish(),
  remote_settings: list(z.object({
    name: text,
    setting: text.nullish(),
    type: text.nullish(),
    description: text.nullish(),
    backend_reload: flag.nullish(),
    status: text.nullish(),
    value: text.nullish(),
    allowable_values: list(z.object({ value: text.nullish() })).nullish(),
    default: text.nullish(),
    min: number.nullish(),
  })).nullish(),
  settings_pending: flag.nullish(),
  restart_pending: flag.nullish(),
  status: text.nullish(),
  group: flag.nullish(),
  pvs: flag.nullish(),
  given_nessus_updates: flag.nullish(),
  industrial_security: flag.nullish(),
  lce: flag.nullish(),
  aws: flag.nullish(),
  system_scanner_scanner: flag.nullish(),
  pool: flag.nullish(),
  cloud_group: flag.nullish(),
  webapp: flag.nullish(),
  system_group_scanner: flag.nullish(),
  can_factory_reset: flag.nullish(),
  system_webapp_scanner: flag.nullish(),
  supports_remote_logs: flag.nullish(),
  supports_remote_settings: flag.nullish(),
  active_directory: flag.nullish(),
  scanner_scanner: flag.nullish(),
  created_in_seconds: time.nullish(),
  modified_in_seconds: time.nullish(),
  network_id: text.nullish(),
  profile_uuid: text.nullish(),
  profile_name: text.nullish(),
});

export const ScannerKey = z.object({ key: text.nullish() }).describe('What a scanner is linked by. Keep it secret.');

export const RunningScan = z.object({
  scans: list(anything).nullish(),
  scanner_uuid: text.nullish(),
  name: text.nullish(),
  status: text.nullish(),
  id: text.nullish(),
  scan_id: number.nullish(),
  user: text.nullish(),
  last_modification_date: number.nullish(),
  start_time: number.nullish(),
  remote: flag.nullish(),
  network_id: text.nullish(),
});

export const RunningScanList = z.object({ scans: list(RunningScan) });

export const AwsTarget = z.object({
  scanner_id: number.nullish(),
  instance_id: text.nullish(),
  private_ip: text.nullish(),
  public_ip: text.nullish(),
  state: text.nullish(),
  zone: text.nullish(),
  type: text.nullish(),
  name: text.nullish(),
});

export const AwsTargetList = z.object({ targets: list(AwsTarget) });

export const ScannerConfig = z.object({ concurrent_update: z.object({ enabled: flag.nullish(), max_concurrent_update: number.nullish() }).nullish() }).describe('How many scanners update at the same time, 0 to 1000.');

export const ScannerDirective = z.object({
  container_uuid: text.nullish(),
  uuid: text.nullish(),
  sensor_uuid: text.nullish(),
  owner_uuid: text.nullish(),
  type: text.nullish(),
  status: text.nullish().describe('`pending`, `running`, `completed`, `failed` or `canceled`.'),
  created: number.nullish(),
  modified: number.nullish(),
  results_blob_size: number.nullish(),
  options: z.object({ settings: list(z.object({ setting: text.nullish(), value: text.nullish() })).nullish() }).nullish(),
  ttl: number.nullish(),
  id: text.nullish(),
});

export const ScannerRequest = z.object({ message: text.nullish(), request_status_id: answerId.nullish() });

export const ScannerRequestStatus = z.object({
  container_uuid: text.nullish(),
  type: text.nullish(),
  id: text.nullish(),
  status: text.nullish(),
  created: text.nullish(),
  modified: text.nullish(),
});

export const DirectiveOptions = z.object({
  hard: flag.optional().describe('Of a restart: whether the service restarts, not only its engine.'),
  idle: flag.optional().describe('Of a restart: whether it waits until no scan runs.'),
  settings: list(z.object({ setting: oneOf('backend_log_level', 'auto_update', 'auto_update_delay'), value: z.union([text, number]) })).optional().describe('Of `settings`: what they become.'),
});

const scanner_id = count.describe("The scanner's number.");
const type = oneOf('restart', 'settings');
const one = oneOf(1).optional();
const profile = { profile_uuid: uuid, scanner_uuids: list(uuid).min(1) };

export const operations = {
  list: get('/scanners', { doc: 'All scanners.', output: ScannerList, never: ['NotFoundError'], pyTenable: 'tio.scanners.list' }),
  details: get('/scanners/{scanner_id}', { doc: 'One scanner.', input: { scanner_id }, output: Scanner, pyTenable: 'tio.scanners.details' }),
  update: put('/scanners/{scanner_id}', {
    doc: 'Changes a scanner, or makes it update.',
    input: {
      scanner_id,
      name: nonEmpty.optional(),
      force_plugin_update: one,
      force_ui_update: one,
      finish_update: one.describe('Restarts it after an update.'),
      registration_code: text.optional(),
      aws_update_interval: count.optional(),
    },
    output: EditedScanner,
    page: 'scanners-edit',
    pyTenable: 'tio.scanners.edit',
  }),
  delete: remove('/scanners/{scanner_id}', { doc: 'Deletes a scanner.', input: { scanner_id }, pyTenable: 'tio.scanners.delete' }),
  toggleLink: put('/scanners/{scanner_id}/link', {
    doc: 'Links a scanner, or unlinks it.',
    input: { scanner_id, link: oneOf(0, 1).describe('1 links, 0 unlinks.') },
    page: 'scanners-toggle-link-state',
    pyTenable: 'tio.scanners.toggle_link_state',
  }),
  key: get('/scanners/{scanner_id}/key', {
    doc: 'The key of a scanner. Keep it secret.',
    input: { scanner_id },
    output: ScannerKey,
    page: 'scanners-get-scanner-key',
    pyTenable: 'tio.scanners.get_scanner_key',
  }),
  listScans: get('/scanners/{scanner_id}/scans', {
    doc: 'The scans that run on a scanner.',
    input: { scanner_id },
    output: RunningScanList,
    page: 'scanners-get-scans',
    pyTenable: 'tio.scanners.get_scans',
  }),
  controlScan: post('/scanners/{scanner_id}/scans/{scan_uuid}/control', {
    doc: 'Stops, pauses or resumes a scan that runs on a scanner.',
    input: { scanner_id, scan_uuid: pathText, action: oneOf('stop', 'pause', 'resume') },
    idempotent: true,
    page: 'scanners-control-scans',
    pyTenable: 'tio.scanners.control_scan',
  }),
  awsTargets: get('/scanners/{scanner_id}/aws-targets', {
    doc: 'What an AWS scanner may scan.',
    input: { scanner_id },
    output: AwsTargetList,
    page: 'scanners-get-aws-targets',
    pyTenable: 'tio.scanners.get_aws_targets',
  }),
  config: get('/scanners/config', { doc: 'The settings of all scanners.', output: ScannerConfig, never: ['NotFoundError'], page: 'scanner-config-details' }),
  editConfig: put('/scanners/config', {
    doc: 'Changes the settings of all scanners.',
    input: { concurrent_update: z.object({ enabled: flag.optional(), max_concurrent_update: z.int().min(0).max(1000).optional() }).optional() },
    output: ScannerConfig,
    page: 'scanner-config-edit',
  }),
  direct: post('/scanners/{scanner_uuid}/directives', {
    doc: 'Restarts a scanner, or changes its settings.',
    input: { scanner_uuid: uuid, type, options: DirectiveOptions.optional() },
    output: ScannerDirective,
    page: 'io-scanners-directive',
  }),
  directBulk: post('/scanners/bulk/directives', {
    doc: 'Restarts several scanners, or changes their settings.',
    input: {
      all_scanners: oneOf('true', 'false').optional(),
      scanners: list(nonEmpty).optional(),
      directive: z.object({ type, options: DirectiveOptions.optional() }),
    },
    output: list(ScannerDirective),
    page: 'io-scanners-directive-bulk',
  }),
  assignToProfile: post('/scanners/scanners/bulkAssignToProfile', {
    doc: 'Gives several scanners a profile; `requestStatus` follows it.',
    input: profile,
    output: ScannerRequest,
    idempotent: true,
    page: 'scanner-profile-assign-bulk',
  }),
  removeFromProfile: remove('/scanners/scanners/bulkAssignToProfile', {
    doc: 'Takes a profile from several scanners.',
    input: profile,
    output: ScannerRequest,
    page: 'scanner-profile-remove-bulk',
  }),
  requestStatus: get('/scanners/request-status/{request_status_id}', {
    doc: 'How far a request on several scanners is.',
    input: { request_status_id: uuid },
    output: ScannerRequestStatus,
    page: 'scanner-task-status',
  }),
};
