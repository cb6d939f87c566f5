/** What lists and exports can be filtered by. */
import { list, text, z } from '../../language/index.js';

export const FilterControl = z.object({
  type: text.describe('`entry` for what is typed in, `dropdown` for what is chosen of `list`, `datefield` and others.'),
  list: list(text).nullish(),
  regex: text.nullish().describe('What a value must match.'),
  readable_regex: text.nullish(),
  prefix: text.nullish(),
});

export const ResultFilter = z.object({
  name: text.describe("For `'filter.0.filter'`."),
  readable_name: text.nullish(),
  operators: list(text).nullish().describe("For `'filter.0.quality'`: `eq`, `neq`, `match` and others."),
  control: FilterControl.nullish(),
});
