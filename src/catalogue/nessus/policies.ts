/** Policies: settings that scans share. https://docs.tenable.com/nessus/Content/Policies.htm */
import { answerId, anything, count, flag, get, idOrEmpty, list, map, nonEmpty, number, pathText, post, put, remove, text, time, z } from '../language/index.js';
import { DeletedIds, ids } from './parts/ids.js';
import { EditorPart, NewPolicySettings, PolicySettings, parts, takesPlugins } from './parts/editor.js';

export const page = 'https://docs.tenable.com/nessus/Content/Policies.htm';

export const Policy = z.object({
  id: number,
  name: text,
  description: text.nullish(),
  template_uuid: idOrEmpty.nullish(),
  owner: text.nullish(),
  owner_id: number.nullish(),
  visibility: text.nullish().describe('`private` or `shared`.'),
  shared: number.nullish().describe('1 for one that others may use.'),
  user_permissions: number.nullish().describe('What the user who asks may do: 16 use, 32 change, 128 own.'),
  no_target: text.nullish().describe('`true` or `false`.'),
  has_credentials: number.nullish().describe('1 where credentials are part of it.'),
  is_scap: number.nullish(),
  plugin_filters: anything.optional(),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
});

export const PolicyList = z.object({ policies: list(Policy).nullable() });

const settingValue = z.union([text, number, flag]).nullable();

export const PolicyDetails = z.object({
  uuid: answerId.describe("The template's."),
  settings: map(z.union([settingValue, map(anything)])).nullish().describe('By name, as `update` takes them: `yes`, `no`, numbers as text.'),
  plugins: map(EditorPart).nullish().describe('By family. Newer servers leave it out.'),
});

export const PolicyIdInput = z.object({ policy_id: count });

export const PolicyCreated = z.object({ policy_id: number, policy_name: text.nullish() });

export const PolicyCopied = z.object({ id: number, name: text.nullish() });

export const PolicyExportFile = z.object({ token: answerId.describe('For `tokens.status` and `tokens.download`.') });

export const operations = {
  list: get('/policies', {
    doc: 'Policies that the user who asks may use.',
    output: PolicyList,
    never: ['InvalidInputError', 'NotFoundError'],
    pyTenable: 'nessus.policies.list',
  }),
  details: get('/policies/{policy_id}', { doc: 'One policy: its template and its settings.', input: PolicyIdInput, headers: takesPlugins, output: PolicyDetails, pyTenable: 'nessus.policies.details' }),
  create: post('/policies', {
    doc: 'Creates a policy from a template.',
    input: { uuid: pathText.describe("The template's, from `editor.listTemplates`."), settings: NewPolicySettings, ...parts },
    headers: takesPlugins,
    secrets: ['credentials'],
    output: PolicyCreated,
    pyTenable: 'nessus.policies.create',
  }),
  update: put('/policies/{policy_id}', {
    doc: 'Changes a policy.',
    input: { policy_id: count, uuid: pathText.optional(), settings: PolicySettings.optional(), ...parts },
    headers: takesPlugins,
    secrets: ['credentials'],
    pyTenable: 'nessus.policies.edit',
  }),
  copy: post('/policies/{policy_id}/copy', { doc: 'Copies a policy.', input: PolicyIdInput, output: PolicyCopied, pyTenable: 'nessus.policies.copy' }),
  exportRequest: get('/policies/{policy_id}/export/prepare', {
    doc: 'Asks for a file of a policy; `tokens.status` tells when it is ready.',
    input: PolicyIdInput,
    output: PolicyExportFile,
    pyTenable: 'part of nessus.policies.export_policy',
  }),
  delete: remove('/policies/{policy_id}', { doc: 'Deletes a policy.', input: PolicyIdInput, pyTenable: 'nessus.policies.delete' }),
  deleteMany: remove('/policies', { doc: 'Deletes several policies.', input: { ids }, output: DeletedIds, pyTenable: 'nessus.policies.delete_many' }),
  import: post('/policies/import', {
    doc: 'Makes a policy of a file that was uploaded before.',
    input: { file: nonEmpty.describe('What `files.upload` calls it.').meta({ example: 'policy.nessus' }) },
    output: Policy,
    pyTenable: 'nessus.policies.import_policy',
  }),
};
