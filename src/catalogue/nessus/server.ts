/** Server: what answers, and whether it is ready. Both work without a log-in; restarts need one. Each server documents itself at /api. */
import { answerText, anything, flag, get, list, map, number, text, time, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

const Features = map(anything).describe('What the licence includes. Without `scan_api`, creating and launching scans are an `UnsupportedError`.');

export const ServerLicense = z.object({
  name: text.nullish(),
  type: text.nullish().describe('`home`, `professional`, `manager` and others.'),
  mode: number.nullish(),
  ips: number.nullish().describe('Hosts that may be scanned.'),
  restricted: flag.nullish(),
  expiration_date: time.nullish(),
  scanners_used: number.nullish(),
  agents_used: number.nullish(),
  features: Features.nullish(),
  activation_code: text.nullish().describe('Keep it secret, as `update_password`.'),
  update_password: text.nullish(),
  update_url: text.nullish(),
});

export const ServerProperties = z.object({
  nessus_type: text.describe('`Nessus Professional`, `Nessus Manager` and the like.'),
  nessus_ui_version: text.nullish().describe('The version of Nessus, such as `10.8.3`.'),
  nessus_ui_build: text.nullish(),
  server_version: text.nullish().describe("The engine's number. Most servers tell versions after a log-in only."),
  server_build: text.nullish(),
  server_uuid: text.nullish(),
  platform: text.nullish(),
  enterprise: flag.nullish(),
  loaded_plugin_set: text.nullish().describe('Date and time of the plugins, as `YYYYMMDDhhmm`.'),
  plugin_set: text.nullish(),
  template_version: text.nullish(),
  expiration: time.nullish().describe('End of the licence; newer servers tell it in `license`.'),
  expiration_time: number.nullish().describe('Days until then.'),
  license: ServerLicense.nullish(),
  features: Features.nullish(),
  capabilities: map(anything).nullish(),
  update: map(anything).nullish().describe('Whether there is a newer version.'),
  notifications: list(anything).nullish(),
  idle_timeout: answerText.nullish().describe('Minutes until a session ends that is not used.'),
  login_banner: text.nullish(),
  scanner_boottime: time.nullish(),
  users_count: number.nullish(),
  used_ip_count: number.nullish(),
  restart_pending: map(anything).nullish(),
  restart_needed: anything.optional(),
}).describe('Without a log-in, many servers tell `nessus_type` and little else.');

export const ServerPartStatus = z.object({
  status: text.nullish(),
  progress: number.nullish().describe('While it loads or compiles: percent done.'),
});

export const ServerDetailedStatus = z.object({
  login_status: text.nullish().describe('`allow` where users can log in.'),
  feed_status: ServerPartStatus.nullish().describe('Of the plugins: `ready`, `downloading-failed` and others.'),
  db_status: ServerPartStatus.nullish(),
  engine_status: ServerPartStatus.nullish().describe('`ready` where scans can run.'),
});

export const ServerStatus = z.object({
  code: number.nullish().describe('200, or 503 where it is not ready; the answer itself is a good one.'),
  status: text.describe('`ready` when all is well; `loading`, `locked`, `register`, `download-failed`, `feed-expired` and others otherwise.'),
  progress: number.nullish().describe('While loading: percent done. Newer servers tell it in `detailed_status`.'),
  detailed_status: ServerDetailedStatus.nullish().describe('Part by part; newer servers.'),
  pluginSet: flag.nullish(),
  pluginData: flag.nullish().describe('Whether plugins are compiled; newer servers.'),
  initLevel: number.nullish(),
});

const never = ['InvalidInputError', 'NotFoundError', 'UnsupportedError'] as const;

export const operations = {
  properties: get('/server/properties', { doc: 'What the server is: its kind, its versions, its licence.', output: ServerProperties, never, pyTenable: 'nessus.server.properties' }),
  status: get('/server/status', {
    doc: 'Whether the server is ready. One that still loads its plugins says so, or is a `RetryError`.',
    output: ServerStatus,
    never,
    pyTenable: 'nessus.server.status',
  }),
  restart: get('/server/restart', {
    doc: 'Restarts the server. Tenable asks for it by GET, although it changes something; it is not repeated by itself. Needs a log-in.',
    input: {
      reason: text.optional().describe('What the log of the server says.'),
      soft: flag.optional().describe('Whether the process stays, and loads everything anew.'),
      unlink: flag.optional().describe('Whether it leaves its manager.'),
      when_idle: flag.optional().describe('Whether it waits until no scan runs.'),
    },
    idempotent: false,
    pyTenable: 'nessus.server.restart',
  }),
};
