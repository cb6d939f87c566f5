import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attempt } from '../internal/attempt.js';

/** What Node's `parseArgs` makes of arguments, or what it says of those that it cannot read. */
export function readOptions<T>(parse: () => T): Result<T, string> {
  const parsed = attempt(parse);
  if (parsed.ok) return ok(parsed.value);
  return err(parsed.thrown instanceof Error ? parsed.thrown.message : 'these options cannot be read');
}
