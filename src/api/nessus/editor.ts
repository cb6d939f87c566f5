/** Editor: the templates that scans and policies start from. https://docs.tenable.com/nessus/Content/ScanAndPolicyTemplates.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { answerId, numericId, pathText } from '../../schema/shapes.js';
import type { EditorForm } from './editor-shapes.js';
import { editorForm } from './editor-shapes.js';

export type { EditorForm } from './editor-shapes.js';

/** What is edited. */
export type EditorObjectType = 'scan' | 'policy';

export interface Template {
  /** For `scans.create` and `policies.create`. Longer than a UUID. */
  readonly uuid: string;
  /** `basic`, `advanced`, `discovery` and others. */
  readonly name: string;
  readonly title: string;
  readonly desc?: string | null;
}

export interface TemplateList {
  readonly templates: readonly Template[] | null;
}

export interface EditorListTemplatesInput {
  readonly object_type: EditorObjectType;
}

export interface EditorTemplateDetailsInput {
  readonly object_type: EditorObjectType;
  readonly template_uuid: string;
}

export interface EditorDetailsInput {
  readonly object_type: EditorObjectType;
  /** Number of the scan or policy. */
  readonly object_id: number;
}

const templateList: v.GenericSchema<unknown, TemplateList> = /* @__PURE__ */ v.looseObject({
  templates: v.nullable(v.array(v.looseObject({
    uuid: answerId,
    name: v.string(),
    title: v.string(),
    desc: v.exactOptional(v.nullable(v.string())),
  }))),
});

const objectType = /* @__PURE__ */ v.picklist(['scan', 'policy']);

const listTemplatesInput: v.GenericSchema<EditorListTemplatesInput> = /* @__PURE__ */ v.strictObject({ object_type: objectType });

const templateDetailsInput: v.GenericSchema<EditorTemplateDetailsInput> = /* @__PURE__ */ v.strictObject({
  object_type: objectType,
  template_uuid: pathText,
});

const detailsInput: v.GenericSchema<EditorDetailsInput> = /* @__PURE__ */ v.strictObject({
  object_type: objectType,
  object_id: numericId,
});

/** The templates for scans or for policies. */
export const listTemplates = /* @__PURE__ */ defineOperation({
  id: 'editor.listTemplates',
  product: 'nessus',
  method: 'GET',
  path: '/editor/{object_type}/templates',
  docs: 'https://docs.tenable.com/nessus/Content/ScanAndPolicyTemplates.htm',
  input: listTemplatesInput,
  output: /* @__PURE__ */ json<TemplateList>(templateList),
});

/** One template: the settings that it has and what they are by default. */
export const templateDetails = /* @__PURE__ */ defineOperation({
  id: 'editor.templateDetails',
  product: 'nessus',
  method: 'GET',
  path: '/editor/{object_type}/templates/{template_uuid}',
  docs: 'https://docs.tenable.com/nessus/Content/ScanAndPolicyTemplates.htm',
  input: templateDetailsInput,
  output: /* @__PURE__ */ json<EditorForm>(editorForm),
});

/** How a scan or a policy is set up. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'editor.details',
  product: 'nessus',
  method: 'GET',
  path: '/editor/{object_type}/{object_id}',
  docs: 'https://docs.tenable.com/nessus/Content/ScanAndPolicyTemplates.htm',
  input: detailsInput,
  output: /* @__PURE__ */ json<EditorForm>(editorForm),
});
