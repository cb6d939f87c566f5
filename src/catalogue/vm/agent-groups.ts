/** Agent groups: agents that scans name together. https://developer.tenable.com/reference/agent-groups */
import { byOffset, count, get, list, nonEmpty, number, pageLimit, pageOffset, pathText, post, put, remove, text, time, uuid, z } from '../language/index.js';
import { SortedPagination } from '../parts/pagination.js';
import { Agent, AgentPage } from './parts/agent.js';
import { AgentTask, directive, someAgents } from './parts/agent-tasks.js';
import { listFilters } from './parts/list-filters.js';
import { scanner_id } from './parts/scanner-id.js';

export const page = 'https://developer.tenable.com/reference/';

export const AgentGroup = z.object({
  id: number,
  uuid: text,
  name: text,
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
  timestamp: time.nullish(),
  shared: number.nullish(),
  owner: text.nullish(),
  owner_id: number.nullish(),
  owner_name: text.nullish(),
  owner_uuid: text.nullish(),
  user_permissions: number.nullish(),
  agents_count: number.nullish(),
});

export const AgentGroupList = z.object({ groups: list(AgentGroup) });

export const AgentGroupDetails = AgentGroup.extend({ agents: list(Agent).nullish().describe('A page of its agents.'), pagination: SortedPagination.nullish() });

export const RenamedAgentGroup = z.object({
  owner_uuid: text.nullish(),
  created: number.nullish().describe('Unix time in milliseconds.'),
  modified: number.nullish().describe('Unix time in milliseconds.'),
  container_uuid: text.nullish(),
  uuid: text,
  id: number,
  name: text,
  agents_count: number.nullish(),
  default_permissions: number.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  created_in_seconds: time.nullish(),
  modified_in_seconds: time.nullish(),
});

const group_id = count.describe("The group's number.");
const one = { scanner_id, group_id };
const agent = { ...one, agent_id: z.union([count, pathText]).describe("The agent's number or UUID.").meta({ example: 42 }) };
const agentPage = { ...listFilters, limit: pageLimit.optional().describe('Agents a page, 1 to 5000. Default 50.'), offset: pageOffset.optional() };

export const operations = {
  list: get('/scanners/{scanner_id}/agent-groups', { doc: 'All agent groups, without their agents.', input: { scanner_id }, output: AgentGroupList, pyTenable: 'tio.agent_groups.list' }),
  create: post('/scanners/{scanner_id}/agent-groups', { doc: 'Creates an agent group.', input: { scanner_id, name: nonEmpty }, output: AgentGroup, pyTenable: 'tio.agent_groups.create' }),
  details: get('/scanners/{scanner_id}/agent-groups/{group_id}', {
    doc: 'One agent group with a page of its agents.',
    input: { ...one, ...agentPage },
    output: AgentGroupDetails,
    pyTenable: 'tio.agent_groups.details',
  }),
  listAgents: get('/scanners/{scanner_id}/agent-groups/{group_id}/agents', {
    doc: 'The agents of a group, page by page.',
    input: { ...one, ...agentPage },
    output: AgentPage,
    paging: byOffset('agents'),
    page: 'agent-group-list-agents',
  }),
  rename: put('/scanners/{scanner_id}/agent-groups/{group_id}', {
    doc: 'Gives an agent group another name.',
    input: { ...one, name: nonEmpty },
    output: RenamedAgentGroup,
    page: 'agent-groups-configure',
    pyTenable: 'tio.agent_groups.configure',
  }),
  delete: remove('/scanners/{scanner_id}/agent-groups/{group_id}', { doc: 'Deletes an agent group. Its agents stay.', input: one, pyTenable: 'tio.agent_groups.delete' }),
  addAgent: put('/scanners/{scanner_id}/agent-groups/{group_id}/agents/{agent_id}', { doc: 'Adds an agent to a group.', input: agent, pyTenable: 'tio.agent_groups.add_agent' }),
  removeAgent: remove('/scanners/{scanner_id}/agent-groups/{group_id}/agents/{agent_id}', {
    doc: 'Takes an agent out of a group.',
    input: agent,
    page: 'agent-groups-delete-agent',
    pyTenable: 'tio.agent_groups.delete_agent',
  }),
  addAgents: post('/scanners/{scanner_id}/agent-groups/{group_id}/agents/_bulk/add', {
    doc: 'Starts to add several agents to a group; `taskStatus` follows it.',
    input: { ...one, ...someAgents },
    output: AgentTask,
    idempotent: true,
    page: 'bulk-add-agents',
    pyTenable: 'tio.agent_groups.add_agent',
  }),
  removeAgents: post('/scanners/{scanner_id}/agent-groups/{group_id}/agents/_bulk/remove', {
    doc: 'Starts to take several agents out of a group; `taskStatus` follows it.',
    input: { ...one, ...someAgents },
    output: AgentTask,
    idempotent: true,
    page: 'bulk-remove-agents',
    pyTenable: 'tio.agent_groups.delete_agent',
  }),
  directAgents: post('/scanners/{scanner_id}/agent-groups/{group_id}/agents/_bulk/directive', {
    doc: 'Starts to restart agents of a group, or to change their settings.',
    input: { ...one, ...someAgents, directive },
    output: AgentTask,
    page: 'io-agent-bulk-operations-group-directive',
  }),
  taskStatus: get('/scanners/{scanner_id}/agent-groups/{group_id}/agents/_bulk/{task_uuid}', {
    doc: "How far a task on a group's agents is.",
    input: { ...one, task_uuid: uuid },
    output: AgentTask,
    page: 'bulk-task-agent-group-status',
    pyTenable: 'tio.agent_groups.task_status',
  }),
};
