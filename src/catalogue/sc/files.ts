/** Files: what was uploaded for imports. https://docs.tenable.com/security-center/api/File.htm */
import { answerText, nonEmpty, post, z } from '../language/index.js';
import { UploadFile } from '../parts/upload.js';

export const page = 'https://docs.tenable.com/security-center/api/File.htm';

export const UploadedFile = z.object({
  filename: answerText.describe('The name under which imports find it.'),
  originalFilename: answerText.nullish(),
  content: answerText.nullish(),
  context: answerText.nullish(),
});

export const operations = {
  upload: post('/file/upload', {
    doc: 'Uploads a file for an import.',
    input: { file: UploadFile },
    upload: { member: 'file', part: 'Filedata' },
    output: UploadedFile,
    never: ['NotFoundError'],
    pyTenable: 'sc.files.upload',
  }),
  clear: post('/file/clear', { doc: 'Removes a file that was uploaded and is not used.', input: { filename: nonEmpty.describe('The name that the upload was answered with.') }, idempotent: true, pyTenable: 'sc.files.clear' }),
};
