/** What the areas of Web Application Scanning have alike: searches and pages. */
import { anything, list, nonEmpty, number, pageOffset, text, z } from '../../language/index.js';

export const WasCondition = z.object({ field: nonEmpty, operator: nonEmpty, value: anything });

/** What a search takes: one condition, several of them, or none. */
export const wasSearch = {
  field: nonEmpty.optional().describe('One condition: its field; `wasFilters` lists them.'),
  operator: nonEmpty.optional(),
  value: anything.optional(),
  AND: list(WasCondition).optional().describe('Conditions that must all hold.'),
  OR: list(WasCondition).optional().describe('Conditions of which one must hold.'),
};

export const wasPage = {
  limit: z.int().min(0).max(200).optional().describe('Items a page, 200 at most. Default 10.'),
  offset: pageOffset.optional(),
  sort: text.optional().describe('`field:asc` or `field:desc`, several joined by commas.'),
};

/** What of a search goes into the query. */
export const pageMembers = ['limit', 'offset', 'sort'] as const;

export const WasPagination = z.object({
  total: number.nullish(),
  limit: number.nullish(),
  offset: number.nullish(),
  sort: list(z.object({ name: text.nullish(), order: text.nullish() })).nullish(),
});
