/** Users and the current user. Both are changed by one path, passwords included. */
import * as currentUser from '../../../api/sc/current-user.js';
import * as users from '../../../api/sc/users.js';
import { ownValue } from '../../../internal/is-record.js';
import { isStrongPassword } from '../../password-rule.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toInvalid, toMissing, toScAnswer } from '../answers.js';
import { findByName } from '../authentication.js';
import { applyBody } from '../object-body.js';
import type { BodyRules } from '../object-body.js';
import { answerDelete, withObject } from '../object-routes.js';
import { pickFields, toWord } from '../objects.js';
import type { ScObject } from '../objects.js';
import { createAccount, isRole, toRole, toUserObject } from '../records/users.js';
import { forAdministrators } from '../route.js';
import type { ScRequest, ScRoute } from '../route.js';

const listFields = ['id', 'username', 'firstname', 'lastname', 'status'];

const rules: BodyRules = {
  plain: [
    'firstname', 'lastname', 'title', 'email', 'address', 'city', 'state', 'country', 'phone', 'fax', 'fingerprint', 'ldapUsername', 'preferences',
    'mustChangePassword', 'status', 'locked', 'username', 'authType',
  ],
  many: { managedUsersGroups: 'group', managedObjectsGroups: 'group' },
};

function answerList({ nowMs, query, world }: ScRequest): AnswerParts {
  return toScAnswer({ users: world.objects.user.all().map((user) => pickFields(user, query.get('fields'), listFields)) }, nowMs);
}

function answerDetails(user: ScObject, { nowMs, query }: ScRequest): AnswerParts {
  return toScAnswer(pickFields(user, query.get('fields'), null), nowMs);
}

function withCurrentUser({ nowMs, user, world }: ScRequest, answer: (user: ScObject) => AnswerParts): AnswerParts {
  const found = world.objects.user.find(user.id);
  return found === undefined ? toMissing('User', user.id, nowMs) : answer(found);
}

/** What is wrong with a role or a password that is given; `null` where nothing is. */
function findFlaw({ body, world }: ScRequest): string | null {
  const password = ownValue(body, 'password');
  const role = ownValue(body, 'roleID');
  if (role !== undefined && !isRole(toWord(role))) return `Role #${toWord(role)} does not exist.`;
  if (password === undefined || !world.hasPasswordComplexity || isStrongPassword(toWord(password))) return null;
  return 'The password is too weak: at least 8 characters of three kinds (upper case, lower case, digits, special characters) are needed.';
}

function answerCreate(request: ScRequest): AnswerParts {
  const { body, nowMs, world } = request;
  const username = toText(body, 'username');
  const isLocal = toText(body, 'authType') === 'tns';
  const flaw = username === '' || (isLocal && toText(body, 'password') === '') ? 'A user needs a name and a password.' : findFlaw(request);
  if (flaw !== null) return toInvalid(flaw, nowMs);
  if (findByName(world, username) !== undefined) return toInvalid(`A user with the name '${username}' exists already.`, nowMs);
  const blank = toUserObject(world.objects.user.nextId(), username, Math.floor(nowMs / 1000));
  return applyBody({ ...blank, role: toRole(toWord(ownValue(body, 'roleID'))) }, request, rules).match((user) => {
    world.objects.user.put(user);
    world.accounts.set(user.id, { ...createAccount(username), password: toText(body, 'password') });
    return toScAnswer(user, nowMs);
  }, (refusal) => refusal);
}

/** Whoever changes their own password must know the present one. */
function answerUpdate(user: ScObject, request: ScRequest): AnswerParts {
  const { body, nowMs, world } = request;
  const account = world.accounts.get(user.id);
  const password = toText(body, 'password');
  const isOwn = user.id === request.user.id;
  if (password !== '' && isOwn && toText(body, 'currentPassword') !== account?.password) return toInvalid('The current password is incorrect.', nowMs);
  const flaw = findFlaw(request);
  if (flaw !== null) return toInvalid(flaw, nowMs);
  const role = ownValue(body, 'roleID');
  const renewed = { ...user, modifiedTime: String(Math.floor(nowMs / 1000)), ...(role === undefined ? {} : { role: toRole(toWord(role)) }) };
  return applyBody(renewed, request, rules).match((changed) => {
    if (account !== undefined && password !== '') account.password = password;
    world.objects.user.put(changed);
    return toScAnswer(changed, nowMs);
  }, (refusal) => refusal);
}

function answerDeletion(request: ScRequest): AnswerParts {
  const { nowMs, params, user, world } = request;
  if (params['id'] === user.id) return toInvalid('Nobody can delete their own account.', nowMs);
  const migrateUserId = ownValue(request.body, 'migrateUserID');
  if (migrateUserId !== undefined && world.objects.user.find(migrateUserId) === undefined) return toMissing('User', toWord(migrateUserId), nowMs);
  return answerDelete('user', request);
}

const updateUser = forAdministrators('the User', (request) => withObject('user', request, (user) => answerUpdate(user, request)));

const updateCurrentUser = (request: ScRequest): AnswerParts => withCurrentUser(request, (user) => answerUpdate(user, request));

export const usersRoutes: readonly ScRoute[] = [
  { operation: users.list, answer: answerList },
  { operation: users.details, answer: (request) => withObject('user', request, (user) => answerDetails(user, request)) },
  { operation: users.create, answer: forAdministrators('the User', answerCreate) },
  { operation: users.update, answer: updateUser },
  { operation: users.changePassword, answer: updateUser },
  { operation: users.delete, answer: forAdministrators('the User', answerDeletion) },
  { operation: currentUser.details, answer: (request) => withCurrentUser(request, (user) => answerDetails({ ...user, name: user['username'] }, request)) },
  { operation: currentUser.update, answer: updateCurrentUser },
  { operation: currentUser.changePassword, answer: updateCurrentUser },
];
