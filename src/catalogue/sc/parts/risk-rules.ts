/** What rules that accept findings and rules that change their severity have alike. */
import { answerText, answerTime, count, get, idText, joinedTexts, list, nonEmpty, post, remove, text, z } from '../../language/index.js';
import type { Described } from '../../language/operation.js';
import { DetailsInput, ObjectId, ObjectInput, ObjectReference, ObjectSummary, UserSummary, fields } from './objects.js';

export const AcceptRiskRule = z.object({
  id: idText,
  hostType: answerText.nullish(),
  port: answerText.nullish(),
  hostValue: answerText.nullish(),
  protocol: answerText.nullish(),
  comments: answerText.nullish(),
  expires: answerText.nullish(),
  status: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  repository: ObjectSummary.nullish(),
  organization: ObjectSummary.nullish(),
  user: UserSummary.nullish(),
  plugin: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const RecastRiskRule = z.object({
  id: idText,
  newSeverity: answerText.nullish(),
  hostType: answerText.nullish(),
  hostValue: answerText.nullish(),
  port: answerText.nullish(),
  protocol: answerText.nullish(),
  comments: answerText.nullish(),
  expires: answerText.nullish(),
  order: answerText.nullish(),
  status: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  repository: ObjectSummary.nullish(),
  organization: ObjectSummary.nullish(),
  user: UserSummary.nullish(),
  plugin: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

const numbers = joinedTexts.optional();

/** How lists of rules are narrowed. */
export const ruleFilters = { fields, pluginID: count.optional(), port: count.optional() };

export const riskSettings = {
  repositories: list(ObjectReference).min(1),
  plugin: ObjectReference,
  hostType: nonEmpty.describe('`all`, `asset`, `ip` or `uuid`.'),
  hostValue: z.union([text, ObjectReference]).optional().describe('Addresses joined by commas, or the asset.'),
  port: text.optional().describe('`any`, or a number.'),
  protocol: text.optional().describe('`any`, or the number of a protocol.'),
  comments: text.optional(),
  expires: z.int().min(-1).optional().describe('Unix time in seconds; -1 for never.'),
};

export const riskRules = (path: `/${string}`, output: z.ZodObject, pyTenable: string): { readonly [Name in 'list' | 'details' | 'delete' | 'apply']: Described } => ({
  list: get(path, {
    doc: 'All rules that the account may see.',
    input: { ...ruleFilters, organizationIDs: numbers.describe('Only rules of these organisations.'), repositoryIDs: numbers.describe('Only rules of these repositories.') },
    output: list(output),
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: `${pyTenable}.list`,
  }),
  details: get(`${path}/{id}`, { doc: 'One rule.', input: DetailsInput, output, never: ['UnsupportedError'], pyTenable: `${pyTenable}.details` }),
  delete: remove(`${path}/{id}`, { doc: 'Deletes a rule.', input: ObjectInput, pyTenable: `${pyTenable}.delete` }),
  apply: post(`${path}/{id}/apply`, {
    doc: 'Applies a rule to what a repository holds.',
    input: { id: ObjectId, repository: ObjectReference.describe('The repository; 0 for all.') },
    idempotent: true,
    pyTenable: `${pyTenable}.apply`,
  }),
});
