/** Access groups: what `accessControl` came in place of. https://developer.tenable.com/reference/io-v1-access-groups-list */
import { asRead, byOffset, flag, get, list, nonEmpty, pageLimit, pageOffset, pathText, post, put, remove, text, z } from '../language/index.js';
import { AccessGroup, AccessGroupPage, accessRules } from './parts/access-group.js';
import { listFilters } from './parts/list-filters.js';

export const page = 'https://developer.tenable.com/reference/';

const { rules, retired } = accessRules;
const principals = list(z.object({ type: text.optional(), principal_id: text.nullish(), principal_name: text.nullish() })).optional().describe('Users and groups that it is for.');
const id = pathText.describe("The access group's UUID.");
const settings = { all_assets: flag.optional(), all_users: flag.optional(), principals };

export const operations = {
  list: get('/access-groups', {
    doc: 'Access groups, page by page.',
    input: { ...listFilters, fullypopulateresponse: flag.optional(), limit: pageLimit.optional(), offset: pageOffset.optional() },
    output: AccessGroupPage,
    paging: byOffset('access_groups'),
    page: 'io-v1-access-groups-list',
    pyTenable: 'tio.access_groups.list',
    deprecated: retired,
  }),
  details: get('/access-groups/{id}', {
    doc: 'One access group.',
    input: { id },
    output: AccessGroup,
    page: 'io-v1-access-groups-details',
    pyTenable: 'tio.access_groups.details',
    deprecated: '@RET@',
  }),
  create: post('/access-groups', {
    doc: 'Creates an access group.',
    input: { name: nonEmpty, rules, ...settings },
    output: AccessGroup,
    page: 'io-v1-access-groups-create',
    pyTenable: 'tio.access_groups.create',
    deprecated: '@RET@',
  }),
  edit: put('/access-groups/{id}', {
    doc: 'Changes an access group. Takes it as it was read.',
    input: asRead(AccessGroup, { id, name: nonEmpty.optional(), rules: rules.optional(), ...settings }),
    output: AccessGroup,
    page: 'io-v1-access-groups-edit',
    pyTenable: 'tio.access_groups.edit',
    deprecated: '@RET@',
  }),
  delete: remove('/access-groups/{id}', { doc: 'Deletes an access group.', input: { id }, page: 'io-v1-access-groups-delete', pyTenable: 'tio.access_groups.delete', deprecated: '@RET@' }),
};
