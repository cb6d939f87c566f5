/** What the operations send that look after a server, its users, agents and scanners: operation, input, what is sent, the answer. */
import type { AnyOperation } from 'tenable-result';

import { nessusCatalogue } from '../../../src/api/nessus/catalogue.js';

const { agentGroups, agents, editor, groups, mail, permissions, pluginRules, policies, proxy, scanners, server, session, settings, softwareUpdate, users } = nessusCatalogue;

/** `undefined`: the operation has no output. */
export type Row = readonly [operation: AnyOperation, input: unknown, sent: string, answer: unknown];

const ids = { ids: [2, 3] };
const many = '{"ids":[2,3]}';
const keys = { accessKey: 'a', secretKey: 'b' };
const rule = { id: 4, plugin_id: '19506', type: 'exclude', host: '', date: null };
const everybody = { type: 'default', permissions: 0, id: null, name: null, display_name: null, owner: null };
const plugin = { pluginid: '19506', pluginname: 'Nessus Scan Information', severity: 0, pluginattributes: { synopsis: 'x', see_also: ['https://example.com'] } };
const mailSettings = { smtp_host: 'smtp.example.com', smtp_port: '25', smtp_enc: 'Use TLS if available', smtp_auth: 'NONE' };

const ofAgents: readonly Row[] = [
  [agents.unlinkMany, ids, `DELETE /agents/unlink ${many}`, undefined],
  [agents.deleteMany, ids, `DELETE /agents ${many}`, undefined],
  [agentGroups.list, {}, 'GET /agent-groups', { groups: [{ id: 1, name: 'Laptops', agents_count: 2 }] }],
  [agentGroups.list, {}, 'GET /agent-groups', { groups: null }],
  [agentGroups.details, { group_id: 1 }, 'GET /agent-groups/1', { id: 1, name: 'Laptops', agents: [{ id: 3, uuid: 'u', name: 'host' }] }],
  [agentGroups.create, { name: 'Laptops' }, 'POST /agent-groups {"name":"Laptops"}', { id: 1, name: 'Laptops' }],
  [agentGroups.configure, { group_id: 1, name: 'Desks' }, 'PUT /agent-groups/1 {"name":"Desks"}', undefined],
  [agentGroups.delete, { group_id: 1 }, 'DELETE /agent-groups/1', undefined],
  [agentGroups.deleteMany, ids, `DELETE /agent-groups ${many}`, undefined],
  [agentGroups.addAgent, { group_id: 1, agent_id: 3 }, 'PUT /agent-groups/1/agents/3 {}', undefined],
  [agentGroups.addAgents, { group_id: 1, ...ids }, `PUT /agent-groups/1/agents ${many}`, undefined],
  [agentGroups.removeAgent, { group_id: 1, agent_id: 3 }, 'DELETE /agent-groups/1/agents/3', undefined],
  [agentGroups.removeAgents, { group_id: 1, ...ids }, `DELETE /agent-groups/1/agents ${many}`, undefined],
];

const ofUsers: readonly Row[] = [
  [groups.list, {}, 'GET /groups', { groups: [{ id: 1, name: 'Auditors', user_count: 2 }] }],
  [groups.create, { name: 'Auditors' }, 'POST /groups {"name":"Auditors"}', { id: 1, name: 'Auditors' }],
  [groups.edit, { group_id: 1, name: 'Readers' }, 'PUT /groups/1 {"name":"Readers"}', undefined],
  [groups.delete, { group_id: 1 }, 'DELETE /groups/1', undefined],
  [groups.deleteMany, ids, `DELETE /groups ${many}`, undefined],
  [groups.listUsers, { group_id: 1 }, 'GET /groups/1/users', { users: [{ id: 2, username: 'admin', permissions: 128 }] }],
  [groups.addUser, { group_id: 1, user_id: 2 }, 'POST /groups/1/users/2 {}', undefined],
  [groups.removeUser, { group_id: 1, user_id: 2 }, 'DELETE /groups/1/users/2', undefined],
  [users.deleteMany, ids, `DELETE /users ${many}`, undefined],
  [users.apiKeys, { user_id: 2 }, 'PUT /users/2/keys {}', keys],
  [session.apiKeys, {}, 'PUT /session/keys {}', keys],
  [permissions.details, { object_type: 'scan', object_id: 36 }, 'GET /permissions/scan/36', { acls: [everybody] }],
  [permissions.edit, { object_type: 'scan', object_id: 36, acls: [{ type: 'default', permissions: 16 }] }, 'PUT /permissions/scan/36 {"acls":[{"type":"default","permissions":16}]}', undefined],
];

const ofScanners: readonly Row[] = [
  [scanners.update, { scanner_id: 2, force_plugin_update: 1 }, 'PUT /scanners/2 {"force_plugin_update":1}', undefined],
  [scanners.delete, { scanner_id: 2 }, 'DELETE /scanners/2', undefined],
  [scanners.deleteMany, ids, `DELETE /scanners ${many}`, undefined],
  [scanners.linkState, { scanner_id: 2, link: 0 }, 'PUT /scanners/2/link {"link":0}', undefined],
  [scanners.scannerKey, { scanner_id: 1 }, 'GET /scanners/1/key', { key: 'k' }],
  [scanners.runningScans, { scanner_id: 1 }, 'GET /scanners/1/scans', { scans: null }],
  [scanners.controlScan, { scanner_id: 1, scan_uuid: 'e5b8', action: 'stop' }, 'POST /scanners/1/scans/e5b8/control {"action":"stop"}', undefined],
  [scanners.awsTargets, { scanner_id: 1 }, 'GET /scanners/1/aws-targets', { targets: [{ instance_id: 'i-1', state: 'running' }] }],
];

const ofServer: readonly Row[] = [
  [mail.details, {}, 'GET /settings/network/mail', mailSettings],
  [mail.edit, { ...mailSettings, smtp_pass: 'x' }, `PUT /settings/network/mail ${JSON.stringify({ ...mailSettings, smtp_pass: 'x' })}`, undefined],
  [proxy.details, {}, 'GET /settings/network/proxy', { proxy: 'proxy.example.com', proxy_port: '80', proxy_username: '', proxy_password: '********', user_agent: '' }],
  [proxy.edit, { proxy: 'proxy.example.com', proxy_port: 3128, proxy_auth: 'basic' }, 'PUT /settings/network/proxy {"proxy":"proxy.example.com","proxy_port":3128,"proxy_auth":"basic"}', undefined],
  [pluginRules.list, {}, 'GET /plugin-rules', { plugin_rules: [rule] }],
  [pluginRules.details, { rule_id: 4 }, 'GET /plugin-rules/4', rule],
  [pluginRules.create, { plugin_id: 19_506, type: 'exclude', host: '' }, 'POST /plugin-rules {"plugin_id":"19506","type":"exclude","host":""}', undefined],
  [pluginRules.edit, { ...rule, rule_id: 4, type: 'recast_info' }, `PUT /plugin-rules/4 ${JSON.stringify({ ...rule, type: 'recast_info' })}`, undefined],
  [pluginRules.delete, { rule_id: 4 }, 'DELETE /plugin-rules/4', undefined],
  [pluginRules.deleteMany, ids, `DELETE /plugin-rules ${many}`, undefined],
  [settings.list, {}, 'GET /settings/advanced', { preferences: [{ id: '7', name: 'max_hosts', value: '30' }] }],
  [settings.modify, { 'setting.0.action': 'edit', 'setting.0.name': 'max_hosts', 'setting.0.value': '50' }, 'PUT /settings/advanced {"setting.0.action":"edit","setting.0.name":"max_hosts","setting.0.value":"50"}', undefined],
  [settings.health, {}, 'GET /settings/health/stats', { perf_stats_current: { nessus_mem: 400 }, perf_stats_history: [] }],
  [settings.alerts, { start_time: 1_700_000_000 }, 'GET /settings/health/alerts?start_time=1700000000', [{ description: 'x' }]],
  [softwareUpdate.update, {}, 'GET /settings/software-update', undefined],
  [softwareUpdate.settings, { update: 'plugins', auto_update_delay: 24 }, 'PUT /settings/software-update {"update":"plugins","auto_update_delay":24}', undefined],
  [server.restart, { soft: true, when_idle: true }, 'GET /server/restart?soft=true&when_idle=true', undefined],
  [policies.deleteMany, ids, `DELETE /policies ${many}`, { deleted: [2, 3] }],
  [policies.import, { file: 'x.nessus' }, 'POST /policies/import {"file":"x.nessus"}', { id: 17, name: 'Basic', no_target: 'false' }],
  [editor.pluginDescription, { policy_id: 4, family_id: 1, plugin_id: 19_506 }, 'GET /editor/policy/4/families/1/plugins/19506', { plugindescription: plugin }],
  [editor.exportAudit, { object_type: 'scan', object_id: 7, file_id: 2 }, 'GET /editor/scan/7/audits/2/prepare', { token: 't' }],
];

export const administrationRows: readonly Row[] = [...ofAgents, ...ofUsers, ...ofScanners, ...ofServer];
