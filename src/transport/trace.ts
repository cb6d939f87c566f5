/** A span around each call, for tracing systems. */

export interface CallStart {
  /** The operation's id. */
  readonly operation: string;
  readonly method: string;
  /** The path template, which is of low cardinality. */
  readonly path: string;
  readonly origin: string;
}

export interface CallEnd {
  /** The error's tag; `null` where the call succeeded. */
  readonly errorTag: string | null;
  /** HTTP status of the last answer; `null` where none came. */
  readonly status: number | null;
  /** Requests sent beyond the first. */
  readonly resendCount: number;
}

/** Begins a span; the returned function ends it. */
export type Trace = (start: CallStart) => (end: CallEnd) => void;
