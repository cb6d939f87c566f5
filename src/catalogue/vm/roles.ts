/** Roles: what users may do, under names. https://developer.tenable.com/reference/access-control-roles-list */
import { answerId, get, list, nonEmpty, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const Role = z.object({
  name: text,
  uuid: answerId,
  description: text.nullish(),
  role_permission_strings: list(text).nullish(),
  type: text.nullish().describe('`STANDARD` or `CUSTOM`.'),
  status: text.nullish().describe('`ENABLED` or `DISABLED`.'),
  containerUuid: text.nullish(),
});

export const RolePermission = z.object({
});

export const UserRoles = z.object({
  container_uuid: text.nullish(),
  user_uuid: text.nullish(),
  role_uuids: list(text).nullish(),
});

const role_uuid = uuid.describe("The role's UUID.");
const user_uuid = uuid.describe("The user's UUID.");

export const operations = {
  list: get('/access-control/v1/roles', { doc: 'All roles.', output: list(Role), never: ['NotFoundError'], page: 'access-control-roles-list' }),
  details: get('/access-control/v1/roles/{role_uuid}', { doc: 'One role.', input: { role_uuid }, output: Role, page: 'access-control-roles-details' }),
  create: post('/access-control/v1/roles', {
    doc: 'Creates a role.',
    input: {
      name: nonEmpty,
      description: text.optional(),
      role_permission_strings: list(nonEmpty).describe('What `listPermissions` names.'),
      type: text.optional(),
      status: text.optional(),
    },
    output: Role,
    page: 'access-control-roles-create',
  }),
  update: put('/access-control/v1/roles/{role_uuid}', {
    doc: 'Changes a role.',
    input: {
      role_uuid,
      name: text.optional(),
      description: text.optional(),
      role_permission_strings: list(text).optional(),
      type: text.optional(),
      status: text.optional(),
    },
    output: Role,
    page: 'access-control-roles-update',
  }),
  delete: remove('/access-control/v1/roles/{role_uuid}', { doc: 'Deletes a role.', input: { role_uuid }, page: 'access-control-roles-delete' }),
  listPermissions: get('/access-control/v1/role-permissions', {
    doc: 'What roles may permit.',
    output: list(RolePermission),
    never: ['NotFoundError'],
    page: 'access-control-roles-list-permissions',
  }),
  ofUser: get('/access-control/v1/users/{user_uuid}/roles', { doc: 'The roles of a user.', input: { user_uuid }, output: UserRoles, page: 'access-control-users-role-list' }),
  setOfUser: put('/access-control/v1/users/{user_uuid}/roles', {
    doc: 'Replaces the roles of a user.',
    input: { user_uuid, role_uuids: list(uuid) },
    output: UserRoles,
    page: 'access-control-users-role-update',
  }),
};
