/** Session: the user that requests act as. https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm */
import { anything, flag, get, list, nonEmpty, number, put, text, time, z } from '../language/index.js';
import { ApiKeyPair } from './parts/api-keys.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

export const SessionGroup = z.object({ id: number.nullish(), name: text.nullish() });

export const Session = z.object({
  id: number,
  username: text,
  name: text.nullish(),
  email: text.nullish(),
  type: text.nullish().describe('`local`, `ldap` and the like.'),
  permissions: number.nullish().describe('16 basic, 32 standard, 64 administrator, 128 system administrator.'),
  lastlogin: time.nullish().describe('The last log-in.'),
  lockout: flag.nullish(),
  container_id: number.nullish(),
  groups: list(SessionGroup).nullish(),
  connectors: list(anything).nullish(),
  whatsnew: flag.nullish(),
  whatsnew_version: text.nullish(),
});

export const operations = {
  details: get('/session', {
    doc: 'The user that the keys, or the log-in, make a request act as. The cheapest way to check credentials.',
    output: Session,
    never: ['InvalidInputError', 'NotFoundError'],
    pyTenable: 'nessus.session.get',
  }),
  update: put('/session', {
    doc: 'Changes the name or the address of the user who asks.',
    input: { name: text.optional(), email: text.optional() },
    pyTenable: 'nessus.session.edit',
  }),
  apiKeys: put('/session/keys', {
    doc: 'Makes new API keys for the user who asks. The old ones no longer work: a client that has them needs the new ones.',
    output: ApiKeyPair,
    never: ['InvalidInputError', 'NotFoundError'],
    idempotent: false, // each time, the keys are others
    pyTenable: 'nessus.session.api_keys',
  }),
  changePassword: put('/session/chpasswd', {
    doc: 'Changes the password of the user who asks. A weak one is a `PasswordComplexityError`.',
    input: {
      password: nonEmpty.describe('The new password. How strong it must be is a setting of the server.'),
      current_password: nonEmpty.describe('The present password.'),
    },
    secrets: ['password', 'current_password'],
    adds: ['PasswordComplexityError'],
    idempotent: false, // the second time, the present password is no longer the one that was given
    pyTenable: 'nessus.session.chpasswd',
  }),
};
