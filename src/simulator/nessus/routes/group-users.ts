/** Which users are in a group. The groups themselves are plain objects. */
import { addUser, listUsers, removeUser } from '../../../api/nessus/groups.js';
import { toJsonAnswer } from '../../answers.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { done, forAdministrators, missing, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';
import { toUserEntry } from './users.js';

function readMembers({ params, world }: NessusRequest): readonly number[] {
  return world.groupUsers.get(params['group_id'] ?? '') ?? [];
}

function writeMembers({ params, world }: NessusRequest, members: readonly number[]): AnswerParts {
  return done(() => world.groupUsers.set(params['group_id'] ?? '', members));
}

function answerAdd(request: NessusRequest): AnswerParts {
  return withItem(request.world.users, request.params['user_id'], ({ id }) => writeMembers(request, [...new Set([...readMembers(request), id])]));
}

function answerRemove(request: NessusRequest): AnswerParts {
  const members = readMembers(request);
  const left = members.filter((id) => String(id) !== request.params['user_id']);
  return left.length === members.length ? missing : writeMembers(request, left);
}

export const groupUsersRoutes: readonly NessusRoute[] = [
  { operation: listUsers, answer: (request) => toJsonAnswer({ users: request.world.users.filter(({ id }) => readMembers(request).includes(id)).map(toUserEntry) }) },
  { operation: addUser, answer: forAdministrators(answerAdd) },
  { operation: removeUser, answer: forAdministrators(answerRemove) },
];
