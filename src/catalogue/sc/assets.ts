/** Assets: lists of hosts, fixed or by rules. https://docs.tenable.com/security-center/api/Asset.htm */
import { answerText, answerTime, anything, flagText, get, idText, joinedTexts, list, map, nonEmpty, pageOffset, post, text, z } from '../language/index.js';
import { ObjectId, ObjectInput, ObjectReference, ObjectSummary, UserSummary, fields, name, objects, reference, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Asset.htm';

export const Asset = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish().describe('`static`, `dynamic`, `dnsname`, `combination`, `watchlist` and others.'),
  status: answerText.nullish(),
  tags: answerText.nullish(),
  ipCount: answerText.nullish().describe('-1 while it is not known.'),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  owner: UserSummary.nullish(),
  typeFields: map(anything).nullish().describe("What there is besides for the asset's type, such as `definedIPs` or `rules`."),
  ownerGroup: ObjectSummary.nullish(),
  uuid: answerText.nullish(),
  viewableIPs: list(z.object({ ipCount: answerText.nullish(), ipList: answerText.nullish(), repository: ObjectSummary.nullish() })).nullish(),
  context: answerText.nullish(),
  ioSyncStatus: answerText.nullish(),
  ioFirstSyncTime: answerTime.nullish(),
  ioLastSyncSuccess: answerText.nullish(),
  ioLastSyncFailure: answerText.nullish(),
  ioSyncErrorDetails: answerText.nullish(),
  repositories: list(z.object({ ipCount: answerText.nullish(), repository: ObjectSummary.nullish() })).nullish(),
  groups: list(ObjectSummary).nullish(),
  assetDataFields: list(z.object({ fieldName: answerText.nullish(), fieldValue: answerText.nullish() })).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  creator: UserSummary.nullish(),
  targetGroup: ObjectSummary.nullish(),
  template: ObjectSummary.nullish(),
}).describe('A list of hosts. Members besides `id` are there as far as `fields` goes.');

const some = text.optional();
const record = map(anything).optional();
const offset = pageOffset.optional();

const kind = objects('/asset', {
  one: 'an asset',
  many: 'assets',
  output: Asset,
  isParted: true,
  needs: { name, type: nonEmpty.describe('`static`, `dynamic`, `dnsname`, `combination`, `watchlist` and others.').meta({ example: 'static' }) },
  settings: {
    description: some,
    context: some,
    tags: some,
    groups: references,
    prepare: flagText.optional(),
    template: reference,
    filename: some.describe('For uploads: the name that the upload of the file was answered with.'),
    assetDataFields: list(z.object({ fieldName: text, fieldValue: text })).optional(),
    definedIPs: joinedTexts.optional().describe('For `static`: addresses, ranges and CIDR blocks.'),
    definedDNSNames: joinedTexts.optional().describe('For `dnsname`.'),
    excludeManagedIPs: flagText.optional(),
    definedLDAPQuery: record.describe('For `ldapquery`: `searchBase`, `searchString` and `ldap`.'),
    rules: record.describe('For `dynamic`: `operator` and `children`, which are clauses or rules again.'),
    combinations: record.describe('For `combination`: `operator`, `operand1` and `operand2`.'),
    filters: list(map(anything)).optional().describe('From here on for `watchlisteventfilter`: a query as that of an analysis.'),
    tool: some,
    sourceType: some,
    startOffset: offset,
    endOffset: offset,
    view: some,
    lce: reference,
    sortField: some,
    sortDir: some,
    scanID: ObjectId.optional(),
  },
  pyTenable: 'sc.asset_lists',
});

export const operations = {
  ...kind,
  details: get('/asset/{id}', {
    doc: 'One asset.',
    input: { id: ObjectId, fields, orgID: ObjectId.optional().describe('For administrators: the organisation that the asset belongs to.') },
    output: Asset,
    never: ['UnsupportedError'],
    pyTenable: 'sc.asset_lists.details',
  }),
  create: { ...kind.create, doc: 'Creates an asset. Which members it takes depends on its `type`.' },
  refresh: post('/asset/{id}/refresh', {
    doc: 'Has the hosts of an asset worked out anew. Needs an administrator.',
    input: { id: ObjectId, orgID: ObjectId, repIDs: list(ObjectReference).describe('The repositories to evaluate the asset in.') },
    pyTenable: 'sc.asset_lists.refresh',
  }),
  exportFile: get('/asset/{id}/export', {
    doc: 'Downloads what an asset is made from, as XML.',
    input: ObjectInput,
    file: { id: 'id', name: 'id', mayBeHtml: false },
    never: ['UnsupportedError'],
    pyTenable: 'sc.asset_lists.export_definition',
  }),
  tags: get('/asset/tag', { doc: 'The tags of assets.', output: list(text), never: ['NotFoundError', 'UnsupportedError'], pyTenable: 'sc.asset_lists.tags' }),
  import: post('/asset/import', {
    doc: 'Makes an asset of a file that was uploaded.',
    input: { filename: nonEmpty.describe('The name that the upload of the file was answered with.'), name: nonEmpty.optional() },
    output: Asset,
    pyTenable: 'sc.asset_lists.import_definition',
  }),
  share: post('/asset/{id}/share', {
    doc: 'Says which groups may use an asset.',
    input: { id: ObjectId, groups: list(ObjectReference).describe('The groups whose users get access, too.') },
    output: Asset,
    idempotent: true,
    pyTenable: 'sc.asset_lists.share',
  }),
  testLdapQuery: post('/asset/testLDAPQuery', {
    doc: 'What a query of a directory finds, before an asset is made of it.',
    input: { definedLDAPQuery: z.object({ searchBase: text, searchString: text, ldap: ObjectReference }) },
    output: map(anything),
    idempotent: true,
    pyTenable: 'sc.asset_lists.ldap_query',
  }),
};
