import type { Result } from 'neverthrow';

import type { TenableError } from '../errors/tenable-error.js';
import { guard } from '../result.js';
import type { Call } from './call.js';

/** Begins the span of a call; the returned function ends it. A tracer that throws changes nothing. */
export function startSpan({ connection, operation, progress }: Call): (result: Result<unknown, TenableError>) => void {
  const { trace } = connection;
  if (trace === null) return () => undefined;
  const started = guard(() => trace({ operation: operation.id, method: operation.method, path: operation.path, origin: connection.origin }));
  if (started.isErr()) return () => undefined;
  return (result) => {
    guard(() => {
      started.value({
        error: result.isErr() ? result.error : null,
        status: progress.attemptLog.at(-1)?.status ?? null,
        resendCount: Math.max(0, progress.attemptLog.length - 1),
      });
    });
  };
}
