/** Dashboards: pages of components. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Dashboard-Tab.htm */
import { answerText, answerTime, anything, count, get, idText, list, map, nonEmpty, oneOf, post, remove, text, z } from '../language/index.js';
import { ObjectId, ObjectSummary, UsableList, UserSummary, fields } from './parts/objects.js';
import { ScheduleSummary } from './parts/schedule.js';

export const page = 'https://docs.tenable.com/security-center/api/Dashboard-Tab.htm';

export const Dashboard = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  owner: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  targetGroup: ObjectSummary.nullish(),
  groups: list(anything).nullish(),
  numColumns: answerText.nullish(),
  columnWidths: answerText.nullish(),
  defaultTemplateNumber: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  dashboardComponents: list(anything).nullish(),
  failedComponentCount: answerText.nullish(),
  activated: answerText.nullish(),
  order: answerText.nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const DashboardComponent = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  tabID: answerText.nullish(),
  componentID: answerText.nullish(),
  componentType: answerText.nullish(),
  column: answerText.nullish(),
  order: answerText.nullish(),
  running: answerText.nullish(),
  lastUpdatedTime: answerTime.nullish(),
  lastCompletedUpdateTime: answerTime.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  schedule: ScheduleSummary.nullish(),
  definition: map(anything).nullish(),
  data: anything.optional(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/dashboard', {
    doc: 'The dashboards that the account may use, and those that it may manage.',
    input: {
      fields,
      expand: oneOf('dashboardComponents').optional(),
      filter: oneOf('activated', 'usable', 'manageable').optional(),
    },
    output: UsableList(Dashboard),
    never: ['NotFoundError', 'UnsupportedError'],
    custom: { answer: 'toUsableList' },
  }),
  import: post('/dashboard/import', {
    doc: 'Makes a dashboard of a file that was uploaded.',
    input: {
      name: text.optional(),
      filename: nonEmpty.describe('The name that the upload of the file was answered with.'),
      order: count.optional(),
    },
    output: Dashboard,
  }),
  delete: remove('/dashboard/{id}', { doc: 'Deletes a dashboard.', input: { id: ObjectId } }),
  components: get('/dashboard/{dID}/component', {
    doc: 'The components of a dashboard, with their data.',
    input: { dID: ObjectId, fields },
    output: list(DashboardComponent),
    never: ['UnsupportedError'],
  }),
};
