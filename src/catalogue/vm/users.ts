/** Users: accounts of the container. https://developer.tenable.com/reference/users */
import { count, flag, get, list, nonEmpty, oneOf, pathText, post, put, remove, text, uuid, z } from '../language/index.js';
import { permissions, User } from './parts/user.js';

export const page = 'https://developer.tenable.com/reference/';

const strength = 'at least 12 characters with upper case, lower case, digit and special character.';
const userId = z.union([count, pathText]).describe("The user's number or UUID.").meta({ example: 42 });
const permission = oneOf(16, 24, 32, 40, 64).describe(permissions);

export const UserList = z.object({ users: list(User) });

export const UserKeys = z.object({ accessKey: text, secretKey: text }).describe('Keys of a user. Keep them secret.');

export const UserAuthorizations = z.object({
  account_uuid: text.nullish(),
  user_uuid: text.nullish(),
  api_permitted: flag.nullish(),
  password_permitted: flag.nullish(),
  saml_permitted: flag.nullish(),
});

export const operations = {
  list: get('/users', {
    doc: 'All users. Needs administrator permission to see every field.',
    input: { withRoles: flag.optional().describe('Whether each user comes with its roles. Default `false`.') },
    output: UserList,
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: 'tio.users.list',
  }),
  details: get('/users/{user_id}', { doc: 'One user.', input: { user_id: userId }, output: User, never: ['UnsupportedError'], pyTenable: 'tio.users.details' }),
  create: post('/users', {
    doc: 'Creates a user. A name that is taken is an `UnsupportedError`. Needs administrator permission.',
    input: {
      username: nonEmpty.describe('Login name in the form of an e-mail address, its domain known to the container.').meta({ example: 'user@example.com' }),
      password: nonEmpty.describe(`A${strength.slice(1)}`),
      permissions: permission,
      type: nonEmpty.optional().describe('Default `local`.'),
      name: text.optional(),
      email: text.optional(),
    },
    secrets: ['password'],
    output: User,
    pyTenable: 'tio.users.create',
  }),
  update: put('/users/{user_id}', {
    doc: 'Changes a user. What is left out of the members may be reset.',
    input: { user_id: userId, permissions: permission.optional(), name: text.optional(), email: text.optional(), enabled: flag.optional() },
    output: User,
    page: 'users-edit',
    pyTenable: 'tio.users.edit',
  }),
  delete: remove('/users/{user_id}', {
    doc: 'Deletes a user.',
    input: { user_id: userId, successor_user_uuid: uuid.optional().describe("Who gets the user's scans and other objects.") },
    query: ['successor_user_uuid'],
    pyTenable: 'tio.users.delete',
  }),
  enable: put('/users/{user_id}/enabled', {
    doc: 'Enables or disables a user.',
    input: { user_id: userId, enabled: flag },
    output: User,
    page: 'users-enabled',
    pyTenable: 'tio.users.enabled',
  }),
  authorizations: get('/users/{user_id}/authorizations', {
    doc: 'How a user may log in.',
    input: { user_id: userId },
    output: UserAuthorizations,
    page: 'users-list-auths',
    pyTenable: 'tio.users.list_auths',
  }),
  editAuthorizations: put('/users/{user_id}/authorizations', {
    doc: 'Changes how a user may log in.',
    input: { user_id: userId, api_permitted: flag, password_permitted: flag, saml_permitted: flag, mfa_enrollment_required: flag.optional() },
    page: 'users-update-auths',
    pyTenable: 'tio.users.edit_auths',
  }),
  generateKeys: put('/users/{user_id}/keys', {
    doc: 'Makes new API keys for a user. The present ones end.',
    input: { user_id: userId },
    output: UserKeys,
    idempotent: false,
    page: 'users-keys',
    pyTenable: 'tio.users.gen_api_keys',
  }),
  editTwoFactor: put('/users/{user_id}/two-factor', {
    doc: 'Changes how a user gets the second factor.',
    input: { user_id: userId, email_enabled: flag, sms_enabled: flag, sms_phone: text.optional() },
    page: 'users-two-factor',
    pyTenable: 'tio.users.two_factor',
  }),
  startTwoFactor: post('/users/{user_id}/two-factor/send-verification', {
    doc: 'Sends a code to a phone, with which two-factor authentication can be verified.',
    input: { user_id: userId, sms_phone: nonEmpty, password: nonEmpty.optional().describe("The asking user's password.") },
    secrets: ['password'],
    page: 'users-two-factor-enable',
    pyTenable: 'tio.users.enable_two_factor',
  }),
  verifyTwoFactor: post('/users/{user_id}/two-factor/verify-code', {
    doc: 'Verifies the code that was sent.',
    input: { user_id: userId, verification_code: nonEmpty },
    secrets: ['verification_code'],
    page: 'users-two-factor-enable-verify',
    pyTenable: 'tio.users.verify_two_factor',
  }),
  changePassword: put('/users/{user_id}/chpasswd', {
    doc: "Sets a user's password. A weak one is a `PasswordComplexityError`. Needs administrator permission.",
    input: {
      user_id: userId,
      password: nonEmpty.describe(`The new password: ${strength}`),
      current_password: nonEmpty.optional().describe('The present password. Some containers ask for it, others take no notice.'),
      temporary: flag.optional().describe('Whether the user must change it at the next log-in.'),
    },
    secrets: ['password', 'current_password'],
    adds: ['PasswordComplexityError'],
    idempotent: false, // the second time, the present password is no longer the one that was given
    page: 'users-password',
    pyTenable: 'tio.users.change_password',
  }),
};
