/** Agents: Nessus agents linked to a Nessus Manager. https://docs.tenable.com/nessus/Content/AgentSettings.htm */
import { byOffset, count, get, list, numberedFilters, oneOf, pageLimit, pageOffset, remove, text, z } from '../language/index.js';
import { Agent } from './parts/agent.js';
import { ids } from './parts/ids.js';

export const page = 'https://docs.tenable.com/nessus/Content/AgentSettings.htm';

export const AgentPage = z.object({ agents: list(Agent).nullable() }).describe('Part of the list; a list of one for `details`.');

export const AgentIdInput = z.object({ agent_id: count });

export const operations = {
  list: get('/agents', {
    doc: 'Agents, page by page. A server that is no Nessus Manager has none and says so by an error.',
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
  unlinkMany: remove('/agents/unlink', { doc: 'Unlinks several agents; the server keeps what it knows of them.', input: { ids }, pyTenable: 'nessus.agents.unlink_many' }),
  deleteMany: remove('/agents', { doc: 'Deletes several agents with what the server knows of them.', input: { ids }, pyTenable: 'nessus.agents.delete_many' }),
};
