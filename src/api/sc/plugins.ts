/** Plugins: the checks that scans are made of, and their families. https://docs.tenable.com/security-center/api/Plugin.htm */
import * as v from 'valibot';

import { defineOperation, rangePaging } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { pageOffset, unixTime } from '../../schema/shapes.js';
import { defineDetails } from './object-operations.js';
import { detailsInput, objectAnswerId, optionalAnswerText, optionalFields, optionalText } from './shapes.js';

export type { DetailsInput } from './shapes.js';

/** Members besides `id` are there as far as `fields` goes. */
export interface Plugin {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  /** `active`, `passive`, `lce`, `compliance` and others. */
  readonly type?: string | null;
  readonly riskFactor?: string | null;
  readonly synopsis?: string | null;
  readonly solution?: string | null;
}

export interface PluginPage {
  readonly plugins: readonly Plugin[];
}

export interface PluginFamily {
  readonly id: string;
  readonly name?: string | null;
  readonly type?: string | null;
}

export interface PluginFilterInput {
  /** The members that the answer shall have. `id` always comes; what else comes by default differs. */
  readonly fields?: readonly string[] | undefined;
  /** `active`, `passive`, `lce`, `compliance` and others. Default `all`. */
  readonly type?: string | undefined;
  /** A field to filter by. Needs `op` and `value`. */
  readonly filterField?: string | undefined;
  /** `eq`, `gt`, `gte`, `lt`, `lte`, `like` and others. */
  readonly op?: string | undefined;
  readonly value?: string | undefined;
  /** Changed since then. Unix time in seconds, or a `Date`. */
  readonly since?: number | Date | undefined;
  readonly sortField?: string | undefined;
  readonly sortDirection?: 'ASC' | 'DESC' | undefined;
}

export interface PluginListInput extends PluginFilterInput {
  /** The first plugin, counted from 0. */
  readonly startOffset?: number | undefined;
  /** The one after the last of a page. */
  readonly endOffset?: number | undefined;
}

const docs = 'https://docs.tenable.com/security-center/api/Plugin.htm';

const plugin: v.GenericSchema<unknown, Plugin> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  description: optionalAnswerText,
  type: optionalAnswerText,
  riskFactor: optionalAnswerText,
  synopsis: optionalAnswerText,
  solution: optionalAnswerText,
});

const family: v.GenericSchema<unknown, PluginFamily> = /* @__PURE__ */ v.looseObject({
  id: objectAnswerId,
  name: optionalAnswerText,
  type: optionalAnswerText,
});

/** The answer is the list alone; a page has a name for it. */
const page: v.GenericSchema<unknown, PluginPage> = /* @__PURE__ */ v.pipe(v.array(plugin), v.transform((plugins) => ({ plugins })));

const filterEntries = {
  fields: optionalFields,
  type: optionalText,
  filterField: optionalText,
  op: optionalText,
  value: optionalText,
  since: /* @__PURE__ */ v.optional(unixTime),
  sortField: optionalText,
  sortDirection: /* @__PURE__ */ v.optional(v.picklist(['ASC', 'DESC'])),
};

const familiesInput: v.GenericSchema<PluginFilterInput, unknown> = /* @__PURE__ */ v.strictObject(filterEntries);

const listInput: v.GenericSchema<PluginListInput, unknown> = /* @__PURE__ */ v.strictObject({
  ...filterEntries,
  startOffset: v.optional(pageOffset),
  endOffset: v.optional(pageOffset),
});

/** Plugins, page by page. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'plugins.list',
  product: 'sc',
  method: 'GET',
  path: '/plugin',
  docs,
  input: listInput,
  query: ['fields', 'type', 'filterField', 'op', 'value', 'since', 'sortField', 'sortDirection', 'startOffset', 'endOffset'],
  output: /* @__PURE__ */ json<PluginPage>(page),
  removes: ['NotFoundError', 'UnsupportedError'],
  paging: /* @__PURE__ */ rangePaging<Plugin>('plugins', 1000),
});

/** One plugin. */
export const details = /* @__PURE__ */ defineDetails<Plugin>({ area: 'plugins', path: '/plugin', docs }, plugin);

/** Families of plugins. */
export const families = /* @__PURE__ */ defineOperation({
  id: 'plugins.families',
  product: 'sc',
  method: 'GET',
  path: '/pluginFamily',
  docs: 'https://docs.tenable.com/security-center/api/Plugin-Family.htm',
  input: familiesInput,
  query: ['fields', 'type', 'filterField', 'op', 'value', 'since', 'sortField', 'sortDirection'],
  output: /* @__PURE__ */ json<readonly PluginFamily[]>(/* @__PURE__ */ v.array(family)),
  removes: ['NotFoundError', 'UnsupportedError'],
});

/** One family of plugins. */
export const familyDetails = /* @__PURE__ */ defineOperation({
  id: 'plugins.familyDetails',
  product: 'sc',
  method: 'GET',
  path: '/pluginFamily/{id}',
  docs: 'https://docs.tenable.com/security-center/api/Plugin-Family.htm',
  input: detailsInput,
  query: ['fields'],
  output: /* @__PURE__ */ json<PluginFamily>(family),
  removes: ['UnsupportedError'],
});
