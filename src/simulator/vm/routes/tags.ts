/** Tags: the values of the simulated container. */
import { listValues } from '../../../api/vm/tags.js';
import { toJsonAnswer } from '../../answers.js';
import { toListPage } from '../list-page.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../../simulated-exchange.js';

function answerListValues({ query, world }: RouteRequest): AnswerParts {
  return toListPage(world.tagValues, query, 1000).match(
    ({ items, limit, offset, total }) => toJsonAnswer({ values: items, pagination: { offset, limit, total } }),
    (refusal) => refusal,
  );
}

export const tagsRoutes: readonly Route[] = [{ operation: listValues, answer: answerListValues }];
