/** A user, as the lists of all users and of those of a group hold it. */
import { number, text, time, z } from '../../language/index.js';

export const levels = '16 basic, 32 standard, 64 administrator, 128 system administrator.';

export const User = z.object({
  id: number,
  username: text,
  name: text.nullish(),
  email: text.nullish(),
  type: text.nullish().describe('`local`, `ldap` and the like.'),
  permissions: number.describe(levels),
  lastlogin: time.nullish().describe('The last log-in.'),
});
