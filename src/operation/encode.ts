import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { placeIssue } from '../errors/model/issue.js';
import type { Issue } from '../errors/model/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import type { Schema } from '../schema/schema.js';
import { listMembers } from '../schema/shape-schema.js';
import type { AnyOperation } from './define-operation.js';
import { namesOf } from './extra.js';
import type { Extra } from './extra.js';
import { toJsonText } from './json-text.js';
import { fillPath, toPathParams } from './path.js';
import { toSearch } from './query.js';

/** Checked input as the parts of a request. */
export interface EncodedInput {
  /** Path with its parameters, without base path and query. */
  readonly path: string;
  /** Query with its question mark, or `''`. */
  readonly search: string;
  /** JSON text; `null` where there is no body. */
  readonly body: string | null;
}

type Places = Pick<AnyOperation, 'bodyFrom' | 'method' | 'path' | 'query' | 'queryFrom' | 'upload'> & { readonly input?: Schema<unknown> };
type Values = Readonly<Record<string, unknown>>;

const noExtra: Extra = {};
const none: readonly string[] = [];

/** Each value of the input goes to its place: path, query, or else the body. What is added goes beside it, never in its place. */
export function encodeInput(operation: Places, input: Values, extra: Extra = noExtra): Result<EncodedInput, readonly Issue[]> {
  const collisions = extra === noExtra ? [] : findCollisions(operation, input, extra);
  if (collisions.length > 0) return err(collisions);
  const path = fillPath(operation.path, input);
  if (path.isErr()) return err(path.error);
  const unplaced = listUnplaced(operation, input);
  const isQuestion = operation.method === 'GET'; // has no body: names of a pattern, which stand in no list, go into its query
  const search = toWholeSearch(operation, isQuestion && unplaced.length > 0 ? [...operation.query, ...unplaced] : operation.query, input, extra);
  if (search.isErr()) return err(search.error);
  return toBody(operation, isQuestion ? none : unplaced, input, extra).map((body) => ({ path: path.value, search: search.value, body }));
}

/** The names of the input that stand neither in the path nor in the query, nor hold a whole query or body. */
function listUnplaced({ bodyFrom, path, query, queryFrom, upload }: Places, input: Values): readonly string[] {
  let names: string[] | null = null; // most calls need none
  for (const name of Object.keys(input)) {
    if (name === bodyFrom || name === queryFrom || name === upload?.member || query.includes(name) || path.includes(`{${name}}`)) continue;
    (names ??= []).push(name);
  }
  return names ?? none;
}

function toWholeSearch({ queryFrom }: Places, names: readonly string[], input: Values, { query }: Extra): Result<string, readonly Issue[]> {
  const described = toSearch(names, input);
  if (queryFrom === undefined && query === undefined) return described; // nearly all calls
  return described
    .andThen((search) => addSearch(search, queryFrom ?? '', queryFrom === undefined ? undefined : input[queryFrom]))
    .andThen((search) => addSearch(search, 'extra.query', query));
}

/** The query with more in it, whose names are the caller's own. */
function addSearch(search: string, place: string, values: unknown): Result<string, readonly Issue[]> {
  if (values === undefined) return ok(search);
  if (!isRecord(values)) return err([{ path: place, expected: 'an object', received: describeType(values) }]);
  return toSearch(Object.keys(values), values)
    .map((more) => (search === '' || more === '' ? search + more : `${search}&${more.slice(1)}`))
    .mapErr((issues) => issues.map((issue) => placeIssue(issue, place)));
}

/**
 * POST, PUT and PATCH always carry an object: some endpoints answer 415 to an empty body. Where one member is the whole body,
 * that is what is sent: a list, or nothing where it is left out.
 */
function toBody({ bodyFrom, method, upload }: Places, names: readonly string[], input: Values, extra: Extra): Result<string | null, readonly Issue[]> {
  if (upload !== undefined) return ok(null); // the file is the body
  if (bodyFrom !== undefined) {
    const whole = input[bodyFrom];
    if (whole === undefined) return ok(null);
    if (method === 'GET') return err([{ path: bodyFrom, expected: 'left out (GET has no body)', received: describeType(whole) }]);
    return toJsonText(whole).mapErr((issues) => issues.map((issue) => placeIssue(issue, bodyFrom)));
  }
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  if (!hasBody && names.length === 0 && extra.body === undefined) return ok(null); // nearly all calls
  const given = names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]] as const);
  const added = namesOf(extra.body).map((name) => [name, extra.body?.[name]] as const);
  if (!hasBody && given.length === 0 && added.length === 0) return ok(null);
  return toJsonText(Object.fromEntries([...given, ...added]));
}

/** What is added may not stand for what is described, whether that is given or not, nor where there is no place for it. */
function findCollisions(operation: Places, input: Values, { body, query }: Extra): readonly Issue[] {
  const { bodyFrom, method, upload } = operation;
  const described = new Set([...Object.keys(input), ...toPathParams(operation.path), ...operation.query, ...(operation.input === undefined ? [] : listMembers(operation.input))]);
  const collide = (place: 'body' | 'query', values: Values | undefined): readonly Issue[] => namesOf(values)
    .filter((name) => described.has(name))
    .map((name) => ({ path: `extra.${place}.${name}`, expected: 'left out (the operation has an input of this name)', received: describeType(values?.[name]) }));
  const misplaced = namesOf(body).length > 0 && (method === 'GET' || bodyFrom !== undefined || upload !== undefined);
  const why = method === 'GET' ? 'GET has no body' : 'the body of this operation is no object with members of its own';
  return [...collide('query', query), ...(misplaced ? [{ path: 'extra.body', expected: `left out (${why})`, received: describeType(body) }] : collide('body', body))];
}
