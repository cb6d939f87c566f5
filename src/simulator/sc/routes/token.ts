/** Sessions: log-in and log-out. They are no operations of the catalogue; a client sees to them by itself. */
import { ownValue } from '../../../internal/is-record.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toInvalidToken, toScAnswer, toUnknownCaller } from '../answers.js';
import { findByName, isLocked, toSessionCookie } from '../authentication.js';
import type { ScObject } from '../objects.js';
import type { OpenScRoute } from '../route.js';
import type { ScWorld } from '../world.js';
import { withHeaders } from '../../answers.js';
import { toText } from '../../text-member.js';

type OpenRequest = Parameters<OpenScRoute['answer']>[0];

/** Bad log-ins after which a user is locked. */
const maxFailedLogIns = 5;

/** How a refused log-in is answered was not recorded: it is the answer to everybody who is not known. */
function answerLogIn({ body, nowMs, world }: OpenRequest): AnswerParts {
  const user = findByName(world, toText(body, 'username'));
  if (user === undefined || isLocked(user)) return toUnknownCaller(nowMs);
  if (world.accounts.get(user.id)?.password !== toText(body, 'password')) {
    const failedLogins = Number(user['failedLogins']) + 1;
    world.objects.user.put({ ...user, failedLogins: String(failedLogins), locked: String(failedLogins >= maxFailedLogIns) });
    return toUnknownCaller(nowMs);
  }
  const sessions = world.sessions.openOf(user.id, nowMs);
  if (sessions.length >= world.maxSessions) {
    if (ownValue(body, 'releaseSession') !== true) return toScAnswer({ releaseSession: true }, nowMs);
    world.sessions.close(sessions[0]?.token ?? '');
  }
  return openSession(world, user, nowMs);
}

function openSession(world: ScWorld, user: ScObject, nowMs: number): AnswerParts {
  const { cookie, token } = world.sessions.open(user.id, nowMs);
  const told = { lastLogin: user['lastLogin'], lastLoginIP: user['lastLoginIP'], failedLogins: user['failedLogins'], failedLoginIP: '', lastFailedLogin: '0' };
  world.objects.user.put({ ...user, lastLogin: String(Math.floor(nowMs / 1000)), lastLoginIP: '127.0.0.1', failedLogins: '0' });
  return withCookie(toScAnswer({ ...told, token, unassociatedCert: 'false' }, nowMs), cookie);
}

export function withCookie(answer: AnswerParts, cookie: string): AnswerParts {
  return withHeaders(answer, { 'set-cookie': `TNS_SESSIONID=${cookie}; path=/; secure; HttpOnly` });
}

function answerLogOut({ headers, nowMs, user, world }: OpenRequest): AnswerParts {
  if (user === null) return toInvalidToken(nowMs);
  const token = headers['x-securitycenter'] ?? '';
  if (world.sessions.use(token, nowMs)?.cookie === toSessionCookie(headers)) world.sessions.close(token);
  return toScAnswer('', nowMs);
}

export const tokenRoutes: readonly OpenScRoute[] = [
  { operation: { id: 'token.create', method: 'POST', path: '/token' }, answer: answerLogIn },
  { operation: { id: 'token.delete', method: 'DELETE', path: '/token' }, answer: answerLogOut },
];
