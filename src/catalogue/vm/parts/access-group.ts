/** What both forms of access groups have alike. */
import { answerId, flag, isoTime, list, number, text, z } from '../../language/index.js';
import { SortedPagination } from '../../parts/pagination.js';

export const AccessGroupRule = z.object({ type: text.describe('`ipv4`, `fqdn`, `aws_region` and the like; `filters.accessGroupRules` lists them.'), operator: text, terms: list(text) });

export const AccessGroupPrincipal = z.object({ type: text.nullish().describe('`user`, `group` or `all_users`.'), principal_id: text.nullish(), principal_name: text.nullish(), permissions: list(text).nullish() });

export const AccessGroup = z.object({
  container_uuid: text.nullish(),
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  id: answerId,
  name: text,
  all_assets: flag.nullish(),
  version: number.nullish(),
  status: text.nullish(),
  access_group_type: text.nullish().describe('`MANAGE_ASSETS`, `SCAN_TARGETS` or `ALL`.'),
  rules: list(AccessGroupRule).nullish(),
  principals: list(AccessGroupPrincipal).nullish(),
  created_by_uuid: text.nullish(),
  updated_by_uuid: text.nullish(),
  updated_by_name: text.nullish(),
  created_by_name: text.nullish(),
  processing_percent_complete: number.nullish(),
  all_users: flag.nullish(),
});

export const AccessGroupPage = z.object({ access_groups: list(AccessGroup), pagination: SortedPagination.nullish() });

export const accessRules = {
  rules: list(AccessGroupRule).describe('Which assets it is about.'),
  retired: 'Access groups are retired; `accessControl` came in their place.',
};
