/** A folder, as lists of folders and lists of scans hold it. */
import { number, text, z } from '../../language/index.js';

export const Folder = z.object({
  id: number,
  name: text,
  type: text.nullish().describe('`main`, `trash` or `custom`.'),
  custom: number.nullish().describe('1 for one that a user made.'),
  default_tag: number.nullish().describe('1 for the one that scans go to where none is named.'),
  unread_count: number.nullish(),
});
