/** Tags: categories and values on assets. https://developer.tenable.com/reference/tags */
import { anything, byOffset, count, flag, get, isoTime, list, nonEmpty, number, oneOf, pageLimit, pageOffset, post, put, remove, text, uuid, z } from '../language/index.js';
import { Pagination, SortedPagination } from '../parts/pagination.js';
import { listFilters } from './parts/list-filters.js';

export const page = 'https://developer.tenable.com/reference/';

const permissionWords = '`ALL`, `CAN_EDIT` and `CAN_SET_PERMISSIONS`.';

export const TagAccessControl = z.object({
  current_user_permissions: list(text).nullish().describe(`What the user who asks may do: ${permissionWords}`),
  defined_domain_permissions: list(text).nullish().describe('The permissions that there are.'),
  all_users_permissions: list(text).nullish().describe('What every user may do.'),
  current_domain_permissions: list(z.object({
    id: text.nullish().describe('The UUID of the user or group.'),
    name: text.nullish(),
    type: text.nullish().describe('`USER`, `GROUP` or `ROLE`.'),
    permissions: list(text).nullish(),
  })).nullish().describe('What single users and groups may do.'),
  version: number.nullish().describe('Grows by 1 with each change of permissions.'),
});

export const TagValue = z.object({
  uuid: text.optional(),
  value: text.optional(),
  description: text.nullish(),
  type: text.describe('`static` or `dynamic`.'),
  category_uuid: text,
  category_name: text,
  category_description: text.nullish(),
  created_at: isoTime,
  created_by: text,
  updated_at: isoTime,
  updated_by: text,
  access_control: TagAccessControl.nullish(),
  assignment_count: number.nullish().describe('Assets that have it.'),
  saved_search: flag.nullish(),
  filters: z.object({ asset: text.nullish().describe('The rules, as JSON in text.') }).nullish().describe('The rules of a dynamic tag.'),
});

export const TagValuePage = z.object({ values: list(TagValue), pagination: Pagination });

export const TagCategory = z.object({
  uuid: text,
  name: text,
  description: text.nullish(),
  reserved: flag.nullish().describe('Whether it is one of Tenable\'s own.'),
  created_at: isoTime.nullish(),
  created_by: text.nullish(),
  updated_at: isoTime.nullish(),
  updated_by: text.nullish(),
});

export const TagCategoryPage = z.object({ categories: list(TagCategory), pagination: SortedPagination.nullish() });

export const TagCategoryValues = z.object({
  uuid: text,
  name: text,
  value_count: number.nullish(),
  values: list(z.object({ uuid: text, value: text.nullish() })).nullish(),
});

export const TagFilterCategories = z.object({ categories: list(TagCategoryValues).nullish() });

export const TagJob = z.object({ job_uuid: text.nullish().describe('The job that carries it out. It is no UUID, and no call asks for it.') });

export const AssetTag = z.object({
  value_uuid: text.nullish(),
  value: text.nullish(),
  category_uuid: text.nullish(),
  category_name: text.nullish(),
  asset_uuid: text.nullish(),
  container_uuid: text.nullish(),
  product: text.nullish(),
  source: text.nullish().describe('`static` or `dynamic`.'),
  created_at: isoTime.nullish(),
  created_by: text.nullish(),
});

export const AssetTagList = z.object({ tags: list(AssetTag).nullish() });

export const TagExclusion = z.object({
  value_uuid: text.nullish(),
  container_uuid: text.nullish(),
  asset_uuid: text.nullish(),
  ipv4: list(text).nullish(),
  sources: list(text).nullish(),
});

export const TagExclusionPage = z.object({ excluded_targets: list(TagExclusion), pagination: Pagination.nullish() });

const tag_value_uuid = uuid.describe('The UUID of a tag value.');
const tag_category_uuid = uuid.describe('The UUID of a tag category.');

const rules = list(z.object({
  field: text.optional().describe('The name of a filter of assets, such as `ipv4`.'),
  property: text.optional().describe('The same, as the reference calls it.'),
  operator: nonEmpty.describe('Such as `eq`, `neq`, `match` and `nmatch`.'),
  value: anything.optional().describe('Text, mostly; several values are joined by commas.'),
}));

const settings = {
  description: text.nullable().optional(),
  access_control: z.object({
    current_user_permissions: list(text).optional().describe(permissionWords),
    defined_domain_permissions: list(text).optional(),
    all_users_permissions: list(text).optional().describe('`CAN_EDIT`, or none.'),
    current_domain_permissions: list(z.object({
      id: uuid.optional(),
      name: text.optional(),
      type: oneOf('USER', 'GROUP', 'ROLE').optional(),
      permissions: list(text).optional(),
    })).optional(),
    version: count.optional().describe('Where permissions change: the present version and 1.'),
  }).optional().describe('Who may edit the tag. By default, only who creates it.'),
  filters: z.object({ asset: z.object({ and: rules.optional(), or: rules.optional() }).optional() }).optional()
    .describe('Rules by which assets get the tag, which is dynamic then; at most 40.'),
};

const paging = {
  f: list(text).optional().describe('Filters of the form `field:operator:value`.'),
  ft: oneOf('AND', 'OR').optional().describe('Whether all filters must hold or any. Default `AND`.'),
  sort: text.optional().describe('`field:asc` or `field:desc`, several joined by commas.'),
};

export const operations = {
  listValues: get('/tags/values', {
    doc: 'Tag values, page by page.',
    input: { ...listFilters, limit: pageLimit.optional().describe('Values a page, 1 to 5000.'), offset: pageOffset.optional() },
    output: TagValuePage,
    never: ['UnsupportedError'],
    paging: byOffset('values'),
    page: 'tags-list-tag-values',
    pyTenable: 'tio.tags.list',
  }),
  createValue: post('/tags/values', {
    doc: 'Creates a tag value, and its category where there is none of this name.',
    input: {
      category_uuid: uuid.optional().describe('The category. One of `category_uuid` and `category_name` is needed.'),
      category_name: nonEmpty.optional().describe('A category by name, which is created where it does not exist.'),
      category_description: text.optional().describe('What a new category is described by.'),
      value: nonEmpty,
      ...settings,
    },
    output: TagValue,
    page: 'tags-create-tag-value',
    pyTenable: 'tio.tags.create',
  }),
  valueDetails: get('/tags/values/{tag_value_uuid}', { doc: 'One tag value.', input: { tag_value_uuid }, output: TagValue, page: 'tags-tag-value-details', pyTenable: 'tio.tags.details' }),
  updateValue: put('/tags/values/{tag_value_uuid}', {
    doc: 'Changes a tag value.',
    input: { tag_value_uuid, value: nonEmpty.nullable().optional().describe('`null` keeps the present one.'), ...settings },
    output: TagValue,
    idempotent: false, // the second time, the version of the permissions is no longer the one that was given
    page: 'tags-update-tag-value',
    pyTenable: 'tio.tags.edit',
  }),
  deleteValue: remove('/tags/values/{tag_value_uuid}', {
    doc: 'Deletes a tag value and takes it off all assets.',
    input: { tag_value_uuid },
    page: 'tags-delete-tag-value',
    pyTenable: 'tio.tags.delete',
  }),
  deleteValues: post('/tags/values/delete-requests', {
    doc: 'Deletes several tag values.',
    input: { values: list(uuid).min(1).describe('UUIDs of tag values.') },
    idempotent: true,
    page: 'tags-delete-tag-values-bulk',
    pyTenable: 'tio.tags.delete',
  }),
  listExclusions: get('/tags/values/{tag_value_uuid}/exclusions', {
    doc: 'Assets that a dynamic tag leaves out although its rules hold.',
    input: {
      tag_value_uuid,
      target_type: oneOf('assets').optional().describe('Default `assets`.'),
      limit: pageLimit.optional().describe('Assets a page. Default 100.'),
      offset: pageOffset.optional(),
    },
    output: TagExclusionPage,
    paging: byOffset('excluded_targets'),
    page: 'tags-list-exclusions',
  }),
  listCategories: get('/tags/categories', {
    doc: 'Tag categories, page by page.',
    input: { ...paging, limit: pageLimit.optional().describe('Categories a page, 1 to 5000. Default 5000.'), offset: pageOffset.optional() },
    output: TagCategoryPage,
    paging: byOffset('categories'),
    page: 'tags-list-tag-categories',
    pyTenable: 'tio.tags.list_categories',
  }),
  createCategory: post('/tags/categories', {
    doc: 'Creates a tag category.',
    input: { name: nonEmpty, description: text.optional() },
    output: TagCategory,
    page: 'tags-create-tag-category',
    pyTenable: 'tio.tags.create_category',
  }),
  categoryDetails: get('/tags/categories/{tag_category_uuid}', {
    doc: 'One tag category.',
    input: { tag_category_uuid },
    output: TagCategory,
    page: 'tags-tag-category-details',
    pyTenable: 'tio.tags.details_category',
  }),
  updateCategory: put('/tags/categories/{tag_category_uuid}', {
    doc: 'Changes a tag category.',
    input: { tag_category_uuid, name: nonEmpty, description: text.optional() },
    output: TagCategory,
    page: 'tags-edit-tag-category',
    pyTenable: 'tio.tags.edit_category',
  }),
  deleteCategory: remove('/tags/categories/{tag_category_uuid}', {
    doc: 'Deletes a tag category with all its values.',
    input: { tag_category_uuid },
    page: 'tags-delete-tag-category',
    pyTenable: 'tio.tags.delete_category',
  }),
  filterCategories: get('/tags/categories/filter-categories', {
    doc: 'All categories, each with its values: how a value is found by its name. Tenable does not document it.',
    output: TagFilterCategories,
    page: 'tags-list-tag-categories',
    pyTenable: 'tio.tags.get_tag_uuid',
  }),
  assign: post('/tags/assets/assignments', {
    doc: 'Puts tags on assets, or takes them off. It is a job: the answer comes before it is done.',
    input: {
      action: oneOf('add', 'remove'),
      assets: list(uuid).min(1).describe('UUIDs of assets.'),
      tags: list(uuid).min(1).describe('UUIDs of tag values.'),
    },
    output: TagJob,
    idempotent: true,
    page: 'tags-assign-asset-tags',
    pyTenable: 'tio.tags.assign',
  }),
  listAssetTags: get('/tags/assets/{asset_uuid}/assignments', {
    doc: 'The tags of an asset.',
    input: { asset_uuid: uuid.describe('The UUID of an asset.') },
    output: AssetTagList,
    page: 'tags-list-asset-tags',
    pyTenable: 'tio.assets.tags',
  }),
};
