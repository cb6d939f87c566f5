/** Access groups of the second form: what `accessControl` came in place of. https://developer.tenable.com/reference/io-v2-access-groups-list */
import { asRead, byOffset, flag, get, list, nonEmpty, oneOf, pageLimit, pageOffset, pathText, post, put, remove, text, z } from '../language/index.js';
import { AccessGroup, AccessGroupPage, accessRules } from './parts/access-group.js';
import { listFilters } from './parts/list-filters.js';

export const page = 'https://developer.tenable.com/reference/';

const { rules, retired } = accessRules;
const principals = list(z.object({ type: text.optional(), principal_id: text.nullish(), principal_name: text.nullish(), permissions: list(text).optional() })).optional().describe('Users and groups that it is for.');
const id = pathText.describe("The access group's UUID.");
const access_group_type = oneOf('MANAGE_ASSETS', 'SCAN_TARGETS', 'ALL').optional();
const settings = { access_group_type, all_assets: flag.optional(), all_users: flag.optional(), principals };

export const operations = {
  list: get('/v2/access-groups', {
    doc: 'Access groups, page by page.',
    input: { ...listFilters, fullypopulateresponse: flag.optional(), limit: pageLimit.optional(), offset: pageOffset.optional() },
    output: AccessGroupPage,
    paging: byOffset('access_groups'),
    page: 'io-v2-access-groups-list',
    pyTenable: 'tio.access_groups_v2.list',
    deprecated: retired,
  }),
  details: get('/v2/access-groups/{id}', {
    doc: 'One access group.',
    input: { id },
    output: AccessGroup,
    page: 'io-v2-access-groups-details',
    pyTenable: 'tio.access_groups_v2.details',
    deprecated: '@RET@',
  }),
  create: post('/v2/access-groups', {
    doc: 'Creates an access group.',
    input: { name: nonEmpty, rules, ...settings },
    output: AccessGroup,
    page: 'io-v2-access-groups-create',
    pyTenable: 'tio.access_groups_v2.create',
    deprecated: '@RET@',
  }),
  edit: put('/v2/access-groups/{id}', {
    doc: 'Changes an access group. Takes it as it was read.',
    input: asRead(AccessGroup, { id, name: nonEmpty.optional(), rules: rules.optional(), ...settings }),
    output: AccessGroup,
    page: 'io-v2-access-groups-edit',
    pyTenable: 'tio.access_groups_v2.edit',
    deprecated: '@RET@',
  }),
  delete: remove('/v2/access-groups/{id}', {
    doc: 'Deletes an access group.',
    input: { id },
    page: 'io-v2-access-groups-delete',
    pyTenable: 'tio.access_groups_v2.delete',
    deprecated: '@RET@',
  }),
};
