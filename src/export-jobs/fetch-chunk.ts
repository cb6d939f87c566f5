import type { Result } from 'neverthrow';

import type { FileDownloadError } from '../errors/job-errors.js';
import { sleep } from '../transport/clock.js';
import type { ExportJobError, ExportRun } from './export-run.js';
import type { ExportEvent } from './export-state.js';

/** What one try to fetch a chunk can end with. */
export type FetchError = ExportJobError | FileDownloadError;

/** A chunk that came broken, or not at all, is fetched this often before it is given up. */
const maxTries = 3;

/** What fetching came to: the chunk, what its failure means for the job, or an error that ends the run. */
export type Fetched<Chunk> =
  | { readonly _tag: 'Chunk'; readonly chunk: Chunk }
  | { readonly _tag: 'Event'; readonly event: ExportEvent }
  | { readonly _tag: 'Failure'; readonly error: ExportJobError };

/** Fetches a chunk by `fetchOnce`, again after a wait where it may come whole next time. */
export async function fetchChunk<Chunk, Input, Item>(
  run: ExportRun<Input, Item>,
  chunk: number,
  fetchOnce: (chunk: number) => Promise<Result<Chunk, FetchError>>,
): Promise<Fetched<Chunk>> {
  const { connection, deadline, options } = run;
  for (let tries = 1; ; tries += 1) {
    const fetched = await fetchOnce(chunk);
    if (fetched.isOk()) return { _tag: 'Chunk', chunk: fetched.value };
    const { error } = fetched;
    if (!mayComeWhole(error) || tries === maxTries || deadline.signal.aborted) return toOutcome(error, chunk);
    await sleep(connection.clock, options.pollIntervalMs, deadline.signal);
  }
}

/** Cut off, empty or unreadable. */
function mayComeWhole({ _tag }: FetchError): boolean {
  return _tag === 'APIError' || _tag === 'FileDownloadError' || _tag === 'ConnectionError';
}

function toOutcome(error: FetchError, chunk: number): Fetched<never> {
  // It is there and can not be read (compressed bytes may be no protocol), or it has expired.
  const isLost = error._tag === 'APIError' || error._tag === 'FileDownloadError' || error._tag === 'NotFoundError'
    || (error._tag === 'ConnectionError' && error.reason === 'protocol');
  if (isLost) return { _tag: 'Event', event: { _tag: 'Unreadable', chunk } };
  return error._tag === 'InvalidInputError' ? { _tag: 'Event', event: { _tag: 'NotReady', chunk } } : { _tag: 'Failure', error };
}
