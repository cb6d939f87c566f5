/** Folders: where a user keeps scans. https://docs.tenable.com/nessus/Content/BasicSettings.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import { noInput, numericId } from '../../schema/shapes.js';
import type { Folder } from './folder.js';
import { folder } from './folder.js';

export type { Folder } from './folder.js';

export interface FolderList {
  readonly folders: readonly Folder[] | null;
}

export interface FolderIdInput {
  readonly folder_id: number;
}

export interface FolderCreateInput {
  readonly name: string;
}

export interface FolderEditInput extends FolderIdInput {
  readonly name: string;
}

/** The folder that was created. */
export interface FolderCreated {
  readonly id: number;
}

const folderList: v.GenericSchema<unknown, FolderList> = /* @__PURE__ */ v.looseObject({ folders: v.nullable(v.array(folder)) });

const folderCreated: v.GenericSchema<unknown, FolderCreated> = /* @__PURE__ */ v.looseObject({ id: v.number() });

const nonEmpty = /* @__PURE__ */ v.pipe(v.string(), v.minLength(1));

const idInput: v.GenericSchema<FolderIdInput> = /* @__PURE__ */ v.strictObject({ folder_id: numericId });

const createInput: v.GenericSchema<FolderCreateInput> = /* @__PURE__ */ v.strictObject({ name: nonEmpty });

const editInput: v.GenericSchema<FolderEditInput> = /* @__PURE__ */ v.strictObject({ folder_id: numericId, name: nonEmpty });

/** The folders of the user who asks, `My Scans` and `Trash` among them. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'folders.list',
  product: 'nessus',
  method: 'GET',
  path: '/folders',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: noInput,
  output: /* @__PURE__ */ json<FolderList>(folderList),
  removes: ['InvalidInputError', 'NotFoundError'],
});

/** Creates a folder. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'folders.create',
  product: 'nessus',
  method: 'POST',
  path: '/folders',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: createInput,
  output: /* @__PURE__ */ json<FolderCreated>(folderCreated),
});

/** Renames a folder. */
export const edit = /* @__PURE__ */ defineOperation({
  id: 'folders.edit',
  product: 'nessus',
  method: 'PUT',
  path: '/folders/{folder_id}',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: editInput,
  output: empty,
});

/** Deletes a folder. */
const deleteFolder = /* @__PURE__ */ defineOperation({
  id: 'folders.delete',
  product: 'nessus',
  method: 'DELETE',
  path: '/folders/{folder_id}',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: idInput,
  output: empty,
});

export { deleteFolder as delete };
