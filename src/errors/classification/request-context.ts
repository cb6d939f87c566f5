/** What the classifier needs to know of a request: the same status means different things after different ones. */
import type { AttemptRecord } from '../model/attempt-log.js';

/** The products whose answers are told apart. Other services of Tenable's cloud answer as `vm` does. */
export type Product = 'vm' | 'sc' | 'nessus';

/**
 * What is known of the password that a request sets: it keeps or breaks Tenable VM's documented rule, or was
 * not looked at. The password itself is never passed on.
 */
export type SentPassword = 'keeps-rule' | 'breaks-rule' | 'unchecked';

export interface RequestContext {
  readonly product: Product;
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path with or without the product's base path, without the query. */
  readonly path: string;
  /** The operation's id; `null` or left out for a request that is no operation of the catalogue. */
  readonly operation?: string | null;
  /** The login name sent in `X-Impersonate`; `null` or left out where the request impersonated nobody. */
  readonly impersonating?: string | null;
  /** Set where the request body holds a new password for an existing user. */
  readonly sentPassword?: SentPassword | null;
  /** Whether this is the request that finds out which product answers. Default `false`. */
  readonly isFirstContact?: boolean;
  /** Requests sent so far, this one included. Default 1. */
  readonly attempts?: number;
  /** Each attempt in order. Default: just this answer. */
  readonly attemptLog?: readonly AttemptRecord[];
  /** Unix time of the answer in milliseconds, to read a `Retry-After` date against. Default: now. */
  readonly nowMs?: number;
}
