/** Users: only administrators may look at one, create one or set a password. */
import { changePassword, create, details, list } from '../../../api/vm/users.js';
import { ownValue } from '../../../internal/is-record.js';
import { emptyAnswer, toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { toNamedRefusal } from '../answers.js';
import { approvedDomains, container, createUser } from '../records/users.js';
import type { SimulatedUser } from '../records/users.js';
import { administrator, forAdministrators } from '../route.js';
import { toText } from '../../text-member.js';
import type { Route, RouteRequest } from '../route.js';
import type { AnswerParts } from '../../simulated-exchange.js';

/** What everybody may see of a user. */
function toPublicUser({ id, uuid, username, email, name, type, permissions }: SimulatedUser): object {
  return { id, user_name: username, username, email, name, type, permissions, uuid, uuid_id: uuid };
}

function toUser(user: SimulatedUser): object {
  return { ...toPublicUser(user), login_fail_count: 0, login_fail_total: 0, enabled: user.enabled, container_uuid: container.uuid };
}

function answerList({ user, world }: RouteRequest): AnswerParts {
  return toJsonAnswer({ users: world.users.map(user.permissions === administrator ? toUser : toPublicUser) });
}

/** By number or by UUID; both were recorded to work. */
function findUser({ params, world }: RouteRequest): SimulatedUser | undefined {
  const id = params['user_id'];
  return world.users.find((user) => String(user.id) === id || user.uuid === id);
}

function answerDetails(request: RouteRequest): AnswerParts {
  const user = findUser(request);
  return user === undefined ? toNamedRefusal(404) : toJsonAnswer(toUser(user));
}

function answerCreate({ body, world }: RouteRequest): AnswerParts {
  const username = toText(body, 'username');
  const password = toText(body, 'password');
  const permissions = Number(ownValue(body, 'permissions'));
  const domain = /^[^@\s]+@([^@\s]+)$/.exec(username)?.[1]?.toLowerCase();
  if (domain === undefined) return toReasonRefusal(400, "Invalid 'username' field");
  if (!approvedDomains.includes(domain)) return toReasonRefusal(400, "The username provided is not a part of the current Container's approved domains.");
  if (!allPermissions.includes(permissions)) return toReasonRefusal(400, "Invalid 'permissions' field");
  if (world.users.some((user) => user.username === username)) return toNamedRefusal(409, 'A user with this name exists already.');
  const weakness = toWeakness(password, []);
  if (weakness !== null) return toReasonRefusal(400, weakness);
  const id = Math.max(...world.users.map((user) => user.id)) + 1;
  const user = {
    ...createUser(id, username, toText(body, 'name') || username, permissions),
    email: toText(body, 'email') || username,
    type: toText(body, 'type') || 'local',
    passwords: [password],
  };
  world.users.push(user);
  return toJsonAnswer({ ...toUser(user), aggregate: true });
}

const allPermissions: readonly number[] = [16, 24, 32, 40, 64];

/** The present password is not asked for: there are containers that take no notice of it. */
function answerChangePassword(request: RouteRequest): AnswerParts {
  const user = findUser(request);
  const password = toText(request.body, 'password');
  if (user === undefined) return toNamedRefusal(404);
  if (password === '') return toReasonRefusal(400, "Invalid 'password' field");
  const weakness = toWeakness(password, user.passwords);
  if (weakness !== null) return toReasonRefusal(400, weakness);
  request.world.users[request.world.users.indexOf(user)] = { ...user, passwords: [password, ...user.passwords] };
  return emptyAnswer;
}

/**
 * What is wrong with a new password; `null` for a good one. The rules are documented
 * (https://developer.tenable.com/reference/users-password); no refusal is, so the words are ours.
 */
function toWeakness(password: string, former: readonly string[]): string | null {
  if (former.includes(password)) return 'The password must not be a previous password.';
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
  const isStrong = [...password].length >= 12 && classes.every((one) => one.test(password));
  return isStrong
    ? null
    : 'The password must have at least 12 characters with an upper-case letter, a lower-case letter, a digit and a special character.';
}

export const usersRoutes: readonly Route[] = [
  { operation: list, answer: answerList },
  { operation: details, answer: forAdministrators(answerDetails) },
  { operation: create, answer: forAdministrators(answerCreate) },
  { operation: changePassword, answer: forAdministrators(answerChangePassword) },
];
