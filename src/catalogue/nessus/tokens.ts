/** Tokens: files that the server prepares, such as exports. https://docs.tenable.com/nessus/Content/ScanReportFormats.htm */
import { answerId, get, text, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm';

export const TokenInput = z.object({
  token: answerId.describe('From `scans.exportRequest` or `policies.exportRequest`. Some servers let whoever has it download the file.'),
}).describe('Names a file under preparation.');

export const TokenStatus = z.object({
  status: text.describe('`ready`, `pending` (or `loading`) or `error`.'),
  message: text.nullish().describe('What the server says of an error.'),
});

export const operations = {
  status: get('/tokens/{token}/status', { doc: 'Whether a file is ready.', input: TokenInput, secrets: ['token'], output: TokenStatus, pyTenable: 'nessus.tokens.status' }),
  download: get('/tokens/{token}/download', {
    doc: 'Downloads a file that is ready.',
    input: TokenInput,
    secrets: ['token'],
    file: {}, // a token is no name that may be told
    pyTenable: 'nessus.tokens.download',
  }),
};
