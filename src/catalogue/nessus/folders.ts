/** Folders: where a user keeps scans. https://docs.tenable.com/nessus/Content/BasicSettings.htm */
import { count, get, list, nonEmpty, number, post, put, remove, z } from '../language/index.js';
import { Folder } from './parts/folder.js';

export const page = 'https://docs.tenable.com/nessus/Content/BasicSettings.htm';

export const FolderList = z.object({ folders: list(Folder).nullable() });

export const FolderIdInput = z.object({ folder_id: count });

export const FolderCreated = z.object({ id: number }).describe('The folder that was created.');

const name = nonEmpty.meta({ example: 'Example' });

export const operations = {
  list: get('/folders', {
    doc: 'The folders of the user who asks, `My Scans` and `Trash` among them.',
    output: FolderList,
    never: ['InvalidInputError', 'NotFoundError'],
    pyTenable: 'nessus.folders.list',
  }),
  create: post('/folders', { doc: 'Creates a folder.', input: { name }, output: FolderCreated, pyTenable: 'nessus.folders.create' }),
  edit: put('/folders/{folder_id}', { doc: 'Renames a folder.', input: { folder_id: count, name }, pyTenable: 'nessus.folders.edit' }),
  delete: remove('/folders/{folder_id}', { doc: 'Deletes a folder.', input: FolderIdInput, pyTenable: 'nessus.folders.delete' }),
};
