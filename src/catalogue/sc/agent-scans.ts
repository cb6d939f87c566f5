/** Agent scans: what agents of a Nessus Manager look for. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Agent-Scan.htm */
import { answerText, answerTime, anything, flagText, get, idText, list, nonEmpty, oneOf, patch, post, remove, text, z } from '../language/index.js';
import { ObjectId, ObjectReference, ObjectSummary, UsableList, UserSummary, fields } from './parts/objects.js';
import { Schedule, ScheduleSummary } from './parts/schedule.js';

export const page = 'https://docs.tenable.com/security-center/api/Agent-Scan.htm';

export const AgentScan = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  nessusManager: ObjectSummary.nullish(),
  repository: ObjectSummary.nullish(),
  scanWindow: answerText.nullish(),
  agentGroups: list(anything).nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  creator: UserSummary.nullish(),
  owner: UserSummary.nullish(),
  reports: list(anything).nullish(),
  schedule: ScheduleSummary.nullish(),
  policy: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/agentScan', {
    doc: 'The agent scans that the account may use, and those that it may manage.',
    input: { fields, filter: oneOf('usable', 'manageable').optional(), expand: oneOf('credentials').optional() },
    output: UsableList(AgentScan),
    never: ['NotFoundError', 'UnsupportedError'],
    custom: { answer: 'toUsableList' },
  }),
  details: get('/agentScan/{id}', { doc: 'One agent scan.', input: { id: ObjectId, fields }, output: AgentScan, never: ['UnsupportedError'] }),
  create: post('/agentScan', {
    doc: 'Creates an agent scan.',
    input: {
      name: nonEmpty,
      type: oneOf('plugin', 'policy').optional(),
      description: text.optional(),
      nessusManager: ObjectReference.optional(),
      repository: ObjectReference.optional(),
      scanWindow: text.optional(),
      agentGroups: list(anything).optional(),
      policy: ObjectReference.optional(),
      emailOnLaunch: flagText.optional(),
      emailOnFinish: flagText.optional(),
      schedule: Schedule.optional(),
    },
    output: AgentScan,
  }),
  update: patch('/agentScan/{id}', {
    doc: 'Changes what is given of an agent scan.',
    input: {
      id: ObjectId,
      name: text.optional(),
      type: oneOf('plugin', 'policy').optional(),
      description: text.optional(),
      nessusManager: ObjectReference.optional(),
      repository: ObjectReference.optional(),
      scanWindow: text.optional(),
      agentGroups: list(anything).optional(),
      policy: ObjectReference.optional(),
      emailOnLaunch: flagText.optional(),
      emailOnFinish: flagText.optional(),
      schedule: Schedule.optional(),
    },
    output: AgentScan,
  }),
  delete: remove('/agentScan/{id}', { doc: 'Deletes an agent scan.', input: { id: ObjectId } }),
  launch: post('/agentScan/{id}/launch', { doc: 'Starts an agent scan.', input: { id: ObjectId } }),
};
