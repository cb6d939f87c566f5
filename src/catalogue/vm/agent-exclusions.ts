/** Agent exclusions: times in which agents do not scan. https://developer.tenable.com/reference/agent-exclusions */
import { asRead, count, flag, get, list, nonEmpty, number, post, put, remove, text, time, z } from '../language/index.js';
import { ExclusionSchedule } from './parts/exclusion-schedule.js';
import { scanner_id } from './parts/scanner-id.js';

export const page = 'https://developer.tenable.com/reference/';

export const AgentExclusion = z.object({
  description: text.nullish(),
  name: text,
  uuid: text.nullish(),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
  id: number,
  core_updates_blocked: flag.nullish(),
  schedule: ExclusionSchedule.nullish(),
});

export const AgentExclusionList = z.object({ exclusions: list(AgentExclusion) });

const exclusion_id = count.describe("The exclusion's number.");
const one = { scanner_id, exclusion_id };
const settings = { description: text.nullish() };

export const operations = {
  list: get('/scanners/{scanner_id}/agents/exclusions', { doc: 'All agent exclusions.', input: { scanner_id }, output: AgentExclusionList, pyTenable: 'tio.agent_exclusions.list' }),
  create: post('/scanners/{scanner_id}/agents/exclusions', {
    doc: 'Creates an agent exclusion.',
    input: { scanner_id, name: nonEmpty, ...settings, schedule: ExclusionSchedule },
    output: AgentExclusion,
    pyTenable: 'tio.agent_exclusions.create',
  }),
  details: get('/scanners/{scanner_id}/agents/exclusions/{exclusion_id}', { doc: 'One agent exclusion.', input: one, output: AgentExclusion, pyTenable: 'tio.agent_exclusions.details' }),
  update: put('/scanners/{scanner_id}/agents/exclusions/{exclusion_id}', {
    doc: 'Changes an agent exclusion. Takes it as it was read, with what shall be other.',
    input: asRead(AgentExclusion, { ...one, name: nonEmpty.optional(), ...settings, schedule: ExclusionSchedule.nullish() }),
    output: AgentExclusion,
    page: 'agent-exclusions-edit',
    pyTenable: 'tio.agent_exclusions.edit',
  }),
  delete: remove('/scanners/{scanner_id}/agents/exclusions/{exclusion_id}', { doc: 'Deletes an agent exclusion.', input: one, pyTenable: 'tio.agent_exclusions.delete' }),
};
