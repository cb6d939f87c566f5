/** Who may do what with an object: in the details of a scan, and by the area `permissions`. */
import { anything, count, number, oneOf, text, z } from '../../language/index.js';

export const AccessEntry = z.object({
  type: text.describe('`default` for everybody who is not named, `user` or `group`.'),
  permissions: number.describe('Of scans 0 nothing, 16 view, 32 control, 64 configure, 128 own.'),
  id: number.nullable().describe('Of the user or group.'),
  name: text.nullable(),
  display_name: text.nullable(),
  owner: number.nullable().describe('1 for the owner of the object.'),
}).describe('What one user, one group or everybody else may do.');

export const AccessEntryInput = z.object({
  type: oneOf('default', 'user', 'group'),
  permissions: count.describe('Of scans 0 nothing, 16 view, 32 control, 64 configure.'),
  id: count.nullish().describe('Of the user or group.'),
  name: text.nullish(),
  display_name: text.nullish(),
  owner: count.nullish(),
}).catchall(anything);
