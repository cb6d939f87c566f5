/** Agents: those that are linked through the cloud scanner. Needs scan manager permission. */
import { list } from '../../../api/vm/agents.js';
import { toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { toNamedRefusal } from '../answers.js';
import { toListPage } from '../list-page.js';
import { cloudScannerId } from '../records/agents.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../../simulated-exchange.js';

const scanManager = 40;
const byName = [{ name: 'name', order: 'asc' }];

function answerList({ params, query, user, world }: RouteRequest): AnswerParts {
  if (user.permissions < scanManager) return toNamedRefusal(403, 'Insufficient scope');
  if (params['scanner_id'] !== String(cloudScannerId)) return toReasonRefusal(404, 'The requested file was not found');
  return toListPage(world.agents, query, 50).match(
    ({ items, limit, offset, sort, total }) => toJsonAnswer({
      agents: items,
      pagination: { total, limit, offset, sort: sort.length === 0 ? byName : sort },
    }),
    (refusal) => refusal,
  );
}

export const agentsRoutes: readonly Route[] = [{ operation: list, answer: answerList }];
