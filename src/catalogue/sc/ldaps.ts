/** Directories that users and assets come from. Most of it needs an administrator. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/LDAP.htm */
import { answerText, answerTime, anything, flagText, get, idText, list, nonEmpty, oneOf, post, text, z } from '../language/index.js';
import { fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/LDAP.htm';

export const Ldap = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  searchString: answerText.nullish(),
  host: answerText.nullish(),
  port: answerText.nullish(),
  encryption: answerText.nullish().describe('`ldaps`, `none`, `tls`.'),
  dn: answerText.nullish(),
  dnsField: answerText.nullish(),
  lowercase: answerText.nullish(),
  timeLimit: answerText.nullish(),
  password: answerText.nullish(),
  username: answerText.nullish(),
  attrEmail: answerText.nullish(),
  attrName: answerText.nullish(),
  attrPhone: answerText.nullish(),
  attrUsername: answerText.nullish(),
  ldapUserProvisioning: answerText.nullish(),
  ldapUserSync: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  organizations: list(anything).nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/ldap', { doc: 'All directories.', input: { fields }, output: list(Ldap), never: ['NotFoundError', 'UnsupportedError'] }),
  create: post('/ldap', {
    doc: 'Ties a directory.',
    input: {
      name: nonEmpty,
      description: text.optional(),
      host: nonEmpty,
      port: text.optional(),
      encryption: oneOf('ldaps', 'none', 'tls').optional(),
      dn: text.optional(),
      dnsField: text.optional(),
      lowercase: flagText.optional(),
      timeLimit: text.optional(),
      password: text.optional(),
      username: text.optional(),
      attrEmail: text.optional(),
      attrName: text.optional(),
      attrPhone: text.optional(),
      attrUsername: text.optional(),
      searchString: text.optional(),
      ldapUserProvisioning: flagText.optional(),
      ldapUserSync: flagText.optional(),
      organizations: list(anything).optional(),
    },
    output: Ldap,
    secrets: ['password'],
  }),
};
