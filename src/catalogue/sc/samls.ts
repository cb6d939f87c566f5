/** Single sign-on. Needs an administrator. Known from documents and other clients, not recorded: answers are read leniently. https://docs.tenable.com/security-center/api/SAML.htm */
import { answerText, answerTime, get, idText, list, z } from '../language/index.js';
import { ObjectId, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/SAML.htm';

export const Saml = z.object({
  id: idText.nullish(),
  name: answerText.nullish(),
  samlEnabled: answerText.nullish(),
  type: answerText.nullish(),
  entityID: answerText.nullish(),
  description: answerText.nullish(),
  idp: answerText.nullish(),
  usernameAttribute: answerText.nullish(),
  singleSignOnService: answerText.nullish(),
  singleLogoutService: answerText.nullish(),
  certData: answerText.nullish(),
  createdTime: answerTime.nullish(),
  modifiedTime: answerTime.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const operations = {
  list: get('/saml', { doc: 'How single sign-on is set up.', input: { fields }, output: list(Saml), never: ['NotFoundError', 'UnsupportedError'] }),
  details: get('/saml/{id}', { doc: 'One set-up of single sign-on.', input: { id: ObjectId, fields }, output: Saml, never: ['UnsupportedError'] }),
};
