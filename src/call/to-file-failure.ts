import type { ConnectionError } from '../errors/model/connection-error.js';
import type { FileFailure } from '../errors/model/job-errors.js';

/** What zlib calls a stream that ends before its end. */
const cutShort = 'Z_BUF_ERROR';

/** What ended a file whose body, in these content codings, broke off. */
export function toFileFailure({ cause, reason }: ConnectionError, codings: readonly string[]): FileFailure {
  if (reason === 'timeout' || reason === 'aborted') return reason;
  const isDamaged = reason === 'protocol' && codings.length > 0 && cause?.code !== cutShort;
  return isDamaged ? 'checksum' : 'broken-off';
}
