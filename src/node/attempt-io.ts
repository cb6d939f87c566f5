import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attemptAsync } from '../internal/attempt.js';
import { toIoError } from '../errors/model/output-file-error.js';
import type { OutputFileError } from '../errors/model/output-file-error.js';

/** What work with a file comes to. */
export async function attemptIo<T>(path: string, work: () => Promise<T>): Promise<Result<T, OutputFileError>> {
  const attempted = await attemptAsync(work);
  return attempted.ok ? ok(attempted.value) : err(toIoError(path, attempted.thrown));
}
