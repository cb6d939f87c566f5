import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toClientRedactor } from '../call/call.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { isRecord } from '../internal/is-record.js';
import { settle } from '../result.js';
import type { ExportRun } from './export-run.js';
import type { ChunkTaken } from './ndjson-destination.js';
import type { Taken } from './deliver-export.js';

const ended: unique symbol = Symbol('ended');

/** Gives a chunk to a consumer's function, behind the border and for as long as the run goes on. */
export async function takeWithin<Input, Item, E>(
  { connection, deadline, operations }: ExportRun<Input, Item>,
  take: (signal: AbortSignal) => ChunkTaken<E>,
): Promise<Taken<E | TenableException>> {
  if (deadline.signal.aborted) return null;
  const border = { operation: operations.create.id, redact: toClientRedactor(connection.secrets()) };
  const settled = settle(async () => toPlainResult(await take(deadline.signal)), border);
  const raced = await deadline.race<unknown, E | TenableException | typeof ended>(settled, () => ended);
  if (raced.isOk()) return ok(raced.value);
  const { error } = raced;
  return error === ended ? null : err(error);
}

/** What a function without types gives may be anything: only an `Err` is a refusal. */
function toPlainResult<E>(given: Result<unknown, E> | undefined): Result<unknown, E> {
  const isResult = isRecord(given) && typeof given['isErr'] === 'function';
  return isResult && given.isErr() ? err(given.error) : ok(undefined);
}
