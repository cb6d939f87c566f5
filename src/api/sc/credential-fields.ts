/** Members of credentials. Which of them a credential takes depends on its type and on where its secret is kept. */
import { optionalCount, optionalFlag, optionalText } from './shapes.js';

const textNames = [
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

/** Members whose values are secrets. Those that are files are the names that their uploads were answered with. */
export const secretNames = [
  'password', 'passphrase', 'privateKey', 'communityString', 'escalationPassword', 'vault_password', 'vault_cyberark_private_key',
  'vault_cyberark_private_key_passphrase', 'lieberman_pam_password', 'beyondtrust_api_key', 'thycotic_password',
] as const;

const countNames = ['port', 'kdc_port', 'vault_port', 'lieberman_port', 'beyondtrust_port', 'beyondtrust_duration'] as const;

const flagNames = ['vault_use_ssl', 'vault_verify_ssl', 'lieberman_use_ssl', 'lieberman_verify_ssl'] as const;

type Optional<Names extends readonly string[], Value> = { readonly [Name in Names[number]]?: Value | undefined };

export interface CredentialFields extends
  Optional<typeof textNames, string>,
  Optional<typeof secretNames, string>,
  Optional<typeof countNames, number>,
  Optional<typeof flagNames, boolean> {}

/* @__NO_SIDE_EFFECTS__ */
function toEntries<Name extends string, Schema>(names: readonly Name[], schema: Schema): Readonly<Record<Name, Schema>> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>; // one entry for each name
}

/** The entries of a schema for those members. */
export const credentialEntries = {
  .../* @__PURE__ */ toEntries(textNames, optionalText),
  .../* @__PURE__ */ toEntries(secretNames, optionalText),
  .../* @__PURE__ */ toEntries(countNames, optionalCount),
  .../* @__PURE__ */ toEntries(flagNames, optionalFlag),
};
