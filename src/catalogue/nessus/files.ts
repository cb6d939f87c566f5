/** Files: what imports and scans take. https://docs.tenable.com/nessus/Content/ImportAScan.htm */
import { oneOf, post, text, z } from '../language/index.js';
import { UploadFile } from '../parts/upload.js';

export const page = 'https://docs.tenable.com/nessus/Content/ImportAScan.htm';

export const UploadedFile = z.object({ fileuploaded: text.describe('The name under which imports find it.') });

export const operations = {
  upload: post('/file/upload', {
    doc: 'Uploads a file for an import, or with targets of a scan.',
    input: { file: UploadFile, no_enc: oneOf(0, 1).optional().describe('1 of a file that is encrypted.') },
    upload: { member: 'file', part: 'Filedata' },
    query: ['no_enc'],
    output: UploadedFile,
    never: ['NotFoundError'],
    pyTenable: 'nessus.files.upload',
  }),
};
