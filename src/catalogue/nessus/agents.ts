/** Agents: Nessus agents linked to a Nessus Manager. https://docs.tenable.com/nessus/Content/AgentSettings.htm */
import { byOffset, count, get, list, number, numberedFilters, oneOf, pageLimit, pageOffset, remove, text, time, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/AgentSettings.htm';

export const Agent = z.object({
  id: number,
  uuid: text,
  name: text,
  platform: text.nullish(),
  distro: text.nullish(),
  ip: text.nullish(),
  status: text.nullish().describe('`on` or `off`.'),
  core_version: text.nullish(),
  linked_on: time.nullish(),
  last_connect: time.nullish(),
  last_scanned: time.nullish(),
});

export const AgentPage = z.object({ agents: list(Agent).nullable() }).describe('Part of the list; a list of one for `details`.');

export const AgentIdInput = z.object({ agent_id: count });

export const operations = {
  list: get('/agents', {
    doc: 'Agents, page by page.',
    input: {
      sort_by: text.optional().describe('The field to sort by.'),
      sort_order: oneOf('asc', 'desc').optional(),
      limit: pageLimit.optional().describe('Agents a page, 1 to 5000.'),
      offset: pageOffset.optional(),
      'filter.*': numberedFilters().describe("Filters: `'filter.0.filter': 'name'`, `'filter.0.quality': 'match'`, `'filter.0.value': 'lap'`; `'filter.search_type'` is `and` or `or`."),
    },
    output: AgentPage,
    paging: byOffset('agents'),
    pyTenable: 'nessus.agents.list',
  }),
  details: get('/agents/{agent_id}', { doc: 'One agent, as a list of one.', input: AgentIdInput, output: AgentPage, pyTenable: 'nessus.agents.details' }),
  unlink: remove('/agents/{agent_id}/unlink', { doc: 'Unlinks an agent; the server keeps what it knows of it.', input: AgentIdInput, pyTenable: 'nessus.agents.unlink' }),
  delete: remove('/agents/{agent_id}', { doc: 'Deletes an agent with what the server knows of it.', input: AgentIdInput, pyTenable: 'nessus.agents.delete' }),
};
