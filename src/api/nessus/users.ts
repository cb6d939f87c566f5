/** Users: accounts of the server. https://docs.tenable.com/nessus/Content/SettingsUsers.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { noInput, numericId } from '../../schema/shapes.js';

/** 16 basic, 32 standard, 64 administrator, 128 system administrator. */
export type UserPermissions = 16 | 32 | 64 | 128;

export interface User {
  readonly id: number;
  readonly username: string;
  readonly name?: string | null;
  readonly email?: string | null;
  /** `local`, `ldap` and the like. */
  readonly type?: string | null;
  /** 16 basic, 32 standard, 64 administrator, 128 system administrator. */
  readonly permissions: number;
  /** The last log-in. Unix time in seconds. */
  readonly lastlogin?: number | null;
}

export interface UserList {
  readonly users: readonly User[];
}

export interface UserIdInput {
  readonly user_id: number;
}

export interface UserCreateInput {
  readonly username: string;
  /** How strong it must be is a setting of the server. */
  readonly password: string;
  readonly permissions: UserPermissions;
  /** Default `local`. */
  readonly type?: 'local' | 'ldap' | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export interface UserUpdateInput extends UserIdInput {
  readonly permissions: UserPermissions;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export interface UserChangePasswordInput extends UserIdInput {
  /** The new password. How strong it must be is a setting of the server. */
  readonly password: string;
}

const user: v.GenericSchema<unknown, User> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  username: v.string(),
  name: v.exactOptional(v.nullable(v.string())),
  email: v.exactOptional(v.nullable(v.string())),
  type: v.exactOptional(v.nullable(v.string())),
  permissions: v.number(),
  lastlogin: v.exactOptional(v.nullable(v.number())),
});

const nonEmpty = /* @__PURE__ */ v.pipe(v.string(), v.minLength(1));
const permissions = /* @__PURE__ */ v.picklist([16, 32, 64, 128]);

const idInput: v.GenericSchema<UserIdInput> = /* @__PURE__ */ v.strictObject({ user_id: numericId });

const createInput: v.GenericSchema<UserCreateInput> = /* @__PURE__ */ v.strictObject({
  username: nonEmpty,
  password: nonEmpty,
  permissions,
  type: v.optional(v.picklist(['local', 'ldap'])),
  name: v.optional(v.string()),
  email: v.optional(v.string()),
});

const updateInput: v.GenericSchema<UserUpdateInput> = /* @__PURE__ */ v.strictObject({
  user_id: numericId,
  permissions,
  name: v.optional(v.string()),
  email: v.optional(v.string()),
});

const changePasswordInput: v.GenericSchema<UserChangePasswordInput> = /* @__PURE__ */ v.strictObject({
  user_id: numericId,
  password: nonEmpty,
});

/** All users. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'users.list',
  product: 'nessus',
  method: 'GET',
  path: '/users',
  docs: 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm',
  input: noInput,
  output: /* @__PURE__ */ json<UserList>(/* @__PURE__ */ v.looseObject({ users: v.array(user) })),
  removes: ['InvalidInputError'],
});

/** One user. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'users.details',
  product: 'nessus',
  method: 'GET',
  path: '/users/{user_id}',
  docs: 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm',
  input: idInput,
  output: /* @__PURE__ */ json<User>(user),
});

/** Creates a user. Needs administrator permission. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'users.create',
  product: 'nessus',
  method: 'POST',
  path: '/users',
  docs: 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm',
  input: createInput,
  secrets: ['password'],
  output: /* @__PURE__ */ json<User>(user),
});

/** Changes a user's permissions, name or address. Login names stay as they are. Needs administrator permission. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'users.update',
  product: 'nessus',
  method: 'PUT',
  path: '/users/{user_id}',
  docs: 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm',
  input: updateInput,
  output: empty,
});

/** Deletes a user. Needs administrator permission. */
const deleteUser = /* @__PURE__ */ defineOperation({
  id: 'users.delete',
  product: 'nessus',
  method: 'DELETE',
  path: '/users/{user_id}',
  docs: 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm',
  input: idInput,
  output: empty,
});

/** Sets a user's password. A weak one is a `PasswordComplexityError`. Needs administrator permission. */
export const changePassword = /* @__PURE__ */ defineOperation({
  id: 'users.changePassword',
  product: 'nessus',
  method: 'PUT',
  path: '/users/{user_id}/chpasswd',
  docs: 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm',
  input: changePasswordInput,
  secrets: ['password'],
  output: empty,
  adds: ['PasswordComplexityError'],
});

export { deleteUser as delete };
