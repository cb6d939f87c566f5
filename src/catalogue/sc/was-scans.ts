/** Scans of web applications. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/WAS-Scan.htm */
import { answerText, answerTime, anything, get, idText, list, oneOf, z } from '../language/index.js';
import { ObjectSummary, UsableList, UserSummary, fields } from './parts/objects.js';
import { ScheduleSummary } from './parts/schedule.js';

export const page = 'https://docs.tenable.com/security-center/api/WAS-Scan.htm';

export const WasScan = z.object({
  id: idText.nullish(),
  uuid: answerText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  ipList: answerText.nullish(),
  urlList: answerText.nullish(),
  type: answerText.nullish(),
  plugin: ObjectSummary.nullish(),
  repository: ObjectSummary.nullish(),
  zone: ObjectSummary.nullish(),
  dhcpTracking: answerText.nullish(),
  classifyMitigatedAge: answerText.nullish(),
  emailOnLaunch: answerText.nullish(),
  emailOnFinish: answerText.nullish(),
  timeoutAction: answerText.nullish(),
  scanningVirtualHosts: answerText.nullish(),
  rolloverType: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  creator: UserSummary.nullish(),
  owner: UserSummary.nullish(),
  reports: list(anything).nullish(),
  assets: list(anything).nullish(),
  credentials: list(anything).nullish(),
  numDependents: answerText.nullish(),
  schedule: ScheduleSummary.nullish(),
  policy: ObjectSummary.nullish(),
  policyPrefs: list(anything).nullish(),
  maxScanTime: answerTime.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/wasScan', {
    doc: 'The scans of web applications that the account may use, and those that it may manage.',
    input: { fields, filter: oneOf('usable', 'manageable').optional(), expand: oneOf('credentials').optional() },
    output: UsableList(WasScan),
    never: ['NotFoundError', 'UnsupportedError'],
    custom: { answer: 'toUsableList' },
  }),
};
