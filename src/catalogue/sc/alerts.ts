/** Alerts: what happens when an analysis finds something. https://docs.tenable.com/security-center/api/Alert.htm */
import { answerText, answerTime, anything, flagText, idText, list, map, post, text, z } from '../language/index.js';
import { AnalysisFilter } from './parts/analysis-filter.js';
import { ObjectId, ObjectInput, ObjectSummary, UserSummary, name, objects } from './parts/objects.js';
import { Schedule, ScheduleSummary } from './parts/schedule.js';

export const page = 'https://docs.tenable.com/security-center/api/Alert.htm';

export const AlertAction = z.object({
  id: idText.nullish(),
  type: answerText.nullish().describe('`email`, `notification`, `report`, `scan`, `syslog` or `ticket`.'),
  status: answerText.nullish(),
  definition: map(anything).nullish().describe('Its members depend on the type.'),
  objectID: answerText.nullish(),
  users: list(UserSummary).nullish(),
}).describe('What happens. Its other members depend on the type.');

export const Alert = z.object({
  id: idText,
  action: list(AlertAction).nullish(),
  canManage: answerText.nullish(),
  canUse: answerText.nullish(),
  createdTime: answerTime.nullish(),
  description: answerText.nullish(),
  didTriggerLastEvaluation: answerText.nullish(),
  executeOnEveryTrigger: answerText.nullish(),
  lastEvaluated: answerText.nullish(),
  lastTriggered: answerText.nullish(),
  modifiedTime: answerTime.nullish(),
  name: answerText.nullish(),
  owner: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  query: ObjectSummary.nullish(),
  schedule: ScheduleSummary.nullish(),
  status: answerText.nullish(),
  triggerName: answerText.nullish(),
  triggerOperator: answerText.nullish(),
  triggerValue: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const AlertQuery = z.object({ id: ObjectId.optional(), type: text.optional(), filters: list(AnalysisFilter).optional() }).describe('A query by its number, or one of its own.');

const kind = objects('/alert', {
  one: 'an alert',
  many: 'alerts',
  output: Alert,
  isParted: true,
  needs: { name },
  settings: {
    description: text.optional(),
    type: text.optional(),
    query: AlertQuery.optional(),
    query_id: ObjectId.optional().describe('A query by its number, as pyTenable sends it.'),
    triggerName: text.optional().describe('What is counted: `sumip`, `sumport` or `listvuln`.'),
    triggerOperator: text.optional(),
    triggerValue: text.optional(),
    executeOnEveryTrigger: flagText.optional(),
    schedule: Schedule.optional(),
    action: list(map(anything)).optional().describe('What happens: each has a `type`, such as `email`, `notification`, `report`, `scan`, `syslog` or `ticket`.'),
  },
  pyTenable: 'sc.alerts',
});

export const operations = {
  ...kind,
  execute: post('/alert/{id}/execute', { doc: 'Looks now whether an alert is due.', input: ObjectInput, output: Alert, pyTenable: 'sc.alerts.execute' }),
};
