/** Scanners: the server's own and, on Nessus Manager, those linked to it. Each server documents itself at /api. */
import { answerText, count, get, list, number, oneOf, pathText, post, put, remove, text, time, z } from '../language/index.js';
import { ids } from './parts/ids.js';
import { flagOrNumber } from './parts/scan.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

export const ScannerLicense = z.object({
  name: text.nullish().describe('`Nessus Home` and others.'),
  type: text.nullish().describe('`home`, `professional`, `manager` and others.'),
  mode: number.nullish(),
  expiration_date: time.nullish(),
  scanners_used: number.nullish(),
  agents_used: number.nullish(),
  activation_code: text.nullish().describe('Keep it secret, as `drm` and `update_password`.'),
  drm: text.nullish(),
  update_password: text.nullish(),
  update_url: text.nullish(),
});

export const Scanner = z.object({
  id: number,
  name: text,
  uuid: text.nullish(),
  type: text.nullish().describe('`local`, `managed` and the like.'),
  status: text.nullish().describe('`on` or `off`.'),
  linked: number.nullish().describe('1 where it is linked.'),
  platform: text.nullish(),
  engine_version: text.nullish(),
  engine_build: text.nullish(),
  ui_version: text.nullish(),
  ui_build: text.nullish(),
  loaded_plugin_set: text.nullish().describe('Date and time of its plugins, as `YYYYMMDDhhmm`.'),
  license: ScannerLicense.nullish(),
  expiration: time.nullish().describe('End of the licence.'),
  expiration_time: number.nullish().describe('Days until then.'),
  scan_count: number.nullish().describe('Scans that run on it.'),
  num_scans: number.nullish(),
  num_hosts: number.nullish(),
  num_sessions: number.nullish(),
  num_tcp_sessions: number.nullish(),
  loadavg: answerText.nullish(),
  needs_restart: flagOrNumber.nullish(),
  last_connect: time.nullish(),
  aws_availability_zone: text.nullish(),
  aws_update_interval: number.nullish().describe('Minutes.'),
  key: text.nullish().describe('What it is linked by. Keep it secret, as `token`, `challenge` and `registration_code`.'),
  token: text.nullish(),
  challenge: text.nullish(),
  registration_code: text.nullish(),
  owner: text.nullish(),
  owner_name: text.nullish(),
  owner_id: number.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  timestamp: time.nullish(),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
});

export const AwsTarget = z.object({
  instance_id: text.nullish(),
  name: text.nullish(),
  private_ip: text.nullish(),
  public_ip: text.nullish(),
  state: text.nullish(),
  type: text.nullish(),
  zone: text.nullish(),
});

export const AwsTargetList = z.object({ targets: list(AwsTarget).nullable() });

export const RunningScan = z.object({
  id: answerText.nullish(),
  uuid: text.nullish().describe('For `controlScan`.'),
  name: text.nullish(),
  status: text.nullish(),
  user: text.nullish(),
  network_id: answerText.nullish(),
  scan_id: number.nullish(),
  start_time: number.nullish(),
  last_modification_date: time.nullish(),
});

export const RunningScanList = z.object({ scans: list(RunningScan).nullable() });

export const ScannerKey = z.object({ key: text.describe('What scanners and agents are linked by. Keep it secret.') });

export const ScannerIdInput = z.object({ scanner_id: count });

export const ScannerList = z.object({ scanners: list(Scanner).nullable() });

const yesOrNo = oneOf(0, 1).optional();

export const operations = {
  list: get('/scanners', { doc: 'The scanners that scans can run on.', output: ScannerList, never: ['InvalidInputError'], pyTenable: 'nessus.scanners.list' }),
  details: get('/scanners/{scanner_id}', { doc: 'One scanner.', input: ScannerIdInput, output: Scanner, pyTenable: 'nessus.scanners.details' }),
  update: put('/scanners/{scanner_id}', {
    doc: 'Updates a scanner that is linked, or changes how it is set up.',
    input: {
      scanner_id: count,
      force_plugin_update: yesOrNo.describe('1 updates its plugins now.'),
      force_ui_update: yesOrNo.describe('1 updates its web interface now.'),
      finish_update: yesOrNo.describe('1 restarts it into what was updated.'),
      registration_code: text.optional(),
      aws_update_interval: count.optional().describe('Minutes.'),
    },
    secrets: ['registration_code'],
    pyTenable: 'nessus.scanners.update',
  }),
  delete: remove('/scanners/{scanner_id}', { doc: 'Deletes a scanner that was linked.', input: ScannerIdInput, pyTenable: 'nessus.scanners.delete' }),
  deleteMany: remove('/scanners', { doc: 'Deletes several scanners that were linked.', input: { ids }, pyTenable: 'nessus.scanners.delete_many' }),
  linkState: put('/scanners/{scanner_id}/link', {
    doc: 'Links a scanner, or unlinks it.',
    input: { scanner_id: count, link: oneOf(0, 1).describe('1 links, 0 unlinks.') },
    pyTenable: 'nessus.scanners.link_state',
  }),
  scannerKey: get('/scanners/{scanner_id}/key', { doc: 'What scanners and agents are linked by.', input: ScannerIdInput, output: ScannerKey, pyTenable: 'nessus.scanners.scanner_key' }),
  runningScans: get('/scanners/{scanner_id}/scans', { doc: 'The scans that run on a scanner.', input: ScannerIdInput, output: RunningScanList, pyTenable: 'nessus.scanners.running_scans' }),
  controlScan: post('/scanners/{scanner_id}/scans/{scan_uuid}/control', {
    doc: 'Stops, pauses or resumes a scan that runs on a scanner.',
    input: { scanner_id: count, scan_uuid: pathText.describe('From `runningScans`.'), action: oneOf('stop', 'pause', 'resume') },
    pyTenable: 'nessus.scanners.control_scan',
  }),
  awsTargets: get('/scanners/{scanner_id}/aws-targets', { doc: 'What an AWS scanner may scan.', input: ScannerIdInput, output: AwsTargetList, pyTenable: 'nessus.scanners.aws_targets' }),
};
