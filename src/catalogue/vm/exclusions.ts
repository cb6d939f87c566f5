/** Exclusions: targets and times that no scan touches. https://developer.tenable.com/reference/exclusions */
import { anything, asRead, byOffset, count, get, list, nonEmpty, number, pageOffset, post, put, remove, text, time, z } from '../language/index.js';
import { SortedPagination } from '../parts/pagination.js';
import { ExclusionSchedule } from './parts/exclusion-schedule.js';

export const page = 'https://developer.tenable.com/reference/';

export const Exclusion = z.object({
  schedule: ExclusionSchedule.nullish(),
  network_id: text.nullish(),
  last_modification_date: time,
  creation_date: time,
  members: text.describe('Targets, joined by commas.'),
  description: text.nullish(),
  name: text,
  id: number,
  uuid: text.nullish(),
});

export const ExclusionPage = z.object({ exclusions: list(Exclusion), pagination: SortedPagination.extend({ sort: z.union([text, list(anything)]).nullish() }).nullish() });

const exclusion_id = count.describe("The exclusion's number.");
const settings = {
  description: text.nullish(),
  network_id: nonEmpty.nullish().describe("The UUID of the targets' network. Default: the default network, whose UUID is all zeros."),
  schedule: ExclusionSchedule.nullish().describe('When it holds. Default: always.'),
};
const members = nonEmpty.describe('Targets, joined by commas: names, addresses, ranges and CIDR blocks.');

export const operations = {
  list: get('/exclusions', {
    doc: 'Exclusions, page by page.',
    input: {
      limit: z.int().min(1).max(500).optional().describe('Exclusions a page. Default 200.'),
      offset: pageOffset.optional(),
      sort: text.optional(),
    },
    output: ExclusionPage,
    never: ['NotFoundError'],
    paging: { ...byOffset('exclusions'), size: 500 },
    pyTenable: 'tio.exclusions.list',
  }),
  create: post('/exclusions', { doc: 'Creates an exclusion.', input: { name: nonEmpty, members, ...settings }, output: Exclusion, pyTenable: 'tio.exclusions.create' }),
  details: get('/exclusions/{exclusion_id}', { doc: 'One exclusion.', input: { exclusion_id }, output: Exclusion, pyTenable: 'tio.exclusions.details' }),
  update: put('/exclusions/{exclusion_id}', {
    doc: 'Changes an exclusion. Takes it as it was read, with what shall be other.',
    input: asRead(Exclusion, { exclusion_id, name: nonEmpty.optional(), members: members.optional(), ...settings }),
    output: Exclusion,
    page: 'exclusions-edit',
    pyTenable: 'tio.exclusions.edit',
  }),
  delete: remove('/exclusions/{exclusion_id}', { doc: 'Deletes an exclusion.', input: { exclusion_id }, pyTenable: 'tio.exclusions.delete' }),
  import: post('/exclusions/import', {
    doc: 'Makes exclusions of a file that was uploaded.',
    input: { file: nonEmpty.describe('Its name, as the answer to the upload tells it.') },
    pyTenable: 'tio.exclusions.exclusions_import',
  }),
};
