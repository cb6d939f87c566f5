/** Notifications: what happened to objects of the user who asks. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Notification.htm */
import { answerText, anything, get, idText, list, oneOf, z } from '../language/index.js';
import { ObjectId, ObjectSummary, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Notification.htm';

export const Notification = z.object({
  id: idText.nullish(),
  initiator: answerText.nullish(),
  action: answerText.nullish(),
  type: answerText.nullish(),
  time: answerText.nullish(),
  target: ObjectSummary.nullish(),
  changes: anything.optional(),
  effects: list(anything).nullish(),
  status: answerText.nullish().describe('`new`, `sent`.'),
  text: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/notification', {
    doc: 'Notifications. New ones are marked as sent by it.',
    input: { fields, timeframe: oneOf('24h', '7d', '30d').optional() },
    output: list(Notification),
    never: ['NotFoundError', 'UnsupportedError'],
  }),
  details: get('/notification/{id}', { doc: 'One notification. A new one is marked as sent by it.', input: { id: ObjectId, fields }, output: Notification, never: ['UnsupportedError'] }),
};
