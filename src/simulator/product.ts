/** What makes a product out of the core: what there is, who may ask, which routes there are, in which words it refuses. */
import type { Result } from 'neverthrow';

import type { Clock } from '../transport/clock.js';
import type { RouteTable } from './route.js';
import type { AnswerParts, SeenRequest } from './simulated-exchange.js';

/** There is no such path, the body is no JSON, or the simulator has a bug. */
export type RefusalReason = 'unknown-path' | 'broken-json' | 'failure';

export interface SimulatedProduct<World, User> {
  readonly world: World;
  readonly clock: Clock;
  /** What every path starts with: `''` or such as `/rest`. */
  readonly basePath: string;
  /** For those who are known. */
  readonly routes: RouteTable<World, User>;
  /** For everybody; `user` is `null` for those who are not known. They go before the others. */
  readonly openRoutes: RouteTable<World, User | null>;
  /** Who asks, or the refusal. */
  readonly authenticate: (request: SeenRequest) => Result<User, AnswerParts>;
  /** What is answered to everything but the open routes, as by a server that is not ready; `null` for the usual. */
  readonly toInterim: () => AnswerParts | null;
  /** How a request is refused that no route could answer. */
  readonly refuse: (reason: RefusalReason, nowMs: number) => AnswerParts;
  /** What every answer has. A header that an answer has already wins. `requestNumber` counts from 1. */
  readonly toHeaders: (requestNumber: number) => Readonly<Record<string, string>>;
  /** How long each chunk of an export is in coming, in milliseconds. */
  readonly chunkDelayMs: number;
}
