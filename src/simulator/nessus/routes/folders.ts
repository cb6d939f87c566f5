/** Folders: those that everybody has cannot be changed. */
import * as operations from '../../../api/nessus/folders.js';
import { toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { replace, toNextId } from '../../items-by-id.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toFolderEntry } from '../records/scan-answers.js';
import type { NessusFolder } from '../records/scans.js';
import { done, forEditors, toInvalidField, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

function withCustomFolder(request: NessusRequest, answer: (folder: NessusFolder) => AnswerParts): AnswerParts {
  return withItem(request.world.folders, request.params['folder_id'], (folder) =>
    (folder.type === 'custom' ? answer(folder) : toReasonRefusal(403, 'This folder cannot be changed')));
}

function answerCreate({ body, world }: NessusRequest): AnswerParts {
  const name = toText(body, 'name');
  if (name === '') return toInvalidField('name');
  const id = toNextId(world.folders);
  world.folders = [...world.folders, { id, name, type: 'custom' }];
  return toJsonAnswer({ id });
}

function answerEdit(request: NessusRequest): AnswerParts {
  const name = toText(request.body, 'name');
  if (name === '') return toInvalidField('name');
  return withCustomFolder(request, (folder) => done(() => {
    request.world.folders = replace(request.world.folders, { ...folder, name });
  }));
}

/** What was in it goes to the trash. */
function answerDelete(request: NessusRequest): AnswerParts {
  const { world } = request;
  const trash = world.folders.find(({ type }) => type === 'trash')?.id ?? 0;
  return withCustomFolder(request, ({ id }) => done(() => {
    world.folders = world.folders.filter((folder) => folder.id !== id);
    world.scans = world.scans.map((scan) => (scan.folderId === id ? { ...scan, folderId: trash } : scan));
  }));
}

export const foldersRoutes: readonly NessusRoute[] = [
  { operation: operations.list, answer: ({ world }) => toJsonAnswer({ folders: world.folders.map(toFolderEntry) }) },
  { operation: operations.create, answer: forEditors(answerCreate) },
  { operation: operations.edit, answer: forEditors(answerEdit) },
  { operation: operations.delete, answer: forEditors(answerDelete) },
];
