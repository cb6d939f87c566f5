import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import type { AnyOperation } from './define-operation.js';
import { toJsonText } from './json-text.js';
import { fillPath, toPathParams } from './path.js';
import { toSearch } from './query.js';

/** Checked input as the parts of a request. */
export interface EncodedInput {
  /** Path with its parameters, without base path and query. */
  readonly path: string;
  /** Query with its question mark, or `''`. */
  readonly search: string;
  /** JSON text; `null` for methods that have no body. */
  readonly body: string | null;
}

/** Each value of the input goes to its place: path, query, or else the body. */
export function encodeInput(
  operation: Pick<AnyOperation, 'method' | 'path' | 'query'>,
  input: Readonly<Record<string, unknown>>,
): Result<EncodedInput, readonly Issue[]> {
  const path = fillPath(operation.path, input);
  if (path.isErr()) return err(path.error);
  const params = toPathParams(operation.path);
  const others = Object.keys(input).filter((name) => !params.includes(name) && !operation.query.includes(name));
  const isQuestion = operation.method === 'GET'; // has no body: names of a pattern, which no list holds, go into the query as well
  const search = toSearch(isQuestion ? [...operation.query, ...others] : operation.query, input);
  if (search.isErr()) return err(search.error);
  const rest = isQuestion ? [] : others.map((name) => [name, input[name]] as const).filter(([, value]) => value !== undefined);
  return toBody(operation, rest).map((body) => ({ path: path.value, search: search.value, body }));
}

/** POST, PUT and PATCH always carry an object: some endpoints answer 415 to an empty body. */
function toBody(
  { method }: Pick<AnyOperation, 'method'>,
  entries: readonly (readonly [string, unknown])[],
): Result<string | null, readonly Issue[]> {
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  if (!hasBody && entries.length === 0) return ok(null);
  return toJsonText(Object.fromEntries(entries));
}
