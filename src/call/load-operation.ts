/** Operations of areas that are loaded on first use. Loading is part of the call: its time counts, and it can be aborted. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import { TenableException } from '../errors/model/tenable-exception.js';
import type { AnyOperation } from '../operation/define-operation.js';
import type { DeferredOperation } from '../operation/area.js';
import { guardAsync } from '../result.js';
import type { Connection } from '../connection/connection.js';
import { openDeadline, toEndReason } from '../transport/deadline.js';
import type { CallOptions } from './call-options.js';

/** An operation that is there, and the options of a call with the time that is left of it. */
export interface LoadedOperation {
  readonly operation: AnyOperation;
  readonly options: CallOptions;
}

type Loaded = Result<LoadedOperation, ConnectionError | TenableException>;

/** At once where the area is loaded already. */
export function loadOperation(connection: Connection, deferred: DeferredOperation, options: CallOptions): Loaded | Promise<Loaded> {
  const operations = deferred.area.peek();
  return operations === undefined ? load(connection, deferred, options) : ok({ operation: deferred.read(operations), options });
}

async function load(connection: Connection, { area, id, read }: DeferredOperation, options: CallOptions): Promise<Loaded> {
  const deadline = openDeadline(connection.clock, { deadlineMs: options.deadlineMs ?? connection.deadlineMs, signal: options.signal });
  const loading = guardAsync(area.load, { operation: id });
  const loaded = await deadline.race<Readonly<Record<string, AnyOperation>>, ConnectionError | TenableException>(loading, () =>
    ConnectionError({ operation: id, reason: toEndReason(deadline.ending), delivery: 'not-sent', origin: connection.origin }));
  const deadlineMs = deadline.remainingMs();
  deadline.close();
  if (loaded.isOk()) return ok({ operation: read(loaded.value), options: { ...options, deadlineMs } });
  return err(loaded.error._tag === 'TenableException' ? toLoadError(loaded.error, area.name) : loaded.error);
}

/** A part of the package that is not where it was built to be: a bundle that was cut, or a file that is gone. */
function toLoadError(error: TenableException, area: string): TenableException {
  const { message, stack } = error.defect;
  return TenableException({ ...error, message: '', defect: { name: 'LoadError', message: `The part "${area}" of tenable-result could not be loaded: ${message}`, stack } });
}
