/** Groups: what users share, and which repositories they see. https://docs.tenable.com/security-center/api/Group.htm */
import { answerText, answerTime, idText, list, text, z } from '../language/index.js';
import { ObjectSummary, name, objects, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Group.htm';

export const Group = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  userCount: answerText.nullish(),
  lces: list(ObjectSummary).nullish(),
  repositories: list(ObjectSummary).nullish(),
  definingAssets: list(ObjectSummary).nullish(),
  users: list(ObjectSummary).nullish(),
  assets: list(ObjectSummary).nullish(),
  policies: list(ObjectSummary).nullish(),
  queries: list(ObjectSummary).nullish(),
  credentials: list(ObjectSummary).nullish(),
  dashboardTabs: list(ObjectSummary).nullish(),
  auditFiles: list(ObjectSummary).nullish(),
  arcs: list(ObjectSummary).nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = objects('/group', {
  one: 'a group',
  many: 'groups',
  output: Group,
  needs: { name },
  settings: {
    description: text.optional(),
    definingAssets: references,
    repositories: references,
    lces: references,
    assets: references,
    policies: references,
    queries: references,
    credentials: references,
    dashboardTabs: references,
    arcs: references,
    auditFiles: references,
  },
  pyTenable: 'sc.groups',
});
