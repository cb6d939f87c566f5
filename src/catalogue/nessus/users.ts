/** Users: accounts of the server. https://docs.tenable.com/nessus/Content/SettingsUsers.htm */
import { count, get, list, nonEmpty, number, oneOf, post, put, remove, text, time, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm';

const levels = '16 basic, 32 standard, 64 administrator, 128 system administrator.';

export const UserPermissions = oneOf(16, 32, 64, 128).describe(levels);

export const User = z.object({
  id: number,
  username: text,
  name: text.nullish(),
  email: text.nullish(),
  type: text.nullish().describe('`local`, `ldap` and the like.'),
  permissions: number.describe(levels),
  lastlogin: time.nullish().describe('The last log-in.'),
});

export const UserList = z.object({ users: list(User) });

export const UserIdInput = z.object({ user_id: count });

export const operations = {
  list: get('/users', { doc: 'All users.', output: UserList, never: ['InvalidInputError'], pyTenable: 'nessus.users.list' }),
  details: get('/users/{user_id}', { doc: 'One user.', input: UserIdInput, output: User, pyTenable: 'nessus.users.details' }),
  create: post('/users', {
    doc: 'Creates a user. Needs administrator permission.',
    input: {
      username: nonEmpty,
      password: nonEmpty.describe('How strong it must be is a setting of the server.'),
      permissions: UserPermissions,
      type: oneOf('local', 'ldap').optional().describe('Default `local`.'),
      name: text.optional(),
      email: text.optional(),
    },
    secrets: ['password'],
    output: User,
    pyTenable: 'nessus.users.create',
  }),
  update: put('/users/{user_id}', {
    doc: "Changes a user's permissions, name or address. Login names stay as they are. Needs administrator permission.",
    input: { user_id: count, permissions: UserPermissions, name: text.optional(), email: text.optional() },
    pyTenable: 'nessus.users.edit',
  }),
  delete: remove('/users/{user_id}', { doc: 'Deletes a user. Needs administrator permission.', input: UserIdInput, pyTenable: 'nessus.users.delete' }),
  changePassword: put('/users/{user_id}/chpasswd', {
    doc: "Sets a user's password. A weak one is a `PasswordComplexityError`. Needs administrator permission.",
    input: { user_id: count, password: nonEmpty.describe('The new password. How strong it must be is a setting of the server.') },
    secrets: ['password'],
    adds: ['PasswordComplexityError'],
    pyTenable: 'nessus.users.chpasswd',
  }),
};
