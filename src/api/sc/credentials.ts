/** Credentials: what scans log in with. https://docs.tenable.com/security-center/api/Credential.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { credentialEntries, secretNames } from './credential-fields.js';
import type { CredentialFields } from './credential-fields.js';
import { defineDelete, defineDetails, defineList } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import {
  defineUsableList, nonEmpty, objectAnswerId, objectId, optionalAnswerText, optionalUserSummary, reference,
} from './shapes.js';
import type { ObjectId, ObjectReference, UsableList, UserSummary } from './shapes.js';

export type { CredentialFields } from './credential-fields.js';
export type { DetailsInput, FieldsInput, ObjectId, ObjectInput, UsableList, UserSummary } from './shapes.js';

/** Members besides `id` are there as far as `fields` goes. Secrets are never told: they are `SET` or empty. */
export interface Credential {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** `ssh`, `windows`, `database`, `snmp` and others. */
  readonly type?: string | null;
  readonly tags?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  readonly owner?: UserSummary | null;
  /** What there is besides for the credential's type. */
  readonly typeFields?: unknown;
}

export interface CredentialCreateInput extends CredentialFields {
  readonly name: string;
  /** `ssh`, `windows`, `database`, `snmp` and others. */
  readonly type: string;
}

export interface CredentialUpdateInput extends CredentialFields {
  readonly id: ObjectId;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

export interface CredentialShareInput {
  readonly id: ObjectId;
  /** The groups whose users shall have it, too. */
  readonly groups: readonly ObjectReference[];
}

const place: ObjectPlace = {
  area: 'credentials',
  path: '/credential',
  docs: 'https://docs.tenable.com/security-center/api/Credential.htm',
};

const credential: v.GenericSchema<unknown, Credential> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  type: optionalAnswerText,
  tags: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  owner: optionalUserSummary,
  typeFields: v.exactOptional(v.unknown()),
});

const createInput: v.GenericSchema<CredentialCreateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...credentialEntries,
  name: nonEmpty,
  type: nonEmpty,
});

const updateInput: v.GenericSchema<CredentialUpdateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...credentialEntries,
  id: objectId,
  name: v.optional(nonEmpty),
  type: v.optional(nonEmpty),
});

const shareInput: v.GenericSchema<CredentialShareInput> = /* @__PURE__ */ v.strictObject({ id: objectId, groups: v.array(reference) });

/** The credentials that the account may use, and those that it may manage. */
export const list = /* @__PURE__ */ defineList<UsableList<Credential>>(place, /* @__PURE__ */ defineUsableList(credential));

/** One credential, without its secrets. */
export const details = /* @__PURE__ */ defineDetails<Credential>(place, credential);

/** Creates a credential. Which members it takes depends on its `type`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'credentials.create',
  product: 'sc',
  method: 'POST',
  path: '/credential',
  docs: 'https://docs.tenable.com/security-center/api/Credential.htm',
  input: createInput,
  secrets: secretNames,
  output: /* @__PURE__ */ json<Credential>(credential),
});

/** Changes what is given of a credential. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'credentials.update',
  product: 'sc',
  method: 'PATCH',
  path: '/credential/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Credential.htm',
  input: updateInput,
  secrets: secretNames,
  output: /* @__PURE__ */ json<Credential>(credential),
});

/** Says which groups may use a credential. */
export const share = /* @__PURE__ */ defineOperation({
  id: 'credentials.share',
  product: 'sc',
  method: 'POST',
  path: '/credential/{id}/share',
  docs: 'https://docs.tenable.com/security-center/api/Credential.htm',
  input: shareInput,
  output: /* @__PURE__ */ json<Credential>(credential),
  isIdempotent: true,
});

const remove = /* @__PURE__ */ defineDelete(place);

export { remove as delete };
