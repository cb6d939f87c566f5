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

export const EditorInput = z.object({
  id: text,
  name: text.nullish(),
  type: text.nullish().describe('`text`, `password`, `select`, `file` and the like.'),
  default: answerText.nullish(),
  required: answerText.nullish(),
  hint: text.nullish(),
  placeholder: text.nullish(),
  placeholer: text.nullish().describe('As some templates write it.'),
  optionsLabels: list(text).nullish(),
  regex: text.nullish(),
  callback: text.nullish(),
  preferences: anything.optional(),
  options: list(anything).nullish().describe('What may be chosen: texts, or choices with inputs of their own.'),
}).describe('One field of a form.');

export const EditorPage = z.object({
  title: text.nullish(),
  desc: text.nullish(),
  inputs: list(EditorInput).nullish(),
  groups: list(anything).nullish().describe('Pages below this one.'),
  sections: list(anything).nullish().describe('Groups of fields, each with inputs.'),
  modes: anything.optional().describe('What a choice sets at once.'),
}).describe('A page of settings.');

export const EditorCredentialType = z.object({
  name: text,
  max: number.nullish(),
  inputs: list(EditorInput).nullish(),
  instances: list(anything).nullish().describe('Those that are there, with their values.'),
  settings: anything.optional(),
  expand_settings: flag.nullish(),
});

export const EditorCredentials = z.object({ data: list(z.object({ name: text, default_expand: number.nullish(), types: list(EditorCredentialType).nullish() })).nullish() });

export const EditorAudit = z.object({ id: text.nullish(), name: text.nullish(), type: text.nullish(), free: number.nullish(), unlimited: flag.nullish(), inputs: list(EditorInput).nullish() });

export const EditorCompliance = z.object({
  data: list(z.object({
    name: text,
    required_creds: list(text).nullish(),
    audits: list(EditorAudit).nullish(),
    settings: map(EditorPage).nullish(),
    expand_settings: flag.nullish(),
    offline_allowed: flag.nullish(),
  })).nullish(),
});

export const EditorScap = z.object({
  data: list(z.object({ name: text, max: number.nullish(), inputs: list(EditorInput).nullish(), required_creds: list(text).nullish(), instances: list(anything).nullish(), unlimited: flag.nullish() })).nullish(),
});

export const EditorPlugins = z.object({ families: map(z.object({ id: number.nullish(), count: number.nullish(), status: text.nullish().describe('`enabled`, `disabled` or `mixed`.') })).nullish() });

export const EditorFilter = z.object({
  name: text,
  readable_name: text.nullish(),
  operators: list(text).nullish(),
  control: z.object({ type: text.nullish(), regex: text.nullish(), readable_regex: text.nullish(), readable_regest: text.nullish(), maxlength: number.nullish(), list: list(answerText).nullish(), options: list(anything).nullish() }).nullish(),
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
  settings: map(EditorPage).nullish().describe('By page: `basic`, `discovery`, `assessment`, `report`, `advanced`.'),
  credentials: EditorCredentials.nullish().describe('Kinds of credentials, with the fields of their forms.'),
  compliance: EditorCompliance.nullish().describe('Audits that can be added, and those that are there.'),
  plugins: EditorPlugins.nullish().describe('Families of plugins, and which run.'),
  scap: EditorScap.nullish(),
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
