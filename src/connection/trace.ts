/** Spans and durations, for tracing systems: of each call, and of work that takes several calls. */
import type { TenableError } from '../errors/model/tenable-error.js';

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
  /** How much of its time the call waited for its turn: the service had asked for a pause, or `maxConcurrency` were under way. */
  readonly waitedMs: number;
  /** From the start of the call to its end, waits and attempts included, in milliseconds. */
  readonly elapsedMs: number;
}

export interface WorkStart {
  /** What the span is called: `export vulns`. Of low cardinality. */
  readonly name: string;
  /** The id of the operation that begins it. */
  readonly operation: string;
  readonly origin: string;
}

export interface WorkEnd {
  /** `null` where the work was done. */
  readonly error: TenableError | null;
  /** What there is to count, by the names of attributes: `tenable.export.records`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Work under way. */
export interface TracedWork {
  /** For the calls of the work: their spans stand below its own. */
  readonly trace: Trace;
  readonly end: (end: WorkEnd) => void;
}

export interface Trace {
  /** Begins the span of a call; the returned function ends it. */
  readonly startCall: (start: CallStart) => (end: CallEnd) => void;
  /** Begins the span of work that takes several calls. */
  readonly startWork: (start: WorkStart) => TracedWork;
}
