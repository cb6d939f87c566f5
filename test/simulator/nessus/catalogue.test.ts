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
const [template] = templates;
const fromTemplate = { uuid: template?.uuid, settings: { name: 'New', text_targets: '192.0.2.1' } };

/** An input for each operation that needs one. */
const inputs: Readonly<Record<string, Input | ((lab: NessusLab) => Promise<Input>)>> = {
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
  'scans.pause': launch,
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
