/** A file that a call takes. */
import { content, count, nonEmpty, z } from '../language/index.js';

export const UploadFile = z.object({
  name: nonEmpty.describe('What the file is called, with its extension.').meta({ example: 'targets.txt' }),
  content: content.describe('A `Blob`, bytes, or a stream of bytes. A stream is read once, while it is sent.'),
  sizeBytes: count.optional().describe('Bytes of a stream, where they are known: the request says so then. Of a `Blob` or bytes it follows from them.'),
}).describe('A file to upload.');
