/** OT connectors: sensors of Tenable OT Security that send to the container. https://developer.tenable.com/reference/sensors-ot-list */
import { answerId, flag, get, list, number, oneOf, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const OtConnector = z.object({
  containerUuid: text.nullish(),
  id: answerId,
  name: text.nullish(),
  type: text.nullish(),
  subType: text.nullish(),
  created: number.nullish(),
  modified: number.nullish(),
  lastAuth: number.nullish(),
  enabled: flag.nullish(),
});

export const OtConnectorPage = z.object({ SensorList: list(OtConnector), exclusiveStartKey: text.nullish().describe('What to ask the next page with.'), exclusiveStartSortKey: text.nullish() });

export const OtLinkingKey = z.object({ 'x-linking-key': text, 'x-target-site': text }).describe('What a sensor is linked with. Keep it secret.');

const type = oneOf('ot').describe('The kind of sensor.');

export const operations = {
  list: get('/sensors/{type}', {
    doc: 'OT connectors, page by page.',
    input: {
      type,
      sortBy: oneOf('id', 'name', 'created', 'modified', 'lastAuth').optional(),
      orderBy: oneOf('asc', 'desc').optional(),
      limit: z.int().min(1).max(200).optional().describe('Default 50.'),
      exclusiveStartKey: text.optional().describe('From the page before.'),
      exclusiveStartSortKey: text.optional().describe('From the page before.'),
    },
    output: OtConnectorPage,
    page: 'sensors-ot-list',
  }),
  details: get('/sensors/{type}/{id}', { doc: 'One OT connector.', input: { type, id: uuid }, output: OtConnector, page: 'sensors-ot-details' }),
  update: put('/sensors/{type}/{id}', {
    doc: 'Changes an OT connector.',
    input: { type, id: uuid, name: text.optional(), subType: oneOf('icp', 'em').optional(), enabled: flag.optional() },
    page: 'sensors-ot-update',
  }),
  delete: remove('/sensors/{type}/{id}', { doc: 'Deletes an OT connector.', input: { type, id: uuid }, page: 'sensors-ot-delete' }),
  linkingKey: post('/sensors/{type}/linking-key', {
    doc: 'Makes a key with which an OT connector can be linked.',
    input: { type },
    output: OtLinkingKey,
    page: 'sensors-ot-linking-key-generate',
  }),
};
