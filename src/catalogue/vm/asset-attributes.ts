/** Asset attributes: members that users define for assets. https://developer.tenable.com/reference/io-v3-asset-attributes-list */
import { answerId, get, list, nonEmpty, pathText, post, put, remove, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const AssetAttribute = z.object({ id: answerId, name: text.nullish(), description: text.nullish() });

export const AssetAttributeList = z.object({ attributes: list(AssetAttribute) });

export const AssignedAttribute = z.object({ id: answerId, name: text.nullish(), value: text.nullish() });

export const AssignedAttributeList = z.object({ attributes: list(AssignedAttribute) });

const attribute_id = pathText.describe("The attribute's UUID.");
const asset_id = pathText.describe("The asset's UUID.");

export const operations = {
  list: get('/api/v3/assets/attributes', { doc: 'All attributes that users defined.', output: AssetAttributeList, never: ['NotFoundError'], page: 'io-v3-asset-attributes-list' }),
  create: post('/api/v3/assets/attributes', {
    doc: 'Defines attributes.',
    input: { attributes: list(z.object({ name: nonEmpty, description: text.optional() })).min(1) },
    page: 'io-v3-asset-attributes-create',
  }),
  update: put('/api/v3/assets/attributes/{attribute_id}', { doc: 'Changes the description of an attribute.', input: { attribute_id, description: text.optional() }, page: 'io-v3-asset-attributes-update' }),
  delete: remove('/api/v3/assets/attributes/{attribute_id}', { doc: 'Deletes an attribute.', input: { attribute_id }, page: 'io-v3-asset-attributes-delete' }),
  listAssigned: get('/api/v3/assets/{asset_id}/attributes', { doc: 'The attributes of an asset.', input: { asset_id }, output: AssignedAttributeList, page: 'io-v3-asset-attributes-assigned-list' }),
  assign: put('/api/v3/assets/{asset_id}/attributes', {
    doc: 'Gives an asset attributes.',
    input: { asset_id, attributes: list(z.object({ id: nonEmpty, value: text })).min(1) },
    page: 'io-v3-asset-attributes-assign',
  }),
  setValue: put('/api/v3/assets/{asset_id}/attributes/{attribute_id}', { doc: "Changes the value of an asset's attribute.", input: { asset_id, attribute_id, value: text }, page: 'io-v3-asset-attributes-single-update' }),
  unassign: remove('/api/v3/assets/{asset_id}/attributes/{attribute_id}', { doc: 'Takes an attribute from an asset.', input: { asset_id, attribute_id }, page: 'io-v3-asset-attributes-single-delete' }),
  unassignAll: remove('/api/v3/assets/{asset_id}/attributes', { doc: 'Takes all attributes from an asset.', input: { asset_id }, page: 'io-v3-asset-attributes-assigned-delete' }),
};
