import type { Result } from 'neverthrow';

import type { FileDownloadError } from '../errors/model/job-errors.js';
import { sleep } from '../transport/clock.js';
import type { ExportJobError, ExportRun } from './export-run.js';

/** What one try to fetch a chunk can end with. */
export type FetchError = ExportJobError | FileDownloadError;

/** A chunk that came broken, or not at all, is fetched this often before it is given up. */
const maxTries = 3;

/** What fetching came to. */
export type Fetched<Chunk> =
  | { readonly _tag: 'Chunk'; readonly chunk: Chunk }
  /** It was announced and is not there yet. */
  | { readonly _tag: 'NotReady'; readonly error: FetchError }
  /** This chunk cannot be had; others may. */
  | { readonly _tag: 'Lost'; readonly error: FetchError }
  /** No other chunk would come either. */
  | { readonly _tag: 'Failure'; readonly error: ExportJobError };

/** Fetches a chunk by `fetchOnce`, again after a wait where it may come whole next time. */
export async function fetchChunk<Chunk, Input, Item>(
  run: ExportRun<Input, Item>,
  chunk: number,
  fetchOnce: (chunk: number) => Promise<Result<Chunk, FetchError>>,
): Promise<Fetched<Chunk>> {
  const { connection, deadline, options } = run;
  for (let tries = 0; ;) {
    const fetched = await fetchOnce(chunk);
    if (fetched.isOk()) return { _tag: 'Chunk', chunk: fetched.value };
    const { error } = fetched;
    if (wasSent(error)) tries += 1;
    if (!mayComeWhole(error) || tries === maxTries || deadline.signal.aborted) return toFetched(error);
    await sleep(connection.clock, options.pollIntervalMs, deadline.signal);
  }
}

/** A request that waits at the client's gate for as long as its deadline says nothing of its chunk. The job's own time ends that. */
function wasSent(error: FetchError): boolean {
  return error._tag !== 'ConnectionError' || error.reason !== 'timeout' || error.delivery !== 'not-sent' || error.attempts > 0;
}

/** Cut off, empty or unreadable. A body past the cap, and JSON that is whole and does not fit, will be the same next time. */
function mayComeWhole(error: FetchError): boolean {
  if (error._tag === 'APIError') return error.reason !== 'body-too-large' && error.issues.every(({ path }) => path === '');
  return error._tag === 'FileDownloadError' ? error.reason !== 'too-large' : error._tag === 'ConnectionError';
}

function toFetched(error: FetchError): Fetched<never> {
  switch (error._tag) {
    case 'InvalidInputError':
      return { _tag: 'NotReady', error };
    case 'APIError':
    case 'FileDownloadError':
    case 'NotFoundError':
    case 'ServerError':
    case 'RetryError':
    case 'UnknownError':
    case 'UnsupportedError':
      return { _tag: 'Lost', error };
    case 'PermissionError':
      return { _tag: error.reason === 'forbidden' ? 'Lost' : 'Failure', error }; // credentials that are not accepted get no chunk at all
    case 'ConnectionError':
      return { _tag: error.delivery === 'not-sent' ? 'Failure' : 'Lost', error }; // a host that cannot be reached has no chunk at all
    case 'TioExportsError':
    case 'TioExportsTimeout':
    case 'UnexpectedValueError':
    case 'TenableException':
      return { _tag: 'Failure', error };
  }
}
