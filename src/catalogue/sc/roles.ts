/** Roles: what users may do, under names. https://docs.tenable.com/security-center/api/Role.htm */
import { answerText, answerTime, flagText, idText, list, text, z } from '../language/index.js';
import { UserSummary, name, objects } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Role.htm';

export const Role = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  permManageApp: answerText.nullish(),
  permManageGroups: answerText.nullish(),
  permManageRoles: answerText.nullish(),
  permManageImages: answerText.nullish(),
  permManageGroupRelationships: answerText.nullish(),
  permManageBlackoutWindows: answerText.nullish(),
  permManageAttributeSets: answerText.nullish(),
  permCreateTickets: answerText.nullish(),
  permCreateAlerts: answerText.nullish(),
  permCreateAuditFiles: answerText.nullish(),
  permCreateLDAPAssets: answerText.nullish(),
  permCreatePolicies: answerText.nullish(),
  permPurgeTickets: answerText.nullish(),
  permPurgeScanResults: answerText.nullish(),
  permPurgeReportResults: answerText.nullish(),
  permScan: answerText.nullish(),
  permAgentsScan: answerText.nullish(),
  permShareObjects: answerText.nullish(),
  permUpdateFeeds: answerText.nullish(),
  permUploadNessusResults: answerText.nullish(),
  permViewOrgLogs: answerText.nullish(),
  permManageAcceptRiskRules: answerText.nullish(),
  permManageRecastRiskRules: answerText.nullish(),
  organizationCounts: list(z.object({ id: idText, userCount: answerText.nullish() })).nullish(),
  creator: UserSummary.nullish(),
  creatorID: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

const permit = flagText.optional();

export const operations = objects('/role', {
  one: 'a role',
  many: 'roles',
  output: Role,
  needs: { name },
  settings: {
    description: text.optional(),
    permScan: text.optional().describe('`full`, `policies` or `none`.'),
    permAgentsScan: permit,
    permCreateAlerts: permit,
    permCreateAuditFiles: permit,
    permCreateLDAPAssets: permit,
    permCreatePolicies: permit,
    permCreateTickets: permit,
    permManageAcceptRiskRules: permit,
    permManageAttributeSets: permit,
    permManageBlackoutWindows: permit,
    permManageGroupRelationships: permit,
    permManageGroups: permit,
    permManageImages: permit,
    permManageRecastRiskRules: permit,
    permManageRoles: permit,
    permPurgeReportResults: permit,
    permPurgeScanResults: permit,
    permPurgeTickets: permit,
    permShareObjects: permit,
    permUpdateFeeds: permit,
    permUploadNessusResults: permit,
    permViewOrgLogs: permit,
  },
  pyTenable: 'sc.roles',
});
