/** Where spans begin and end. A tracer is foreign code: where it throws, there is no span, and nothing else changes. */
import type { Result } from 'neverthrow';

import type { TenableError } from '../errors/model/tenable-error.js';
import { guard } from '../result.js';
import { readElapsedMs } from '../transport/clock.js';
import type { Connection } from '../connection/connection.js';
import type { WorkEnd, WorkStart } from '../connection/trace.js';
import type { Call } from './call.js';

/** Begins the span of a call; the returned function ends it. */
export function startSpan({ connection, operation, progress }: Call): (result: Result<unknown, TenableError>) => void {
  const { clock, trace } = connection;
  if (trace === null) return () => undefined;
  const startedAtMs = readElapsedMs(clock);
  const started = guard(() => trace.startCall({ operation: operation.id, method: operation.method, path: operation.path, origin: connection.origin }));
  if (started.isErr()) return () => undefined;
  return (result) => {
    guard(() => {
      started.value({
        error: result.isErr() ? result.error : null,
        status: progress.attemptLog.at(-1)?.status ?? null,
        resendCount: Math.max(0, progress.attemptLog.length - 1),
        waitedMs: progress.waitedMs,
        elapsedMs: Math.max(0, readElapsedMs(clock) - startedAtMs),
      });
    });
  };
}

/** Work that takes several calls, while it runs. */
export interface SpannedWork {
  /** The connection for its calls: their spans stand below the span of the work. */
  readonly connection: Connection;
  readonly end: (end: WorkEnd) => void;
}

/** Begins the span of work that takes several calls, such as an export. */
export function startWorkSpan(connection: Connection, work: Omit<WorkStart, 'origin'>): SpannedWork {
  const { trace } = connection;
  const started = trace === null ? null : guard(() => trace.startWork({ ...work, origin: connection.origin }));
  const traced = started?.unwrapOr(undefined); // or whatever a foreign tracer gave: it has a border, too
  if (traced === undefined) return { connection, end: () => undefined };
  return {
    connection: { ...connection, trace: traced.trace },
    end: (end) => {
      guard(() => {
        traced.end(end);
      });
    },
  };
}
