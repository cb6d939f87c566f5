/** Session: who the keys belong to. https://developer.tenable.com/reference/session-get */
import { answerId, flag, get, number, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const Session = z.object({
  id: number,
  uuid: answerId,
  username: text,
  name: text.nullish(),
  email: text.nullish(),
  type: text,
  permissions: number.describe('16 basic, 24 scan operator, 32 standard, 40 scan manager, 64 administrator.'),
  enabled: flag,
  container_uuid: text,
  container_name: text.optional(),
}).describe('The user that a request acts as.');

export const operations = {
  details: get('/session', {
    doc: 'The user that the keys, or the impersonation, make a request act as. The cheapest way to check credentials.',
    output: Session,
    never: ['InvalidInputError', 'NotFoundError', 'UnsupportedError'],
    page: 'session-get',
    pyTenable: 'tio.session.details',
  }),
};
