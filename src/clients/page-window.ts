/**
 * Which part of a list is asked for next, and when a list is over. Services tell a total that is too large, that grows, on
 * some pages only or never, cap what is asked for, or give the same page again whatever is asked for.
 */
import { isRecord, ownValue } from '../internal/is-record.js';
import type { Paging } from '../operation/define-operation.js';

/** What a page means for the list: there are more, it was the last, the list was over before it, or the service goes in a circle. */
export type PageVerdict = 'more' | 'last' | 'over' | 'repeated';

export interface PageWindow {
  /** The members of the input that ask for the next page. */
  readonly toInput: () => Readonly<Record<string, number | undefined>>;
  readonly judge: (items: readonly unknown[], page: unknown) => PageVerdict;
}

/** The window of a list from where `input` says. */
export function openPageWindow(paging: Paging<unknown> | null, input: unknown): PageWindow {
  const isRange = paging?.style === 'range';
  let offset = toNumber(input, isRange ? 'startOffset' : 'offset') ?? 0;
  const endOffset = toNumber(input, 'endOffset');
  const size = isRange && endOffset !== undefined ? Math.max(1, endOffset - offset) : toNumber(input, 'limit') ?? paging?.pageSize ?? 1;
  let total: number | undefined;
  let largest = isRange ? size : 0;
  let [first, previous]: readonly (readonly unknown[])[] = [];
  return {
    toInput: () => (isRange ? { startOffset: offset, endOffset: offset + size } : { limit: size, offset }),
    judge: (items, page) => {
      if (items.length === 0) return 'over'; // whatever the total says
      const told = readPlace(page, isRange);
      total = told.total ?? total;
      if (isSame(items, previous) || isSame(items, first)) {
        if (total === undefined || offset >= total) return 'over';
        if (told.offset !== offset) return 'repeated';
      }
      first ??= items;
      previous = items;
      offset += items.length;
      if (total !== undefined) return offset >= total ? 'last' : 'more'; // a short page is not the last: services cap their pages
      // Without a total, a page that is shorter than the service's pages are is the last.
      largest = Math.max(largest, items.length);
      return items.length < largest ? 'last' : 'more';
    },
  };
}

/** Where a page says that it stands. A total below 0 is none: that is how Security Center says that it does not know. */
function readPlace(page: unknown, isRange: boolean): { readonly total: number | undefined; readonly offset: number | undefined } {
  const place = isRange ? page : ownValue(page, 'pagination');
  const total = toNumber(place, isRange ? 'totalRecords' : 'total');
  return { total: total !== undefined && total >= 0 ? total : undefined, offset: toNumber(place, isRange ? 'startOffset' : 'offset') };
}

/** Whether two pages hold the same. Pages that differ mostly do so in their first item. */
function isSame(items: readonly unknown[], others: readonly unknown[] | undefined): boolean {
  return others?.length === items.length && items.every((item, at) => JSON.stringify(item) === JSON.stringify(others[at]));
}

function toNumber(value: unknown, name: string): number | undefined {
  const number = isRecord(value) ? value[name] : undefined;
  if (typeof number === 'string' && /^\d{1,15}$/.test(number)) return Number(number); // Security Center writes numbers as text
  return typeof number === 'number' ? number : undefined;
}
