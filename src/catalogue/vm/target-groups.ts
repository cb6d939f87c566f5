/** Target groups: targets under a name. https://developer.tenable.com/reference/target-groups */
import { answerText, anything, count, flag, get, list, map, nonEmpty, number, post, put, remove, text, time, z } from '../language/index.js';
import { Acl } from './parts/acl.js';

export const page = 'https://developer.tenable.com/reference/';

export const TargetGroup = z.object({
  acls: list(Acl).nullish(),
  default_group: answerText.nullish(),
  members: text.nullish().describe('Targets, joined by commas.'),
  name: text,
  owner: text.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  last_modification_date: time.nullish(),
  creation_date: time.nullish(),
  owner_id: number.nullish(),
  id: number,
  type: text.nullish(),
});

export const TargetGroupList = z.object({ target_groups: list(TargetGroup) });

const id = count.describe("The group's number.");
const members = nonEmpty.describe('Targets, joined by commas: names, addresses, ranges and CIDR blocks.');
const acls = list(map(anything)).optional().describe('Who may do what with it, as it was read.');

export const operations = {
  list: get('/target-groups', {
    doc: 'All target groups.',
    output: TargetGroupList,
    never: ['NotFoundError'],
    page: 'target-groups-create',
    pyTenable: 'tio.target_groups.list',
    deprecated: 'Target groups are retired; use tags.',
  }),
  details: get('/target-groups/{id}', {
    doc: 'One target group.',
    input: { id, no_members: flag.optional().describe('Whether the targets are left out.') },
    output: TargetGroup,
    pyTenable: 'tio.target_groups.details',
    deprecated: 'Target groups are retired; use tags.',
  }),
  create: post('/target-groups', {
    doc: 'Creates a target group.',
    input: { name: nonEmpty, members, type: text.optional(), acls },
    output: TargetGroup,
    pyTenable: 'tio.target_groups.create',
    deprecated: 'Target groups are retired; use tags.',
  }),
  edit: put('/target-groups/{id}', {
    doc: 'Changes a target group.',
    input: { id, name: nonEmpty.optional(), members: members.optional(), type: text.optional(), acls },
    output: TargetGroup,
    pyTenable: 'tio.target_groups.edit',
    deprecated: 'Target groups are retired; use tags.',
  }),
  delete: remove('/target-groups/{id}', { doc: 'Deletes a target group.', input: { id }, pyTenable: 'tio.target_groups.delete', deprecated: 'Target groups are retired; use tags.' }),
};
