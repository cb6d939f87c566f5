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

/** Routes by their method, the number of segments of their path and its first: a catalogue has hundreds, and few are alike in these. */
export type RouteTable<World, User> = ReadonlyMap<string, readonly Route<World, User>[]>;

export function toRouteTable<World, User>(routes: readonly Route<World, User>[]): RouteTable<World, User> {
  const table = new Map<string, Route<World, User>[]>();
  for (const route of routes) {
    const key = toKey(route.operation.method, route.operation.path);
    const alike = table.get(key);
    if (alike === undefined) table.set(key, [route]);
    else alike.push(route);
  }
  return table;
}

/** The first segment of a path is never a parameter. */
function toKey(method: string, path: string): string {
  const segments = path.split('/');
  return `${method} ${segments.length} ${segments[1] ?? ''}`;
}

/** The route of a request; `null` where there is none. Fixed paths win over those with parameters. */
export function findRoute<World, User>(table: RouteTable<World, User>, method: string, path: string): RouteMatch<World, User> | null {
  let found: RouteMatch<World, User> | null = null;
  for (const route of table.get(toKey(method, path)) ?? []) {
    const params = matchPath(route.operation.path, path);
    if (params === null) continue;
    if (found === null || Object.keys(params).length < Object.keys(found.params).length) found = { route, params };
  }
  return found;
}
