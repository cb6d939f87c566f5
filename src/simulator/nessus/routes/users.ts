/** Users, and the session's own: only administrators may change the others. */
import * as session from '../../../api/nessus/session.js';
import * as users from '../../../api/nessus/users.js';
import { ownValue } from '../../../internal/is-record.js';
import { toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { toHexId } from '../../invented-ids.js';
import { replace, toNextId } from '../../items-by-id.js';
import { isStrongPassword } from '../../password-rule.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { createNessusUser } from '../records/users.js';
import type { NessusUser } from '../records/users.js';
import { done, forAdministrators, toInvalidField, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

const allPermissions: readonly unknown[] = [16, 32, 64, 128];

export function toUserEntry({ email, id, lastLogInS, name, permissions, type, username }: NessusUser): object {
  return { id, username, name, email, type, permissions, lastlogin: lastLogInS, account_type: 'local' };
}

function withUser(request: NessusRequest, answer: (user: NessusUser) => AnswerParts): AnswerParts {
  return withItem(request.world.users, request.params['user_id'], answer);
}

function change(request: NessusRequest, user: NessusUser, changes: Partial<NessusUser>): AnswerParts {
  return done(() => {
    request.world.users = replace(request.world.users, { ...user, ...changes });
  });
}

/** Name and address as far as they are given. */
function toProfile(body: unknown): Partial<Pick<NessusUser, 'email' | 'name'>> {
  const [email, name] = [ownValue(body, 'email'), ownValue(body, 'name')];
  return { ...(typeof email === 'string' ? { email } : {}), ...(typeof name === 'string' ? { name } : {}) };
}

/** The refusal of a weak password, where the server holds them to its rule; `null` for a good one. */
function toWeakness({ hasPasswordComplexity }: NessusRequest['world'], password: string): AnswerParts | null {
  return !hasPasswordComplexity || isStrongPassword(password)
    ? null
    : toReasonRefusal(400, 'Password complexity requirements not met: at least 8 characters of three kinds');
}

function answerCreate(request: NessusRequest): AnswerParts {
  const { body, world } = request;
  const [username, password, permissions] = [toText(body, 'username'), toText(body, 'password'), ownValue(body, 'permissions')];
  if (username === '') return toInvalidField('username');
  if (password === '') return toInvalidField('password');
  if (!allPermissions.includes(permissions)) return toInvalidField('permissions');
  if (world.users.some((user) => user.username === username)) return toReasonRefusal(409, 'A user with this name exists already');
  const weakness = toWeakness(world, password);
  if (weakness !== null) return weakness;
  const user = { ...createNessusUser(toNextId(world.users), username, Number(permissions)), password, ...toProfile(body), type: toText(body, 'type') || 'local' };
  world.users = [...world.users, user];
  return toJsonAnswer(toUserEntry(user));
}

function answerUpdate(request: NessusRequest): AnswerParts {
  const permissions = ownValue(request.body, 'permissions');
  if (!allPermissions.includes(permissions)) return toInvalidField('permissions');
  return withUser(request, (user) => change(request, user, { ...toProfile(request.body), permissions: Number(permissions) }));
}

function answerDelete(request: NessusRequest): AnswerParts {
  return withUser(request, ({ id }) => (id === request.user.id ? toReasonRefusal(409, 'You cannot delete your own account') : done(() => {
    request.world.users = request.world.users.filter((user) => user.id !== id);
  })));
}

function answerPassword(request: NessusRequest): AnswerParts {
  const password = toText(request.body, 'password');
  return withUser(request, (user) => toWeakness(request.world, password) ?? change(request, user, { password }));
}

/** Whoever changes their own password must know the present one. */
function answerOwnPassword(request: NessusRequest): AnswerParts {
  const { body, user, world } = request;
  if (toText(body, 'current_password') !== user.password) return toReasonRefusal(400, 'The current password is incorrect');
  const password = toText(body, 'password');
  return toWeakness(world, password) ?? change(request, user, { password });
}

/** New keys for old: those no longer work. */
function answerKeys(request: NessusRequest, user: NessusUser): AnswerParts {
  const keys = { accessKey: toHexId('next', user.accessKey), secretKey: toHexId('next', user.secretKey) };
  request.world.users = replace(request.world.users, { ...user, ...keys });
  return toJsonAnswer(keys);
}

export const usersRoutes: readonly NessusRoute[] = [
  { operation: users.list, answer: ({ world }) => toJsonAnswer({ users: world.users.map(toUserEntry) }) },
  { operation: users.details, answer: (request) => withUser(request, (user) => toJsonAnswer(toUserEntry(user))) },
  { operation: users.create, answer: forAdministrators(answerCreate) },
  { operation: users.update, answer: forAdministrators(answerUpdate) },
  { operation: users.delete, answer: forAdministrators(answerDelete) },
  { operation: users.changePassword, answer: forAdministrators(answerPassword) },
  { operation: users.apiKeys, answer: forAdministrators((request) => withUser(request, (user) => answerKeys(request, user))) },
  { operation: session.apiKeys, answer: (request) => answerKeys(request, request.user) },
  { operation: session.details, answer: ({ user }) => toJsonAnswer(toUserEntry(user)) },
  { operation: session.update, answer: (request) => change(request, request.user, toProfile(request.body)) },
  { operation: session.changePassword, answer: answerOwnPassword },
];
