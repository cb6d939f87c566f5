/** What several areas tell of a folder of scans. */
import { number, text, z } from '../../language/index.js';

export const ScanFolder = z.object({
  unread_count: number.nullish(),
  custom: number.nullish().describe('1 where a user made it.'),
  default_tag: number.nullish().describe('1 of the folder that scans are in unless they are moved.'),
  type: text.describe('`main`, `trash` or `custom`.'),
  name: text,
  id: number,
});
