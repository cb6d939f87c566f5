/** Scans: what is scanned, how and when. https://docs.tenable.com/security-center/api/Scan.htm */
import { answerText, answerTime, count, countText, flagText, idText, joinedTexts, list, nonEmpty, oneOf, post, text, z } from '../language/index.js';
import { ObjectId, ObjectReference, ObjectSummary, UserSummary, name, objects, reference, references } from './parts/objects.js';
import { Schedule, ScheduleSummary } from './parts/schedule.js';

export const page = 'https://docs.tenable.com/security-center/api/Scan.htm';

export const Scan = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  type: answerText.nullish().describe('`policy` or `plugin`.'),
  ipList: answerText.nullish().describe('Targets, joined by commas.'),
  emailOnFinish: answerText.nullish().describe('`true` or `false`.'),
  maxScanTime: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  policy: ObjectSummary.extend({ owner: UserSummary.nullish(), ownerGroup: ObjectSummary.nullish() }).nullish(),
  repository: ObjectSummary.nullish(),
  zone: ObjectSummary.nullish(),
  owner: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  uuid: answerText.nullish(),
  dhcpTracking: answerText.nullish(),
  classifyMitigatedAge: answerText.nullish(),
  emailOnLaunch: answerText.nullish(),
  timeoutAction: answerText.nullish(),
  scanningVirtualHosts: answerText.nullish(),
  rolloverType: answerText.nullish(),
  reports: list(ObjectSummary.extend({ reportSource: answerText.nullish() })).nullish(),
  assets: list(ObjectSummary).nullish(),
  credentials: list(ObjectSummary).nullish(),
  numDependents: answerText.nullish(),
  schedule: ScheduleSummary.nullish(),
  policyPrefs: list(z.object({ name: answerText.nullish(), value: answerText.nullish() })).nullish().describe('Settings that differ from those of the policy.'),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  plugin: ObjectSummary.nullish(),
  creator: UserSummary.nullish(),
}).describe('A configured scan. Members besides `id` are there as far as `fields` goes.');

export const ScanCopy = z.object({ scan: Scan });

export const LaunchedResult = z.object({
  id: idText,
  name: answerText.nullish(),
  status: answerText.nullish(),
  initiatorID: answerText.nullish(),
  ownerID: answerText.nullish(),
  scanID: answerText.nullish(),
  resultsSyncID: answerText.nullish(),
  jobID: answerText.nullish(),
  repositoryID: answerText.nullish(),
  description: answerText.nullish(),
  details: answerText.nullish(),
  downloadFormat: answerText.nullish(),
  dataFormat: answerText.nullish(),
  resultType: answerText.nullish(),
});

export const ScanLaunch = z.object({
  scanID: idText,
  scanResult: LaunchedResult
    .describe('The result that the run writes: `scanResults.details` tells how far it is.'),
});

const kind = objects('/scan', {
  one: 'a scan',
  many: 'scans',
  output: Scan,
  isParted: true,
  needs: { name, repository: ObjectReference.describe('Where its results go.') },
  settings: {
    description: text.optional(),
    type: text.optional().describe('`policy` or `plugin`.'),
    policy: reference,
    zone: reference,
    ipList: joinedTexts.optional().describe('Targets: addresses, ranges, CIDR blocks and names.'),
    assets: references,
    credentials: references,
    reports: list(z.object({ id: ObjectId, reportSource: nonEmpty })).optional()
      .describe('Reports to make afterwards. `reportSource` is `cumulative` or `individual`.'),
    schedule: Schedule.optional(),
    emailOnLaunch: flagText.optional(),
    emailOnFinish: flagText.optional(),
    dhcpTracking: flagText.optional(),
    scanningVirtualHosts: flagText.optional(),
    timeoutAction: text.optional().describe('What becomes of a scan that takes too long: `import`, `discard` or `rollover`.'),
    rolloverType: text.optional().describe('`template` or `nextDay`.'),
    maxScanTime: z.union([count, oneOf('unlimited')]).meta({ send: 'text' }).optional().describe('Hours that it may take.'),
    inactivityTimeout: countText.optional().describe('Seconds.'),
    classifyMitigatedAge: countText.optional().describe('Days after which findings that are no longer seen count as mitigated.'),
  },
  pyTenable: 'sc.scans',
});

export const operations = {
  ...kind,
  details: { ...kind.details, doc: 'One scan. Its results are in `scanResults`.' },
  copy: post('/scan/{id}/copy', {
    doc: 'Copies a scan to a user, who may be its owner.',
    input: { id: ObjectId, name: nonEmpty.describe('The name of the copy.'), targetUser: ObjectReference.describe('The user that gets it.') },
    output: ScanCopy,
    pyTenable: 'sc.scans.copy',
  }),
  launch: post('/scan/{id}/launch', {
    doc: 'Starts a scan.',
    input: {
      id: ObjectId,
      diagnosticTarget: nonEmpty.optional().describe('The one address to take a diagnostic scan of.'),
      diagnosticPassword: nonEmpty.optional().describe('The password to lock its findings with.'),
    },
    secrets: ['diagnosticPassword'],
    output: ScanLaunch,
    pyTenable: 'sc.scans.launch',
  }),
};
