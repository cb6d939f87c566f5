/** Policies: how scans look. https://docs.tenable.com/security-center/api/Scan-Policy.htm */
import { answerText, answerTime, anything, flagText, get, idText, list, map, nonEmpty, post, text, z } from '../language/index.js';
import { DetailsInput, FieldsInput, ObjectId, ObjectInput, ObjectReference, ObjectSummary, UserSummary, name, objects, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Scan-Policy.htm';
const templatePage = 'https://docs.tenable.com/security-center/api/Scan-Policy-Template.htm';

export const Policy = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  tags: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  preferences: anything.optional().describe('Settings by name.'),
  policyTemplate: ObjectSummary.nullish(),
  owner: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  uuid: answerText.nullish(),
  generateXCCDFResults: answerText.nullish(),
  context: answerText.nullish(),
  auditFiles: list(ObjectSummary).nullish(),
  families: list(map(anything)).nullish(),
  groups: list(ObjectSummary).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  creator: UserSummary.nullish(),
  targetGroup: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const PolicyTemplate = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  editor: answerText.nullish().describe('The settings that it has, as JSON in a text.'),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  templateModTime: answerTime.nullish(),
  templatePubTime: answerTime.nullish(),
  templateDefModTime: answerTime.nullish(),
}).describe('What a policy starts from. Members besides `id` are there as far as `fields` goes.');

const kind = objects('/policy', {
  one: 'a policy',
  many: 'policies',
  output: Policy,
  isParted: true,
  needs: { name, policyTemplate: ObjectReference },
  settings: {
    description: text.optional(),
    context: text.optional(),
    tags: text.optional(),
    preferences: map(text).optional().describe('Settings by name.'),
    auditFiles: references,
    policyProfileName: text.optional(),
    generateXCCDFResults: flagText.optional(),
    ownerID: ObjectId.optional(),
  },
  changes: { removePrefs: list(nonEmpty).optional().describe('Names of settings to take away.') },
  pyTenable: 'sc.policies',
});

export const operations = {
  ...kind,
  details: { ...kind.details, doc: 'One policy with its settings.' },
  create: { ...kind.create, doc: 'Creates a policy from a template.' },
  copy: post('/policy/{id}/copy', {
    doc: 'Copies a policy.',
    input: { id: ObjectId, name: nonEmpty.optional().describe('The name of the copy.') },
    output: Policy,
    pyTenable: 'sc.policies.copy',
  }),
  share: post('/policy/{id}/share', {
    doc: 'Says which groups may use a policy.',
    input: { id: ObjectId, groups: list(ObjectReference).describe('The groups whose users get access, too.') },
    output: Policy,
    idempotent: true,
    pyTenable: 'sc.policies.share',
  }),
  templates: get('/policyTemplate', {
    doc: 'The templates that policies start from.',
    input: FieldsInput,
    output: list(PolicyTemplate),
    never: ['NotFoundError', 'UnsupportedError'],
    page: templatePage,
    pyTenable: 'sc.policies.template_list',
  }),
  templateDetails: get('/policyTemplate/{id}', {
    doc: 'One template with the settings that it has.',
    input: DetailsInput,
    output: PolicyTemplate,
    never: ['UnsupportedError'],
    page: templatePage,
    pyTenable: 'sc.policies.template_details',
  }),
  exportFile: post('/policy/{id}/export', {
    doc: 'Downloads a policy as XML.',
    input: ObjectInput,
    file: { id: 'id', name: 'id', mayBeHtml: false },
    idempotent: true,
    pyTenable: 'sc.policies.export_policy',
  }),
  tags: get('/policy/tag', { doc: 'The tags of policies.', output: list(text), never: ['NotFoundError', 'UnsupportedError'], pyTenable: 'sc.policies.tags' }),
  import: post('/policy/import', {
    doc: 'Makes a policy of a file that was uploaded.',
    input: { name: nonEmpty, description: text.optional(), tags: text.optional(), filename: nonEmpty.describe('The name that the upload of the file was answered with.') },
    output: Policy,
    pyTenable: 'sc.policies.import_policy',
  }),
};
