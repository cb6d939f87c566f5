/** Users: accounts of Security Center and of its organisations. https://docs.tenable.com/security-center/api/User.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { defineDetails, defineList } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import { nonEmpty, objectId, optionalFlag, optionalReference, optionalReferences, optionalText } from './shapes.js';
import type { ObjectId, ObjectReference } from './shapes.js';
import { profileEntries, user } from './user-shapes.js';
import type { User, UserProfile } from './user-shapes.js';

interface UserSettings extends UserProfile {
  readonly status?: string | undefined;
  readonly locked?: boolean | undefined;
  readonly emailNotice?: string | undefined;
  readonly groupID?: ObjectId | undefined;
  readonly orgID?: ObjectId | undefined;
  readonly managedUsersGroups?: readonly ObjectReference[] | undefined;
  readonly managedObjectsGroups?: readonly ObjectReference[] | undefined;
  readonly ldap?: ObjectReference | undefined;
  readonly createDefaultObjects?: boolean | undefined;
  /** The asset that the user answers for; -1 for none. */
  readonly responsibleAssetID?: ObjectId | undefined;
}

export interface UserCreateInput extends UserSettings {
  readonly username: string;
  /** Needed where `authType` is `tns`. Security Center's own settings say what it must hold. */
  readonly password?: string | undefined;
  readonly roleID: ObjectId;
  /** `tns`, `ldap`, `saml` and others. */
  readonly authType: string;
}

export interface UserUpdateInput extends UserSettings {
  readonly id: ObjectId;
  readonly username?: string | undefined;
  readonly roleID?: ObjectId | undefined;
  readonly authType?: string | undefined;
}

export interface UserDeleteInput {
  readonly id: ObjectId;
  /** The user that gets what the deleted one owns. */
  readonly migrateUserID?: ObjectId | undefined;
}

export interface UserChangePasswordInput {
  readonly id: ObjectId;
  /** The new password. Security Center's own settings say what it must hold. */
  readonly password: string;
  /** The present password, needed of users who change their own. */
  readonly currentPassword?: string | undefined;
}

const place: ObjectPlace = { area: 'users', path: '/user', docs: 'https://docs.tenable.com/security-center/api/User.htm' };

const assetOrNone = /* @__PURE__ */ v.union([v.literal(-1), objectId]);

const settingsEntries = {
  ...profileEntries,
  status: optionalText,
  locked: optionalFlag,
  emailNotice: optionalText,
  groupID: /* @__PURE__ */ v.optional(objectId),
  orgID: /* @__PURE__ */ v.optional(objectId),
  managedUsersGroups: optionalReferences,
  managedObjectsGroups: optionalReferences,
  ldap: optionalReference,
  createDefaultObjects: optionalFlag,
};

const createInput: v.GenericSchema<UserCreateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  username: nonEmpty,
  password: v.optional(nonEmpty),
  roleID: objectId,
  authType: nonEmpty,
  responsibleAssetID: v.optional(assetOrNone, -1),
});

const updateInput: v.GenericSchema<UserUpdateInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...settingsEntries,
  id: objectId,
  username: v.optional(nonEmpty),
  roleID: v.optional(objectId),
  authType: v.optional(nonEmpty),
  responsibleAssetID: v.optional(assetOrNone),
});

const deleteInput: v.GenericSchema<UserDeleteInput> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  migrateUserID: v.optional(objectId),
});

const changePasswordInput: v.GenericSchema<UserChangePasswordInput> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  password: nonEmpty,
  currentPassword: v.optional(nonEmpty),
});

/** Recorded as an object around the list, documented as the list alone. */
const userList: v.GenericSchema<unknown, readonly User[]> = /* @__PURE__ */ v.lazy((answer) => (Array.isArray(answer)
  ? v.array(user)
  : v.pipe(v.looseObject({ users: v.array(user) }), v.transform(({ users }) => users))));

/** All users that the account may see. */
export const list = /* @__PURE__ */ defineList<readonly User[]>(place, userList);

/** One user. */
export const details = /* @__PURE__ */ defineDetails<User>(place, user);

/** Creates a user. `responsibleAssetID` is -1, for none, unless it is given. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'users.create',
  product: 'sc',
  method: 'POST',
  path: '/user',
  docs: 'https://docs.tenable.com/security-center/api/User.htm',
  input: createInput,
  secrets: ['password'],
  output: /* @__PURE__ */ json<User>(user),
});

/** Changes what is given of a user, except for the password. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'users.update',
  product: 'sc',
  method: 'PATCH',
  path: '/user/{id}',
  docs: 'https://docs.tenable.com/security-center/api/User.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<User>(user),
});

const remove = /* @__PURE__ */ defineOperation({
  id: 'users.delete',
  product: 'sc',
  method: 'DELETE',
  path: '/user/{id}',
  docs: 'https://docs.tenable.com/security-center/api/User.htm',
  input: deleteInput,
  output: empty,
});

/** Sets a user's password. A weak one is a `PasswordComplexityError`. */
export const changePassword = /* @__PURE__ */ defineOperation({
  id: 'users.changePassword',
  product: 'sc',
  method: 'PATCH',
  path: '/user/{id}',
  docs: 'https://docs.tenable.com/security-center/api/User.htm',
  input: changePasswordInput,
  secrets: ['password', 'currentPassword'],
  output: empty,
  adds: ['PasswordComplexityError'],
});

export { remove as delete };
export type { User, UserPreference, UserProfile } from './user-shapes.js';
export type { DetailsInput, FieldsInput, ObjectId, ObjectReference } from './shapes.js';
