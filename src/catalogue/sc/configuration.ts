/** Configuration: settings by kind. Needs an administrator. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/Configuration.htm */
import { answerText, get, idText, list, z } from '../language/index.js';
import { ObjectId } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Configuration.htm';

export const ConfigurationKind = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/config', { doc: 'The kinds of settings.', output: list(ConfigurationKind), never: ['NotFoundError', 'UnsupportedError'] }),
  details: get('/config/{id}', { doc: 'The settings of a kind: members by their names.', input: { id: ObjectId }, output: ConfigurationKind, never: ['UnsupportedError'] }),
};
