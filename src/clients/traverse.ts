/** Fan-out: one call for each of many items, some at a time, until one fails. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import type { TenableException } from '../errors/tenable-exception.js';
import { guardAsync, toResultAsync } from '../result.js';

export interface TraverseOptions {
  /** Calls under way at once, 1 to 100. Tenable asks not to send requests side by side. Default 4. */
  readonly concurrency?: number;
  /** Starts no further call once it aborts, and aborts those under way. */
  readonly signal?: AbortSignal;
}

/**
 * What `call` gives for each item, in the order of the items, or the first failure. A failure aborts the `signal`
 * that the other calls were given, and starts no further ones.
 *
 * ```ts
 * const details = traverse([1, 2, 3], (scan_id, signal) => vm.scans.details({ scan_id }, { signal }), { concurrency: 2 });
 * ```
 */
export function traverse<Item, T, E>(
  items: readonly Item[],
  call: (item: Item, signal: AbortSignal) => ResultAsync<T, E>,
  options: TraverseOptions = {},
): ResultAsync<readonly T[], E | TenableException> {
  return toResultAsync(() => run(items, call, options), { operation: 'traverse' });
}

async function run<Item, T, E>(
  items: readonly Item[],
  call: (item: Item, signal: AbortSignal) => ResultAsync<T, E>,
  { concurrency = 4, signal }: TraverseOptions,
): Promise<Result<readonly T[], E | TenableException>> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  const values: T[] = [];
  const queue = items.entries();
  let failure: E | TenableException | undefined;
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      const outcome = await guardAsync(() => call(item, controller.signal), { operation: 'traverse' });
      const result = outcome.isOk() ? outcome.value : outcome;
      if (result.isErr()) {
        failure ??= result.error; // those that the abort ends come later
        stop();
        return;
      }
      values[index] = result.value;
    }
  };
  const workers = Math.min(Math.max(1, Math.trunc(concurrency) || 1), 100, items.length);
  await Promise.all(Array.from({ length: workers }, work));
  signal?.removeEventListener('abort', stop);
  return failure === undefined ? ok(values) : err(failure);
}
