/** Plugin rules: findings that are left out or told with another severity. https://docs.tenable.com/nessus/Content/PluginRules.htm */
import { answerText, asRead, count, countText, get, list, number, oneOf, post, put, remove, seconds, text, time, z } from '../language/index.js';
import { ids } from './parts/ids.js';

export const page = 'https://docs.tenable.com/nessus/Content/PluginRules.htm';

export const PluginRule = z.object({
  id: number,
  plugin_id: answerText.nullish(),
  type: text.nullish().describe('`exclude`, or `recast_` and the severity: `critical`, `high`, `medium`, `low` or `info`.'),
  host: text.nullish().describe('Empty for all hosts.'),
  date: time.nullish().describe('When it ends; `null` for never.'),
  owner: text.nullish(),
  owner_id: number.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
});

export const PluginRuleList = z.object({ plugin_rules: list(PluginRule).nullable() });

export const PluginRuleIdInput = z.object({ rule_id: count });

const type = oneOf('recast_critical', 'recast_high', 'recast_medium', 'recast_low', 'recast_info', 'exclude');
const host = text.describe('Address or name; empty for all hosts.');
const date = seconds.nullish().describe('When it ends. Never where it is left out.');

export const operations = {
  list: get('/plugin-rules', { doc: 'The plugin rules of the user who asks.', output: PluginRuleList, never: ['InvalidInputError'], pyTenable: 'nessus.plugin_rules.list' }),
  details: get('/plugin-rules/{rule_id}', { doc: 'One plugin rule.', input: PluginRuleIdInput, output: PluginRule, pyTenable: 'nessus.plugin_rules.details' }),
  create: post('/plugin-rules', { doc: 'Creates a plugin rule.', input: { plugin_id: countText, type, host, date }, pyTenable: 'nessus.plugin_rules.create' }),
  edit: put('/plugin-rules/{rule_id}', {
    doc: 'Changes a plugin rule. Takes the rule as `details` tells it, with what shall be other.',
    input: asRead(PluginRule, { rule_id: count, plugin_id: z.union([count, text]).optional(), type: type.optional(), host: host.nullish(), date }),
    pyTenable: 'nessus.plugin_rules.edit',
  }),
  delete: remove('/plugin-rules/{rule_id}', { doc: 'Deletes a plugin rule.', input: PluginRuleIdInput, pyTenable: 'nessus.plugin_rules.delete' }),
  deleteMany: remove('/plugin-rules', { doc: 'Deletes several plugin rules.', input: { ids }, pyTenable: 'nessus.plugin_rules.delete_many' }),
};
