/** Plugins: what a scan can check, by family. Each server documents itself at /api. */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput, numericId } from '../../schema/shapes.js';

export interface PluginFamily {
  readonly id: number;
  readonly name?: string | null;
  /** Plugins in it. */
  readonly count: number;
}

export interface PluginFamilyList {
  readonly families: readonly PluginFamily[] | null;
}

export interface PluginFamilyDetailsInput {
  readonly family_id: number;
}

export interface PluginFamilyDetails {
  readonly id: number;
  readonly name?: string | null;
  readonly plugins: readonly { readonly id: number; readonly name?: string | null }[] | null;
}

export interface PluginDetailsInput {
  readonly plugin_id: number;
}

/** One fact about a plugin. A name may come more than once, as `cve` does. */
export interface PluginAttribute {
  readonly attribute_name: string;
  readonly attribute_value: string;
}

export interface PluginDetails {
  readonly id: number;
  readonly name: string;
  readonly family_name?: string | null;
  readonly attributes: readonly PluginAttribute[] | null;
}

const named = { id: /* @__PURE__ */ v.number(), name: /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.string())) };

const familyList: v.GenericSchema<unknown, PluginFamilyList> = /* @__PURE__ */ v.looseObject({
  families: v.nullable(v.array(v.looseObject({ ...named, count: v.number() }))),
});

const family: v.GenericSchema<unknown, PluginFamilyDetails> = /* @__PURE__ */ v.looseObject({
  ...named,
  plugins: v.nullable(v.array(v.looseObject(named))),
});

const plugin: v.GenericSchema<unknown, PluginDetails> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.string(),
  family_name: v.exactOptional(v.nullable(v.string())),
  attributes: v.nullable(v.array(v.looseObject({ attribute_name: v.string(), attribute_value: v.string() }))),
});

const familyInput: v.GenericSchema<PluginFamilyDetailsInput> = /* @__PURE__ */ v.strictObject({ family_id: numericId });

const pluginInput: v.GenericSchema<PluginDetailsInput> = /* @__PURE__ */ v.strictObject({ plugin_id: numericId });

/** The families that plugins come in. */
export const families = /* @__PURE__ */ defineOperation({
  id: 'plugins.families',
  product: 'nessus',
  method: 'GET',
  path: '/plugins/families',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: noInput,
  output: /* @__PURE__ */ json<PluginFamilyList>(familyList),
  removes: ['InvalidInputError', 'NotFoundError'],
});

/** One family with its plugins. */
export const familyDetails = /* @__PURE__ */ defineOperation({
  id: 'plugins.familyDetails',
  product: 'nessus',
  method: 'GET',
  path: '/plugins/families/{family_id}',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: familyInput,
  output: /* @__PURE__ */ json<PluginFamilyDetails>(family),
});

/** One plugin with what is known of it. */
export const pluginDetails = /* @__PURE__ */ defineOperation({
  id: 'plugins.pluginDetails',
  product: 'nessus',
  method: 'GET',
  path: '/plugins/plugin/{plugin_id}',
  docs: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
  input: pluginInput,
  output: /* @__PURE__ */ json<PluginDetails>(plugin),
});
