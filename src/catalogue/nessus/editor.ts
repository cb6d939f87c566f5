/** Editor: the templates that scans and policies start from. https://docs.tenable.com/nessus/Content/ScanAndPolicyTemplates.htm */
import { answerId, count, flag, get, list, number, oneOf, pathText, text, z } from '../language/index.js';
import { EditorForm, takesPlugins } from './parts/editor.js';
import { PluginDescription } from './parts/plugin-attributes.js';
import { flagOrNumber } from './parts/scan.js';

export const page = 'https://docs.tenable.com/nessus/Content/ScanAndPolicyTemplates.htm';
export const noun = 'Editor';

export const EditorObjectType = oneOf('scan', 'policy').describe('What is edited.');

export const Template = z.object({
  uuid: answerId.describe('For `scans.create` and `policies.create`. Longer than a UUID.'),
  name: text.describe('`basic`, `advanced`, `discovery` and others.'),
  title: text,
  desc: text.nullish(),
  category: text.nullish().describe('`Discovery`, `Vulnerabilities`, `Compliance`; newer servers.'),
  order: number.nullish(),
  is_agent: flag.nullish().describe('Whether it is for agents.'),
  unsupported: flag.nullish(),
  subscription_only: flag.nullish(),
  manager_only: flag.nullish(),
  cloud_only: flag.nullish(),
  dynamic_scan: flag.nullish(),
  license_fulfilled: flagOrNumber.nullish().describe('Whether the licence has it.'),
  more_info: text.nullish(),
  icon: text.nullish().describe('An image, in base64.'),
});

export const TemplateList = z.object({ templates: list(Template).nullable() });

export const EditorPlugin = z.object({ plugindescription: PluginDescription });

export const AuditFile = z.object({ token: answerId.describe('For `tokens.status` and `tokens.download`.') });

export const operations = {
  listTemplates: get('/editor/{object_type}/templates', {
    doc: 'The templates for scans or for policies.',
    input: { object_type: EditorObjectType },
    output: TemplateList,
    pyTenable: 'nessus.editor.template_list',
  }),
  templateDetails: get('/editor/{object_type}/templates/{template_uuid}', {
    doc: 'One template: the settings that it has and what they are by default.',
    input: { object_type: EditorObjectType, template_uuid: pathText },
    headers: takesPlugins,
    output: EditorForm,
    pyTenable: 'nessus.editor.template_details',
  }),
  details: get('/editor/{object_type}/{object_id}', {
    doc: 'How a scan or a policy is set up.',
    input: { object_type: EditorObjectType, object_id: count.describe('Number of the scan or policy.') },
    headers: takesPlugins,
    output: EditorForm,
    pyTenable: 'nessus.editor.details',
  }),
  pluginDescription: get('/editor/policy/{policy_id}/families/{family_id}/plugins/{plugin_id}', {
    doc: 'What is known of a plugin of a policy.',
    input: { policy_id: count, family_id: count, plugin_id: count.meta({ example: 19_506 }) },
    output: EditorPlugin,
    pyTenable: 'nessus.editor.plugin_description',
  }),
  exportAudit: get('/editor/{object_type}/{object_id}/audits/{file_id}/prepare', {
    doc: 'Asks for an audit file of a scan or a policy; `tokens.status` tells when it is ready.',
    input: { object_type: EditorObjectType, object_id: count.describe('Number of the scan or policy.'), file_id: count },
    output: AuditFile,
    pyTenable: 'part of nessus.editor.export_audit',
  }),
};
