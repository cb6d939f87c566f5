/** Credentials: what scans log in with. https://docs.tenable.com/security-center/api/Credential.htm */
import { answerText, answerTime, anything, countText, flagText, get, idText, list, map, nonEmpty, post, text, z } from '../language/index.js';
import { ObjectId, ObjectReference, ObjectSummary, UserSummary, name, objects } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Credential.htm';

export const Credential = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish().describe('`ssh`, `windows`, `database`, `snmp` and others.'),
  tags: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  owner: UserSummary.nullish(),
  typeFields: map(anything).nullish().describe("What there is besides for the credential's type."),
  groups: list(ObjectSummary).nullish(),
  canUse: answerText.nullish(),
  canManage: answerText.nullish(),
  creator: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  targetGroup: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes. Secrets are never told: they are `SET` or empty.');

const texts = [
  'description', 'tags', 'authType', 'login', 'username', 'domain', 'dbType', 'sid', 'publicKey',
  'oracleAuthType', 'oracle_service_type', 'SQLServerAuthType',
  'privilegeEscalation', 'escalationUsername', 'escalationPath', 'escalationSuUser',
  'kdc_ip', 'kdc_realm', 'kdc_protocol',
  'vault_host', 'vault_address', 'vault_username', 'vault_account_name', 'vault_safe', 'vault_app_id', 'vault_policy_id',
  'vault_folder', 'vault_cyberark_url', 'vault_cyberark_client_cert',
  'lieberman_host', 'lieberman_pam_user', 'lieberman_system_name',
  'beyondtrust_host', 'beyondtrust_use_ssl', 'beyondtrust_verify_ssl', 'beyondtrust_use_private_key', 'beyondtrust_use_escalation',
  'thycotic_secret_name', 'thycotic_url', 'thycotic_username', 'thycotic_organization', 'thycotic_domain', 'thycotic_private_key',
  'thycotic_ssl_verify',
] as const;

/** Those that are files are the names that their uploads were answered with. */
const secrets = [
  'password', 'passphrase', 'privateKey', 'communityString', 'escalationPassword', 'vault_password', 'vault_cyberark_private_key',
  'vault_cyberark_private_key_passphrase', 'lieberman_pam_password', 'beyondtrust_api_key', 'thycotic_password',
] as const;

const counts = ['port', 'kdc_port', 'vault_port', 'lieberman_port', 'beyondtrust_port', 'beyondtrust_duration'] as const;
const flags = ['vault_use_ssl', 'vault_verify_ssl', 'lieberman_use_ssl', 'lieberman_verify_ssl'] as const;

const each = (names: readonly string[], schema: z.ZodType): Readonly<Record<string, z.ZodType>> => Object.fromEntries(names.map((one) => [one, schema.optional()]));

const members = { ...each(texts, text), ...each(secrets, text), ...each(counts, countText), ...each(flags, flagText) };

export const CredentialFields = z.object(members).describe('Which of them a credential takes depends on its type and on where its secret is kept.');

const kind = objects('/credential', {
  one: 'a credential',
  many: 'credentials',
  output: Credential,
  isParted: true,
  needs: { name, type: nonEmpty.describe('`ssh`, `windows`, `database`, `snmp` and others.').meta({ example: 'ssh' }) },
  settings: members,
  secrets,
  pyTenable: 'sc.credentials',
});

export const operations = {
  ...kind,
  details: { ...kind.details, doc: 'One credential, without its secrets.' },
  create: { ...kind.create, doc: 'Creates a credential. Which members it takes depends on its `type`.' },
  share: post('/credential/{id}/share', {
    doc: 'Says which groups may use a credential.',
    input: { id: ObjectId, groups: list(ObjectReference).describe('The groups whose users get access, too.') },
    output: Credential,
    idempotent: true,
    pyTenable: 'sc.credentials.share',
  }),
  tags: get('/credential/tag', { doc: 'The tags of credentials.', output: list(text), never: ['NotFoundError', 'UnsupportedError'], pyTenable: 'sc.credentials.tags' }),
};
