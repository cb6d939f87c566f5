/**
 * All that the calls of one client share: where they go, how they get there, how long they may take. It is made
 * by a client and kept apart from it, so that looking into a client shows no keys.
 */
import type { ResultAsync } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import type { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { Product } from '../errors/classification/request-context.js';
import type { ResponseError, TenableErrorTag } from '../errors/model/tenable-error.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import type { Border } from '../result.js';
import type { BodyLimits } from '../transport/body-limits.js';
import type { BodyRoom } from '../transport/body-room.js';
import type { Clock } from '../transport/clock.js';
import type { Gate } from './gate.js';
import type { Hooks } from './hooks.js';
import type { Lifetime } from './lifetime.js';
import type { RetryPolicy } from './retry.js';
import type { RetryBudget } from './retry-budget.js';
import type { Trace } from './trace.js';
import type { Sender } from '../transport/transport.js';

/** What can go wrong before there is an answer. The answer to a log-in may refuse it. */
export type SendError = ConnectionError | UnexpectedValueError | TenableException | ResponseError;

export interface Connection {
  readonly product: Product;
  /** Scheme, host and port: the one place that the keys may go to. */
  readonly origin: string;
  /** What every path of the product starts with: `''`, or `/rest`. */
  readonly basePath: string;
  /** The transport for one call, behind its border: only the call knows all secrets that foreign code may tell. */
  readonly transport: (border: Border) => Sender<SendError>;
  /** Wraps a transport into one that authenticates. */
  readonly authenticate: (sender: Sender<SendError>, border: Border) => Sender<SendError>;
  /** Ends the session that it authenticates by; `null` where there is none. */
  readonly logOut: (() => ResultAsync<undefined, SendError>) | null;
  /** Ends the connections of the platform's transport. */
  readonly closeTransport: () => void;
  /** Calls under way, and whether the client has been closed. */
  readonly lifetime: Lifetime;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Login name that requests impersonate. */
  readonly impersonating: string | null;
  readonly toRetryHeaders: (retry: number, lastUuid: string) => Readonly<Record<string, string>>;
  /** The secrets that the client holds at present, to be replaced in what servers write. */
  readonly secrets: () => readonly string[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly deadlineMs: number;
  readonly retry: RetryPolicy;
  /** What all requests go through: rate limits close it. */
  readonly gate: Gate;
  /** What all calls may spend on repetitions together. */
  readonly retryBudget: RetryBudget;
  /** How large answers may be. */
  readonly bodyLimits: BodyLimits;
  /** Where the bodies that all calls hold find room. */
  readonly bodyRoom: BodyRoom;
  /** Whether a body that departs from its documented form is an error or goes to the caller as it is. */
  readonly onUnexpectedBody: 'error' | 'pass';
  /** `null` where nobody watches: calls then make no events. */
  readonly hooks: Hooks | null;
  readonly trace: Trace | null;
  /** Whether its calls find out which product answers: another product is then a `ConnectionError`. */
  readonly isFirstContact: boolean;
}

declare const extraErrors: unique symbol;

/** A client as `execute` takes it. `Extra` are the errors that all of its calls have besides their own. */
export interface ClientHandle<Extra extends TenableErrorTag = never> {
  readonly product: Product;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Only a type: carries `Extra`. A function, because an optional member may be `undefined` where a program does not ask for exact ones. */
  readonly [extraErrors]?: () => Extra;
}

/** Any client, whatever errors its calls have besides. */
export type AnyClient = ClientHandle<TenableErrorTag>;

const connections = new WeakMap<object, Connection>();

/** Ties a client to its connection. */
export function bindConnection<C extends object>(client: C, connection: Connection): C {
  connections.set(client, connection);
  return client;
}

/** A client without calls of its own, for `execute`. */
export function toHandle(connection: Connection): ClientHandle {
  const { origin, product } = connection;
  return bindConnection({ product, origin }, connection);
}

/** The connection of a client; `undefined` for anything that is no client of this package. */
export function toConnection(client: unknown): Connection | undefined {
  return typeof client === 'object' && client !== null ? connections.get(client) : undefined;
}
