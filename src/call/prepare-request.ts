/** From a caller's argument to a request that can be sent, or to the parameters that cannot. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import type { AnyOperation } from '../operation/define-operation.js';
import type { UploadFile } from '../internal/upload.js';
import { encodeInput } from '../operation/encode.js';
import type { EncodedInput } from '../operation/encode.js';
import { guard } from '../result.js';
import { decode } from '../schema/standard-schema.js';
import type { SchemaFailure } from '../schema/standard-schema.js';
import { addHeaders } from '../transport/header-safety.js';
import type { TransportRequest } from '../transport/transport.js';
import type { Call } from './call.js';
import { findFreeForm } from './free-form.js';

export interface PreparedRequest {
  readonly request: TransportRequest;
  /** The path without base path and query, as the classifier reads it. */
  readonly path: string;
}

const acceptJson = { accept: 'application/json' };
const acceptAnything = { accept: '*/*' };

type Decoded = Result<unknown, SchemaFailure>;
type Prepared = Result<PreparedRequest, UnexpectedValueError | TenableException>;

/** The request of a call, at once unless the schema takes its time. Nothing is sent unless every parameter is accepted. */
export function prepareRequest(call: Call): Prepared | Promise<Prepared> {
  const { input, operation, redact } = call;
  const decoded = decode(operation.input, input.value ?? {}, { operation: operation.id, redact });
  if (input.odd.length > 0) return prepareOdd(call, decoded);
  return decoded instanceof Promise ? decoded.then((settled) => toPrepared(call, settled)) : toPrepared(call, decoded);
}

/** An input with values that JSON has no form for is accepted where its schema knows what to make of them. */
async function prepareOdd(call: Call, decoding: Decoded | Promise<Decoded>): Promise<Prepared> {
  const { input, operation, redact } = call;
  const decoded = await decoding;
  const issues = decoded.isOk() ? await findFreeForm(operation.input, input, { operation: operation.id, redact }) : [];
  return issues.length > 0 ? err(toInputError(operation.id, issues)) : toPrepared(call, decoded);
}

function toPrepared(call: Call, decoded: Decoded): Prepared {
  const { operation } = call;
  if (decoded.isErr()) return err(decoded.error._tag === 'Defect' ? decoded.error.error : toInputError(operation.id, decoded.error.issues));
  const values = decoded.value;
  if (!isRecord(values)) return err(toInputError(operation.id, [{ path: '', expected: 'an object', received: describeType(values) }]));
  return encodeInput(operation, values, call.options.extra)
    .andThen((encoded) => toRequest(call, encoded))
    .map((prepared) => withUpload(prepared, operation, values))
    .mapErr((issues) => toInputError(operation.id, issues));
}

/** What a call comes to whose parameters are not accepted. */
export function toInputError(operation: string, issues: readonly Issue[]): UnexpectedValueError {
  return UnexpectedValueError({ operation, issues });
}

function toRequest(call: Call, { path, search, body }: EncodedInput): Result<PreparedRequest, readonly Issue[]> {
  const { connection, operation, options } = call;
  const url = toUrl(connection.origin, connection.basePath + path, search);
  if (url === null) return err([{ path: '', expected: 'parameters that keep the path of the operation', received: 'object' }]);
  const own = addHeaders(connection.headers, operation.output.kind === 'file' ? acceptAnything : acceptJson);
  Object.assign(own, operation.headers);
  if (body !== null) own['content-type'] = 'application/json';
  // A caller may say what to accept, and nothing else of what the client says.
  const headers = options.headers === undefined ? own : { ...own, ...toLowerCaseNames(options.headers), ...connection.headers };
  return ok({ path, request: { method: operation.method, url, headers, body, isIdempotent: operation.isIdempotent, isFile: operation.output.kind === 'file' } });
}

/** The request with the file that is its body. */
function withUpload(prepared: PreparedRequest, { upload }: AnyOperation, values: Readonly<Record<string, unknown>>): PreparedRequest {
  if (upload === undefined) return prepared; // nearly all calls
  const { part, encode, member } = upload;
  const file = encode(part, values[member] as UploadFile); // its schema says so
  return { ...prepared, request: { ...prepared.request, headers: { ...prepared.request.headers, 'content-type': file.contentType }, upload: file } };
}

/** Of these characters, and without dots, a URL parser moves nothing. */
const plainTarget = /^\/(?!\/)[\w/~!$()*+,;=:@%-]*$/;
const plainSearch = /^(?:\?[\w.~!()*=&%-]*)?$/;

/** The URL, or `null` where parsing it would move something: then it is not what was meant. */
function toUrl(origin: string, target: string, search: string): string | null {
  if (plainTarget.test(target) && plainSearch.test(search)) return origin + target + search;
  const url = guard(() => new URL(origin + target + search));
  return url.isErr() || url.value.origin !== origin || url.value.pathname !== target ? null : url.value.href;
}

function toLowerCaseNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
