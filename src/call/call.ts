/** One call while it runs: what was asked, by which client, how far it has got. */
import type { AttemptRecord } from '../errors/model/attempt-log.js';
import { ConnectionError } from '../errors/model/connection-error.js';
import type { Delivery } from '../errors/model/connection-error.js';
import { createRedactor } from '../errors/classification/redact.js';
import type { Redactor } from '../errors/classification/redact.js';
import { ownValue } from '../internal/is-record.js';
import type { CopiedInput } from '../operation/copy-input.js';
import type { AnyOperation } from '../operation/define-operation.js';
import type { Connection } from '../connection/connection.js';
import { HeldBody } from '../transport/body-room.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { Deadline } from '../transport/deadline.js';
import type { CallOptions } from './call-options.js';

export interface Call {
  readonly connection: Connection;
  readonly operation: AnyOperation;
  readonly input: CopiedInput;
  readonly options: CallOptions;
  readonly deadline: Deadline;
  /** Cleans what servers and foreign code say of this call. */
  readonly redact: Redactor;
  /** Its answer's body while it is read and parsed, in the room that the client's calls share. */
  readonly held: HeldBody;
  /** The one part that changes: what was sent so far, and how long it waited for its turn. */
  readonly progress: { delivery: Delivery; waitedMs: number; readonly attemptLog: AttemptRecord[] };
}

/** A call that starts now: its deadline runs. */
export function openCall(connection: Connection, operation: AnyOperation, input: CopiedInput, options: CallOptions): Call {
  return {
    connection,
    operation,
    input,
    options,
    deadline: openDeadline(connection.clock, { deadlineMs: options.deadlineMs ?? connection.deadlineMs, signal: options.signal, among: connection.lifetime.openDeadlines }),
    redact: createCallRedactor(connection, operation, input.value, options),
    held: new HeldBody(connection.bodyRoom),
    progress: { delivery: 'not-sent', waitedMs: 0, attemptLog: [] },
  };
}

/** Redactors of clients by the list of secrets that they hold, which is another list when there is another secret. */
const clientRedactors = new WeakMap<readonly string[], Redactor>();

/** The redactor of a client that holds these secrets, made once for each list. */
export function toClientRedactor(held: readonly string[]): Redactor {
  const known = clientRedactors.get(held);
  if (known !== undefined) return known;
  const redact = createRedactor(held);
  clientRedactors.set(held, redact);
  return redact;
}

/** The client's redactor, and one more for what this call sends besides. That one is made when it is needed. */
function createCallRedactor(connection: Connection, operation: AnyOperation, input: unknown, options: CallOptions): Redactor {
  const byClient: Redactor = (text) => toClientRedactor(connection.secrets())(text);
  if (operation.secrets.length === 0 && options.headers === undefined) return byClient;
  const sent = [...operation.secrets.map((name) => ownValue(input, name)), ...Object.values(options.headers ?? {})].flatMap(toTexts);
  if (sent.length === 0) return byClient;
  let ownRedactor: Redactor | undefined;
  return (text) => {
    ownRedactor ??= createRedactor(sent);
    return ownRedactor(byClient(text));
  };
}

/** The texts of a secret: itself, or all that an object or a list holds. */
function toTexts(secret: unknown): readonly string[] {
  if (typeof secret === 'string') return [secret];
  return typeof secret === 'object' && secret !== null ? Object.values(secret).flatMap(toTexts) : [];
}

/** What a call comes to when its deadline or its caller ended it. */
export function toEndedError({ connection, deadline, operation, progress }: Call): ConnectionError {
  return ConnectionError({
    operation: operation.id,
    reason: toEndReason(deadline.ending),
    delivery: progress.delivery,
    origin: connection.origin,
    attempts: progress.attemptLog.length,
    attemptLog: progress.attemptLog,
  });
}
