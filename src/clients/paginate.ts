/** Lists that come in pages, as one lazy sequence of Results. */
import { err, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import type { CallOptions } from '../call/call-options.js';
import { execute } from '../execute.js';
import type { TenableErrorByTag, TenableErrorTag } from '../errors/tenable-error.js';
import { isRecord, ownValue } from '../internal/is-record.js';
import type { Operation } from '../operation/define-operation.js';
import { guardIterator, toResultAsync } from '../result.js';
import type { ClientHandle } from '../transport/connection.js';

/** No list is followed further than this many pages: a service that never ends one must not hold a caller for ever. */
const maxPages = 100_000;

/**
 * The items of a list, each as a Result, fetched a page at a time as they are taken. A failure is the last
 * Result. Leaving the loop early asks for nothing more.
 */
export interface Pages<Item, Page, E> extends AsyncIterable<Result<Item, E>> {
  /** All items, or the first failure. */
  readonly toArray: () => ResultAsync<readonly Item[], E>;
  /** Just the page that the input asks for, with its `pagination`. */
  readonly toPage: () => ResultAsync<Page, E>;
}

/** Pages through an operation that has `paging`: what the nested calls of a client do. */
export function paginate<Input, Page, Tag extends TenableErrorTag, Item, Extra extends TenableErrorTag = never>(
  client: ClientHandle<Extra>,
  operation: Operation<Input, Page, Tag, Item>,
  input: NoInfer<Input>,
  options: CallOptions = {},
): Pages<Item, Page, TenableErrorByTag[Tag | Extra]> {
  return createPages(operation, input, (from) => execute<Input, Page, Tag, Item, Extra>(client, operation, from, options));
}

function createPages<Input, Page, Tag extends TenableErrorTag, Item, E>(
  operation: Operation<Input, Page, Tag, Item>,
  input: Input,
  toPage: (input: Input) => ResultAsync<Page, E>,
): Pages<Item, Page, E> {
  const pages: Pages<Item, Page, E> = {
    toPage: () => toPage(input),
    toArray: () => {
      const collected = toResultAsync(() => collect(pages), { operation: operation.id });
      return collected as ResultAsync<readonly Item[], E>; // every operation lists TenableException
    },
    [Symbol.asyncIterator]: () => {
      const iterator = guardIterator(() => iterate(toPage, operation, input), { operation: operation.id });
      return iterator as AsyncIterator<Result<Item, E>, undefined>; // every operation lists TenableException
    },
  };
  return pages;
}

async function* iterate<Input, Page, Tag extends TenableErrorTag, Item, E>(
  toPage: (input: Input) => ResultAsync<Page, E>,
  { paging }: Operation<Input, Page, Tag, Item>,
  input: Input,
): AsyncGenerator<Result<Item, E>, undefined> {
  const window = openWindow(paging?.style === 'range', paging?.pageSize, input);
  for (let pageNumber = 1; pageNumber <= maxPages; pageNumber += 1) {
    const page = await toPage({ ...input, ...window.toInput() });
    if (page.isErr()) {
      yield err(page.error);
      return undefined;
    }
    const items = toItems(page.value, paging?.items ?? '') as readonly Item[]; // the page has gone through its schema
    for (const item of items) yield ok(item);
    // A short page is not the end (services cap `limit`); an empty one is, whatever the total says.
    if (items.length === 0 || window.advance(items.length, page.value)) return undefined;
  }
  return undefined;
}

/** Which part of a list is asked for next, in the words of either style. */
interface PageWindow {
  readonly toInput: () => Readonly<Record<string, number | undefined>>;
  /** So many items have come; `true` where the page says that there are no more. */
  readonly advance: (count: number, page: unknown) => boolean;
}

function openWindow(isRange: boolean, standardSize: number | undefined, input: unknown): PageWindow {
  let offset = toNumber(input, isRange ? 'startOffset' : 'offset') ?? 0;
  const endOffset = toNumber(input, 'endOffset');
  const size = isRange && endOffset !== undefined ? Math.max(1, endOffset - offset) : toNumber(input, 'limit') ?? standardSize;
  return {
    toInput: () => (isRange ? { startOffset: offset, endOffset: offset + (size ?? 0) } : { limit: size, offset }),
    advance: (count, page) => {
      offset += count;
      const total = isRange ? toNumber(page, 'totalRecords') : toNumber(ownValue(page, 'pagination'), 'total');
      return total !== undefined && offset >= total;
    },
  };
}

async function collect<Item, E>(pages: AsyncIterable<Result<Item, E>>): Promise<Result<readonly Item[], E>> {
  const items: Item[] = [];
  for await (const item of pages) {
    if (item.isErr()) return err(item.error);
    items.push(item.value);
  }
  return ok(items);
}

function toItems(page: unknown, name: string): readonly unknown[] {
  const items = ownValue(page, name);
  return Array.isArray(items) ? items : [];
}

function toNumber(value: unknown, name: string): number | undefined {
  const number = isRecord(value) ? value[name] : undefined;
  if (typeof number === 'string' && /^\d{1,15}$/.test(number)) return Number(number); // Security Center writes numbers as text
  return typeof number === 'number' ? number : undefined;
}
