/** Permissions on scans, policies and other objects. Each server documents itself at /api. */
import { count, get, list, pathText, put, z } from '../language/index.js';
import { AccessEntry, AccessEntryInput } from './parts/access.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

export const AccessList = z.object({ acls: list(AccessEntry) });

const object = { object_type: pathText.describe('`scan`, `policy`, `scanner`, `agent-group` and others.').meta({ example: 'scan' }), object_id: count };

export const operations = {
  details: get('/permissions/{object_type}/{object_id}', { doc: 'Who may do what with an object.', input: object, output: AccessList, pyTenable: 'nessus.permissions.details' }),
  edit: put('/permissions/{object_type}/{object_id}', {
    doc: 'Replaces who may do what with an object.',
    input: { ...object, acls: list(AccessEntryInput).describe('All of them, as they shall be.') },
    pyTenable: 'nessus.permissions.edit',
  }),
};
