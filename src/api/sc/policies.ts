/** Policies: how scans look. https://docs.tenable.com/security-center/api/Scan-Policy.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { file, json } from '../../operation/output.js';
import { defineDelete, defineDetails, defineList } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import {
  defineUsableList, detailsInput, fieldsInput, nonEmpty, objectAnswerId, objectId, objectInput, optionalAnswerText, optionalFlag,
  optionalReference, optionalReferences, optionalSummary, optionalText, optionalUserSummary, reference,
} from './shapes.js';
import type { ObjectId, ObjectReference, ObjectSummary, UsableList, UserSummary } from './shapes.js';

export type { DetailsInput, FieldsInput, ObjectId, ObjectInput, ObjectReference, ObjectSummary, UsableList, UserSummary } from './shapes.js';

/** Members besides `id` are there as far as `fields` goes. */
export interface Policy {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly status?: string | null;
  readonly tags?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  /** Settings by name. */
  readonly preferences?: unknown;
  readonly policyTemplate?: ObjectSummary | null;
  readonly owner?: UserSummary | null;
}

interface PolicySettings {
  readonly description?: string | undefined;
  readonly context?: string | undefined;
  readonly tags?: string | undefined;
  /** Settings by name. */
  readonly preferences?: Readonly<Record<string, string>> | undefined;
  readonly auditFiles?: readonly ObjectReference[] | undefined;
  readonly policyProfileName?: string | undefined;
  readonly generateXCCDFResults?: boolean | undefined;
  readonly ownerID?: ObjectId | undefined;
}

export interface PolicyCreateInput extends PolicySettings {
  readonly name: string;
  readonly policyTemplate: ObjectReference;
}

export interface PolicyUpdateInput extends PolicySettings {
  readonly id: ObjectId;
  readonly name?: string | undefined;
  readonly policyTemplate?: ObjectReference | undefined;
  /** Names of settings to take away. */
  readonly removePrefs?: readonly string[] | undefined;
}

export interface PolicyCopyInput {
  readonly id: ObjectId;
  /** The name of the copy. */
  readonly name?: string | undefined;
}

export interface PolicyShareInput {
  readonly id: ObjectId;
  /** The groups whose users shall have it, too. */
  readonly groups: readonly ObjectReference[];
}

/** What a policy starts from. Members besides `id` are there as far as `fields` goes. */
export interface PolicyTemplate {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** The settings that it has, as JSON in a text. */
  readonly editor?: string | null;
}

const place: ObjectPlace = { area: 'policies', path: '/policy', docs: 'https://docs.tenable.com/security-center/api/Scan-Policy.htm' };

const policy: v.GenericSchema<unknown, Policy> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  status: optionalAnswerText,
  tags: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  preferences: v.exactOptional(v.unknown()),
  policyTemplate: optionalSummary,
  owner: optionalUserSummary,
});

const settingsEntries = {
  description: optionalText,
  context: optionalText,
  tags: optionalText,
  preferences: /* @__PURE__ */ v.optional(v.record(v.string(), v.string())),
  auditFiles: optionalReferences,
  policyProfileName: optionalText,
  generateXCCDFResults: optionalFlag,
  ownerID: /* @__PURE__ */ v.optional(objectId),
};

const createInput: v.GenericSchema<PolicyCreateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  name: nonEmpty,
  policyTemplate: reference,
});

const updateInput: v.GenericSchema<PolicyUpdateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  id: objectId,
  name: v.optional(nonEmpty),
  policyTemplate: optionalReference,
  removePrefs: v.optional(v.array(nonEmpty)),
});

const copyInput: v.GenericSchema<PolicyCopyInput> = /* @__PURE__ */ v.strictObject({ id: objectId, name: v.optional(nonEmpty) });

const shareInput: v.GenericSchema<PolicyShareInput> = /* @__PURE__ */ v.strictObject({ id: objectId, groups: v.array(reference) });

const policyTemplate: v.GenericSchema<unknown, PolicyTemplate> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  editor: optionalAnswerText,
});

/** The policies that the account may use, and those that it may manage. */
export const list = /* @__PURE__ */ defineList<UsableList<Policy>>(place, /* @__PURE__ */ defineUsableList(policy));

/** One policy with its settings. */
export const details = /* @__PURE__ */ defineDetails<Policy>(place, policy);

/** Creates a policy from a template. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'policies.create',
  product: 'sc',
  method: 'POST',
  path: '/policy',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy.htm',
  input: createInput,
  output: /* @__PURE__ */ json<Policy>(policy),
});

/** Changes what is given of a policy. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'policies.update',
  product: 'sc',
  method: 'PATCH',
  path: '/policy/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<Policy>(policy),
});

/** Copies a policy. */
export const copy = /* @__PURE__ */ defineOperation({
  id: 'policies.copy',
  product: 'sc',
  method: 'POST',
  path: '/policy/{id}/copy',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy.htm',
  input: copyInput,
  output: /* @__PURE__ */ json<Policy>(policy),
});

const remove = /* @__PURE__ */ defineDelete(place);

/** Says which groups may use a policy. */
export const share = /* @__PURE__ */ defineOperation({
  id: 'policies.share',
  product: 'sc',
  method: 'POST',
  path: '/policy/{id}/share',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy.htm',
  input: shareInput,
  output: /* @__PURE__ */ json<Policy>(policy),
  isIdempotent: true,
});

/** The templates that policies start from. */
export const templates = /* @__PURE__ */ defineOperation({
  id: 'policies.templates',
  product: 'sc',
  method: 'GET',
  path: '/policyTemplate',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy-Template.htm',
  input: fieldsInput,
  query: ['fields'],
  output: /* @__PURE__ */ json<readonly PolicyTemplate[]>(/* @__PURE__ */ v.array(policyTemplate)),
  removes: ['NotFoundError', 'UnsupportedError'],
});

/** One template with the settings that it has. */
export const templateDetails = /* @__PURE__ */ defineOperation({
  id: 'policies.templateDetails',
  product: 'sc',
  method: 'GET',
  path: '/policyTemplate/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy-Template.htm',
  input: detailsInput,
  query: ['fields'],
  output: /* @__PURE__ */ json<PolicyTemplate>(policyTemplate),
  removes: ['UnsupportedError'],
});

/** Downloads a policy as XML. */
export const exportFile = /* @__PURE__ */ defineOperation({
  id: 'policies.exportFile',
  product: 'sc',
  method: 'POST',
  path: '/policy/{id}/export',
  docs: 'https://docs.tenable.com/security-center/api/Scan-Policy.htm',
  input: objectInput,
  output: /* @__PURE__ */ file({ resource: 'policies', resourceId: 'id', filename: 'id', mayBeHtml: false }),
  adds: ['FileDownloadError'],
  isIdempotent: true,
});

export { remove as delete };
