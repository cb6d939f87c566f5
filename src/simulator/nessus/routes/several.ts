/** What is done to several objects at once. Numbers of none are passed over. */
import * as agents from '../../../api/nessus/agents.js';
import * as policies from '../../../api/nessus/policies.js';
import * as scans from '../../../api/nessus/scans.js';
import * as users from '../../../api/nessus/users.js';
import { ownValue } from '../../../internal/is-record.js';
import { emptyAnswer, toJsonAnswer } from '../../answers.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toScanStatus } from '../records/scans.js';
import { forAdministrators, forEditors, missing } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

interface Numbered {
  readonly id: number;
}

/** What is left of a list, and the numbers of those that are named and may go. */
function takeNamed<Item extends Numbered>({ body }: NessusRequest, items: readonly Item[], mayGo: (item: Item) => boolean = () => true): { readonly left: readonly Item[]; readonly gone: readonly number[] } {
  const named: unknown = ownValue(body, 'ids');
  const isGone = (item: Item): boolean => Array.isArray(named) && named.includes(item.id) && mayGo(item);
  return { left: items.filter((item) => !isGone(item)), gone: items.filter(isGone).map(({ id }) => id) };
}

function answerAgents(request: NessusRequest): AnswerParts {
  if (request.world.edition !== 'manager') return missing;
  request.world.linkedAgents = takeNamed(request, request.world.linkedAgents).left;
  return emptyAnswer;
}

function answerPolicies(request: NessusRequest): AnswerParts {
  const { gone, left } = takeNamed(request, request.world.policies);
  request.world.policies = left;
  return toJsonAnswer({ deleted: gone });
}

/** Scans that run stay. */
function answerScans(request: NessusRequest): AnswerParts {
  const { gone, left } = takeNamed(request, request.world.scans, (scan) => !['running', 'paused'].includes(toScanStatus(scan, request.nowMs)));
  request.world.scans = left;
  return toJsonAnswer({ deleted: gone });
}

/** Whoever asks stays. */
function answerUsers(request: NessusRequest): AnswerParts {
  request.world.users = takeNamed(request, request.world.users, ({ id }) => id !== request.user.id).left;
  return emptyAnswer;
}

export const severalRoutes: readonly NessusRoute[] = [
  { operation: agents.unlinkMany, answer: forAdministrators(answerAgents) },
  { operation: agents.deleteMany, answer: forAdministrators(answerAgents) },
  { operation: policies.deleteMany, answer: forEditors(answerPolicies) },
  { operation: scans.deleteMany, answer: forEditors(answerScans) },
  { operation: users.deleteMany, answer: forAdministrators(answerUsers) },
];
