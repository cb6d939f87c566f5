/** A span around each call, for tracing systems. */
import type { TenableError } from '../errors/tenable-error.js';

export interface CallStart {
  /** The operation's id. */
  readonly operation: string;
  readonly method: string;
  /** The path template, which is of low cardinality. */
  readonly path: string;
  readonly origin: string;
}

export interface CallEnd {
  /** `null` where the call succeeded. */
  readonly error: TenableError | null;
  /** HTTP status of the last answer; `null` where none came. */
  readonly status: number | null;
  /** Requests sent beyond the first. */
  readonly resendCount: number;
}

/** Begins a span; the returned function ends it. */
export type Trace = (start: CallStart) => (end: CallEnd) => void;
