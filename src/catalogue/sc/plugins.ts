/** Plugins: the checks that scans are made of, and their families. https://docs.tenable.com/security-center/api/Plugin.htm */
import { answerText, byRange, get, idText, list, moment, oneOf, pageOffset, text, z } from '../language/index.js';
import { DetailsInput, fields } from './parts/objects.js';

export const page = 'https://docs.tenable.com/security-center/api/Plugin.htm';
const familyPage = 'https://docs.tenable.com/security-center/api/Plugin-Family.htm';

export const Plugin = z.object({
  id: idText,
  name: answerText.nullish(),
  description: answerText.nullish(),
  type: answerText.nullish().describe('`active`, `passive`, `lce`, `compliance` and others.'),
  riskFactor: answerText.nullish(),
  synopsis: answerText.nullish(),
  solution: answerText.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const PluginPage = z.object({ plugins: list(Plugin) });

export const PluginFamily = z.object({ id: idText, name: answerText.nullish(), type: answerText.nullish() });

const filters = {
  fields,
  type: text.optional().describe('`active`, `passive`, `lce`, `compliance` and others. Default `all`.'),
  filterField: text.optional().describe('A field to filter by. Needs `op` and `value`.'),
  op: text.optional().describe('`eq`, `gt`, `gte`, `lt`, `lte`, `like` and others.'),
  value: text.optional(),
  since: moment.optional().describe('Changed since then. Unix time in seconds, or a `Date`.'),
  sortField: text.optional(),
  sortDirection: oneOf('ASC', 'DESC').optional(),
};

export const PluginFilterInput = z.object(filters);

export const operations = {
  list: get('/plugin', {
    doc: 'Plugins, page by page.',
    input: {
      ...filters,
      startOffset: pageOffset.optional().describe('The first plugin, counted from 0.'),
      endOffset: pageOffset.optional().describe('The one after the last of a page.'),
    },
    output: PluginPage,
    never: ['NotFoundError', 'UnsupportedError'],
    paging: byRange('plugins'),
    custom: { answer: 'toPluginPage' },
    pyTenable: 'sc.plugins.list',
  }),
  details: get('/plugin/{id}', { doc: 'One plugin.', input: DetailsInput, output: Plugin, never: ['UnsupportedError'], pyTenable: 'sc.plugins.details' }),
  families: get('/pluginFamily', {
    doc: 'Families of plugins.',
    input: PluginFilterInput,
    output: list(PluginFamily),
    never: ['NotFoundError', 'UnsupportedError'],
    page: familyPage,
    pyTenable: 'sc.plugins.family_list',
  }),
  familyDetails: get('/pluginFamily/{id}', {
    doc: 'One family of plugins.',
    input: DetailsInput,
    output: PluginFamily,
    never: ['UnsupportedError'],
    page: familyPage,
    pyTenable: 'sc.plugins.family_details',
  }),
};
