/** A route: an operation of the catalogue and how the simulated container answers it. */
import type { AnyOperation } from '../operation/define-operation.js';
import { toNamedRefusal } from './answers.js';
import { matchPath } from './path-template.js';
import type { SimulatedUser } from './vm/records/users.js';
import type { AnswerParts } from './simulated-exchange.js';
import type { World } from './vm/world.js';

/** A request that has been authenticated and belongs to a route. */
export interface RouteRequest {
  readonly world: World;
  /** Whom the request acts as: the keys' owner, or who is impersonated. */
  readonly user: SimulatedUser;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the body; `undefined` where there is no body. */
  readonly body: unknown;
  /** Unix time in milliseconds. */
  readonly nowMs: number;
}

export interface Route {
  readonly operation: Pick<AnyOperation, 'id' | 'method' | 'path'>;
  readonly answer: (request: RouteRequest) => AnswerParts;
}

/** A route and the parameters that the path has for it. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The route of a request; `null` where there is none. Fixed paths win over those with parameters. */
export function findRoute(routes: readonly Route[], method: string, path: string): RouteMatch | null {
  let found: RouteMatch | null = null;
  for (const route of routes) {
    const params = route.operation.method === method ? matchPath(route.operation.path, path) : null;
    if (params === null) continue;
    if (found === null || Object.keys(params).length < Object.keys(found.params).length) found = { route, params };
  }
  return found;
}

/** The same answer for administrators, 403 for everybody else. */
export function forAdministrators(answer: Route['answer']): Route['answer'] {
  return (request) => (request.user.permissions === administrator ? answer(request) : toNamedRefusal(403, 'Insufficient scope'));
}

/** The permission number of administrators. */
export const administrator = 64;
