/** Routes of Security Center, and who may use them. */
import type * as core from '../route.js';
import { toNoAccess } from './answers.js';
import type { ScUser } from './records/users.js';
import type { ScWorld } from './world.js';

export type ScRequest = core.RouteRequest<ScWorld, ScUser>;

export type ScRoute = core.Route<ScWorld, ScUser>;

/** For everybody: `user` is `null` where nobody is known. */
export type OpenScRoute = core.Route<ScWorld, ScUser | null>;

/** The same answer for administrators, a refusal for everybody else. */
export function forAdministrators(what: string, answer: ScRoute['answer']): ScRoute['answer'] {
  return (request) => (request.user.isAdministrator ? answer(request) : toNoAccess(request.user.username, what, request.nowMs));
}

/** The same answer for all but auditors, who may only look. */
export function forEditors(what: string, answer: ScRoute['answer']): ScRoute['answer'] {
  return (request) => (request.user.isAuditor ? toNoAccess(request.user.username, what, request.nowMs) : answer(request));
}
