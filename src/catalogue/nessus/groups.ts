/** Groups: users that permissions name together, on Nessus Manager. https://docs.tenable.com/nessus/Content/SettingsUsers.htm */
import { count, get, list, nonEmpty, number, post, put, remove, text, z } from '../language/index.js';
import { ids } from './parts/ids.js';
import { User } from './parts/user.js';

export const page = 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm';

export const Group = z.object({ id: number, name: text.nullish(), user_count: number.nullish(), permissions: number.nullish() });

export const GroupList = z.object({ groups: list(Group).nullable() });

export const GroupUserList = z.object({ users: list(User).nullable() });

export const GroupIdInput = z.object({ group_id: count });

export const GroupUserInput = z.object({ group_id: count, user_id: count }).describe('A user, and a group that they are in or shall be in.');

const name = nonEmpty.meta({ example: 'Example' });

export const operations = {
  list: get('/groups', { doc: 'All groups.', output: GroupList, never: ['InvalidInputError'], pyTenable: 'nessus.groups.list' }),
  create: post('/groups', { doc: 'Creates a group. Needs administrator permission.', input: { name }, output: Group, pyTenable: 'nessus.groups.create' }),
  edit: put('/groups/{group_id}', { doc: 'Renames a group.', input: { group_id: count, name }, pyTenable: 'nessus.groups.edit' }),
  delete: remove('/groups/{group_id}', { doc: 'Deletes a group. Its users stay.', input: GroupIdInput, pyTenable: 'nessus.groups.delete' }),
  deleteMany: remove('/groups', { doc: 'Deletes several groups.', input: { ids }, pyTenable: 'nessus.groups.delete_many' }),
  listUsers: get('/groups/{group_id}/users', { doc: 'The users of a group.', input: GroupIdInput, output: GroupUserList, pyTenable: 'nessus.groups.list_users' }),
  addUser: post('/groups/{group_id}/users/{user_id}', { doc: 'Adds a user to a group.', input: GroupUserInput, idempotent: true, pyTenable: 'nessus.groups.add_user' }),
  removeUser: remove('/groups/{group_id}/users/{user_id}', { doc: 'Takes a user out of a group.', input: GroupUserInput, pyTenable: 'nessus.groups.remove_user' }),
};
