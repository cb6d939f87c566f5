/** From a caller's argument to a request that can be sent, or to the parameters that can not. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/issue.js';
import { UnexpectedValueError } from '../errors/local-errors.js';
import type { TenableException } from '../errors/tenable-exception.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { encodeInput } from '../operation/encode.js';
import type { EncodedInput } from '../operation/encode.js';
import { guard } from '../result.js';
import { decode } from '../schema/standard-schema.js';
import type { TransportRequest } from '../transport/transport.js';
import type { Call } from './call.js';

export interface PreparedRequest {
  readonly request: TransportRequest;
  /** The path without base path and query, as the classifier reads it. */
  readonly path: string;
}

/** The request of a call. Nothing is sent unless every parameter is accepted. */
export async function prepareRequest(call: Call): Promise<Result<PreparedRequest, UnexpectedValueError | TenableException>> {
  const { input, operation, redact } = call;
  const decoded = await decode(operation.input, input ?? {}, { operation: operation.id, redact });
  if (decoded.isErr()) return err(decoded.error._tag === 'Defect' ? decoded.error.error : toRefusal(operation.id, decoded.error.issues));
  const values = decoded.value;
  if (!isRecord(values)) return err(toRefusal(operation.id, [{ path: '', expected: 'an object', received: describeType(values) }]));
  return encodeInput(operation, values)
    .andThen((encoded) => toRequest(call, encoded))
    .mapErr((issues) => toRefusal(operation.id, issues));
}

/** What a call comes to whose parameters are not accepted. */
export function toRefusal(operation: string, issues: readonly Issue[]): UnexpectedValueError {
  return UnexpectedValueError({ operation, issues });
}

/** The URL is compared with what was meant: parsing it must not have moved anything. */
function toRequest(call: Call, { path, search, body }: EncodedInput): Result<PreparedRequest, readonly Issue[]> {
  const { connection, operation, options } = call;
  const target = connection.basePath + path;
  const url = guard(() => new URL(connection.origin + target + search));
  if (url.isErr() || url.value.origin !== connection.origin || url.value.pathname !== target) {
    return err([{ path: '', expected: 'parameters that keep the path of the operation', received: 'object' }]);
  }
  const headers = {
    accept: operation.output.kind === 'file' ? '*/*' : 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...toLowerCaseNames(options.headers ?? {}),
    ...connection.headers,
  };
  return ok({ path, request: { method: operation.method, url: url.value.href, headers, body, isIdempotent: operation.isIdempotent } });
}

function toLowerCaseNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
