/** Server: what answers, and whether it is ready. Both work without a log-in. Each server documents itself at /api. */
import { anything, get, map, number, text, time, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

export const ServerProperties = z.object({
  nessus_type: text.describe('`Nessus Professional`, `Nessus Manager` and the like.'),
  server_version: text.describe('Version of the engine.'),
  server_build: text.nullish(),
  server_uuid: text.nullish(),
  nessus_ui_version: text.nullish(),
  nessus_ui_build: text.nullish(),
  platform: text.nullish(),
  loaded_plugin_set: text.nullish().describe('Date and time of the plugins, as `YYYYMMDDhhmm`.'),
  expiration: time.nullish().describe('End of the licence.'),
  features: map(anything).nullish().describe('What the licence includes. Without `scan_api`, creating and launching scans are an `UnsupportedError`.'),
});

export const ServerStatus = z.object({
  status: text.describe('`ready` when all is well; `loading`, `locked`, `register`, `feed-expired` and others otherwise.'),
  progress: number.nullish().describe('While loading: percent done.'),
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
};
