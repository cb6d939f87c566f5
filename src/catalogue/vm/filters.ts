/** Filters: what lists and exports can be filtered by. https://developer.tenable.com/reference/filters */
import { answerText, anything, get, list, number, post, text, uuid, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';

export const FilterChoice = z.object({
  name: text.nullish(),
  id: answerText.nullish(),
  value: answerText.nullish(),
  deleted: number.nullish().describe('Unix time in milliseconds.'),
  default_group: number.nullish(),
  owner: text.nullish(),
  shared: number.nullish(),
});

export const FilterControl = z.object({
  type: text.nullish().describe('`entry`, `dropdown`, `datefield` and the like.'),
  regex: text.nullish().describe('What a value must match.'),
  readable_regex: text.nullish(),
  maxlength: number.nullish(),
  list: list(z.union([FilterChoice, text, number])).nullish().describe('The values that there are.'),
}).describe('How a value is given.');

export const Filter = z.object({
  name: text,
  readable_name: text.nullish(),
  operators: list(text).nullish(),
  control: FilterControl.nullish(),
  group_name: text.nullish(),
  placeholder: text.nullish(),
  customControl: list(z.object({ cstmOpr: text.nullish(), cstmCntrl: FilterControl.nullish() })).nullish().describe('Another control with some operators.'),
});

export const FilterList = z.object({
  filters: list(Filter),
  wildcard_fields: list(text).nullish().describe('Where `w` searches.'),
  sort: z.object({ sortable_fields: list(text).nullish(), max_sort_fields: number.nullish() }).nullish(),
});

export const RuleFilterList = z.object({ rules: list(Filter) });

export const ReportFilterList = z.object({ filters: anything.optional().describe('Filters of reports by name, with their operators and words.') });

const tags = { tag_uuids: list(uuid).optional().describe('UUIDs of tag values whose filters are told, too.') };

export const operations = {
  agents: get('/filters/scans/agents', { doc: 'Filters of agents.', output: FilterList, never: ['NotFoundError'], page: 'io-filters-agents-list', pyTenable: 'tio.filters.agents_filters' }),
  assets: get('/filters/workbenches/assets', {
    doc: 'Filters of assets.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'io-filters-assets-list',
    pyTenable: 'tio.filters.workbench_asset_filters',
  }),
  vulnerabilities: get('/filters/workbenches/vulnerabilities', {
    doc: 'Filters of findings in workbenches.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'io-filters-vulnerabilities-workbench-list',
    pyTenable: 'tio.filters.workbench_vuln_filters',
  }),
  scans: get('/filters/scans/reports', {
    doc: 'Filters of the results of scans.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'io-filters-scan-list',
    pyTenable: 'tio.filters.scan_filters',
  }),
  scanHistory: get('/filters/scans/reports/history', { doc: 'Filters of the runs of scans.', output: FilterList, never: ['NotFoundError'], page: 'io-filters-scan-history-list' }),
  credentials: get('/filters/credentials', {
    doc: 'Filters of credentials.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'io-filters-credentials-list',
    pyTenable: 'tio.filters.credentials_filters',
  }),
  tags: get('/tags/assets/filters', {
    doc: 'Filters of the rules of tags.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'tags-list-asset-filters',
    pyTenable: 'tio.filters.asset_tag_filters',
  }),
  reports: get('/filters/reports/export', { doc: 'Filters of reports.', output: ReportFilterList, never: ['NotFoundError'], page: 'vm-filters-reports-list' }),
  assetsOfTags: post('/filters/workbenches/assets', {
    doc: 'Filters of assets, with those of tags.',
    input: tags,
    output: FilterList,
    idempotent: true,
    page: 'io-filters-assets-list-v2',
    deprecated: 'Use `assets`.',
  }),
  vulnerabilitiesOfTags: post('/filters/workbenches/vulnerabilities', {
    doc: 'Filters of findings in workbenches, with those of tags.',
    input: tags,
    output: FilterList,
    idempotent: true,
    page: 'io-filters-vulnerabilities-workbench-list-v2',
    deprecated: 'Use `vulnerabilities`.',
  }),
  accessGroups: get('/access-groups/filters', {
    doc: 'Filters of access groups.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'io-v1-access-groups-list-filters',
    pyTenable: 'tio.filters.access_group_filters',
    deprecated: 'Access groups are retired; `accessControl` came in their place.',
  }),
  accessGroupRules: get('/access-groups/rules/filters', {
    doc: 'What rules of access groups are made of.',
    output: RuleFilterList,
    never: ['NotFoundError'],
    page: 'io-v1-access-groups-list-rule-filters',
    pyTenable: 'tio.filters.access_group_asset_rules_filters',
    deprecated: 'Access groups are retired; `accessControl` came in their place.',
  }),
  accessGroupsV2: get('/v2/access-groups/filters', {
    doc: 'Filters of access groups of the second form.',
    output: FilterList,
    never: ['NotFoundError'],
    page: 'io-v2-access-groups-list-filters',
    pyTenable: 'tio.filters.access_group_filters_v2',
    deprecated: 'Access groups are retired; `accessControl` came in their place.',
  }),
  accessGroupRulesV2: get('/v2/access-groups/rules/filters', {
    doc: 'What rules of access groups of the second form are made of.',
    output: RuleFilterList,
    never: ['NotFoundError'],
    page: 'io-v2-access-groups-list-rule-filters',
    pyTenable: 'tio.filters.access_group_asset_rules_filters_v2',
    deprecated: 'Access groups are retired; `accessControl` came in their place.',
  }),
};
