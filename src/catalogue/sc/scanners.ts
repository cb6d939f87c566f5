/** Scanners: what scans, as Security Center knows it. https://docs.tenable.com/security-center/api/Scanner.htm */
import { answerText, answerTime, anything, count, flagText, get, idText, list, map, nonEmpty, post, text, z } from '../language/index.js';
import { ObjectId, name, objects, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Scanner.htm';

export const Scanner = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  ip: answerText.nullish(),
  port: answerText.nullish(),
  useProxy: answerText.nullish(),
  enabled: answerText.nullish(),
  verifyHost: answerText.nullish(),
  managePlugins: answerText.nullish(),
  authType: answerText.nullish(),
  cert: answerText.nullish(),
  username: answerText.nullish(),
  password: answerText.nullish(),
  agentCapable: answerText.nullish(),
  version: answerText.nullish(),
  webVersion: answerText.nullish(),
  admin: answerText.nullish(),
  msp: answerText.nullish(),
  numScans: answerText.nullish(),
  numHosts: answerText.nullish(),
  numSessions: answerText.nullish(),
  numTCPSessions: answerText.nullish(),
  loadAvg: answerText.nullish(),
  uptime: answerText.nullish(),
  status: answerText.nullish(),
  pluginSet: answerText.nullish(),
  loadedPluginSet: answerText.nullish(),
  serverUUID: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  zones: list(anything).nullish(),
  nessusManagerOrgs: list(anything).nullish(),
  certInfo: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const ScannerState = z.object({ status: list(z.object({ id: idText.nullish(), name: answerText.nullish(), status: answerText.nullish() })).nullish() });

const kind = objects('/scanner', {
  one: 'a scanner',
  many: 'scanners',
  output: Scanner,
  needs: { name, ip: nonEmpty.describe('Its address or name.').meta({ example: '192.0.2.1' }) },
  settings: {
    description: text.optional(),
    authType: text.optional().describe('`password` or `certificate`.'),
    username: text.optional(),
    password: text.optional(),
    cert: text.nullish(),
    port: z.union([count, text]).optional().describe('Usually 8834.'),
    useProxy: flagText.optional(),
    verifyHost: flagText.optional(),
    enabled: flagText.optional(),
    managedPlugins: flagText.optional(),
    agentCapable: flagText.optional(),
    zones: references,
    nessusManagerOrgs: references,
  },
  secrets: ['password'],
  pyTenable: 'sc.scanners',
});

export const operations = {
  ...kind,
  updateStatus: post('/scanner/updateStatus', { doc: 'Looks now how all scanners are.', output: ScannerState, idempotent: true, never: ['NotFoundError'], pyTenable: 'sc.scanners.update_status' }),
  agentScans: post('/scanner/{id}/testScansQuery', {
    doc: 'Which agent scans of a scanner have names of a form.',
    input: { id: ObjectId, scansGlob: nonEmpty.describe('Such as `*`.'), resultsSync: references },
    output: list(z.object({ name: answerText.nullish(), numResults: answerText.nullish() })),
    idempotent: true,
    pyTenable: 'sc.scanners.agent_scans',
  }),
  health: get('/scanner/{id}/health', { doc: 'How a scanner does: load, memory and disks, now and lately.', input: { id: ObjectId }, output: map(anything), never: ['UnsupportedError'] }),
};
