/** Assets: lists of hosts, fixed or by rules. https://docs.tenable.com/security-center/api/Asset.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { empty, file, json } from '../../operation/output.js';
import { asset, createInput, updateInput } from './asset-shapes.js';
import type { Asset } from './asset-shapes.js';
import { defineDelete, defineList } from './object-operations.js';
import type { ObjectPlace } from './object-operations.js';
import { defineUsableList, objectId, objectInput, optionalFields, reference } from './shapes.js';
import type { DetailsInput, ObjectId, ObjectReference, UsableList } from './shapes.js';

export type { Asset, AssetCreateInput, AssetUpdateInput } from './asset-shapes.js';
export type { DetailsInput, FieldsInput, ObjectId, ObjectInput, ObjectReference, UsableList } from './shapes.js';

export interface AssetDetailsInput extends DetailsInput {
  /** For administrators: the organisation that the asset belongs to. */
  readonly orgID?: ObjectId | undefined;
}

export interface AssetRefreshInput {
  readonly id: ObjectId;
  readonly orgID: ObjectId;
  /** The repositories to evaluate the asset in. */
  readonly repIDs: readonly ObjectReference[];
}

const place: ObjectPlace = { area: 'assets', path: '/asset', docs: 'https://docs.tenable.com/security-center/api/Asset.htm' };

const detailsInput: v.GenericSchema<AssetDetailsInput, unknown> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  fields: optionalFields,
  orgID: v.optional(objectId),
});

const refreshInput: v.GenericSchema<AssetRefreshInput> = /* @__PURE__ */ v.strictObject({
  id: objectId,
  orgID: objectId,
  repIDs: v.array(reference),
});

/** The assets that the account may use, and those that it may manage. */
export const list = /* @__PURE__ */ defineList<UsableList<Asset>>(place, /* @__PURE__ */ defineUsableList(asset));

/** One asset. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'assets.details',
  product: 'sc',
  method: 'GET',
  path: '/asset/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Asset.htm',
  input: detailsInput,
  query: ['fields', 'orgID'],
  output: /* @__PURE__ */ json<Asset>(asset),
  removes: ['UnsupportedError'],
});

/** Creates an asset. Which members it takes depends on its `type`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'assets.create',
  product: 'sc',
  method: 'POST',
  path: '/asset',
  docs: 'https://docs.tenable.com/security-center/api/Asset.htm',
  input: createInput,
  output: /* @__PURE__ */ json<Asset>(asset),
});

/** Changes what is given of an asset. */
export const update = /* @__PURE__ */ defineOperation({
  id: 'assets.update',
  product: 'sc',
  method: 'PATCH',
  path: '/asset/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Asset.htm',
  input: updateInput,
  output: /* @__PURE__ */ json<Asset>(asset),
});

const remove = /* @__PURE__ */ defineDelete(place);

/** Has the hosts of an asset worked out anew. Needs an administrator. */
export const refresh = /* @__PURE__ */ defineOperation({
  id: 'assets.refresh',
  product: 'sc',
  method: 'POST',
  path: '/asset/{id}/refresh',
  docs: 'https://docs.tenable.com/security-center/api/Asset.htm',
  input: refreshInput,
  output: empty,
});

/** Downloads what an asset is made from, as XML. */
export const exportFile = /* @__PURE__ */ defineOperation({
  id: 'assets.exportFile',
  product: 'sc',
  method: 'GET',
  path: '/asset/{id}/export',
  docs: 'https://docs.tenable.com/security-center/api/Asset.htm',
  input: objectInput,
  output: /* @__PURE__ */ file({ resource: 'assets', resourceId: 'id', filename: 'id', mayBeHtml: false }),
  adds: ['FileDownloadError'],
  removes: ['UnsupportedError'],
});

export { remove as delete };
