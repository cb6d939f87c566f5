/** Users: accounts of the container. https://developer.tenable.com/reference/users */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { answerId, noInput, userId } from '../../schema/shapes.js';

export interface User {
  readonly id: number;
  readonly uuid: string;
  readonly username: string;
  readonly name?: string | null;
  readonly email?: string | null;
  /** `local`, `ldap` and the like. */
  readonly type: string;
  /** 16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator. */
  readonly permissions: number;
  readonly enabled?: boolean;
  readonly login_fail_count?: number;
  readonly container_uuid?: string;
}

export interface UserList {
  readonly users: readonly User[];
}

export interface UserDetailsInput {
  /** The user's number or UUID. */
  readonly user_id: number | string;
}

export interface UserCreateInput {
  /** Login name in the form of an e-mail address, its domain known to the container. */
  readonly username: string;
  /** At least 12 characters with upper case, lower case, digit and special character. */
  readonly password: string;
  /** 16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator. */
  readonly permissions: number;
  /** Default `local`. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export interface UserChangePasswordInput {
  /** The user's number or UUID. */
  readonly user_id: number | string;
  /** The new password: at least 12 characters with upper case, lower case, digit and special character. */
  readonly password: string;
  /** The present password. Some containers ask for it, others take no notice. */
  readonly current_password?: string | undefined;
  /** Whether the user must change it at the next log-in. */
  readonly temporary?: boolean | undefined;
}

const user: v.GenericSchema<unknown, User> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  uuid: answerId,
  username: v.string(),
  name: v.exactOptional(v.nullable(v.string())),
  email: v.exactOptional(v.nullable(v.string())),
  type: v.string(),
  permissions: v.number(),
  enabled: v.exactOptional(v.boolean()),
  login_fail_count: v.exactOptional(v.number()),
  container_uuid: v.exactOptional(v.string()),
});

const nonEmpty = /* @__PURE__ */ v.pipe(v.string(), v.minLength(1));

const detailsInput: v.GenericSchema<UserDetailsInput> = /* @__PURE__ */ v.strictObject({ user_id: userId });

const createInput: v.GenericSchema<UserCreateInput> = /* @__PURE__ */ v.strictObject({
  username: nonEmpty,
  password: nonEmpty,
  permissions: v.picklist([16, 24, 32, 40, 64]),
  type: v.optional(nonEmpty),
  name: v.optional(v.string()),
  email: v.optional(v.string()),
});

const changePasswordInput: v.GenericSchema<UserChangePasswordInput> = /* @__PURE__ */ v.strictObject({
  user_id: userId,
  password: nonEmpty,
  current_password: v.optional(nonEmpty),
  temporary: v.optional(v.boolean()),
});

/** All users. Needs administrator permission to see every field. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'users.list',
  product: 'vm',
  method: 'GET',
  path: '/users',
  docs: 'https://developer.tenable.com/reference/users-list',
  input: noInput,
  output: /* @__PURE__ */ json<UserList>(/* @__PURE__ */ v.looseObject({ users: v.array(user) })),
  removes: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
});

/** One user. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'users.details',
  product: 'vm',
  method: 'GET',
  path: '/users/{user_id}',
  docs: 'https://developer.tenable.com/reference/users-details',
  input: detailsInput,
  output: /* @__PURE__ */ json<User>(user),
  removes: ['UnsupportedError'],
});

/** Creates a user. A name that is taken is an `UnsupportedError`. Needs administrator permission. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'users.create',
  product: 'vm',
  method: 'POST',
  path: '/users',
  docs: 'https://developer.tenable.com/reference/users-create',
  input: createInput,
  secrets: ['password'],
  output: /* @__PURE__ */ json<User>(user),
});

/** Sets a user's password. A weak one is a `PasswordComplexityError`. Needs administrator permission. */
export const changePassword = /* @__PURE__ */ defineOperation({
  id: 'users.changePassword',
  product: 'vm',
  method: 'PUT',
  path: '/users/{user_id}/chpasswd',
  docs: 'https://developer.tenable.com/reference/users-password',
  input: changePasswordInput,
  secrets: ['password', 'current_password'],
  output: empty,
  adds: ['PasswordComplexityError'],
  isIdempotent: false, // the second time, the present password is no longer the one that was given
});
