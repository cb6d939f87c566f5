/** Agents: Nessus agents linked to the container. https://developer.tenable.com/reference/agents */
import { byOffset, count, get, map, nonEmpty, number, pageLimit, pageOffset, patch, post, remove, text, uuid, z } from '../language/index.js';
import { Agent, AgentPage } from './parts/agent.js';
import { AgentTask, directive, someAgents } from './parts/agent-tasks.js';
import { listFilters } from './parts/list-filters.js';
import { scanner_id } from './parts/scanner-id.js';

export const page = 'https://developer.tenable.com/reference/';

export const AgentSafeModeSummary = z.object({
  container_uuid: text.nullish(),
  user_uuid: text.nullish(),
  site: text.nullish(),
  agent_safe_mode_count: z.object({ total: number.nullish(), by_version: map(number).nullish(), by_platform: map(number).nullish() }).nullish(),
  time_stamp: number.nullish().describe('Unix time in milliseconds.'),
});

const agent_id = count.describe("The agent's number.");

export const operations = {
  list: get('/scanners/{scanner_id}/agents', {
    doc: 'Agents, page by page. Needs scan manager permission.',
    input: { scanner_id, ...listFilters, limit: pageLimit.optional().describe('Agents a page, 1 to 5000.'), offset: pageOffset.optional() },
    output: AgentPage,
    never: ['UnsupportedError'],
    paging: byOffset('agents'),
    pyTenable: 'tio.agents.list',
  }),
  details: get('/scanners/{scanner_id}/agents/{agent_id}', { doc: 'One agent, with its settings and health.', input: { scanner_id, agent_id }, output: Agent, page: 'agents-get', pyTenable: 'tio.agents.details' }),
  rename: patch('/scanners/{scanner_id}/agents/{agent_id}', {
    doc: 'Gives an agent another name.',
    input: { scanner_id, agent_id, name: nonEmpty },
    output: Agent,
    idempotent: true,
    page: 'io-agents-rename',
  }),
  unlink: remove('/scanners/{scanner_id}/agents/{agent_id}', { doc: 'Unlinks an agent from the container.', input: { scanner_id, agent_id }, page: 'agents-delete', pyTenable: 'tio.agents.unlink' }),
  unlinkBulk: post('/scanners/{scanner_id}/agents/_bulk/unlink', {
    doc: 'Starts to unlink several agents; `taskStatus` follows it.',
    input: { scanner_id, ...someAgents },
    output: AgentTask,
    idempotent: true,
    page: 'bulk-unlink-agents',
    pyTenable: 'tio.agents.unlink',
  }),
  addToNetworkBulk: post('/scanners/{scanner_id}/agents/_bulk/addToNetwork', {
    doc: 'Starts to move several agents to a network.',
    input: { scanner_id, ...someAgents, network_uuid: uuid },
    output: AgentTask,
    idempotent: true,
    page: 'io-agent-bulk-operations-add-to-network',
  }),
  removeFromNetworkBulk: post('/scanners/{scanner_id}/agents/_bulk/removeFromNetwork', {
    doc: 'Starts to move several agents back to the default network.',
    input: { scanner_id, ...someAgents, network_uuid: uuid },
    output: AgentTask,
    idempotent: true,
    page: 'io-agent-bulk-operations-remove-from-network',
  }),
  assignToProfileBulk: post('/scanners/{scanner_id}/agents/_bulk/assignToProfile', {
    doc: 'Starts to give several agents a profile, or to take it from them where none is given.',
    input: { scanner_id, ...someAgents, profile_uuid: uuid.optional() },
    output: AgentTask,
    idempotent: true,
    page: 'agent-bulk-operations-profile',
  }),
  directBulk: post('/scanners/{scanner_id}/agents/_bulk/directive', {
    doc: 'Starts to restart several agents, or to change their settings.',
    input: { scanner_id, ...someAgents, directive },
    output: AgentTask,
    page: 'io-agent-bulk-operations-directive',
  }),
  taskStatus: get('/scanners/{scanner_id}/agents/_bulk/{task_uuid}', {
    doc: 'How far a task on several agents is.',
    input: { scanner_id, task_uuid: uuid },
    output: AgentTask,
    page: 'bulk-task-agent-status',
    pyTenable: 'tio.agents.task_status',
  }),
  safeModeSummary: get('/agents/safe-mode-summary', {
    doc: 'How many agents run in safe mode, by version and platform.',
    output: AgentSafeModeSummary,
    never: ['NotFoundError'],
    page: 'agents-get-safe-mode-summary',
  }),
};
