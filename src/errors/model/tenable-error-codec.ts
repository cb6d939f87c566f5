/** Errors across borders: workers, queues, RPC, logs. Plain JSON out, a checked error in. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attempt } from '../../internal/attempt.js';
import { boundText } from '../../internal/bound-text.js';
import { cleanText } from '../../internal/clean-text.js';
import { ownValue } from '../../internal/is-record.js';
import { withAnyError } from './any-error.js';
import { errorVariants, isTenableErrorTag } from './error-variants.js';
import type { Field } from './fields.js';
import type { TenableError } from './tenable-error.js';

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An error as JSON. */
export type EncodedTenableError = { readonly [key: string]: Json };

/** Why something is not a `TenableError` of this version. */
export type DecodeFailure =
  /** The tag is not known here: most likely the sender runs a newer version. */
  | { readonly _tag: 'UnknownTag'; readonly tag: string; readonly message: string }
  /** It is not an error of this package, or one that lost fields on its way. */
  | { readonly _tag: 'Malformed'; readonly path: string; readonly expected: string; readonly message: string };

/**
 * The error as plain JSON, with just the fields that its variant describes: what was spread into it on the
 * way (a request, a secret) stays behind. `decodeTenableError` gives back an equal error.
 */
export function encodeTenableError(error: TenableError): EncodedTenableError {
  return withAnyError(error, errorVariants, (known) => {
    if (known._tag === 'OutputFileError' || known._tag === 'ScanRunError') return {}; // not in that table
    return errorVariants[known._tag].field.keep(known) as unknown as EncodedTenableError; // all fields of the language hold JSON
  });
}

/**
 * The error that a JSON value is, frozen and bounded anew. Total: any value goes in. Unknown fields are
 * dropped, so errors of a newer minor version decode; an unknown tag is told apart from a malformed value.
 */
export function decodeTenableError(value: unknown): Result<TenableError, DecodeFailure> {
  // Not only JSON comes in: a getter or a proxy of somebody else's may throw while it is read.
  const decoded = attempt(() => decodePlain(value));
  return decoded.ok ? decoded.value : malformed('', 'a plain object');
}

function decodePlain(value: unknown): Result<TenableError, DecodeFailure> {
  const tag = ownValue(value, '_tag');
  if (typeof tag !== 'string') return malformed('_tag', 'the tag of a TenableError');
  if (!isTenableErrorTag(tag)) {
    const shown = boundText(cleanText(tag.slice(0, 1_000)), 60);
    return err({ _tag: 'UnknownTag', tag: shown, message: `This version of tenable-result does not know the tag ${shown}.` });
  }
  const { field }: { readonly field: Field<TenableError> } = errorVariants[tag];
  const misfit = field.misfit(value, '');
  return misfit === null ? ok(field.keep(value)) : malformed(misfit.path, misfit.expected);
}

function malformed(path: string, expected: string): Result<never, DecodeFailure> {
  return err(toMalformed('a TenableError', 'the value', path, expected));
}

/** What is said of something that is not `what`; bounded, because names of members may be anything. */
export function toMalformed(what: string, whole: string, path: string, expected: string): DecodeFailure {
  const [place, due] = [boundText(cleanText(path), 200), boundText(cleanText(expected), 200)];
  return { _tag: 'Malformed', path: place, expected: due, message: `Not ${what}: ${place === '' ? whole : place} should be ${due}.` };
}
