/** Session: who the keys belong to. https://developer.tenable.com/reference/session-get */
import { answerId, anything, flag, get, list, map, nonEmpty, number, post, put, text, z } from '../language/index.js';
import { User } from './parts/user.js';

export const page = 'https://developer.tenable.com/reference/';

export const Session = z.object({
  id: number,
  uuid: answerId,
  uuid_id: text.nullish(),
  username: text,
  user_name: text.nullish(),
  email: text.nullish(),
  name: text.nullish(),
  type: text,
  permissions: number.describe('16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator.'),
  enabled: flag,
  login_fail_count: number.nullish(),
  login_fail_total: number.nullish(),
  container_id: number.nullish(),
  container_uuid: text,
  container_name: text.optional(),
  features: map(flag).nullish().describe('What is switched on in the container, by name.'),
  apps: map(text).nullish().describe('What is licensed besides, by name.'),
  group_uuids: list(text).nullish(),
  groups: list(anything).nullish(),
}).describe('The user that a request acts as.');

export const SessionKeys = z.object({ accessKey: text, secretKey: text }).describe('Keys of a user. Keep them secret.');

export const operations = {
  details: get('/session', {
    doc: 'The user that the keys, or the impersonation, make a request act as. The cheapest way to check credentials.',
    output: Session,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    page: 'session-get',
    pyTenable: 'tio.session.details',
  }),
  edit: put('/session', {
    doc: 'Changes name and address of the user who asks.',
    input: { name: nonEmpty, email: nonEmpty },
    output: User,
    page: 'users-edit',
    pyTenable: 'tio.session.edit',
    deprecated: 'Use `users.update`.',
  }),
  changePassword: put('/session/chpasswd', {
    doc: 'Sets the password of the user who asks. A weak one is a `PasswordComplexityError`.',
    input: { password: nonEmpty.describe('The new password.'), current_password: nonEmpty },
    secrets: ['password', 'current_password'],
    adds: ['PasswordComplexityError'],
    idempotent: false,
    page: 'users-password',
    pyTenable: 'tio.session.change_password',
    deprecated: 'Use `users.changePassword`.',
  }),
  generateKeys: put('/session/keys', {
    doc: 'Makes new API keys for the user who asks. The present ones end.',
    output: SessionKeys,
    idempotent: false,
    page: 'users-keys',
    pyTenable: 'tio.session.gen_api_keys',
    deprecated: 'Use `users.generateKeys`.',
  }),
  editTwoFactor: put('/session/two-factor', {
    doc: 'Changes how the user who asks gets the second factor.',
    input: { email_enabled: flag, sms_enabled: flag, sms_phone: text.optional() },
    page: 'users-two-factor',
    pyTenable: 'tio.session.two_factor',
    deprecated: 'Use `users.editTwoFactor`.',
  }),
  startTwoFactor: post('/session/two-factor/send-verification', {
    doc: 'Sends a code to a phone, with which two-factor authentication can be verified.',
    input: { sms_phone: nonEmpty },
    page: 'users-two-factor-enable',
    pyTenable: 'tio.session.enable_two_factor',
    deprecated: 'Use `users.startTwoFactor`.',
  }),
  verifyTwoFactor: post('/session/two-factor/verify-code', {
    doc: 'Verifies the code that was sent.',
    input: { verification_code: nonEmpty },
    secrets: ['verification_code'],
    page: 'users-two-factor-enable-verify',
    pyTenable: 'tio.session.verify_two_factor',
    deprecated: 'Use `users.verifyTwoFactor`.',
  }),
};
