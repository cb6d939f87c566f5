/** Who may do what with an object. */
import { number, text, z } from '../../language/index.js';

export const Acl = z.object({
  type: text.nullish().describe('`default`, `user` or `group`.'),
  id: number.nullish(),
  uuid: text.nullish(),
  name: text.nullish(),
  display_name: text.nullish(),
  permissions: number.nullish().describe('What may be done, by the kind of object: of scans 0 nothing, 16 view, 32 control, 64 configure.'),
  owner: number.nullish(),
});
