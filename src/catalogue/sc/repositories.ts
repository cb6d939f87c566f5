/** Repositories: where results are kept. https://docs.tenable.com/security-center/api/Repository.htm */
import { answerText, answerTime, anything, count, flagText, get, idText, joinedTexts, list, map, nonEmpty, text, z } from '../language/index.js';
import { ObjectId, ObjectInput, ObjectSummary, fields, name, objects, reference, references } from './parts/objects.js';
import { Schedule } from './parts/schedule.js';

export const page = 'https://docs.tenable.com/security-center/api/Repository.htm';

export const Repository = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish().describe('`Local`, `Remote` or `Offline`.'),
  dataFormat: answerText.nullish().describe('`IPv4`, `IPv6`, `agent`, `mobile` and others.'),
  vulnCount: answerText.nullish(),
  lastVulnUpdate: answerTime.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
  typeFields: map(anything).nullish().describe("What there is besides for the repository's format, such as `ipRange`."),
  uuid: answerText.nullish(),
  remoteID: answerText.nullish(),
  remoteIP: answerText.nullish(),
  running: answerText.nullish(),
  downloadFormat: answerText.nullish(),
  lastSyncTime: answerTime.nullish(),
  organizations: list(ObjectSummary).nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

const kind = objects('/repository', {
  one: 'a repository',
  many: 'repositories',
  output: Repository,
  needs: {
    name,
    type: nonEmpty.describe('`Local`, `Remote` or `Offline`.').meta({ example: 'Local' }),
    dataFormat: nonEmpty.describe('`IPv4`, `IPv6`, `agent`, `mobile` and others.').meta({ example: 'IPv4' }),
  },
  settings: {
    description: text.optional(),
    organizations: references,
    trendingDays: count.optional().describe('Days that trends are kept.'),
    trendWithRaw: flagText.optional(),
    correlation: references,
    ipRange: joinedTexts.optional().describe('Addresses, ranges and CIDR blocks.'),
    remoteIP: text.optional(),
    remoteID: ObjectId.optional(),
    preferences: map(anything).optional(),
    mdm: reference,
    scanner: reference,
    nessusSchedule: Schedule.optional(),
    mobileSchedule: Schedule.optional(),
    remoteSchedule: Schedule.optional(),
  },
  pyTenable: 'sc.repositories',
});

export const operations = {
  ...kind,
  list: get('/repository', {
    doc: 'All repositories that the account may see.',
    input: { fields, type: text.optional().describe('`All`, `Local`, `Remote` or `Offline`.') },
    output: list(Repository),
    never: ['NotFoundError', 'UnsupportedError'],
    pyTenable: 'sc.repositories.list',
  }),
  create: { ...kind.create, doc: 'Creates a repository. Needs an administrator.' },
  update: { ...kind.update, doc: 'Changes what is given of a repository. Needs an administrator.' },
  exportFile: get('/repository/{id}/export', {
    doc: 'Downloads all of a repository, as a compressed archive.',
    input: ObjectInput,
    file: { id: 'id', name: 'id', mayBeHtml: false },
    never: ['UnsupportedError'],
    pyTenable: 'sc.repositories.export_repository',
  }),
};
