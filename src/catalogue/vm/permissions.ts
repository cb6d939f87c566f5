/** Permissions on scans, policies, scanners and agent groups. https://developer.tenable.com/reference/permissions */
import { anything, count, get, list, oneOf, put, text, z } from '../language/index.js';
import { Acl } from './parts/acl.js';

export const page = 'https://developer.tenable.com/reference/';

export const AclList = z.object({ acls: list(Acl) });

export const AclInput = z.object({ type: oneOf('default', 'user', 'group'), permissions: count, id: count.nullish(), uuid: text.nullish(), name: text.nullish(), display_name: text.nullish(), owner: count.nullish() }).catchall(anything);

const object_type = oneOf('agent-group', 'policy', 'scan', 'scanner', 'scanner-pool');
const object_id = count.describe("The object's number.");

export const operations = {
  list: get('/permissions/{object_type}/{object_id}', { doc: 'Who may do what with an object.', input: { object_type, object_id }, output: AclList, pyTenable: 'tio.permissions.list' }),
  change: put('/permissions/{object_type}/{object_id}', {
    doc: 'Replaces who may do what with an object.',
    input: { object_type, object_id, acls: list(AclInput).describe('All of them, as they shall be.') },
    pyTenable: 'tio.permissions.change',
  }),
};
