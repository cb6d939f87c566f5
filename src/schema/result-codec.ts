/** Whole Results across borders: workers, queues, RPC. Plain JSON out, a checked Result in. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { TenableException } from '../errors/model/tenable-exception.js';
import type { TenableError } from '../errors/model/tenable-error.js';
import { decodeTenableError, encodeTenableError, toMalformed } from '../errors/model/tenable-error-codec.js';
import type { DecodeFailure, EncodedTenableError } from '../errors/model/tenable-error-codec.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import { guard, toResultAsync } from '../result.js';
import { decode } from './standard-schema.js';
import type { Schema } from './schema.js';

/** A Result as plain data. */
export type EncodedResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: EncodedTenableError };

/**
 * The Result as plain data, which `decodeResult` reads. The value is handed on as it is: whether it survives is up to
 * the border, so JSON wants JSON in it. What is in an `Err` and is no `TenableError` goes as the `TenableException`
 * that it is.
 */
export function encodeResult<T>(result: Result<T, TenableError>): EncodedResult<T> {
  const encoded = guard(() => result.match<EncodedResult<T>>((value) => ({ ok: true, value }), (error) => ({ ok: false, error: encodeTenableError(error) })));
  return encoded.isOk() && isRecord(encoded.value) ? encoded.value : { ok: false, error: encodeTenableError(toNoResult(result)) };
}

/**
 * The Result that was encoded, its error checked and frozen anew. What is none, and an error with a tag that is not
 * known here, is a `DecodeFailure`; its tags are not tags of the union, so one match handles all. Takes any value.
 */
export function decodeResult(value: unknown): Result<unknown, TenableError | DecodeFailure> {
  const read = attempt(() => readResult(value));
  return read.ok ? read.value : malformed('', 'a plain object');
}

/**
 * The same, with a value that `schema` (any Standard Schema: valibot, zod, arktype) has checked. A value that does not
 * fit is `Malformed`, with its path and without the value; a schema that throws is a `TenableException`.
 */
export function decodeResultAs<T>(schema: Schema<unknown, T>, value: unknown): ResultAsync<T, TenableError | DecodeFailure> {
  return toResultAsync(async (): Promise<Result<T, TenableError | DecodeFailure>> => {
    const read = decodeResult(value);
    if (read.isErr()) return err(read.error);
    const decoded = await decode(schema, read.value, { operation: 'decodeResultAs' });
    if (decoded.isOk()) return ok(decoded.value);
    if (decoded.error._tag === 'Defect') return err(decoded.error.error);
    const [issue] = decoded.error.issues;
    const path = issue?.path ?? '';
    return malformed(path === '' || path.startsWith('[') ? `value${path}` : `value.${path}`, issue?.expected ?? 'what its schema accepts');
  }, { operation: 'decodeResultAs' });
}

function toNoResult(value: unknown): TenableException {
  return TenableException({ defect: { name: describeType(value), message: 'This is no Result.', stack: '' } });
}

function readResult(given: unknown): Result<unknown, TenableError | DecodeFailure> {
  if (!isRecord(given)) return malformed('', 'an encoded Result');
  const isOk = ownValue(given, 'ok');
  if (isOk === true) return ok(ownValue(given, 'value'));
  if (isOk !== false) return malformed('ok', 'true or false');
  const decoded = decodeTenableError(ownValue(given, 'error'));
  if (decoded.isOk()) return err(decoded.value);
  if (decoded.error._tag === 'UnknownTag') return err(decoded.error);
  const { path, expected } = decoded.error;
  return malformed(path === '' ? 'error' : `error.${path}`, expected);
}

function malformed(path: string, expected: string): Result<never, DecodeFailure> {
  return err(toMalformed('an encoded Result', 'the whole', path, expected));
}
