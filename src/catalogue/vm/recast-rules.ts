/** Recast rules: findings whose severity is changed, or that are accepted. https://developer.tenable.com/reference/recast-rules-search */
import { answerId, anything, flag, get, isoTime, list, nonEmpty, number, oneOf, pathText, post, put, remove, text, z } from '../language/index.js';

export const page = 'https://developer.tenable.com/reference/';
export const noun = 'RecastRule';

const severity = oneOf('NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL', '0', '1', '2', '3', '4');

export const RecastCondition = z.object({ property: nonEmpty, operator: nonEmpty, value: z.union([text, number, flag, list(z.union([text, number]))]) });

export const RecastGroup = z.object({ and: list(RecastCondition).optional(), or: list(RecastCondition).optional() }).describe('Conditions that hold together, or of which one holds.');

const conditions = list(z.union([RecastCondition, RecastGroup])).optional();

export const RecastFilter = z.object({ and: conditions, or: conditions }).describe('Which findings it is about; `filters` lists the properties.');

export const RecastRuleValue = z.object({
  action: oneOf('RECAST', 'ACCEPT', 'CHANGE_RESULT', 'ACCEPT_RESULT'),
  original_severity: oneOf('NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'MIXED', '0', '1', '2', '3', '4').optional(),
  severity: severity.optional(),
  compliance_result: oneOf('PASSED', 'FAILED', 'WARNING').optional(),
  comment: text.optional(),
  false_positive: flag.optional(),
});

export const RecastRule = z.object({
  rule_value: z.object({
    action: anything.optional().describe('`RECAST`, `ACCEPT`, `CHANGE_RESULT` or `ACCEPT_RESULT`.'),
    comment: text.nullish(),
    false_positive: flag.nullish(),
    severity: anything.optional().describe('`NONE`, `LOW`, `MEDIUM`, `HIGH` or `CRITICAL`.'),
    original_severity: anything.optional().describe('`NONE`, `LOW`, `MEDIUM`, `HIGH`, `CRITICAL` or `MIXED`.'),
    compliance_result: anything.optional().describe('`PASSED`, `FAILED` or `WARNING`.'),
  }).nullish(),
  rule_name: text.nullish(),
  rule_id: answerId,
  container_id: text.nullish(),
  created_by: text.nullish(),
  updated_by: text.nullish(),
  created_at: isoTime.nullish(),
  updated_at: isoTime.nullish(),
  last_processed_at: isoTime.nullish(),
  description: text.nullish(),
  resource_type: text.nullish().describe('`HOST`, `HOST_AUDIT` or `WEBAPP`.'),
  filter: anything.optional(),
  expires_at: anything.optional(),
  disabled_details: z.object({ disabled: flag.nullish(), disabled_at: isoTime.nullish(), disabled_by: text.nullish(), disabled_reason: text.nullish() }).nullish(),
});

export const RecastRulePage = z.object({
  rules: list(RecastRule),
  pagination: z.object({ next: text.nullish(), total: number.nullish(), limit: number.nullish() }).nullish(),
});

export const RecastRuleFilter = z.object({
  name: text.nullish(),
  search_value: text.nullish(),
  property_target: text.nullish().describe('`CUSTOM_TARGETS`, `FINDINGS` or `COMPLIANCE_SCANS`.'),
  conditions: anything.optional(),
  searchOnly: flag.nullish(),
});

const rule_id = pathText.describe("The rule's UUID.");

export const operations = {
  search: post('/v1/recast/rules/search', {
    doc: 'Rules that a filter finds, page by page.',
    input: {
      resource_type: list(oneOf('HOST', 'HOST_AUDIT', 'WEBAPP')).optional(),
      filter: RecastFilter.optional(),
      limit: z.int().min(1).max(500).optional().describe('Default 100.'),
      sort: list(z.object({ property: nonEmpty, order: oneOf('asc', 'desc').optional() })).optional(),
      next: text.optional().describe('Where the page before says that the next one begins.'),
    },
    output: RecastRulePage,
    never: ['NotFoundError'],
    idempotent: true,
  }),
  details: get('/v1/recast/rules/{rule_id}', { doc: 'One rule.', input: { rule_id }, output: RecastRule }),
  create: post('/v1/recast/rules', {
    doc: 'Creates a rule.',
    input: {
      rule_name: text.optional(),
      description: text.optional(),
      resource_type: oneOf('HOST', 'HOST_AUDIT', 'WEBAPP'),
      rule_value: RecastRuleValue,
      filter: RecastFilter,
      expires_at: text.optional(),
      disabled_details: z.object({ disabled: flag.optional(), disabled_reason: text.optional() }).optional(),
    },
    output: RecastRule,
  }),
  update: put('/v1/recast/rules/{rule_id}', {
    doc: 'Replaces a rule.',
    input: {
      rule_id,
      rule_name: text.optional(),
      description: text.optional(),
      resource_type: oneOf('HOST', 'HOST_AUDIT', 'WEBAPP'),
      rule_value: RecastRuleValue,
      filter: RecastFilter,
      expires_at: text.optional(),
      disabled_details: z.object({ disabled: flag.optional(), disabled_reason: text.optional() }).optional(),
    },
    output: RecastRule,
  }),
  delete: remove('/v1/recast/rules/{rule_id}', { doc: 'Deletes a rule.', input: { rule_id } }),
  filters: get('/v1/recast/rules/filters', { doc: 'What filters of rules are made of.', output: list(RecastRuleFilter), never: ['NotFoundError'], page: 'recast-rules-filters-list' }),
};
