/** Files: what was uploaded for imports. https://docs.tenable.com/security-center/api/File.htm */
import { nonEmpty, post } from '../language/index.js';

export const page = 'https://docs.tenable.com/security-center/api/File.htm';

export const operations = {
  clear: post('/file/clear', { doc: 'Removes a file that was uploaded and is not used.', input: { filename: nonEmpty.describe('The name that the upload was answered with.') }, idempotent: true, pyTenable: 'sc.files.clear' }),
};
