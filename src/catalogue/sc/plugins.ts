/** Plugins: the checks that scans are made of, and their families. https://docs.tenable.com/security-center/api/Plugin.htm */
import { answerText, answerTime, byRange, get, idText, list, moment, oneOf, pageOffset, text, z } from '../language/index.js';
import { DetailsInput, ObjectId, ObjectSummary, fields } from './parts/objects.js';

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
  copyright: answerText.nullish(),
  version: answerText.nullish(),
  sourceFile: answerText.nullish(),
  dependencies: answerText.nullish(),
  requiredPorts: answerText.nullish(),
  requiredUDPPorts: answerText.nullish(),
  cpe: answerText.nullish(),
  srcPort: answerText.nullish(),
  dstPort: answerText.nullish(),
  protocol: answerText.nullish(),
  seeAlso: answerText.nullish(),
  checkType: answerText.nullish(),
  exploitEase: answerText.nullish(),
  exploitAvailable: answerText.nullish(),
  exploitFrameworks: answerText.nullish(),
  cvssVector: answerText.nullish(),
  cvssVectorBF: answerText.nullish(),
  baseScore: answerText.nullish(),
  temporalScore: answerText.nullish(),
  cvssV3Vector: answerText.nullish(),
  cvssV3VectorBF: answerText.nullish(),
  cvssV3BaseScore: answerText.nullish(),
  cvssV3TemporalScore: answerText.nullish(),
  vprScore: answerText.nullish(),
  vprContext: answerText.nullish(),
  stigSeverity: answerText.nullish(),
  pluginPubDate: answerText.nullish(),
  pluginModDate: answerText.nullish(),
  patchPubDate: answerText.nullish(),
  patchModDate: answerText.nullish(),
  vulnPubDate: answerText.nullish(),
  modifiedTime: answerTime.nullish(),
  md5: answerText.nullish(),
  xrefs: answerText.nullish(),
  family: ObjectSummary.nullish(),
}).describe('Members besides `id` are there as far as `fields` goes.');

export const PluginPage = z.object({ plugins: list(Plugin) });

export const PluginFamily = z.object({
  id: idText,
  name: answerText.nullish(),
  type: answerText.nullish(),
  count: answerText.nullish(),
  plugins: list(ObjectSummary).nullish(),
});

const filters = {
  fields,
  type: text.optional().describe('`active`, `passive`, `lce`, `compliance` and others. Default `all`.'),
  filterField: text.optional().describe('A field to filter by. Needs `op` and `value`.'),
  op: text.optional().describe('`eq`, `gt`, `gte`, `lt`, `lte`, `like` and others.'),
  value: text.optional(),
  filters: text.optional().describe('Several conditions at once, as JSON: `[{"filterField":"name","filterOperator":"like","filterString":"ssh"}]`.'),
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
  familyPlugins: get('/pluginFamily/{id}/plugins', {
    doc: 'The plugins of a family, page by page.',
    input: { id: ObjectId, ...filters, startOffset: pageOffset.optional().describe('The first plugin, counted from 0.'), endOffset: pageOffset.optional().describe('The one after the last of a page.') },
    output: PluginPage,
    never: ['UnsupportedError'],
    paging: byRange('plugins'),
    custom: { answer: 'toPluginPage' },
    page: familyPage,
    pyTenable: 'sc.plugins.family_plugins',
  }),
};
