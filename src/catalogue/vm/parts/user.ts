/** What several areas tell of a user. */
import { answerId, answerText, flag, list, map, number, text, z } from '../../language/index.js';

export const permissions = '16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator.';

export const TwoFactor = z.object({ email_enabled: answerText.nullish(), sms_enabled: answerText.nullish(), sms_phone: text.nullish() });

export const User = z.object({
  id: number,
  user_name: text.nullish(),
  username: text,
  email: text.nullish(),
  name: text.nullish(),
  type: text.describe('`local`, `ldap` and the like.'),
  whatsnew_version: text.nullish(),
  aggregate: flag.nullish(),
  permissions: number.describe(permissions),
  login_fail_count: number.nullish(),
  login_fail_total: number.nullish(),
  enabled: flag.nullish(),
  uuid: answerId,
  container_uuid: text.nullish(),
  uuid_id: text.nullish(),
  rbac_roles: list(z.object({ name: text.nullish(), uuid: answerId })).nullish(),
  ui_permitted: flag.nullish(),
  ui_saml_only: flag.nullish(),
  api_permitted: flag.nullish(),
  last_login_attempt: number.nullish().describe('Unix time in milliseconds.'),
  last_apikey_access: number.nullish().describe('Unix time in milliseconds.'),
  undeletable: flag.nullish(),
  two_factor: TwoFactor.nullish(),
  group_uuids: list(text).nullish(),
  lockout: number.nullish().describe('1 where the user is locked out.'),
  lastlogin: number.nullish().describe('Unix time in milliseconds.'),
  preferences: map(answerText).nullish(),
});
