/** Freeze windows: times in which nothing is scanned. Since version 5.18. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Freeze-Window.htm */
import { answerText, answerTime, anything, flagText, get, idText, list, nonEmpty, post, text, z } from '../language/index.js';
import { ObjectId, ObjectReference, ObjectSummary, UserSummary, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Freeze-Window.htm';

export const FreezeWindow = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  status: answerText.nullish(),
  creator: UserSummary.nullish(),
  assets: list(anything).nullish(),
  repository: ObjectSummary.nullish(),
  owner: UserSummary.nullish(),
  ipList: answerText.nullish(),
  allIPs: answerText.nullish(),
  repeatRule: answerText.nullish(),
  start: answerText.nullish(),
  end: answerText.nullish(),
  duration: answerText.nullish(),
  enabled: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  active: answerText.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  canManage: answerText.nullish(),
  functional: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/freeze', { doc: 'All freeze windows.', input: { fields }, output: list(FreezeWindow), never: ['NotFoundError', 'UnsupportedError'] }),
  details: get('/freeze/{id}', { doc: 'One freeze window.', input: { id: ObjectId, fields }, output: FreezeWindow, never: ['UnsupportedError'] }),
  create: post('/freeze', {
    doc: 'Creates a freeze window. Needs `ipList` or `assets` where `allIPs` is false.',
    input: {
      name: nonEmpty,
      description: text.optional(),
      allIPs: flagText.optional(),
      ipList: text.optional(),
      assets: list(anything).optional(),
      repository: ObjectReference.optional(),
      repeatRule: text.optional(),
      start: text.optional(),
      end: text.optional(),
      enabled: flagText.optional(),
    },
    output: FreezeWindow,
  }),
};
