/** Users: accounts of the container. https://developer.tenable.com/reference/users */
import { answerId, count, flag, get, list, nonEmpty, number, oneOf, pathText, post, put, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

const permissions = '16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator.';
const strength = 'at least 12 characters with upper case, lower case, digit and special character.';
const userId = z.union([count, pathText]).describe("The user's number or UUID.").meta({ example: 42 });

export const User = z.object({
  id: number,
  uuid: answerId,
  username: text,
  name: text.nullish(),
  email: text.nullish(),
  type: text.describe('`local`, `ldap` and the like.'),
  permissions: number.describe(permissions),
  enabled: flag.optional(),
  login_fail_count: number.optional(),
  container_uuid: text.optional(),
});

export const UserList = z.object({ users: list(User) });

export const operations = {
  list: get('/users', {
    doc: 'All users. Needs administrator permission to see every field.',
    output: UserList,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    pyTenable: 'tio.users.list',
  }),
  details: get('/users/{user_id}', { doc: 'One user.', input: { user_id: userId }, output: User, never: ['UnsupportedError'], pyTenable: 'tio.users.details' }),
  create: post('/users', {
    doc: 'Creates a user. A name that is taken is an `UnsupportedError`. Needs administrator permission.',
    input: {
      username: nonEmpty.describe('Login name in the form of an e-mail address, its domain known to the container.').meta({ example: 'user@example.com' }),
      password: nonEmpty.describe(`A${strength.slice(1)}`),
      permissions: oneOf(16, 24, 32, 40, 64).describe(permissions),
      type: nonEmpty.optional().describe('Default `local`.'),
      name: text.optional(),
      email: text.optional(),
    },
    secrets: ['password'],
    output: User,
    pyTenable: 'tio.users.create',
  }),
  changePassword: put('/users/{user_id}/chpasswd', {
    doc: "Sets a user's password. A weak one is a `PasswordComplexityError`. Needs administrator permission.",
    input: {
      user_id: userId,
      password: nonEmpty.describe(`The new password: ${strength}`),
      current_password: nonEmpty.optional().describe('The present password. Some containers ask for it, others take no notice.'),
      temporary: flag.optional().describe('Whether the user must change it at the next log-in.'),
    },
    secrets: ['password', 'current_password'],
    adds: ['PasswordComplexityError'],
    idempotent: false, // the second time, the present password is no longer the one that was given
    page: 'users-password',
    pyTenable: 'tio.users.change_password',
  }),
};
