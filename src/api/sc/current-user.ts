/** Current user: who the keys or the session belong to. https://docs.tenable.com/security-center/api/Current-User.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { fieldsInput, nonEmpty } from './shapes.js';
import { profileEntries, user } from './user-shapes.js';
import type { User, UserProfile } from './user-shapes.js';

export type { FieldsInput } from './shapes.js';
export type { User, UserProfile } from './user-shapes.js';

export type CurrentUserUpdateInput = UserProfile;

export interface CurrentUserChangePasswordInput {
  /** The new password. Security Center's own settings say what it must hold. */
  readonly password: string;
  /** The present password. */
  readonly currentPassword: string;
}

const updateInput: v.GenericSchema<CurrentUserUpdateInput, unknown> = /* @__PURE__ */ v.strictObject(profileEntries);

const changePasswordInput: v.GenericSchema<CurrentUserChangePasswordInput> = /* @__PURE__ */ v.strictObject({
  password: nonEmpty,
  currentPassword: nonEmpty,
});

/** The user that requests act as. The cheapest way to check credentials. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'currentUser.details',
  product: 'sc',
  method: 'GET',
  path: '/currentUser',
  docs: 'https://docs.tenable.com/security-center/api/Current-User.htm',
  input: fieldsInput,
  query: ['fields'],
  output: /* @__PURE__ */ json<User>(user),
  removes: ['NotFoundError', 'UnsupportedError'],
});

/** Changes what is given of the user that requests act as. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'currentUser.update',
  product: 'sc',
  method: 'PATCH',
  path: '/currentUser',
  docs: 'https://docs.tenable.com/security-center/api/Current-User.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<User>(user),
});

/** Sets the password of the user that requests act as. A weak one is a `PasswordComplexityError`. */
export const changePassword = /* @__PURE__ */ defineOperation({
  id: 'currentUser.changePassword',
  product: 'sc',
  method: 'PATCH',
  path: '/currentUser',
  docs: 'https://docs.tenable.com/security-center/api/Current-User.htm',
  input: changePasswordInput,
  secrets: ['password', 'currentPassword'],
  output: empty,
  adds: ['PasswordComplexityError'],
});
