/** What a fault is: a server that misbehaves in one way, and what a call to it must come to. */
import type { Result } from 'neverthrow';
import type { ApiKeyConfig, CallOptions, TenableError, TenableErrorTag } from 'tenable-result';

import type { Bench } from './bench.js';

export interface Expected {
  /** `Ok` where the client must get over the fault. */
  readonly tag: TenableErrorTag | 'Ok';
  readonly reason?: string;
  /** Requests that the server must have seen. */
  readonly requests?: number;
  /** Attempts that the error must list. Default: as many as the server saw requests. */
  readonly attempts?: number;
  /** What an `Ok` must hold. Default `{ id: 1 }`. */
  readonly value?: unknown;
}

/** Opens the server of a fault; gives its URL. */
export type Serve = (bench: Bench) => Promise<string>;

/** What a fault's call works with. */
export interface Target {
  readonly config: ApiKeyConfig;
  readonly options: CallOptions;
  readonly bench: Bench;
}

export type FaultCall = (target: Target) => PromiseLike<Result<unknown, TenableError>>;

export interface Fault {
  readonly group: string;
  readonly name: string;
  readonly serve: Serve;
  readonly expected: Expected;
  /** Only where the platform's `fetch` cannot tell as much. A comment says why. */
  readonly expectedOfFetch?: Expected;
  /** Default: a GET of one JSON object. */
  readonly call?: FaultCall;
  readonly options?: CallOptions;
  readonly config?: () => ApiKeyConfig;
  /** Whether the client must have let go of every connection once the call has ended. Default: it may keep them. */
  readonly isReleased?: boolean;
  /** The most time that the call may take, in milliseconds. Default 2,000. */
  readonly limitMs?: number;
}

/** Canaries: wherever one of them shows up in an error, it has leaked. */
export const keys = {
  accessKey: 'canary0access0f1e2d3c4b5a69788796a5b4c3d2e1f0a1b2c3d4e5f60718293a',
  secretKey: 'canary0secret9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d5e4f30211203',
} as const;

export const good = '{"id":1}';

/** A deadline that a fault may use up. */
export const soon: CallOptions = { deadlineMs: 300 };

/** One repetition without much of a wait. */
export const once: CallOptions = { retry: { maxRetries: 1, baseDelayMs: 1, maxRetryAfterMs: 5 } };

export const timeout: Expected = { tag: 'ConnectionError', reason: 'timeout' };
export const reset: Expected = { tag: 'ConnectionError', reason: 'reset' };
export const protocol: Expected = { tag: 'ConnectionError', reason: 'protocol' };
export const tlsFailure: Expected = { tag: 'ConnectionError', reason: 'tls' };
export const unexpectedBody: Expected = { tag: 'APIError', reason: 'unexpected-body', requests: 1 };
export const fine: Expected = { tag: 'Ok' };
