/** What a caller sends besides what an operation describes: parameters that are newer than its description. */
import type { Json } from '../errors/model/tenable-error-codec.js';
import { placeIssue } from '../errors/model/issue.js';
import type { Issue } from '../errors/model/issue.js';
import { describeType } from '../internal/describe-type.js';
import { isRecord } from '../internal/is-record.js';
import { copyData } from './copy-data.js';
import { keepJson } from './json-text.js';

export type QueryValue = string | number | boolean;

/** Parameters of a query by name; a list repeats the name. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | null | undefined>>;

export interface Extra {
  /** Parameters to add to the query. */
  readonly query?: Query | undefined;
  /** Members to add to a JSON body that is an object. */
  readonly body?: Readonly<Record<string, Json>> | undefined;
}

/** A copy that nobody changes; what is no data stays as it is, for the check to refuse. */
export function copyExtra(extra: Extra | undefined): Extra | undefined {
  if (extra === undefined) return undefined;
  return copyData(extra, keepJson).unwrapOr(extra) as Extra; // a copy has the members that it was made of
}

/** What is wrong with the form of what is added. Whether it collides, its operation says. */
export function checkExtra(extra: unknown): readonly Issue[] {
  if (extra === undefined) return [];
  if (!isRecord(extra)) return [{ path: 'extra', expected: 'an object', received: describeType(extra) }];
  const copied = copyData(extra, keepJson);
  if (copied.isErr()) return copied.error.map((issue) => placeIssue(issue, 'extra'));
  return Object.entries(extra).flatMap(([name, part]) => {
    if (name !== 'query' && name !== 'body') return [{ path: `extra.${name}`, expected: 'left out (there are query and body)', received: describeType(part) }];
    return part === undefined || isRecord(part) ? [] : [{ path: `extra.${name}`, expected: 'an object', received: describeType(part) }];
  });
}

/** The names of what is added, as hooks tell them: `query.w`, `body.tags`. No values. */
export function listExtra({ body, query }: Extra): readonly string[] {
  return [...namesOf(query).map((name) => `query.${name}`), ...namesOf(body).map((name) => `body.${name}`)];
}

export function namesOf(part: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return part === undefined ? [] : Object.keys(part).filter((name) => part[name] !== undefined);
}
