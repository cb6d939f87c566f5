/** Routes of the simulated container, and who may use them. */
import type * as core from '../route.js';
import { toNamedRefusal } from './answers.js';
import type { SimulatedUser } from './records/users.js';
import type { World } from './world.js';

/** Acts as the keys' owner, or as who is impersonated. */
export type RouteRequest = core.RouteRequest<World, SimulatedUser>;

export type Route = core.Route<World, SimulatedUser>;

/** The same answer for administrators, 403 for everybody else. */
export function forAdministrators(answer: Route['answer']): Route['answer'] {
  return (request) => (request.user.permissions === administrator ? answer(request) : toNamedRefusal(403, 'Insufficient scope'));
}

/** The same answer for whoever may run scans, 403 for basic users, who may only look. */
export function forOperators(answer: Route['answer']): Route['answer'] {
  return (request) => (request.user.permissions >= scanOperator ? answer(request) : toNamedRefusal(403, 'Insufficient scope'));
}

/** The permission number of scan operators; that of basic users is 16. */
const scanOperator = 24;

/** The permission number of administrators. */
export const administrator = 64;
