/** Agents: only a Nessus Manager has them. */
import * as operations from '../../../api/nessus/agents.js';
import { toJsonAnswer } from '../../answers.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { done, forAdministrators, missing, toInvalidField, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';
import type { NessusAgent } from '../world.js';

function withAgent(request: NessusRequest, answer: (agent: NessusAgent) => AnswerParts): AnswerParts {
  return withItem(request.world.linkedAgents, request.params['agent_id'], answer);
}

function answerList({ query, world }: NessusRequest): AnswerParts {
  const sortBy = query.get('sort_by') ?? 'id';
  if (!world.linkedAgents.every((agent) => Object.hasOwn(agent, sortBy))) return toInvalidField('sort_by');
  const direction = query.get('sort_order') === 'desc' ? -1 : 1;
  const agents = [...world.linkedAgents].sort((a, b) => direction * String(a[sortBy]).localeCompare(String(b[sortBy]), 'en', { numeric: true }));
  const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 50)];
  return toJsonAnswer({ agents: agents.slice(offset, offset + limit), pagination: { total: agents.length, limit, offset } });
}

function answerRemoval(request: NessusRequest): AnswerParts {
  return withAgent(request, ({ id }) => done(() => {
    request.world.linkedAgents = request.world.linkedAgents.filter((agent) => agent.id !== id);
  }));
}

const onManager = (answer: NessusRoute['answer']): NessusRoute['answer'] => (request) => (request.world.edition === 'manager' ? answer(request) : missing);

export const agentsRoutes: readonly NessusRoute[] = [
  { operation: operations.list, answer: onManager(answerList) },
  { operation: operations.details, answer: onManager((request) => withAgent(request, (agent) => toJsonAnswer({ agents: [agent] }))) },
  { operation: operations.unlink, answer: onManager(forAdministrators(answerRemoval)) },
  { operation: operations.delete, answer: onManager(forAdministrators(answerRemoval)) },
];
