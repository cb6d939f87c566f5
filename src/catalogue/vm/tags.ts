/** Tags: categories and values on assets. https://developer.tenable.com/reference/tags */
import { byOffset, get, isoTime, list, oneOf, pageLimit, pageOffset, text, z } from '../language/index.js';
import { Pagination } from '../parts/pagination.js';

export const page = 'https://developer.tenable.com/reference/';

export const TagValue = z.object({
  uuid: text.optional(),
  value: text.optional(),
  description: text.nullish(),
  type: text.describe('`static` or `dynamic`.'),
  category_uuid: text,
  category_name: text,
  category_description: text.nullish(),
  created_at: isoTime,
  created_by: text,
  updated_at: isoTime,
  updated_by: text,
});

export const TagValuePage = z.object({ values: list(TagValue), pagination: Pagination });

export const operations = {
  listValues: get('/tags/values', {
    doc: 'Tag values, page by page.',
    input: {
      f: list(text).optional().describe('Filters of the form `field:operator:value`.'),
      ft: oneOf('AND', 'OR').optional().describe('Whether all filters must hold or any. Default `AND`.'),
      sort: text.optional().describe('`field:asc` or `field:desc`, several joined by commas.'),
      limit: pageLimit.optional().describe('Values a page, 1 to 5000.'),
      offset: pageOffset.optional(),
    },
    output: TagValuePage,
    never: ['UnsupportedError'],
    paging: byOffset('values'),
    page: 'tags-list-tag-values',
    pyTenable: 'tio.tags.list',
  }),
};
