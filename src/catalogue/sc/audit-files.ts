/** Audit files: what compliance scans look for. https://docs.tenable.com/security-center/api/AuditFile.htm */
import { answerText, answerTime, anything, get, idText, list, map, post, text, z } from '../language/index.js';
import { DetailsInput, ObjectId, ObjectInput, ObjectReference, ObjectSummary, UserSummary, fields, name, objects, reference } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/AuditFile.htm';
const templatePage = 'https://docs.tenable.com/security-center/api/AuditFile-Template.htm';

export const AuditFile = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish(),
  status: answerText.nullish(),
  version: answerText.nullish(),
  context: answerText.nullish(),
  filename: answerText.nullish(),
  originalFilename: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  lastRefreshedTime: answerTime.nullish(),
  editor: answerText.nullish(),
  typeFields: map(anything).nullish(),
  groups: list(ObjectSummary).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  creator: UserSummary.nullish(),
  owner: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  targetGroup: ObjectSummary.nullish(),
  auditFileTemplate: z.object({ id: idText, name: answerText.nullish(), categoryName: answerText.nullish() }).nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const AuditFileTemplate = z.object({
  id: idText,
  name: answerText.nullish(),
  categoryName: answerText.nullish(),
  categoryId: answerText.nullish(),
}).describe('What an audit file is made from.');

export const AuditFileCategory = z.object({ categoryId: idText, categoryName: answerText.nullish() });

const kind = objects('/auditFile', {
  one: 'an audit file',
  many: 'audit files',
  output: AuditFile,
  isParted: true,
  needs: { name },
  settings: {
    description: text.optional(),
    type: text.optional().describe('Empty, or `scapWindows`, `scapLinux` and the like.'),
    filename: text.optional().describe('The name that the upload of the file was answered with.'),
    originalFilename: text.optional(),
    version: text.optional(),
    auditFileTemplate: reference,
    variables: list(z.object({ name: text, value: text })).optional().describe("The template's variables."),
    benchmarkName: text.optional(),
    profileName: text.optional(),
    dataStreamName: text.optional(),
    tailoringFilename: text.optional(),
    tailoringOriginalFilename: text.optional(),
  },
  pyTenable: 'sc.audit_files',
});

export const operations = {
  ...kind,
  exportFile: get('/auditFile/{id}/export', { doc: 'Downloads an audit file.', input: ObjectInput, file: { id: 'id', name: 'id', mayBeHtml: false }, never: ['UnsupportedError'], pyTenable: 'sc.audit_files.export_audit' }),
  templates: get('/auditFileTemplate', {
    doc: 'The templates that audit files are made from.',
    input: { fields, categoryID: ObjectId.optional(), searchString: text.optional() },
    output: list(AuditFileTemplate),
    never: ['NotFoundError', 'UnsupportedError'],
    page: templatePage,
    pyTenable: 'sc.audit_files.template_list',
  }),
  templateDetails: get('/auditFileTemplate/{id}', { doc: 'One template.', input: DetailsInput, output: AuditFileTemplate, never: ['UnsupportedError'], page: templatePage, pyTenable: 'sc.audit_files.template_details' }),
  templateCategories: get('/auditFileTemplate/categories', { doc: 'The kinds of templates.', output: list(AuditFileCategory), never: ['NotFoundError', 'UnsupportedError'], page: templatePage, pyTenable: 'sc.audit_files.template_categories' }),
  share: post('/auditFile/{id}/share', { doc: 'Says which groups may use an audit file.', input: { id: ObjectId, groups: list(ObjectReference) }, output: AuditFile, idempotent: true }),
};
