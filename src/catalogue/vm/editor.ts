/** Editor: the templates that scans and policies start from, and how they are set up. https://developer.tenable.com/reference/editor */
import { answerId, answerText, anything, count, flag, get, list, map, number, oneOf, pathText, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';
export const noun = 'Editor';

export const EditorObjectType = oneOf('scan', 'policy').describe('What is edited.');

export const Template = z.object({
  unsupported: flag,
  cloud_only: flag,
  desc: text,
  order: number.nullish(),
  subscription_only: flag,
  is_was: flag.nullish(),
  title: text,
  is_agent: flag.nullish(),
  uuid: answerId.describe('For `scans.create` and `policies.create`.'),
  manager_only: flag,
  name: text.describe('`basic`, `advanced`, `discovery`, `agent_basic` and others.'),
  icon: text.nullish(),
});

export const TemplateList = z.object({ templates: list(Template).nullable() });

const part = map(anything).nullish();

export const EditorFilter = z.object({
  operators: list(anything).nullish(),
  control: z.object({ type: text.nullish(), regex: text.nullish(), readable_regex: text.nullish(), readable_regest: text.nullish(), list: list(anything).nullish(), options: list(anything).nullish(), maxlength: number.nullish() }).nullish(),
  name: text,
  readable_name: text,
});

export const EditorForm = z.object({
  uuid: answerId.nullish().describe("The template's."),
  name: text.nullish(),
  title: text.nullish(),
  owner: text.nullish(),
  user_permissions: number.nullish(),
  is_agent: flag.nullish(),
  is_was: flag.nullish(),
  policy_has_credentials: flag.nullish(),
  settings: part.describe('Groups of settings, each with the fields of its form.'),
  credentials: part.describe('Kinds of credentials, with the fields of their forms.'),
  compliance: part.describe('Audits that can be added, and those that are there.'),
  plugins: part.describe('Families of plugins, and which run.'),
  scap: part,
  filter_attributes: list(EditorFilter).nullish(),
}).describe('The form of a template, a scan or a policy: its parts in the terms of the web interface.');

export const FamilyPlugins = z.object({ plugins: list(z.object({
  status: text.nullish(),
  name: text,
  id: number,
})) });

export const PluginDescription = z.object({ plugindescription: z.object({
  severity: answerText.nullish(),
  pluginname: text.nullish(),
  pluginattributes: map(anything).nullish(),
  pluginfamily: text.nullish(),
  pluginid: answerText.nullish(),
}).nullish() });

const object_type = EditorObjectType;
const object_id = count.describe('Number of the scan or policy.');
const family_id = count.describe("The family's number.");

export const operations = {
  listTemplates: get('/editor/{object_type}/templates', {
    doc: 'The templates for scans, policies or remediation scans.',
    input: { object_type: oneOf('scan', 'policy', 'remediation').describe('What the templates are for.') },
    output: TemplateList,
    pyTenable: 'tio.editor.template_list',
  }),
  templateDetails: get('/editor/{object_type}/templates/{template_uuid}', {
    doc: 'One template: the settings that it has and what they are by default.',
    input: { object_type: oneOf('scan', 'policy', 'remediation').describe('What the template is for.'), template_uuid: pathText },
    output: EditorForm,
    pyTenable: 'tio.editor.template_details',
  }),
  details: get('/editor/{object_type}/{object_id}', { doc: 'How a scan or a policy is set up.', input: { object_type, object_id }, output: EditorForm, pyTenable: 'tio.editor.obj_details' }),
  familyPlugins: get('/editor/{object_type}/{object_id}/families/{family_id}', {
    doc: 'The plugins of a family, and which of them run.',
    input: { object_type, object_id, family_id },
    output: FamilyPlugins,
    page: 'editor-details',
    pyTenable: 'part of tio.editor.details',
  }),
  pluginDescription: get('/editor/policy/{policy_id}/families/{family_id}/plugins/{plugin_id}', {
    doc: 'What a plugin of a policy does.',
    input: { policy_id: count, family_id, plugin_id: count },
    output: PluginDescription,
    pyTenable: 'tio.editor.plugin_description',
  }),
  audit: get('/editor/{object_type}/{object_id}/audits/{file_id}', {
    doc: 'The file of an audit of a scan or policy.',
    input: { object_type, object_id, file_id: count },
    file: { id: 'file_id' },
    page: 'editor-audits',
    pyTenable: 'tio.editor.audits',
  }),
};
