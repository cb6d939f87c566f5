/** Fan-out: one call for each of many items, some at a time, until one fails. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { ConnectionError } from '../errors/model/connection-error.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { settle, toResultAsync } from '../result.js';
import { listenTo, stopListening } from '../transport/caller-signal.js';

export interface TraverseOptions {
  /** Calls under way at once, 1 to 100. Tenable asks not to send requests side by side. Default 4. */
  readonly concurrency?: number;
  /** Starts no further call once it aborts, and aborts those under way. */
  readonly signal?: AbortSignal;
}

/**
 * What `call` gives for each item, in the order of the items, or the first failure. A failure aborts the `signal`
 * that the other calls were given, and starts no further ones; so does the caller's signal, which ends in a
 * `ConnectionError` with `reason: 'aborted'` unless a call has failed.
 *
 * ```ts
 * const details = traverse([1, 2, 3], (scan_id, signal) => vm.scans.details({ scan_id }, { signal }), { concurrency: 2 });
 * ```
 */
export function traverse<Item, T, E>(
  items: readonly Item[],
  call: (item: Item, signal: AbortSignal) => ResultAsync<T, E>,
  options: TraverseOptions = {},
): ResultAsync<readonly T[], E | ConnectionError | TenableException> {
  return toResultAsync(() => run(items, call, options), { operation: 'traverse' });
}

async function run<Item, T, E>(
  items: readonly Item[],
  call: (item: Item, signal: AbortSignal) => ResultAsync<T, E>,
  { concurrency = 4, signal }: TraverseOptions,
): Promise<Result<readonly T[], E | ConnectionError | TenableException>> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  if (signal !== undefined) listenTo(signal, stop);
  if (signal?.aborted === true) stop();
  const values: T[] = [];
  const queue = items.entries();
  let done = 0;
  let failure: Result<never, E | TenableException> | undefined;
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (controller.signal.aborted) return;
      const result = await settle(async () => copyResult(await call(item, controller.signal)), { operation: 'traverse' });
      if (result.isErr()) {
        failure ??= err(result.error); // those that the abort ends come later
        stop();
        return;
      }
      values[index] = result.value;
      done += 1;
    }
  };
  const workers = Math.min(Math.max(1, Math.trunc(concurrency) || 1), 100, items.length);
  await Promise.all(Array.from({ length: workers }, work));
  if (signal !== undefined) stopListening(signal, stop);
  if (failure !== undefined) return failure;
  return done === items.length ? ok(values) : err(ConnectionError({ operation: 'traverse', reason: 'aborted', delivery: 'unknown' }));
}

/** Reads a Result through, so that what is none fails here. */
function copyResult<T, E>(result: Result<T, E>): Result<T, E> {
  return result.isErr() ? err(result.error) : ok(result.value);
}
