/** Tags: categories and values on assets. https://developer.tenable.com/reference/tags */
import * as v from 'valibot';

import { defineOperation, offsetPaging } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { pageLimit, pageOffset, pagination } from '../../schema/shapes.js';
import type { Pagination } from '../../schema/shapes.js';

export type { Pagination } from '../../schema/shapes.js';

export interface TagValue {
  readonly uuid?: string;
  readonly value?: string;
  readonly description?: string | null;
  /** `static` or `dynamic`. */
  readonly type: string;
  readonly category_uuid: string;
  readonly category_name: string;
  readonly category_description?: string | null;
  /** ISO 8601. */
  readonly created_at: string;
  readonly created_by: string;
  /** ISO 8601. */
  readonly updated_at: string;
  readonly updated_by: string;
}

export interface TagValuePage {
  readonly values: readonly TagValue[];
  readonly pagination: Pagination;
}

export interface TagListValuesInput {
  /** Filters of the form `field:operator:value`. */
  readonly f?: readonly string[] | undefined;
  /** Whether all filters must hold or any. Default `AND`. */
  readonly ft?: 'AND' | 'OR' | undefined;
  /** `field:asc` or `field:desc`, several joined by commas. */
  readonly sort?: string | undefined;
  /** Values a page, 1 to 5000. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

const tagValue: v.GenericSchema<unknown, TagValue> = /* @__PURE__ */ v.looseObject({
  uuid: v.exactOptional(v.string()),
  value: v.exactOptional(v.string()),
  description: v.exactOptional(v.nullable(v.string())),
  type: v.string(),
  category_uuid: v.string(),
  category_name: v.string(),
  category_description: v.exactOptional(v.nullable(v.string())),
  created_at: v.string(),
  created_by: v.string(),
  updated_at: v.string(),
  updated_by: v.string(),
});

const page: v.GenericSchema<unknown, TagValuePage> = /* @__PURE__ */ v.looseObject({
  values: v.array(tagValue),
  pagination,
});

const listValuesInput: v.GenericSchema<TagListValuesInput> = /* @__PURE__ */ v.strictObject({
  f: v.optional(v.array(v.string())),
  ft: v.optional(v.picklist(['AND', 'OR'])),
  sort: v.optional(v.string()),
  limit: v.optional(pageLimit),
  offset: v.optional(pageOffset),
});

/** Tag values, page by page. */
export const listValues = /* @__PURE__ */ defineOperation({
  id: 'tags.listValues',
  product: 'vm',
  method: 'GET',
  path: '/tags/values',
  docs: 'https://developer.tenable.com/reference/tags-list-tag-values',
  input: listValuesInput,
  query: ['f', 'ft', 'sort', 'limit', 'offset'],
  output: /* @__PURE__ */ json<TagValuePage>(page),
  removes: ['UnsupportedError'],
  paging: /* @__PURE__ */ offsetPaging<TagValue>('values', 1000),
});
