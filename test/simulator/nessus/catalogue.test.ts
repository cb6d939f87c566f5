/** A sweep over the catalogue of Nessus: each operation has a route, whose happy answer the client takes. */
import { describe, expect, test } from 'vitest';

import type { AnyOperation } from 'tenable-result';
import { nessusScanIds } from 'tenable-result/simulator';

import { nessusCatalogue } from '../../../src/api/nessus/catalogue.js';
import { templates } from '../../../src/simulator/nessus/records/templates.js';
import { nessusRoutes, openNessusRoutes } from '../../../src/simulator/nessus/routes/all-routes.js';
import { call } from '../call-by-name.js';
import { openNessusLab } from './nessus-lab.js';
import type { NessusLab } from './nessus-lab.js';

const operations = Object.values(nessusCatalogue).flatMap((area) => Object.values(area as Readonly<Record<string, AnyOperation>>)).map(({ id }) => id).sort();

type Input = Readonly<Record<string, unknown>>;

const strong = 'Correct-Horse-9';
const scan = { scan_id: nessusScanIds.completed };
const policy = { policy_id: 21 };
const agent = { agent_id: 1 };
const group = { group_id: 1 };
const [template] = templates;
const fromTemplate = { uuid: template?.uuid, settings: { name: 'New', text_targets: '192.0.2.1' } };

/** An input for each operation that needs one. */
const inputs: Readonly<Record<string, Input | ((lab: NessusLab) => Promise<Input>)>> = {
  'files.upload': { file: { name: 'a.nessus', content: new Uint8Array([79, 75]) } },
  'agentGroups.addAgent': { ...group, ...agent },
  'agentGroups.addAgents': { ...group, ids: [1] },
  'agentGroups.configure': { ...group, name: 'Renamed' },
  'agentGroups.create': { name: 'New' },
  'agentGroups.delete': group,
  'agentGroups.deleteMany': { ids: [1] },
  'agentGroups.details': group,
  'agentGroups.removeAgent': { ...group, ...agent },
  'agentGroups.removeAgents': { ...group, ids: [1] },
  'agents.deleteMany': { ids: [1, 2] },
  'agents.unlinkMany': { ids: [1, 2] },
  'editor.exportAudit': { object_type: 'scan', object_id: nessusScanIds.completed, file_id: 1 },
  'editor.pluginDescription': { policy_id: 21, family_id: 90, plugin_id: 900_101 },
  'groups.addUser': { ...group, user_id: 2 },
  'groups.create': { name: 'New' },
  'groups.delete': group,
  'groups.deleteMany': { ids: [1] },
  'groups.edit': { ...group, name: 'Renamed' },
  'groups.listUsers': group,
  'groups.removeUser': { ...group, user_id: 1 },
  'permissions.details': { object_type: 'scan', object_id: nessusScanIds.completed },
  'permissions.edit': { object_type: 'scan', object_id: nessusScanIds.completed, acls: [{ type: 'default', permissions: 16 }] },
  'pluginRules.create': { plugin_id: 900_101, type: 'exclude', host: '' },
  'pluginRules.delete': { rule_id: 1 },
  'pluginRules.deleteMany': { ids: [1] },
  'pluginRules.details': { rule_id: 1 },
  'pluginRules.edit': { rule_id: 1, type: 'recast_info' },
  'policies.deleteMany': { ids: [21] },
  'policies.import': { file: 'policy.nessus' },
  'scanners.awsTargets': { scanner_id: 1 },
  'scanners.controlScan': { scanner_id: 1, scan_uuid: 'e5b8', action: 'stop' },
  'scanners.delete': { scanner_id: 1 },
  'scanners.deleteMany': { ids: [2] },
  'scanners.linkState': { scanner_id: 1, link: 1 },
  'scanners.runningScans': { scanner_id: 1 },
  'scanners.scannerKey': { scanner_id: 1 },
  'scanners.update': { scanner_id: 1, force_plugin_update: 1 },
  'scans.attachment': { ...scan, attachment_id: 1, key: 'k' },
  'scans.deleteHistory': { ...scan, history_id: 11_001 },
  'scans.deleteMany': { ids: [nessusScanIds.completed] },
  'scans.exportFormats': scan,
  'scans.hostDetails': { ...scan, host_id: 34 },
  'scans.import': { file: 'scan.nessus' },
  'scans.kill': launch,
  'scans.pluginOutput': { ...scan, host_id: 34, plugin_id: 900_101 },
  'scans.readStatus': { ...scan, read: true },
  'scans.schedule': { ...scan, enabled: true },
  'softwareUpdate.settings': { update: 'all' },
  'users.apiKeys': { user_id: 2 },
  'users.deleteMany': { ids: [2, 3] },
  'agents.delete': agent,
  'agents.details': agent,
  'agents.unlink': agent,
  'editor.details': { object_type: 'scan', object_id: nessusScanIds.completed },
  'editor.listTemplates': { object_type: 'policy' },
  'editor.templateDetails': { object_type: 'scan', template_uuid: template?.uuid },
  'folders.create': { name: 'New' },
  'folders.delete': { folder_id: 4 },
  'folders.edit': { folder_id: 4, name: 'Renamed' },
  'plugins.familyDetails': { family_id: 90 },
  'plugins.pluginDetails': { plugin_id: 900_101 },
  'policies.copy': policy,
  'policies.create': fromTemplate,
  'policies.delete': policy,
  'policies.details': policy,
  'policies.exportRequest': policy,
  'policies.update': { ...policy, settings: { name: 'Renamed' } },
  'scanners.details': { scanner_id: 1 },
  'scans.configure': { ...scan, settings: { name: 'Renamed' } },
  'scans.copy': { ...scan, name: 'Copy' },
  'scans.create': fromTemplate,
  'scans.delete': scan,
  'scans.details': scan,
  'scans.exportDownload': requestNumberedFile,
  'scans.exportStatus': requestNumberedFile,
  'scans.exportRequest': { ...scan, format: 'csv' },
  'scans.launch': scan,
  'scans.move': { ...scan, folder_id: 4 },
  'scans.pause': launch,
  'scans.prepareKb': { ...scan, host_id: 34 },
  'scans.resume': async (lab) => {
    const input = await launch(lab);
    expect(await lab.settle(call(lab.nessus, 'scans.pause', input))).toMatchObject({ isOk: true });
    return input;
  },
  'scans.stop': launch,
  'session.changePassword': ({ simulator }) => Promise.resolve({ password: strong, current_password: simulator.logInOf('admin')?.password }),
  'session.update': { name: 'Ada' },
  'tokens.download': requestFile,
  'tokens.status': requestFile,
  'users.changePassword': { user_id: 2, password: strong },
  'users.create': { username: 'new', password: strong, permissions: 32 },
  'users.delete': { user_id: 2 },
  'users.details': { user_id: 2 },
  'users.update': { user_id: 2, permissions: 64 },
};

async function launch({ nessus, settle }: NessusLab): Promise<Input> {
  expect(await settle(call(nessus, 'scans.launch', scan))).toMatchObject({ isOk: true });
  return scan;
}

/** A file that is ready. */
async function requestFile({ nessus, settle }: NessusLab): Promise<Input> {
  const asked = await settle(nessus.scans.exportRequest({ ...scan, format: 'nessus' }));
  const token = asked.isOk() ? asked.value.token ?? '' : expect.fail(asked.error.message);
  await settle(nessus.tokens.status({ token }));
  return { token };
}

/** The same file by its number. */
async function requestNumberedFile(lab: NessusLab): Promise<Input> {
  await requestFile(lab);
  return { ...scan, file_id: '1000001' };
}

test('every operation has a route, and there are no others but log-in and log-out', () => {
  const routed = [...nessusRoutes, ...openNessusRoutes].map(({ operation }) => operation.id);
  expect(routed.filter((id) => !id.startsWith('log-in.')).sort()).toStrictEqual(operations);
});

describe('the happy answer decodes', () => {
  test.each(operations)('of %s', async (id) => {
    const lab = openNessusLab({ pollsUntilReady: 1 });
    const given = inputs[id] ?? {};
    const input = typeof given === 'function' ? await given(lab) : given;
    expect(await lab.settle(call(lab.nessus, id, input))).toMatchObject({ isOk: true });
  });
});
