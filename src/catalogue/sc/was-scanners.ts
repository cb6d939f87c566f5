/** Scanners of web applications. Needs an administrator. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/WAS-Scanner.htm */
import { answerText, answerTime, get, idText, list, z } from '../language/index.js';
import { ObjectId, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/WAS-Scanner.htm';

export const WasScanner = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  description: answerText.nullish(),
  enabled: answerText.nullish(),
  status: answerText.nullish(),
  version: answerText.nullish(),
  ips: answerText.nullish(),
  lastLinkedOn: answerText.nullish(),
  lastCheckinTime: answerTime.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/wasScanner', { doc: 'All scanners of web applications.', input: { fields }, output: list(WasScanner), never: ['NotFoundError', 'UnsupportedError'] }),
  details: get('/wasScanner/{id}', { doc: 'One scanner of web applications.', input: { id: ObjectId, fields }, output: WasScanner, never: ['UnsupportedError'] }),
};
