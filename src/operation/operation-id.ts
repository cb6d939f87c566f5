import { attempt } from '../internal/attempt.js';
import { ownValue } from '../internal/is-record.js';

/** The id of what should be an operation; `null` for what is none. Without types, anything may be passed. */
export function toOperationId(operation: unknown): string | null {
  const id = attempt(() => ownValue(operation, 'id'));
  return id.ok && typeof id.value === 'string' ? id.value : null;
}
