/** Users: accounts of the server. https://docs.tenable.com/nessus/Content/SettingsUsers.htm */
import { count, get, list, nonEmpty, oneOf, post, put, remove, text, z } from '../language/index.js';
import { ApiKeyPair } from './parts/api-keys.js';
import { ids } from './parts/ids.js';
import { User, levels } from './parts/user.js';

export const page = 'https://docs.tenable.com/nessus/Content/SettingsUsers.htm';

export const UserPermissions = oneOf(16, 32, 64, 128).describe(levels);

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
  deleteMany: remove('/users', { doc: 'Deletes several users. Needs administrator permission.', input: { ids }, pyTenable: 'nessus.users.delete_many' }),
  apiKeys: put('/users/{user_id}/keys', {
    doc: 'Makes new API keys for a user. The old ones no longer work. Needs administrator permission.',
    input: UserIdInput,
    output: ApiKeyPair,
    idempotent: false, // each time, the keys are others
    pyTenable: 'nessus.users.api_keys',
  }),
  changePassword: put('/users/{user_id}/chpasswd', {
    doc: "Sets a user's password. A weak one is a `PasswordComplexityError`. Needs administrator permission.",
    input: { user_id: count, password: nonEmpty.describe('The new password. How strong it must be is a setting of the server.') },
    secrets: ['password'],
    adds: ['PasswordComplexityError'],
    pyTenable: 'nessus.users.chpasswd',
  }),
};
