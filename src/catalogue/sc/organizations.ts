/** Organizations: whose users, scans and repositories belong together. https://docs.tenable.com/security-center/api/Organization.htm */
import { count, flagText, get, joinedTexts, list, nonEmpty, patch, post, remove, text, z } from '../language/index.js';
import { ObjectId, ObjectReference, fields, name, objects, reference, references } from './parts/objects.js';
import { Organization } from './parts/organization.js';
import { AcceptRiskRule, RecastRiskRule, ruleFilters } from './parts/risk-rules.js';
import { User, profile } from './parts/users.js';

export const page = 'https://docs.tenable.com/security-center/api/Organization.htm';
const managerPage = 'https://docs.tenable.com/security-center/api/Organization-Security-Manager.htm';

const kind = objects('/organization', {
  one: 'an organization',
  many: 'organizations',
  output: Organization,
  needs: { name, zoneSelection: nonEmpty.describe('`auto_only`, `locked`, `selectable`, `selectable+auto` or `selectable+auto_restricted`.').meta({ example: 'auto_only' }) },
  settings: {
    description: text.optional(),
    address: text.optional(),
    city: text.optional(),
    state: text.optional(),
    country: text.optional(),
    phone: text.optional(),
    lces: references,
    zones: list(z.union([ObjectId, ObjectReference])).optional(),
    restrictedIPs: joinedTexts.optional(),
    repositories: references,
    pubSites: references,
    ldaps: references,
    nessusManagers: references,
    ipInfoLinks: list(z.object({ name: text, link: text })).optional(),
    vulnScoreLow: count.optional(),
    vulnScoreMedium: count.optional(),
    vulnScoreHigh: count.optional(),
    vulnScoreCritical: count.optional(),
  },
  pyTenable: 'sc.organizations',
});

const org_id = ObjectId.describe("The organization's number.");
const user_id = ObjectId.describe("The user's number.");
const rules = { id: ObjectId, ...ruleFilters, repositoryIDs: joinedTexts.optional().describe('Only rules of these repositories.') };
const account = { ...profile, status: text.optional(), authType: text.optional().describe('`tns`, `ldap`, `saml` and others.'), roleID: ObjectId.optional(), groupID: ObjectId.optional(), orgID: ObjectId.optional(), responsibleAssetID: ObjectId.optional(), locked: flagText.optional(), emailNotice: text.optional(), managedUsersGroups: references, managedObjectsGroups: references, ldap: reference, createDefaultObjects: flagText.optional() };

export const operations = {
  ...kind,
  acceptRiskRules: get('/organization/{id}/acceptRiskRule', { doc: 'The rules of an organization that accept findings.', input: rules, output: list(AcceptRiskRule), never: ['UnsupportedError'], pyTenable: 'sc.organizations.accept_risk_rules' }),
  recastRiskRules: get('/organization/{id}/recastRiskRule', { doc: 'The rules of an organization that change severities.', input: rules, output: list(RecastRiskRule), never: ['UnsupportedError'], pyTenable: 'sc.organizations.recast_risk_rules' }),
  managers: get('/organization/{org_id}/securityManager', { doc: 'The security managers of an organization.', input: { org_id, fields }, output: list(User), never: ['UnsupportedError'], page: managerPage, pyTenable: 'sc.organizations.managers_list' }),
  managerDetails: get('/organization/{org_id}/securityManager/{user_id}', { doc: 'One security manager.', input: { org_id, user_id, fields }, output: User, never: ['UnsupportedError'], page: managerPage, pyTenable: 'sc.organizations.manager_details' }),
  createManager: post('/organization/{org_id}/securityManager', {
    doc: 'Creates a security manager.',
    input: { ...account, org_id, username: nonEmpty, password: nonEmpty },
    secrets: ['password'],
    output: User,
    page: managerPage,
    pyTenable: 'sc.organizations.manager_create',
  }),
  updateManager: patch('/organization/{org_id}/securityManager/{user_id}', {
    doc: 'Changes what is given of a security manager.',
    input: { ...account, org_id, user_id, username: nonEmpty.optional(), password: nonEmpty.optional(), currentPassword: nonEmpty.optional() },
    secrets: ['password', 'currentPassword'],
    output: User,
    page: managerPage,
    pyTenable: 'sc.organizations.manager_edit',
  }),
  deleteManager: remove('/organization/{org_id}/securityManager/{user_id}', {
    doc: 'Deletes a security manager. Its objects go to another one where `migrateUserID` names it.',
    input: { org_id, user_id, migrateUserID: ObjectId.optional() },
    page: managerPage,
    pyTenable: 'sc.organizations.manager_delete',
  }),
};
