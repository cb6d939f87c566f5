/** Log Correlation Engines. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Log-Correlation-Engine.htm */
import { answerText, answerTime, anything, get, idText, list, z } from '../language/index.js';
import { ObjectId, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Log-Correlation-Engine.htm';

export const Lce = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  ip: answerText.nullish(),
  ntpIP: answerText.nullish(),
  port: answerText.nullish(),
  username: answerText.nullish(),
  password: answerText.nullish(),
  privateKeyPassphrase: answerText.nullish(),
  managedRanges: answerText.nullish(),
  version: answerText.nullish(),
  downloadVulns: answerText.nullish(),
  vulnStatus: answerText.nullish(),
  lastReportTime: answerTime.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  silos: list(anything).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  organizations: list(anything).nullish(),
  repositories: list(anything).nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const LceClient = z.object({
  clientIP: answerText.nullish(),
  clientType: answerText.nullish(),
  version: answerText.nullish(),
  id: idText.nullish(),
  authorized: answerText.nullish().describe('`Yes`, `No`.'),
  sensorName: answerText.nullish(),
  osType: answerText.nullish(),
  osNumber: answerText.nullish(),
  serverIP: answerText.nullish(),
  serverPort: answerText.nullish(),
  lastUpdated: answerText.nullish(),
  lifeState: answerText.nullish(),
  authState: answerText.nullish(),
  policyFile: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/lce', { doc: 'All Log Correlation Engines.', input: { fields }, output: list(Lce), never: ['NotFoundError', 'UnsupportedError'] }),
  clients: get('/lce/{id}/client', { doc: 'The clients of a Log Correlation Engine.', input: { id: ObjectId }, output: list(LceClient), never: ['UnsupportedError'] }),
};
