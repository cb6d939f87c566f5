/** First contact with a Nessus: is it one, is it ready, and which version? */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import type { CallError } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { ownValue } from '../internal/is-record.js';
import { toResultAsync } from '../result.js';
import { sleep } from '../transport/clock.js';
import type { Connection } from '../connection/connection.js';
import { openDeadline } from '../transport/deadline.js';
import { toFirstContact } from './first-contact.js';
import { nessusIdentification, nessusReadiness } from './identification.js';

export interface NessusServer {
  readonly product: 'nessus';
  /** Such as `10.8.3`; `null` where it is told after a log-in only, as by most. */
  readonly version: string | null;
  /** Such as `Nessus Professional`. */
  readonly type: string;
  /** `ready`, or what it waits for, such as `register`; `null` where it does not tell. */
  readonly status: string | null;
}

/** Wait between two questions whether it is ready, in milliseconds. */
const readinessIntervalMs = 2_000;

/** Whether a Nessus answers at the address of the connection. One that loads is waited for, as long as a call may take. */
export function connectToNessus(connection: Connection): ResultAsync<NessusServer, CallError> {
  return toResultAsync(() => run(connection), { operation: nessusIdentification.id });
}

async function run(connection: Connection): Promise<Result<NessusServer, CallError>> {
  const deadline = openDeadline(connection.clock, { deadlineMs: connection.deadlineMs });
  const status = await awaitReadiness(connection, deadline.signal);
  const told = status.isOk() ? await execute(toFirstContact(connection), nessusIdentification, {}, { signal: deadline.signal }) : err(status.error);
  const isLate = deadline.signal.aborted;
  deadline.close();
  if (isLate) return err(ConnectionError({ operation: nessusIdentification.id, reason: 'timeout', delivery: 'answered', origin: connection.origin, attempts: 1 }));
  return told.andThen((properties) => status.map((word): NessusServer => ({
    product: 'nessus', version: toVersion(properties), type: toText(properties, 'nessus_type'), status: word,
  })));
}

/** Its status as soon as it is not `loading`; `null` where it tells none. */
async function awaitReadiness(connection: Connection, signal: AbortSignal): Promise<Result<string | null, CallError>> {
  const client = toFirstContact(connection, false);
  for (;;) {
    const asked = await execute(client, nessusReadiness, {}, { signal });
    if (asked.isErr() && asked.error._tag === 'ConnectionError') return err(asked.error);
    const status = asked.isOk() ? toText(asked.value, 'status') : null;
    const isLoading = status === 'loading' || (asked.isOk() && isCompiling(asked.value)) || (asked.isErr() && asked.error._tag === 'RetryError');
    if (!isLoading || signal.aborted) return ok(status === '' ? null : status);
    await sleep(connection.clock, readinessIntervalMs, signal);
  }
}

/** Whether it compiles plugins, which newer versions tell by the engine's progress. */
function isCompiling(told: unknown): boolean {
  const engine = ownValue(ownValue(told, 'detailed_status'), 'engine_status');
  return typeof ownValue(engine, 'progress') === 'number' && ownValue(engine, 'status') !== 'ready';
}

/** The product's number. From 8.12 on, `server_version` is the engine's, and told where this one is. */
function toVersion(properties: unknown): string | null {
  return [toText(properties, 'nessus_ui_version'), toText(properties, 'server_version')].find((version) => version !== '') ?? null;
}

function toText(told: unknown, name: string): string {
  const value = ownValue(told, name);
  return typeof value === 'string' ? value.slice(0, 100) : '';
}
