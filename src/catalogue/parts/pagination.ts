/** Where a page of a list stands in the whole. */
import { list, number, text, z } from '../language/index.js';

export const Pagination = z.object({ total: number, limit: number, offset: number }).describe('Where a page of a list stands in the whole.');

export const SortedPagination = Pagination.extend({ sort: list(z.object({ name: text, order: text.nullish() })).nullish() })
  .describe('Where a page of a list stands in the whole, and how it is sorted.');
