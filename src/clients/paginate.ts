/** Lists that come in pages, as one lazy sequence of Results. */
import { err, errAsync, ok } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import { readCallOptions } from '../call/call-options.js';
import type { CallOptions } from '../call/call-options.js';
import { findConnection } from '../call/find-connection.js';
import { loadOperation } from '../call/load-operation.js';
import { UnexpectedValueError } from '../errors/model/local-errors.js';
import { APIError } from '../errors/model/response-errors.js';
import { execute } from '../execute.js';
import type { TenableError, TenableErrorByTag, TenableErrorTag } from '../errors/model/tenable-error.js';
import { ownValue } from '../internal/is-record.js';
import { copyInput } from '../operation/copy-input.js';
import { isDeferred } from '../operation/area.js';
import type { AnyOperation, Operation, Paging } from '../operation/define-operation.js';
import { toOperationId } from '../operation/operation-id.js';
import { guard, guardIterator, toResultAsync } from '../result.js';
import type { Border } from '../result.js';
import type { AnyClient, ClientHandle } from '../connection/connection.js';
import { openPageWindow } from './page-window.js';

/** No list is followed further than this many pages: a service that never ends one must not hold a caller without end. */
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
  const border = { operation: toOperationId(operation) };
  const [copied, now] = [copyInput(input), guard(() => readCallOptions(options), border)]; // as they are when the list is asked for, for all pages
  const refusal = copied.isErr() ? UnexpectedValueError({ ...border, issues: copied.error }) : now.isErr() ? now.error : undefined;
  const toPage = (from: unknown): ResultAsync<Page, TenableErrorByTag[Tag | Extra]> => {
    // Every operation lists both errors; and the input is a copy of the caller's, or of it with another window.
    if (refusal !== undefined) return errAsync(refusal as TenableErrorByTag[Tag | Extra]);
    return execute<Input, Page, Tag, Item, Extra>(client, operation, from as Input, now.unwrapOr(options));
  };
  const toPaging = (): Promise<Result<Paging<unknown> | null, TenableErrorByTag[Tag | Extra]>> =>
    readPaging(client, operation, now.unwrapOr(options)) as Promise<Result<Paging<unknown> | null, TenableErrorByTag[Tag | Extra]>>; // every operation lists these errors
  return createPages(toPage, { id: border.operation ?? '', toPaging }, copied.isOk() ? copied.value.value : {}, border);
}

/** How an operation pages: its area is loaded for it, where that is still to be done. */
async function readPaging(client: AnyClient, operation: AnyOperation, options: CallOptions): Promise<Result<Paging<unknown> | null, TenableError>> {
  if (!isDeferred(operation)) return ok(operation.paging);
  const found = findConnection(client, operation.id);
  if (found.isErr()) return err(found.error);
  const loaded = await loadOperation(found.value, operation, options);
  return loaded.map((whole) => whole.operation.paging);
}

function createPages<Page, Item, E>(
  toPage: (input: unknown) => ResultAsync<Page, E>,
  operation: PagedOperation<E>,
  input: unknown,
  border: Border,
): Pages<Item, Page, E> {
  const pages: Pages<Item, Page, E> = {
    toPage: () => toPage(input),
    toArray: () => {
      const collected = toResultAsync(() => collect(pages), border);
      return collected as ResultAsync<readonly Item[], E>; // every operation lists TenableException
    },
    [Symbol.asyncIterator]: () => {
      const iterator = guardIterator(() => iterate<Page, Item, E>(toPage, operation, input), border);
      return iterator as AsyncIterator<Result<Item, E>, undefined>; // every operation lists TenableException
    },
  };
  return pages;
}

/** What paging reads of an operation. */
interface PagedOperation<E> {
  readonly id: string;
  readonly toPaging: () => Promise<Result<Paging<unknown> | null, E>>;
}

async function* iterate<Page, Item, E>(
  toPage: (input: unknown) => ResultAsync<Page, E>,
  { id, toPaging }: PagedOperation<E>,
  input: unknown,
): AsyncGenerator<Result<Item, E>, undefined> {
  const read = await toPaging();
  if (read.isErr()) {
    yield err(read.error);
    return undefined;
  }
  const { value: paging } = read;
  const window = openPageWindow(paging, input);
  const name = paging?.items ?? '';
  for (let pageNumber = 1; pageNumber <= maxPages; pageNumber += 1) {
    const page = await toPage({ ...(input as object | null | undefined), ...window.toInput() }); // what has no members spreads to none
    if (page.isErr()) {
      yield err(page.error);
      return undefined;
    }
    const items = toItems(page.value, name) as readonly Item[]; // the page has gone through its schema
    const verdict = window.judge(items, page.value);
    if (verdict === 'repeated') yield err(toRepeatedPage(id, name) as E); // every operation lists APIError
    if (verdict === 'repeated' || verdict === 'over') return undefined;
    for (const item of items) yield ok(item);
    if (verdict === 'last') return undefined;
  }
  return undefined;
}

/** A list that could be read in part only is no success. */
function toRepeatedPage(operation: string, name: string): APIError {
  return APIError({ operation, reason: 'unexpected-body', issues: [{ path: name, expected: 'the next part of the list', received: 'the same part again' }] });
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
