import { attempt } from '../../internal/attempt.js';
import { describeType } from '../../internal/describe-type.js';
import type { KnownError, KnownErrorTag } from './known-error.js';
import type { TenableException } from './tenable-exception.js';

/**
 * What `work` makes of an error whose tag `table` knows. Without types anything may be passed for an error, also what throws
 * when it is looked at: `work` then gets the `TenableException` that such a value is.
 */
export function withAnyError<T>(error: unknown, table: Readonly<Partial<Record<KnownErrorTag, unknown>>>, work: (error: KnownError) => T): T {
  const known = error as KnownError; // where the table has its tag
  const worked = attempt(() => (Object.hasOwn(table, known._tag) ? { value: work(known) } : null));
  return worked.ok && worked.value !== null ? worked.value.value : work(toNoError(error));
}

/**
 * What a value is that was passed for an error and is none. A literal, as the constructor would make it: what tells errors
 * apart would otherwise bring the constructors' field language into every bundle.
 */
export function toNoError(value: unknown): TenableException {
  const name = describeType(value);
  const message = `This is no error of tenable-result (got ${name}).`;
  return Object.freeze({ _tag: 'TenableException', message, operation: null, defect: Object.freeze({ name, message, stack: '' }) });
}
