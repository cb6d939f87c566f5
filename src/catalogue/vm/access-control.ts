/** Access control: which users may see, scan and edit which assets and tags. https://developer.tenable.com/reference/io-v3-access-control-permissions-list */
import { answerId, asRead, get, list, nonEmpty, number, oneOf, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const AccessSubject = z.object({ type: text.describe('`User`, `UserGroup`, `AllUsers` or `AllAdmins`.'), uuid: text.nullish(), name: text.nullish() });

export const AccessObject = z.object({ type: text.describe('`Tag`, `AllAssets`, `AllTags` or `AllObjects`.'), uuid: text.nullish(), name: text.nullish() });

export const AccessPermission = z.object({
  permission_uuid: answerId,
  name: text,
  subjects: list(AccessSubject).nullish(),
  actions: list(text).nullish().describe('`CanScan`, `CanView`, `CanEdit`, `CanUse` and the like.'),
  objects: list(AccessObject).nullish(),
  created_at: number.nullish().describe('Unix time in milliseconds.'),
  created_by: text.nullish(),
  updated_at: number.nullish().describe('Unix time in milliseconds.'),
  updated_by: text.nullish(),
});

export const AccessPermissionList = z.object({ permissions: list(AccessPermission) });

export const SubjectPermissions = z.object({ permissions_available: list(AccessPermission).nullish(), permissions_granted: list(AccessPermission).nullish() });

export const ApiSecuritySettings = z.object({ allowed_ipv4_addresses: text.nullish(), allowed_ipv6_addresses: text.nullish() }).describe('From where the API takes requests: addresses, ranges and CIDR blocks, joined by commas.');

const settings = {
  name: nonEmpty,
  actions: list(oneOf('CanScan', 'CanView', 'CanEdit', 'CanUse', 'CanViewMssp', 'CanEditMssp', 'CanImpersonateAdmin', 'CanImpersonateScanManager', 'CanImpersonateScanOperator')),
  objects: list(z.object({ type: oneOf('Tag', 'AllAssets', 'AllTags', 'AllObjects'), uuid: text.nullish(), name: text.nullish() })),
  subjects: list(z.object({ type: oneOf('User', 'UserGroup', 'AllUsers', 'AllAdmins'), uuid: text.nullish(), name: text.nullish() })),
};
const permission_uuid = uuid.describe("The permission's UUID.");

export const operations = {
  list: get('/api/v3/access-control/permissions', {
    doc: 'All permissions.',
    output: AccessPermissionList,
    never: ['NotFoundError'],
    page: 'io-v3-access-control-permissions-list',
    pyTenable: 'tio.access_control.list',
  }),
  details: get('/api/v3/access-control/permissions/{permission_uuid}', {
    doc: 'One permission.',
    input: { permission_uuid },
    output: AccessPermission,
    page: 'io-v3-access-control-permissions-details',
    pyTenable: 'tio.access_control.details',
  }),
  create: post('/api/v3/access-control/permissions', {
    doc: 'Creates a permission.',
    input: settings,
    output: AccessPermission,
    page: 'io-v3-access-control-permission-create',
    pyTenable: 'tio.access_control.create',
  }),
  update: put('/api/v3/access-control/permissions/{permission_uuid}', {
    doc: 'Replaces a permission. Takes it as it was read.',
    input: asRead(AccessPermission, { permission_uuid, ...settings }),
    page: 'io-v3-access-control-permission-update',
    pyTenable: 'tio.access_control.update',
  }),
  delete: remove('/api/v3/access-control/permissions/{permission_uuid}', {
    doc: 'Deletes a permission.',
    input: { permission_uuid },
    page: 'io-v3-access-control-permission-delete',
    pyTenable: 'tio.access_control.delete',
  }),
  ofUser: get('/api/v3/access-control/permissions/users/{user_uuid}', {
    doc: 'What a user has been granted, and what else there is.',
    input: { user_uuid: uuid },
    output: SubjectPermissions,
    page: 'io-v3-access-control-permissions-user-list',
    pyTenable: 'tio.access_control.get_user_permission',
  }),
  ofMe: get('/api/v3/access-control/permissions/users/me', {
    doc: 'What the asking user has been granted.',
    output: SubjectPermissions,
    never: ['NotFoundError'],
    page: 'io-v3-access-control-permissions-current-user-list',
    pyTenable: 'tio.access_control.get_current_user_permission',
  }),
  ofUserGroup: get('/api/v3/access-control/permissions/user-groups/{user_group_uuid}', {
    doc: 'What a user group has been granted.',
    input: { user_group_uuid: uuid },
    output: SubjectPermissions,
    page: 'io-v3-access-control-permissions-user-group-list',
    pyTenable: 'tio.access_control.get_user_group_permission',
  }),
  apiSecuritySettings: get('/access-control/v1/api-security-settings', {
    doc: 'From which addresses the API takes requests.',
    output: ApiSecuritySettings,
    never: ['NotFoundError'],
    page: 'vm-api-security-settings-list',
  }),
  editApiSecuritySettings: put('/access-control/v1/api-security-settings', {
    doc: 'Changes from which addresses the API takes requests. The wrong ones lock everybody out.',
    input: { allowed_ipv4_addresses: text.optional(), allowed_ipv6_addresses: text.optional() },
    page: 'vm-api-security-settings-update',
  }),
};
