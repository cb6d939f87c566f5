/** Errors at borders that must throw: handlers of frameworks, code of others that knows no Results. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attempt } from '../../internal/attempt.js';
import { withAnyError } from '../model/any-error.js';
import { errorGroups } from '../model/error-group.js';
import type { KnownError } from '../model/known-error.js';
import type { TenableError } from '../model/tenable-error.js';
import { decodeTenableError } from '../model/tenable-error-codec.js';

/** An `Error` to throw: `name` is the tag, `message` the error's own, `cause` the error itself. */
export interface Throwable<E extends TenableError = TenableError> extends Error {
  readonly name: E['_tag'];
  readonly cause: E;
}

/** How many causes of causes are looked at. Frameworks wrap what they catch, some of them twice. */
const maxDepth = 8;

/** The error as an `Error` for code that must throw. Its stack begins where this is called. Throws nothing itself. */
export function toThrowable<E extends TenableError>(error: E): Throwable<E> {
  const throwable = withAnyError(error, errorGroups, toError); // a table of every tag, without the constructors
  // Where the platform can: without this function in the stack, and with the tag in its first line.
  attempt(() => { Error.captureStackTrace(throwable, toThrowable); });
  return throwable as Throwable<E>; // name and cause were set just now
}

function toError(error: KnownError): Error {
  const throwable = new Error(error.message, { cause: error });
  return Object.defineProperty(throwable, 'name', { value: error._tag, configurable: true, writable: true });
}

/** Whether a value is an `Error` as `toThrowable` makes it: its name is the tag of its cause. */
export function isThrowable(value: unknown): value is Throwable {
  const isError = attempt(() => value instanceof Error && value.name === decodeTenableError(value.cause).unwrapOr(null)?._tag);
  return isError.ok && isError.value;
}

/**
 * The error in what was caught: the cause of a throwable, of an `Error` that a framework put around one, or the error
 * itself where somebody threw it bare. Anything else comes back as it was, as the `Err`. Never throws.
 */
export function fromThrown(thrown: unknown): Result<TenableError, unknown> {
  const found = attempt(() => findError(thrown));
  return found.ok && found.value !== null ? ok(found.value) : err(thrown);
}

function findError(thrown: unknown): TenableError | null {
  let value: unknown = thrown;
  for (let depth = 0; depth <= maxDepth; depth += 1) {
    const decoded = decodeTenableError(value);
    if (decoded.isOk()) return decoded.value;
    if (!(value instanceof Error)) return null;
    value = value.cause;
  }
  return null;
}
