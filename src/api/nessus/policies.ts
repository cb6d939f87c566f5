/** Policies: settings that scans share. https://docs.tenable.com/nessus/Content/Policies.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { answerId, noInput, numericId, optionalAnswerId, pathText } from '../../schema/shapes.js';
import type { EditorForm, EditorPart, NewPolicySettings, PolicySettings } from './editor-shapes.js';
import { editorForm, editorPart, newPolicySettings, policySettings } from './editor-shapes.js';

export type { EditorForm, EditorPart, NewPolicySettings, PolicySettings } from './editor-shapes.js';

export interface Policy {
  readonly id: number;
  readonly name: string;
  readonly description?: string | null;
  readonly template_uuid?: string | null;
  readonly owner?: string | null;
  /** Unix time in seconds. */
  readonly creation_date?: number | null;
  /** Unix time in seconds. */
  readonly last_modification_date?: number | null;
}

export interface PolicyList {
  readonly policies: readonly Policy[] | null;
}

export interface PolicyIdInput {
  readonly policy_id: number;
}

export interface PolicyCreateInput {
  /** The template's, from `editor.listTemplates`. */
  readonly uuid: string;
  readonly settings: NewPolicySettings;
  readonly plugins?: EditorPart | undefined;
  readonly compliance?: EditorPart | undefined;
}

export interface PolicyUpdateInput extends PolicyIdInput {
  readonly uuid?: string | undefined;
  readonly settings?: PolicySettings | undefined;
  readonly plugins?: EditorPart | undefined;
  readonly compliance?: EditorPart | undefined;
}

export interface PolicyCreated {
  readonly policy_id: number;
  readonly policy_name?: string | null;
}

export interface PolicyCopied {
  readonly id: number;
  readonly name?: string | null;
}

export interface PolicyExportFile {
  /** For `tokens.status` and `tokens.download`. */
  readonly token: string;
}

const policyList: v.GenericSchema<unknown, PolicyList> = /* @__PURE__ */ v.looseObject({
  policies: v.nullable(v.array(v.looseObject({
    id: v.number(),
    name: v.string(),
    description: v.exactOptional(v.nullable(v.string())),
    template_uuid: optionalAnswerId,
    owner: v.exactOptional(v.nullable(v.string())),
    creation_date: v.exactOptional(v.nullable(v.number())),
    last_modification_date: v.exactOptional(v.nullable(v.number())),
  }))),
});

const policyCreated: v.GenericSchema<unknown, PolicyCreated> = /* @__PURE__ */ v.looseObject({
  policy_id: v.number(),
  policy_name: v.exactOptional(v.nullable(v.string())),
});

const policyCopied: v.GenericSchema<unknown, PolicyCopied> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.exactOptional(v.nullable(v.string())),
});

const policyExportFile: v.GenericSchema<unknown, PolicyExportFile> = /* @__PURE__ */ v.looseObject({ token: answerId });

const idInput: v.GenericSchema<PolicyIdInput> = /* @__PURE__ */ v.strictObject({ policy_id: numericId });

const createInput: v.GenericSchema<PolicyCreateInput> = /* @__PURE__ */ v.strictObject({
  uuid: pathText,
  settings: newPolicySettings,
  plugins: v.optional(editorPart),
  compliance: v.optional(editorPart),
});

const updateInput: v.GenericSchema<PolicyUpdateInput> = /* @__PURE__ */ v.strictObject({
  policy_id: numericId,
  uuid: v.optional(pathText),
  settings: v.optional(policySettings),
  plugins: v.optional(editorPart),
  compliance: v.optional(editorPart),
});

/** Policies that the user who asks may use. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'policies.list',
  product: 'nessus',
  method: 'GET',
  path: '/policies',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: noInput,
  output: /* @__PURE__ */ json<PolicyList>(policyList),
  removes: ['InvalidInputError', 'NotFoundError'],
});

/** One policy: its template and its settings. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'policies.details',
  product: 'nessus',
  method: 'GET',
  path: '/policies/{policy_id}',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: idInput,
  output: /* @__PURE__ */ json<EditorForm>(editorForm),
});

/** Creates a policy from a template. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'policies.create',
  product: 'nessus',
  method: 'POST',
  path: '/policies',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: createInput,
  output: /* @__PURE__ */ json<PolicyCreated>(policyCreated),
});

/** Changes a policy. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'policies.update',
  product: 'nessus',
  method: 'PUT',
  path: '/policies/{policy_id}',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: updateInput,
  output: empty,
});

/** Copies a policy. */
export const copy = /* @__PURE__ */ defineOperation({
  id: 'policies.copy',
  product: 'nessus',
  method: 'POST',
  path: '/policies/{policy_id}/copy',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: idInput,
  output: /* @__PURE__ */ json<PolicyCopied>(policyCopied),
});

/** Asks for a file of a policy; `tokens.status` tells when it is ready. */
export const exportRequest = /* @__PURE__ */ defineOperation({
  id: 'policies.exportRequest',
  product: 'nessus',
  method: 'GET',
  path: '/policies/{policy_id}/export/prepare',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: idInput,
  output: /* @__PURE__ */ json<PolicyExportFile>(policyExportFile),
});

/** Deletes a policy. */
const deletePolicy = /* @__PURE__ */ defineOperation({
  id: 'policies.delete',
  product: 'nessus',
  method: 'DELETE',
  path: '/policies/{policy_id}',
  docs: 'https://docs.tenable.com/nessus/Content/Policies.htm',
  input: idInput,
  output: empty,
});

export { deletePolicy as delete };
