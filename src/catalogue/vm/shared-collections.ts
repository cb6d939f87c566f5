/** Shared collections: scans that users share. https://developer.tenable.com/reference/shared-collections-list */
import { answerId, anything, flag, get, list, nonEmpty, number, oneOf, pageLimit, pageOffset, post, put, remove, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const CollectionAcl = z.object({ permission: text.describe('`OWNER`, `CAN_VIEW`, `CAN_EDIT` or `REMOVE_USER`.'), type: text.describe('`USER` or `GROUP`.'), uuid: text, name: text.nullish() });

export const SharedCollection = z.object({ uuid: answerId, name: text, description: text.nullish(), acl: list(CollectionAcl).nullish() });

export const CollectionRequest = z.object({ message: text.nullish(), request_status_id: answerId.nullish() });

export const CollectionRequestStatus = z.object({
  container_uuid: text.nullish(),
  type: text.nullish(),
  id: text.nullish(),
  status: text.nullish(),
  created: text.nullish(),
  modified: text.nullish(),
});

export const CollectionScanPage = z.object({ scans: list(z.object({
  control: flag.nullish(),
  creation_date: number.nullish(),
  enabled: flag.nullish(),
  id: number.nullish(),
  last_modification_date: number.nullish(),
  legacy: flag.nullish(),
  name: text.nullish(),
  owner: text.nullish(),
  policy_id: number.nullish(),
  read: flag.nullish(),
  schedule_uuid: text.nullish(),
  shared: flag.nullish(),
  status: text.nullish(),
  template_uuid: text.nullish(),
  type: text.nullish(),
  permissions: number.nullish(),
  user_permissions: number.nullish(),
  uuid: text.nullish(),
  wizard_uuid: text.nullish(),
  progress: number.nullish(),
  timezone: text.nullish(),
  rrules: text.nullish(),
  starttime: text.nullish(),
  total_targets: number.nullish(),
})).nullish(), pagination: anything.optional() });

const shared_collection_id = uuid.describe("The collection's UUID.");
const settings = { name: nonEmpty, description: text.optional(), acl: list(z.object({ permission: oneOf('OWNER', 'CAN_VIEW', 'CAN_EDIT', 'REMOVE_USER'), type: oneOf('USER', 'GROUP'), uuid: text, name: text.optional() })) };
const scan_configs = list(nonEmpty).describe('UUIDs of the schedules of scans.');

export const operations = {
  list: get('/shared-collections', { doc: 'All shared collections.', output: list(SharedCollection), never: ['NotFoundError'] }),
  details: get('/shared-collections/{shared_collection_id}', { doc: 'One shared collection.', input: { shared_collection_id }, output: SharedCollection }),
  detailsByName: post('/shared-collections/_byName', { doc: 'A shared collection, found by its name.', input: { name: nonEmpty }, output: SharedCollection, idempotent: true }),
  create: post('/shared-collections', { doc: 'Asks for a shared collection; `requestStatus` follows it.', input: settings, output: CollectionRequest }),
  update: put('/shared-collections/{shared_collection_id}', { doc: 'Asks to change a shared collection.', input: { shared_collection_id, ...settings }, output: CollectionRequest }),
  delete: remove('/shared-collections/{shared_collection_id}', { doc: 'Asks to delete a shared collection. Its scans stay.', input: { shared_collection_id }, output: CollectionRequest }),
  listScans: get('/shared-collections/{shared_collection_id}/scan-configs', {
    doc: 'The scans of a collection.',
    input: { shared_collection_id, sort: text.optional(), offset: pageOffset.optional(), limit: pageLimit.optional() },
    output: CollectionScanPage,
    page: 'shared-collections-config-list',
  }),
  addScans: post('/shared-collections/{shared_collection_id}/scan-configs', {
    doc: 'Asks to add scans to a collection.',
    input: { shared_collection_id, scan_configs },
    output: CollectionRequest,
    idempotent: true,
    page: 'shared-collections-config-add',
  }),
  removeScans: remove('/shared-collections/{shared_collection_id}/scan-configs', {
    doc: 'Asks to take scans out of a collection.',
    input: { shared_collection_id, scan_configs },
    output: CollectionRequest,
    page: 'shared-collections-configs-remove',
  }),
  requestStatus: get('/shared-collections/request-status/{request_status_id}', {
    doc: 'How far a request on a collection is.',
    input: { request_status_id: uuid },
    output: CollectionRequestStatus,
    page: 'shared-collections-job-status',
  }),
};
