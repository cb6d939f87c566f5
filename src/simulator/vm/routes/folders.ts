/** Folders of scans: those that everybody has cannot be changed. */
import { create, delete as remove, edit, list } from '../../../api/vm/folders.js';
import { emptyAnswer, toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { replace, toNextId } from '../../items-by-id.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toFolderEntry } from '../records/scan-answers.js';
import { folders } from '../records/scans.js';
import type { SimulatedFolder } from '../records/scans.js';
import type { Route, RouteRequest } from '../route.js';
import { missing } from '../scan-route.js';

function withCustomFolder({ params, world }: RouteRequest, answer: (folder: SimulatedFolder) => AnswerParts): AnswerParts {
  const folder = world.folders.find(({ id }) => String(id) === params['folder_id']);
  if (folder === undefined) return missing;
  return folder.type === 'custom' ? answer(folder) : toReasonRefusal(403, 'This folder cannot be changed');
}

function answerCreate({ body, world }: RouteRequest): AnswerParts {
  const name = toText(body, 'name');
  if (name === '') return toReasonRefusal(400, "Invalid 'name' field");
  const id = toNextId(world.folders);
  world.folders = [...world.folders, { id, name, type: 'custom' }];
  return toJsonAnswer({ id });
}

function answerEdit(request: RouteRequest): AnswerParts {
  const name = toText(request.body, 'name');
  if (name === '') return toReasonRefusal(400, "Invalid 'name' field");
  return withCustomFolder(request, (folder) => {
    request.world.folders = replace(request.world.folders, { ...folder, name });
    return emptyAnswer;
  });
}

/** What was in it goes to the trash. */
function answerDelete(request: RouteRequest): AnswerParts {
  const { world } = request;
  return withCustomFolder(request, ({ id }) => {
    world.folders = world.folders.filter((folder) => folder.id !== id);
    world.scans = world.scans.map((scan) => (scan.folderId === id ? { ...scan, folderId: folders.trash } : scan));
    return emptyAnswer;
  });
}

export const foldersRoutes: readonly Route[] = [
  { operation: list, answer: ({ world }) => toJsonAnswer({ folders: world.folders.map(toFolderEntry) }) },
  { operation: create, answer: answerCreate },
  { operation: edit, answer: answerEdit },
  { operation: remove, answer: answerDelete },
];
