/** Scanners: the server's own and, on Nessus Manager, those linked to it. Each server documents itself at /api. */
import { answerText, count, get, list, number, text, time, z } from '../language/index.js';
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

export const ScannerList = z.object({ scanners: list(Scanner).nullable() });

export const operations = {
  list: get('/scanners', { doc: 'The scanners that scans can run on.', output: ScannerList, never: ['InvalidInputError'], pyTenable: 'nessus.scanners.list' }),
  details: get('/scanners/{scanner_id}', { doc: 'One scanner.', input: { scanner_id: count }, output: Scanner, pyTenable: 'nessus.scanners.details' }),
};
