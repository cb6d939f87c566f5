/** What the operations on users and on the current user have in common. */
import * as v from 'valibot';

import { objectAnswerId, optionalAnswerText, optionalFlag, optionalSummary, optionalText } from './shapes.js';
import type { ObjectSummary } from './shapes.js';

/** Members besides `id` are there as far as `fields` and the account's permissions go. */
export interface User {
  readonly id: string;
  readonly username?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  /** `0` when all is well. */
  readonly status?: string | null;
  readonly email?: string | null;
  readonly title?: string | null;
  /** `tns`, `ldap`, `saml` and others. */
  readonly authType?: string | null;
  /** `true` or `false`. */
  readonly locked?: string | null;
  readonly mustChangePassword?: string | null;
  readonly failedLogins?: string | null;
  /** Unix time in seconds; `0` for never. */
  readonly lastLogin?: string | null;
  /** Unix time in seconds. */
  readonly createdTime?: string | null;
  /** Unix time in seconds. */
  readonly modifiedTime?: string | null;
  readonly role?: ObjectSummary | null;
  readonly group?: ObjectSummary | null;
  readonly responsibleAsset?: ObjectSummary | null;
}

/** A setting of a user, such as the time zone. */
export interface UserPreference {
  readonly name: string;
  readonly value: string;
  readonly tag?: string | undefined;
}

export interface UserProfile {
  readonly firstname?: string | undefined;
  readonly lastname?: string | undefined;
  readonly title?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly country?: string | undefined;
  readonly phone?: string | undefined;
  readonly fax?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly ldapUsername?: string | undefined;
  readonly preferences?: readonly UserPreference[] | undefined;
  readonly mustChangePassword?: boolean | undefined;
}

export const user: v.GenericSchema<unknown, User> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  username: optionalAnswerText,
  firstname: optionalAnswerText,
  lastname: optionalAnswerText,
  status: optionalAnswerText,
  email: optionalAnswerText,
  title: optionalAnswerText,
  authType: optionalAnswerText,
  locked: optionalAnswerText,
  mustChangePassword: optionalAnswerText,
  failedLogins: optionalAnswerText,
  lastLogin: optionalAnswerText,
  createdTime: optionalAnswerText,
  modifiedTime: optionalAnswerText,
  role: optionalSummary,
  group: optionalSummary,
  responsibleAsset: optionalSummary,
});

export const profileEntries = {
  firstname: optionalText,
  lastname: optionalText,
  title: optionalText,
  email: optionalText,
  address: optionalText,
  city: optionalText,
  state: optionalText,
  country: optionalText,
  phone: optionalText,
  fax: optionalText,
  fingerprint: optionalText,
  ldapUsername: optionalText,
  preferences: /* @__PURE__ */ v.optional(v.array(v.strictObject({ name: v.string(), value: v.string(), tag: optionalText }))),
  mustChangePassword: optionalFlag,
};
