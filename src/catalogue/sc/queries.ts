/** Queries: filters of analyses under names. https://docs.tenable.com/security-center/api/Query.htm */
import { answerText, answerTime, anything, get, idText, joinedTexts, list, map, nonEmpty, pageOffset, post, text, z } from '../language/index.js';
import { AnalysisFilter } from './parts/analysis-filter.js';
import { ObjectId, ObjectReference, ObjectSummary, UserSummary, name, objects } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Query.htm';

export const Query = z.object({
  id: idText.nullish().describe('Left out, as all else is, of a query that there is not.'),
  name: answerText.nullish(),
  description: answerText.nullish(),
  tool: answerText.nullish(),
  type: answerText.nullish(),
  tags: answerText.nullish(),
  context: answerText.nullish(),
  browseColumns: answerText.nullish(),
  browseSortColumn: answerText.nullish(),
  browseSortDirection: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  status: answerText.nullish(),
  filters: list(map(anything)).nullish(),
  groups: list(ObjectSummary).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  creator: UserSummary.nullish(),
  owner: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  targetGroup: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

const kind = objects('/query', {
  one: 'a query',
  many: 'queries',
  output: Query,
  isParted: true,
  needs: { name, tool: nonEmpty.describe('What a record of the analysis is.').meta({ example: 'listvuln' }), type: nonEmpty.describe('`vuln`, `lce`, `mobile`, `ticket`, `user` and others.').meta({ example: 'vuln' }) },
  settings: {
    description: text.optional(),
    tags: text.optional(),
    context: text.optional(),
    filters: list(AnalysisFilter).optional(),
    sortField: text.optional(),
    sortDir: text.optional(),
    startOffset: pageOffset.optional(),
    endOffset: pageOffset.optional(),
    ownerID: ObjectId.optional(),
    browseColumns: joinedTexts.optional(),
    browseSortColumn: text.optional(),
    browseSortDirection: text.optional(),
  },
  pyTenable: 'sc.queries',
});

export const operations = {
  ...kind,
  share: post('/query/{id}/share', {
    doc: 'Says which groups may use a query.',
    input: { id: ObjectId, groups: list(ObjectReference) },
    output: Query,
    idempotent: true,
    pyTenable: 'sc.queries.share',
  }),
  tags: get('/query/tag', { doc: 'The tags of queries.', output: list(text), never: ['NotFoundError', 'UnsupportedError'], pyTenable: 'sc.queries.tags' }),
};
