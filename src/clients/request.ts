/** Requests that nobody described: `client.request({ method: 'GET', path: '/folders' })`. */
import { errAsync } from 'neverthrow';
import type { ResultAsync } from 'neverthrow';

import type { CallOptions } from '../call/call-options.js';
import { toInputError } from '../call/prepare-request.js';
import type { AnyClient } from '../connection/connection.js';
import type { Issue } from '../errors/model/issue.js';
import type { Json } from '../errors/model/tenable-error-codec.js';
import type { CallErrorTag, TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import { execute } from '../execute.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';
import type { HttpMethod } from '../internal/http-method.js';
import { isRecord } from '../internal/is-record.js';
import { callErrorTags } from '../operation/define-operation.js';
import type { Operation } from '../operation/define-operation.js';
import type { Query } from '../operation/extra.js';
import { describePathSlip } from '../operation/literal-path.js';
import { json } from '../operation/output.js';
import type { OutputForm } from '../operation/output.js';
import type { Schema } from '../schema/schema.js';
import { toSchema } from '../schema/shape-schema.js';

/** A request in the terms of HTTP. */
export interface AskedRequest<Output = unknown> {
  readonly method: HttpMethod;
  /** From the product's root, as Tenable's pages write it, with its parameters filled in: `/folders/7`. Of Security Center without `/rest`. */
  readonly path: string;
  /** Parameters of the query; a list repeats its name. */
  readonly query?: Query | undefined;
  /** The JSON that is sent: an object, a list, anything. Left out, there is no body. A GET has none. */
  readonly body?: Json | undefined;
  /** What a good answer holds: any Standard Schema, or `empty` or `file(…)`. Default: JSON of any kind, typed `unknown`. */
  readonly output?: Schema<unknown, Output> | OutputForm<Output> | undefined;
  /** Whether sending it twice is the same as once, so that it may be repeated. Default: `true` for GET alone. */
  readonly isIdempotent?: boolean | undefined;
}

/** Sends a request, with the errors, retries, limits and redaction of any call. A path that leads elsewhere is refused. */
export type RequestCall<Extra extends TenableErrorTag = never> =
  <Output = unknown>(asked: AskedRequest<Output>, options?: Omit<CallOptions, 'extra'>) => ResultAsync<Output, TenableErrorByTag[CallErrorTag | Extra]>;

const id = 'request';
const methods: readonly unknown[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies readonly HttpMethod[];
const members: readonly string[] = ['method', 'path', 'query', 'body', 'output', 'isIdempotent'];

/** Whatever is asked, for a client. */
export function createRequestCall(client: AnyClient): RequestCall<TenableErrorTag> {
  return <Output>(given: AskedRequest<Output>, options?: CallOptions): ResultAsync<Output, TenableErrorByTag[TenableErrorTag]> => {
    const read = attempt(() => (isRecord(given) ? { ...(given as AskedRequest<Output>) } : given)); // each member is read once
    const asked: unknown = read.ok ? read.value : given;
    const issues = read.ok ? checkAsked(asked) : [{ path: '', expected: 'an object that can be read', received: 'a getter or proxy that throws' }];
    if (issues.length > 0) return errAsync(toInputError(id, issues));
    const { body, query } = asked as AskedRequest<Output>; // it has been checked
    const input = { ...(query === undefined ? {} : { query }), ...(body === undefined ? {} : { body }) };
    return execute(client, toOperation(asked as AskedRequest<Output>, client), input, options);
  };
}

function toOperation<Output>({ isIdempotent, method, output, path }: AskedRequest<Output>, { product }: AnyClient): Operation<unknown, Output> {
  return {
    id, product, method, path,
    docs: '',
    input: toSchema<unknown>({ strict: { query: 'anything?', body: 'anything?' } }),
    query: [],
    queryFrom: 'query',
    bodyFrom: 'body',
    secrets: [],
    output: toForm(output),
    errors: callErrorTags,
    isIdempotent: isIdempotent ?? method === 'GET',
    paging: null,
  };
}

function toForm<Output>(output: AskedRequest<Output>['output']): OutputForm<Output> {
  if (output === undefined) return json(toSchema<unknown, Output>('anything')); // `Output` is `unknown` where nobody says what it is
  return '~standard' in output ? json(output) : output;
}

function checkAsked(asked: unknown): readonly Issue[] {
  if (!isRecord(asked)) return [{ path: '', expected: 'an object with method and path', received: describeType(asked) }];
  const { isIdempotent, method, output, path, query } = asked;
  const slip = typeof path === 'string' ? describePathSlip(path) : 'a path that starts with "/"';
  return [
    ...Object.keys(asked).filter((name) => !members.includes(name)).map((name) => ({ path: name, expected: `left out (there are ${members.join(', ')})`, received: describeType(asked[name]) })),
    ...(methods.includes(method) ? [] : [{ path: 'method', expected: methods.join(' | '), received: describeType(method) }]),
    ...(slip === null ? [] : [{ path: 'path', expected: slip, received: describeType(path) }]),
    ...(query === undefined || isRecord(query) ? [] : [{ path: 'query', expected: 'an object', received: describeType(query) }]),
    ...(output === undefined || isOutput(output) ? [] : [{ path: 'output', expected: 'a Standard Schema, empty or file(…)', received: describeType(output) }]),
    ...(isIdempotent === undefined || typeof isIdempotent === 'boolean' ? [] : [{ path: 'isIdempotent', expected: 'a value of type boolean', received: describeType(isIdempotent) }]),
  ];
}

/** Schemas of some libraries are functions. */
function isOutput(output: unknown): boolean {
  return (typeof output === 'object' || typeof output === 'function') && output !== null && ('~standard' in output || 'kind' in output);
}
