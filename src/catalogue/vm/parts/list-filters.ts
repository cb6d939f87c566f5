/** How lists of several areas are searched and sorted. */
import { list, oneOf, text } from '../../language/index.js';

export const listFilters = {
  f: list(text).optional().describe('Filters of the form `name:operator:value`.'),
  ft: oneOf('and', 'or').optional().describe('Whether all filters must hold or any. Default `and`.'),
  w: text.optional().describe('Text to search for.'),
  wf: text.optional().describe('Fields to search in, joined by commas.'),
  sort: text.optional().describe('`field:asc` or `field:desc`, several joined by commas.'),
};
