/** Tasks on several agents: which agents, what shall happen, how far it is. */
import { answerId, count, flag, list, nonEmpty, number, oneOf, text, z } from '../../language/index.js';

export const AgentCriteria = z.object({
  all_agents: flag.optional().describe('Whether all agents are meant.'),
  wildcard: text.optional().describe('Text that must occur in a member of the agent.'),
  filters: list(text).optional().describe('Filters of the form `name:operator:value`.'),
  filter_type: oneOf('and', 'or').optional().describe('Whether all filters must hold or any. Default `and`.'),
  hardcoded_filters: list(text).optional().describe('Filters that hold in any case.'),
});

/** Which agents a task is about. */
export const someAgents = {
  items: list(z.union([count, nonEmpty])).optional().describe('Numbers or UUIDs of agents.'),
  not_items: list(z.union([count, nonEmpty])).optional().describe('Agents that are left out of those that the criteria find.'),
  criteria: AgentCriteria.optional().describe('Finds the agents, instead of `items`.'),
};

export const AgentDirective = z.object({
  type: oneOf('restart', 'settings'),
  options: z.object({
    hard: flag.optional().describe('Of a restart: whether the service restarts, not only its engine.'),
    idle: flag.optional().describe('Of a restart: whether it waits until no scan runs.'),
    settings: list(z.object({ setting: nonEmpty, value: text })).optional().describe('Of `settings`: what they become.'),
  }).optional(),
});

export const directive = AgentDirective.describe('What the agents shall do.');

export const AgentTask = z.object({
  task_id: answerId,
  container_uuid: text.nullish(),
  status: text.describe('`NEW`, `RUNNING`, `COMPLETED`, `FAILED` or `STALE`.'),
  message: text.nullish(),
  start_time: number.nullish().describe('Unix time in milliseconds.'),
  last_update_time: number.nullish().describe('Unix time in milliseconds.'),
  end_time: number.nullish().describe('Unix time in milliseconds.'),
  total_work_units: number.nullish(),
  total_work_units_completed: number.nullish(),
  completion_percentage: number.nullish().describe('0 to 100.'),
});
