/** Session: the user that requests act as. https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';

export interface Session {
  readonly id: number;
  readonly username: string;
  readonly name?: string | null;
  readonly email?: string | null;
  /** `local`, `ldap` and the like. */
  readonly type?: string | null;
  /** 16 basic, 32 standard, 64 administrator, 128 system administrator. */
  readonly permissions?: number | null;
}

export interface SessionUpdateInput {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export interface SessionChangePasswordInput {
  /** The new password. How strong it must be is a setting of the server. */
  readonly password: string;
  /** The present password. */
  readonly current_password: string;
}

const session: v.GenericSchema<unknown, Session> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  username: v.string(),
  name: v.exactOptional(v.nullable(v.string())),
  email: v.exactOptional(v.nullable(v.string())),
  type: v.exactOptional(v.nullable(v.string())),
  permissions: v.exactOptional(v.nullable(v.number())),
});

const updateInput: v.GenericSchema<SessionUpdateInput> = /* @__PURE__ */ v.strictObject({
  name: v.optional(v.string()),
  email: v.optional(v.string()),
});

const nonEmpty = /* @__PURE__ */ v.pipe(v.string(), v.minLength(1));

const changePasswordInput: v.GenericSchema<SessionChangePasswordInput> = /* @__PURE__ */ v.strictObject({
  password: nonEmpty,
  current_password: nonEmpty,
});

/** The user that the keys, or the log-in, make a request act as. The cheapest way to check credentials. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'session.details',
  product: 'nessus',
  method: 'GET',
  path: '/session',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: noInput,
  output: /* @__PURE__ */ json<Session>(session),
  removes: ['InvalidInputError', 'NotFoundError'],
});

/** Changes the name or the address of the user who asks. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'session.update',
  product: 'nessus',
  method: 'PUT',
  path: '/session',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: updateInput,
  output: empty,
});

/** Changes the password of the user who asks. A weak one is a `PasswordComplexityError`. */
export const changePassword = /* @__PURE__ */ defineOperation({
  id: 'session.changePassword',
  product: 'nessus',
  method: 'PUT',
  path: '/session/chpasswd',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: changePasswordInput,
  secrets: ['password', 'current_password'],
  output: empty,
  adds: ['PasswordComplexityError'],
  isIdempotent: false, // the second time, the present password is no longer the one that was given
});
