/** A folder, as lists of folders and lists of scans hold it. */
import { number, text, z } from '../../language/index.js';

export const Folder = z.object({
  id: number,
  name: text,
  type: text.nullish().describe('`main`, `trash` or `custom`.'),
  unread_count: number.nullish(),
});
