/** Agent groups: agents that scans name together, on Nessus Manager. https://docs.tenable.com/nessus/Content/AgentGroups.htm */
import { count, get, list, nonEmpty, number, post, put, remove, text, time, z } from '../language/index.js';
import { Agent } from './parts/agent.js';
import { ids } from './parts/ids.js';

export const page = 'https://docs.tenable.com/nessus/Content/AgentGroups.htm';

export const AgentGroup = z.object({
  id: number,
  name: text.nullish(),
  agents_count: number.nullish(),
  owner: text.nullish(),
  owner_id: number.nullish(),
  owner_name: text.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  timestamp: time.nullish(),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
});

export const AgentGroupList = z.object({ groups: list(AgentGroup).nullable() });

export const AgentGroupDetails = AgentGroup.extend({ agents: list(Agent).nullish() });

export const AgentGroupIdInput = z.object({ group_id: count });

export const AgentGroupAgentInput = z.object({ group_id: count, agent_id: count }).describe('An agent, and a group that it is in or shall be in.');

export const AgentGroupAgentsInput = z.object({ group_id: count, ids });

const name = nonEmpty.meta({ example: 'Example' });

export const operations = {
  list: get('/agent-groups', { doc: 'All agent groups, without their agents.', output: AgentGroupList, never: ['InvalidInputError'], pyTenable: 'nessus.agent_groups.list' }),
  details: get('/agent-groups/{group_id}', { doc: 'One agent group with its agents.', input: AgentGroupIdInput, output: AgentGroupDetails, pyTenable: 'nessus.agent_groups.details' }),
  create: post('/agent-groups', { doc: 'Creates an agent group.', input: { name }, output: AgentGroup, pyTenable: 'nessus.agent_groups.create' }),
  configure: put('/agent-groups/{group_id}', { doc: 'Renames an agent group.', input: { group_id: count, name }, pyTenable: 'nessus.agent_groups.configure' }),
  delete: remove('/agent-groups/{group_id}', { doc: 'Deletes an agent group. Its agents stay.', input: AgentGroupIdInput, pyTenable: 'nessus.agent_groups.delete_group' }),
  deleteMany: remove('/agent-groups', { doc: 'Deletes several agent groups.', input: { ids }, pyTenable: 'nessus.agent_groups.delete_groups' }),
  addAgent: put('/agent-groups/{group_id}/agents/{agent_id}', { doc: 'Adds an agent to a group.', input: AgentGroupAgentInput, pyTenable: 'nessus.agent_groups.add_agent' }),
  addAgents: put('/agent-groups/{group_id}/agents', { doc: 'Adds several agents to a group.', input: AgentGroupAgentsInput, pyTenable: 'nessus.agent_groups.add_agents' }),
  removeAgent: remove('/agent-groups/{group_id}/agents/{agent_id}', {
    doc: 'Takes an agent out of a group.',
    input: AgentGroupAgentInput,
    pyTenable: 'nessus.agent_groups.delete_agent',
  }),
  removeAgents: remove('/agent-groups/{group_id}/agents', {
    doc: 'Takes several agents out of a group.',
    input: AgentGroupAgentsInput,
    pyTenable: 'nessus.agent_groups.delete_agents',
  }),
};
