/** Tickets: what somebody shall see to. https://docs.tenable.com/security-center/api/Ticket.htm */
import { answerText, anything, idText, list, map, text, z } from '../language/index.js';
import { ObjectReference, ObjectSummary, UserSummary, name, objects, references } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Ticket.htm';

export const Ticket = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  notes: answerText.nullish(),
  classification: answerText.nullish(),
  status: answerText.nullish().describe('`assigned`, `resolved`, `more information`, `not applicable`, `duplicate` or `closed`.'),
  creator: UserSummary.nullish(),
  owner: UserSummary.nullish(),
  assignee: UserSummary.nullish(),
  ownerGroup: ObjectSummary.nullish(),
  assigneeGroup: ObjectSummary.nullish(),
  queries: list(ObjectSummary).nullish(),
  createdTime: answerText.nullish().describe('Unix time in seconds.'),
  modifiedTime: answerText.nullish().describe('Unix time in seconds.'),
  assignedTime: answerText.nullish().describe('Unix time in seconds.'),
  resolvedTime: answerText.nullish().describe('Unix time in seconds.'),
}).describe('Members besides `id` are there as far as `fields` goes.');

const { create, details, list: tickets, update } = objects('/ticket', {
  one: 'a ticket',
  many: 'tickets',
  output: Ticket,
  isParted: true,
  needs: { name, assignee: ObjectReference },
  settings: { description: text.optional(), notes: text.optional(), classification: text.optional(), status: text.optional(), queries: references, query: map(anything).optional() },
  pyTenable: 'sc.tickets',
});

export const operations = { list: tickets, details, create, update };
