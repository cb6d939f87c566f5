/** Server: the state of the service. https://developer.tenable.com/reference/server-status */
import { get, number, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const ServerStatus = z.object({
  code: number,
  status: text.describe('`ready` when all is well; `loading`, `locked`, `feed-expired` and others otherwise.'),
});

export const operations = {
  status: get('/server/status', {
    doc: 'Whether the service is ready.',
    output: ServerStatus,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    pyTenable: 'tio.server.status',
  }),
};
