/** Agents: Nessus agents linked to the container. https://developer.tenable.com/reference/agents */
import { byOffset, count, get, list, number, pageLimit, pageOffset, text, time, z } from '../language/index.js';
import { Pagination } from '../parts/pagination.js';
import { listFilters } from './parts/list-filters.js';

export const page = 'https://developer.tenable.com/reference/';

export const Agent = z.object({
  id: number,
  uuid: text,
  name: text,
  platform: text,
  distro: text.optional(),
  ip: text.optional(),
  status: text.describe('`on` or `off`.'),
  linked_on: time.optional(),
  last_connect: time.optional(),
  plugin_feed_id: text.optional(),
  core_version: text.optional(),
  core_build: text.optional(),
  groups: list(z.object({ id: number, name: text })).optional(),
});

export const AgentPage = z.object({ agents: list(Agent), pagination: Pagination });

export const operations = {
  list: get('/scanners/{scanner_id}/agents', {
    doc: 'Agents, page by page. Needs scan manager permission.',
    input: {
      scanner_id: count.describe('The scanner that the agents are linked through; 1 for the cloud.').meta({ example: 1 }),
      ...listFilters,
      limit: pageLimit.optional().describe('Agents a page, 1 to 5000.'),
      offset: pageOffset.optional(),
    },
    output: AgentPage,
    never: ['UnsupportedError'],
    paging: byOffset('agents'),
    pyTenable: 'tio.agents.list',
  }),
};
