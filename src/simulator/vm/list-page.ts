/** Lists as Tenable pages them: filtered by `f`, searched by `w`, sorted by `sort`, cut by `limit` and `offset`. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ownValue } from '../../internal/is-record.js';
import { toReasonRefusal } from '../answers.js';
import type { AnswerParts } from '../simulated-exchange.js';

export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  /** The sorting that was asked for. */
  readonly sort: readonly { readonly name: string; readonly order: string }[];
}

/** Larger pages than this are cut down to it. */
const maxLimit = 5000;

/** The page that a query asks for, or the refusal of a filter or number that makes no sense. */
export function toListPage<Item extends object>(
  items: readonly Item[],
  query: URLSearchParams,
  defaultLimit: number,
): Result<ListPage<Item>, AnswerParts> {
  const filters = query.getAll('f').map((filter) => toFilter(items, filter));
  const limit = toCount(query.get('limit'), defaultLimit);
  const offset = toCount(query.get('offset'), 0);
  if (filters.includes(null)) return err(toReasonRefusal(400, "Invalid 'f' parameter"));
  if (limit === null || limit === 0) return err(toReasonRefusal(400, "Invalid 'limit' parameter"));
  if (offset === null) return err(toReasonRefusal(400, "Invalid 'offset' parameter"));
  const holds = filters.filter((filter) => filter !== null);
  const isAny = query.get('ft')?.toLowerCase() === 'or' && holds.length > 0;
  const sort = toSort(query.get('sort'));
  const found = items
    .filter((item) => (isAny ? holds.some((filter) => filter(item)) : holds.every((filter) => filter(item))))
    .filter(toSearch(query))
    .sort((a, b) => compareBy(sort, a, b));
  const shown = Math.min(limit, maxLimit);
  return ok({ items: found.slice(offset, offset + shown), total: found.length, limit: shown, offset, sort });
}

type Holds = (item: object) => boolean;

/** `name:operator:value` as a test of an item; `null` where there is no such name or operator. */
function toFilter(items: readonly object[], filter: string): Holds | null {
  const [name = '', operator = '', ...rest] = filter.split(':');
  const value = rest.join(':').toLowerCase();
  const isKnown = items.some((item) => Object.hasOwn(item, name));
  if (!isKnown || rest.length === 0) return null;
  switch (operator) {
    case 'eq':
      return (item) => textOf(item, name) === value;
    case 'neq':
      return (item) => textOf(item, name) !== value;
    case 'match':
      return (item) => textOf(item, name).includes(value);
    default:
      return null;
  }
}

function toSearch(query: URLSearchParams): Holds {
  const word = (query.get('w') ?? '').toLowerCase();
  const names = (query.get('wf') ?? 'name').split(',');
  return (item) => word === '' || names.some((name) => textOf(item, name).includes(word));
}

function toSort(sort: string | null): ListPage<object>['sort'] {
  return (sort ?? '').split(',').filter((one) => one !== '').map((one) => {
    const [name = '', order = 'asc'] = one.split(':');
    return { name, order };
  });
}

function compareBy(sort: ListPage<object>['sort'], a: object, b: object): number {
  for (const { name, order } of sort) {
    const compared = textOf(a, name).localeCompare(textOf(b, name), 'en', { numeric: true });
    if (compared !== 0) return order === 'desc' ? -compared : compared;
  }
  return 0;
}

function textOf(item: object, name: string): string {
  const value = ownValue(item, name);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).toLowerCase() : '';
}

function toCount(text: string | null, otherwise: number): number | null {
  if (text === null) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
