/** Folders: where a user keeps scans. https://developer.tenable.com/reference/folders */
import { count, get, list, nonEmpty, number, post, put, remove, z } from '../language/index.js';
import { ScanFolder } from './parts/scan-folder.js';

export const page = 'https://developer.tenable.com/reference/';

export const FolderList = z.object({ folders: list(ScanFolder).nullable() });

export const CreatedFolder = z.object({ id: number });

const folder_id = count.describe("The folder's number.");

export const operations = {
  list: get('/folders', { doc: 'The folders of the user who asks.', output: FolderList, never: ['NotFoundError'], pyTenable: 'tio.folders.list' }),
  create: post('/folders', { doc: 'Creates a folder.', input: { name: nonEmpty }, output: CreatedFolder, pyTenable: 'tio.folders.create' }),
  edit: put('/folders/{folder_id}', { doc: 'Gives a folder another name.', input: { folder_id, name: nonEmpty }, pyTenable: 'tio.folders.edit' }),
  delete: remove('/folders/{folder_id}', { doc: 'Deletes a folder. Its scans go to the trash.', input: { folder_id }, pyTenable: 'tio.folders.delete' }),
};
