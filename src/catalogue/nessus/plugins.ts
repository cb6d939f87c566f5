/** Plugins: what a scan can check, by family. Each server documents itself at /api. */
import { count, get, list, number, text, z } from '../language/index.js';

export const page = 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm';

const named = { id: number, name: text.nullish() };

export const PluginFamily = z.object({ ...named, count: number.describe('Plugins in it.') });

export const PluginFamilyList = z.object({ families: list(PluginFamily).nullable() });

export const PluginFamilyDetails = z.object({ ...named, plugins: list(z.object(named)).nullable() });

export const PluginAttribute = z.object({ attribute_name: text, attribute_value: text })
  .describe('One fact about a plugin. A name may come more than once, as `cve` does.');

export const PluginDetails = z.object({ id: number, name: text, family_name: text.nullish(), attributes: list(PluginAttribute).nullable() });

export const PluginDetailsInput = z.object({ plugin_id: count.meta({ example: 19_506 }) });

export const PluginFamilyDetailsInput = z.object({ family_id: count });

export const operations = {
  families: get('/plugins/families', {
    doc: 'The families that plugins come in.',
    output: PluginFamilyList,
    never: ['InvalidInputError', 'NotFoundError'],
    pyTenable: 'nessus.plugins.families',
  }),
  familyDetails: get('/plugins/families/{family_id}', {
    doc: 'One family with its plugins.',
    input: PluginFamilyDetailsInput,
    output: PluginFamilyDetails,
    pyTenable: 'nessus.plugins.family_details',
  }),
  pluginDetails: get('/plugins/plugin/{plugin_id}', {
    doc: 'One plugin with what is known of it.',
    input: PluginDetailsInput,
    output: PluginDetails,
    pyTenable: 'nessus.plugins.plugin_details',
  }),
};
