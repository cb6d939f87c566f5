/** One call while it runs: what was asked, by which client, how far it has got. */
import type { AttemptRecord } from '../errors/attempt-log.js';
import { ConnectionError } from '../errors/connection-error.js';
import type { Delivery } from '../errors/connection-error.js';
import { createRedactor } from '../errors/redact.js';
import type { Redactor } from '../errors/redact.js';
import { ownValue } from '../internal/is-record.js';
import type { AnyOperation } from '../operation/define-operation.js';
import type { Connection } from '../transport/connection.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import type { CallOptions } from './call-options.js';

export interface Call {
  readonly connection: Connection;
  readonly operation: AnyOperation;
  readonly input: unknown;
  readonly options: CallOptions;
  readonly deadline: Deadline;
  /** Cleans what servers and foreign code say of this call. */
  readonly redact: Redactor;
  /** The one part that changes: what was sent so far. */
  readonly progress: { delivery: Delivery; readonly attemptLog: AttemptRecord[] };
}

/** A call that starts now: its deadline runs. */
export function openCall(connection: Connection, operation: AnyOperation, input: unknown, options: CallOptions): Call {
  return {
    connection,
    operation,
    input,
    options,
    deadline: openDeadline(connection.clock, { deadlineMs: options.deadlineMs ?? connection.deadlineMs, signal: options.signal }),
    redact: createCallRedactor(connection, operation, input, options),
    progress: { delivery: 'not-sent', attemptLog: [] },
  };
}

/** Made when something has to be redacted, and anew when the client has learned another secret since. */
function createCallRedactor(connection: Connection, operation: AnyOperation, input: unknown, options: CallOptions): Redactor {
  let madeFor: readonly string[] | undefined;
  let redact: Redactor = (text) => text;
  return (text) => {
    const held = connection.secrets();
    if (held !== madeFor) {
      const sent = operation.secrets.map((name) => ownValue(input, name));
      const added = Object.values(options.headers ?? {});
      redact = createRedactor([...held, ...sent, ...added].filter((secret) => typeof secret === 'string'));
      madeFor = held;
    }
    return redact(text);
  };
}

/** What a call comes to when its deadline or its caller ended it. */
export function toEndedError({ connection, deadline, operation, progress }: Call): ConnectionError {
  return ConnectionError({
    operation: operation.id,
    reason: toEndReason(deadline.signal),
    delivery: progress.delivery,
    origin: connection.origin,
    attempts: progress.attemptLog.length,
    attemptLog: progress.attemptLog,
  });
}
