/** A route: an operation of a catalogue and how a simulated product answers it. */
import type { AnyOperation } from '../operation/define-operation.js';
import { matchPath } from './path-template.js';
import type { AnswerParts } from './simulated-exchange.js';

/** A request that has been authenticated and belongs to a route. */
export interface RouteRequest<World, User> {
  readonly world: World;
  /** Whom the request acts as. */
  readonly user: User;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the body; `undefined` where there is no body. */
  readonly body: unknown;
  /** Whether the connection has a client certificate that was verified. */
  readonly hasClientCertificate: boolean;
  /** Unix time in milliseconds. */
  readonly nowMs: number;
}

export interface Route<World, User> {
  readonly operation: Pick<AnyOperation, 'id' | 'method' | 'path'>;
  readonly answer: (request: RouteRequest<World, User>) => AnswerParts;
}

/** A route and the parameters that the path has for it. */
export interface RouteMatch<World, User> {
  readonly route: Route<World, User>;
  readonly params: Readonly<Record<string, string>>;
}

/** The route of a request; `null` where there is none. Fixed paths win over those with parameters. */
export function findRoute<World, User>(routes: readonly Route<World, User>[], method: string, path: string): RouteMatch<World, User> | null {
  let found: RouteMatch<World, User> | null = null;
  for (const route of routes) {
    const params = route.operation.method === method ? matchPath(route.operation.path, path) : null;
    if (params === null) continue;
    if (found === null || Object.keys(params).length < Object.keys(found.params).length) found = { route, params };
  }
  return found;
}
