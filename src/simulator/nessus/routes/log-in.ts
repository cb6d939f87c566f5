/** Log-in and log-out. They are no operations of the catalogue; a client sees to them by itself. */
import { emptyAnswer, toJsonAnswer, toReasonRefusal } from '../../answers.js';
import { replace } from '../../items-by-id.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { invalidCredentials, toSessionToken } from '../authentication.js';
import type { OpenNessusRoute } from '../route.js';

type OpenRequest = Parameters<OpenNessusRoute['answer']>[0];

/** After too many bad log-ins the right password does not help either. */
function answerLogIn({ body, nowMs, world }: OpenRequest): AnswerParts {
  if (world.readiness.status === 'loading') return toReasonRefusal(503, 'Nessus is loading');
  const user = world.users.find(({ username }) => username === toText(body, 'username'));
  if (user === undefined) return invalidCredentials;
  if (user.failedLogIns >= world.maxFailedLogIns) return toReasonRefusal(401, 'The account is locked out');
  const isRight = toText(body, 'password') === user.password;
  const changes = isRight ? { failedLogIns: 0, lastLogInS: Math.floor(nowMs / 1000) } : { failedLogIns: user.failedLogIns + 1 };
  world.users = replace(world.users, { ...user, ...changes });
  return isRight ? toJsonAnswer({ token: world.sessions.open(String(user.id), nowMs).token, md5sum_wizard_templates: '' }) : invalidCredentials;
}

function answerLogOut({ headers, user, world }: OpenRequest): AnswerParts {
  if (user === null) return invalidCredentials;
  world.sessions.close(toSessionToken(headers));
  return emptyAnswer;
}

export const logInRoutes: readonly OpenNessusRoute[] = [
  { operation: { id: 'log-in.create', method: 'POST', path: '/session' }, answer: answerLogIn },
  { operation: { id: 'log-in.delete', method: 'DELETE', path: '/session' }, answer: answerLogOut },
];
