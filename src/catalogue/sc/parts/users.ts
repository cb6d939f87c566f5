/** What the operations on users and on the current user have in common. */
import { answerText, answerTime, flagText, idText, list, text, z } from '../../language/index.js';
import { ObjectSummary } from './objects.js';

export const User = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  username: answerText.nullish(),
  firstname: answerText.nullish(),
  lastname: answerText.nullish(),
  status: answerText.nullish().describe('`0` when all is well.'),
  email: answerText.nullish(),
  title: answerText.nullish(),
  authType: answerText.nullish().describe('`tns`, `ldap`, `saml` and others.'),
  locked: answerText.nullish().describe('`true` or `false`.'),
  mustChangePassword: answerText.nullish(),
  failedLogins: answerText.nullish(),
  lastLogin: answerText.nullish().describe('Unix time in seconds; `0` for never.'),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  role: ObjectSummary.nullish(),
  group: ObjectSummary.nullish(),
  responsibleAsset: ObjectSummary.nullish(),
  uuid: answerText.nullish(),
  address: answerText.nullish(),
  city: answerText.nullish(),
  state: answerText.nullish(),
  country: answerText.nullish(),
  phone: answerText.nullish(),
  fax: answerText.nullish(),
  lastLoginIP: answerText.nullish(),
  fingerprint: answerText.nullish(),
  password: answerText.nullish(),
  ldapUsername: answerText.nullish(),
  managedUsersGroups: list(ObjectSummary).nullish(),
  managedObjectsGroups: list(ObjectSummary).nullish(),
  preferences: list(z.object({ name: answerText.nullish(), value: answerText.nullish(), tag: answerText.nullish() })).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  ldap: ObjectSummary.nullish(),
}).describe("Members besides `id` are there as far as `fields` and the account's permissions go.");

export const UserPreference = z.object({ name: text, value: text, tag: text.optional() }).describe('A setting of a user, such as the time zone.');

const some = text.optional();

export const profile = {
  firstname: some,
  lastname: some,
  title: some,
  email: some,
  address: some,
  city: some,
  state: some,
  country: some,
  phone: some,
  fax: some,
  fingerprint: some,
  ldapUsername: some,
  preferences: list(UserPreference).optional(),
  mustChangePassword: flagText.optional(),
};

export const UserProfile = z.object(profile);
