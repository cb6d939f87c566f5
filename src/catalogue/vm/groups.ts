/** User groups: users that permissions name together. https://developer.tenable.com/reference/groups */
import { answerId, count, flag, get, list, nonEmpty, number, pathText, post, put, remove, text, z } from '../language/index.js';
import { User } from './parts/user.js';

export const page = 'https://developer.tenable.com/reference/';

export const Group = z.object({
  uuid: answerId,
  name: text,
  permissions: number.nullish(),
  container_uuid: text.nullish(),
  user_count: number.nullish(),
  id: number,
  managed_by_saml: flag.nullish(),
  immutable: flag.nullish(),
  membership_fixed: flag.nullish(),
});

export const GroupList = z.object({ groups: list(Group) });

export const GroupUserList = z.object({ users: list(User) });

const group_id = z.union([count, pathText]).describe("The group's number or UUID.").meta({ example: 42 });
const user_id = z.union([count, pathText]).describe("The user's number or UUID.").meta({ example: 42 });

export const operations = {
  list: get('/groups', { doc: 'All user groups.', output: GroupList, never: ['NotFoundError'], pyTenable: 'tio.groups.list' }),
  create: post('/groups', { doc: 'Creates a user group.', input: { name: nonEmpty, managed_by_saml: flag.optional() }, output: Group, pyTenable: 'tio.groups.create' }),
  update: put('/groups/{group_id}', {
    doc: 'Changes a user group.',
    input: { group_id, name: nonEmpty, managed_by_saml: flag.optional() },
    output: Group,
    page: 'groups-edit',
    pyTenable: 'tio.groups.edit',
  }),
  delete: remove('/groups/{group_id}', { doc: 'Deletes a user group. Its users stay.', input: { group_id }, pyTenable: 'tio.groups.delete' }),
  listUsers: get('/groups/{group_id}/users', { doc: 'The users of a group.', input: { group_id }, output: GroupUserList, pyTenable: 'tio.groups.list_users' }),
  addUser: post('/groups/{group_id}/users/{user_id}', { doc: 'Adds a user to a group.', input: { group_id, user_id }, idempotent: true, pyTenable: 'tio.groups.add_user' }),
  removeUser: remove('/groups/{group_id}/users/{user_id}', {
    doc: 'Takes a user out of a group.',
    input: { group_id, user_id },
    page: 'groups-delete-user',
    pyTenable: 'tio.groups.delete_user',
  }),
};
