/** Folders for scans of web applications. https://developer.tenable.com/reference/was-v2-folders-list */
import { answerId, get, list, nonEmpty, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const WasFolder = z.object({ folder_id: answerId, name: text });

const folder_id = uuid.describe("The folder's UUID.");

export const operations = {
  list: get('/was/v2/folders', { doc: 'The folders of the user who asks.', output: list(WasFolder), never: ['NotFoundError'], page: 'was-v2-folders-list' }),
  create: post('/was/v2/folders', { doc: 'Creates a folder.', input: { name: nonEmpty }, output: WasFolder, page: 'was-v2-folders-create' }),
  update: put('/was/v2/folders/{folder_id}', { doc: 'Gives a folder another name.', input: { folder_id, name: nonEmpty }, output: WasFolder, page: 'was-v2-folders-update' }),
  delete: remove('/was/v2/folders/{folder_id}', { doc: 'Deletes a folder. Its configurations stay.', input: { folder_id }, page: 'was-v2-folders-delete' }),
};
