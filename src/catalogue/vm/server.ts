/** Server: the state of the service. https://developer.tenable.com/reference/server-status */
import { answerText, anything, flag, get, list, map, number, text, time, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const ServerStatus = z.object({
  code: number,
  status: text.describe('`ready` when all is well; `loading`, `locked`, `feed-expired` and others otherwise.'),
});

export const ServerProperties = z.object({
  limitEnabled: flag.nullish(),
  loaded_plugin_set: text.nullish(),
  server_uuid: text.nullish(),
  update: z.object({ href: text.nullish(), new_version: answerText.nullish(), restart: answerText.nullish() }).nullish(),
  expiration: time.nullish(),
  nessus_ui_version: text.nullish(),
  nessus_type: text.nullish(),
  notifications: list(anything).nullish(),
  expiration_time: number.nullish(),
  license: map(anything).nullish(),
  enterprise: flag.nullish(),
  analytics: z.object({ key: text.nullish(), enabled: flag.nullish(), site_id: text.nullish() }).nullish(),
  msp: flag.nullish(),
  server_build: text.nullish(),
  force_ui_reload: flag.nullish(),
  capabilities: map(anything).nullish(),
  plugin_set: text.nullish(),
  idle_timeout: text.nullish(),
  nessus_ui_build: text.nullish(),
  scanner_boottime: time.nullish(),
  evaluation: z.object({ limitEnabled: flag.nullish(), targets: number.nullish() }).nullish(),
  container_db_version: text.nullish(),
  login_banner: flag.nullish(),
  server_version: text.nullish(),
});

export const operations = {
  status: get('/server/status', {
    doc: 'Whether the service is ready.',
    output: ServerStatus,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    pyTenable: 'tio.server.status',
  }),
  properties: get('/server/properties', {
    doc: 'What the container is licensed for, and the versions of its parts.',
    output: ServerProperties,
    never: ['NotFoundError'],
    pyTenable: 'tio.server.properties',
  }),
};
