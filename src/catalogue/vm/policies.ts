/** Policies: settings that scans share. https://developer.tenable.com/reference/policies */
import { answerId, answerText, anything, asRead, count, get, list, map, nonEmpty, number, pathText, post, put, remove, text, time, z } from '../language/index.js';
import { PolicySettings, scanParts } from './parts/scan-settings.js';

export const page = 'https://developer.tenable.com/reference/';

export const Policy = z.object({
  no_target: answerText.nullish(),
  template_uuid: text.nullish(),
  description: text.nullish(),
  name: text,
  owner: text.nullish(),
  visibility: answerText.nullish().describe('`private` or `shared`.'),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  last_modification_date: time.nullish(),
  creation_date: time.nullish(),
  owner_id: answerText.nullish(),
  id: number,
});

export const PolicyList = z.object({ policies: list(Policy).nullable() });

export const PolicyDetails = z.object({
  uuid: answerId.describe("The template's."),
  settings: map(anything).nullish(),
  credentials: map(anything).nullish(),
  plugins: map(anything).nullish(),
  audits: map(anything).nullish(),
  compliance: map(anything).nullish(),
  scap: map(anything).nullish(),
}).describe('A policy in the form in which `configure` takes it.');

export const CreatedPolicy = z.object({ policy_id: number, policy_name: text.nullish() });

export const CopiedPolicy = z.object({ id: number, name: text });

export const ImportedPolicy = z.object({
  private: number.nullish(),
  no_target: answerText.nullish(),
  template_uuid: text.nullish(),
  description: text.nullish(),
  name: text,
  owner: text.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  last_modification_date: time.nullish(),
  creation_date: time.nullish(),
  owner_id: number.nullish(),
  id: number,
});

const { credentials, plugins, compliance, audits, scap } = scanParts;
const parts = { credentials, plugins, compliance, audits, scap };
const policy_id = count.describe("The policy's number.");

export const operations = {
  list: get('/policies', { doc: 'All policies that the user who asks may use.', output: PolicyList, never: ['NotFoundError'], pyTenable: 'tio.policies.list' }),
  details: get('/policies/{policy_id}', { doc: 'How a policy is set up.', input: { policy_id }, output: PolicyDetails, pyTenable: 'tio.policies.details' }),
  create: post('/policies', {
    doc: 'Creates a policy from a template.',
    input: { uuid: pathText.describe("The template's UUID."), settings: PolicySettings, ...parts },
    output: CreatedPolicy,
    secrets: ['credentials'],
    pyTenable: 'tio.policies.create',
  }),
  configure: put('/policies/{policy_id}', {
    doc: 'Changes a policy. Takes it as it was read, with what shall be other.',
    input: asRead(PolicyDetails, { policy_id, uuid: pathText.optional().describe("The template's UUID."), settings: PolicySettings.nullish(), credentials: credentials.nullish(), plugins: plugins.nullish(), compliance: compliance.nullish(), audits: audits.nullish(), scap: scap.nullish() }),
    secrets: ['credentials'],
    pyTenable: 'tio.policies.configure',
  }),
  copy: post('/policies/{policy_id}/copy', { doc: 'Copies a policy.', input: { policy_id }, output: CopiedPolicy, pyTenable: 'tio.policies.copy' }),
  delete: remove('/policies/{policy_id}', { doc: 'Deletes a policy.', input: { policy_id }, pyTenable: 'tio.policies.delete' }),
  import: post('/policies/import', {
    doc: 'Makes a policy of a file that `files.upload` has taken.',
    input: { file: nonEmpty.describe('Its name, as the answer to the upload tells it.') },
    output: ImportedPolicy,
    pyTenable: 'tio.policies.policy_import',
  }),
  export: get('/policies/{policy_id}/export', { doc: 'A policy as a file, for `import`.', input: { policy_id }, file: { id: 'policy_id' }, pyTenable: 'tio.policies.policy_export' }),
};
