/** A sweep over the catalogue of Security Center: each operation has a route, whose happy answer the client takes. */
import { describe, expect, test } from 'vitest';

import type { AnyOperation } from 'tenable-result';
import { scObjectIds } from 'tenable-result/simulator';

import { scCatalogue } from '../../../src/api/sc/catalogue.js';
import { openScRoutes, scRoutes } from '../../../src/simulator/sc/routes/all-routes.js';
import { openScLab } from './sc-lab.js';
import type { ScLab } from './sc-lab.js';
import { call } from '../call-by-name.js';
import { toExampleInput } from '../example-input.js';

const described = new Map(Object.values(scCatalogue).flatMap((area) => Object.values(area as Readonly<Record<string, AnyOperation>>)).map((operation) => [operation.id, operation]));
const operations = [...described.keys()].sort();

type Input = Readonly<Record<string, unknown>>;

const first = { id: '1' };
const policy = { id: scObjectIds.policy };
const strong = 'Correct-Horse-9';

/** Inputs that work on a new Security Center, of operations with behaviour of their own. Of the others, what they need will do. */
const inputs: Readonly<Record<string, Input | ((lab: ScLab) => Input)>> = {
  'analysis.query': { type: 'vuln', query: { tool: 'vulndetails' } },
  'assets.create': { name: 'New', type: 'static', definedIPs: ['192.0.2.1', '192.0.2.2'] },
  'assets.refresh': { ...first, orgID: 1, repIDs: [{ id: 1 }] },
  'assets.update': { ...first, name: 'Renamed' },
  'credentials.create': { name: 'New', type: 'ssh', authType: 'password', username: 'root', password: 'secret', port: 22 },
  'credentials.delete': policy,
  'credentials.details': policy,
  'credentials.share': { ...policy, groups: [{ id: 1 }] },
  'credentials.update': { ...policy, name: 'Renamed' },
  'currentUser.changePassword': ({ simulator }) => ({ password: strong, currentPassword: simulator.logInOf('admin')?.password }),
  'currentUser.update': { firstname: 'Ada' },
  'feeds.details': { type: 'active' },
  'feeds.process': { type: 'active', filename: 'x' },
  'feeds.update': { type: 'active' },
  'groups.create': { name: 'New', repositories: [{ id: 1 }] },
  'groups.update': { ...first, name: 'Renamed' },
  'plugins.details': { id: 900_101 },
  'plugins.familyDetails': { id: 90 },
  'policies.copy': { ...policy, name: 'Copy' },
  'policies.create': { name: 'New', policyTemplate: { id: 1 }, preferences: { port_range: 'all' } },
  'policies.delete': policy,
  'policies.details': policy,
  'policies.exportFile': policy,
  'policies.share': { ...policy, groups: [{ id: 1 }] },
  'policies.templates': {},
  'policies.update': { ...policy, name: 'Renamed', removePrefs: ['port_range'] },
  'repositories.create': { name: 'New', type: 'Local', dataFormat: 'IPv4', ipRange: ['192.0.2.0/24'], trendingDays: 0 },
  'repositories.update': { ...first, name: 'Renamed' },
  'scanResults.copy': { ...first, users: [{ id: 2 }] },
  'scanResults.email': { ...first, email: ['a@example.com'] },
  'scans.copy': { ...first, name: 'Copy', targetUser: { id: 2 } },
  'scans.create': { name: 'New', repository: { id: 1 }, policy, ipList: ['192.0.2.1'] },
  'scans.update': { ...first, name: 'Renamed', maxScanTime: 'unlimited' },
  'users.changePassword': { id: 2, password: strong },
  'users.create': { username: 'new', password: strong, roleID: 2, authType: 'tns', groupID: 0 },
  'users.delete': { id: 2 },
  'users.update': { id: 2, firstname: 'Ada' },
};

/** What has to come first for the operation to be possible. */
const preparations: Readonly<Record<string, (lab: ScLab) => Promise<string | Input>>> = {
  'scanResults.pause': launch,
  'scanResults.stop': launch,
  'scanResults.resume': async (lab) => {
    const id = await launch(lab);
    expect(await lab.settle(call(lab.sc, 'scanResults.pause', { id }))).toMatchObject({ isOk: true });
    return id;
  },
  'hosts.details': async ({ sc, settle }) => {
    const hosts = await settle(sc.hosts.list());
    return { uuid: hosts.isOk() ? hosts.value[0]?.uuid : '' };
  },
  'organizations.managerDetails': createManager,
  'organizations.updateManager': createManager,
  'organizations.deleteManager': createManager,
};

async function createManager({ sc, settle }: ScLab): Promise<Input> {
  const made = await settle(sc.organizations.createManager({ org_id: 1, username: 'new', password: strong }));
  return made.isOk() ? { org_id: 1, user_id: made.value.id } : expect.fail(made.error.message);
}

async function launch({ clock, sc, settle }: ScLab): Promise<string> {
  const launched = await settle(sc.scans.launch({ id: 1 }));
  await clock.advance(10_000);
  return launched.isOk() ? launched.value.scanResult.id : expect.fail(launched.error.message);
}

test('every operation has a route, and there are no others but log-in and log-out', () => {
  const routed = [...scRoutes, ...openScRoutes].map(({ operation }) => operation.id);
  expect(routed.filter((id) => !id.startsWith('token.')).sort()).toStrictEqual(operations);
});

function toInput(id: string): Input {
  const operation = described.get(id);
  return operation === undefined ? {} : toExampleInput(operation);
}

describe('the happy answer decodes', () => {
  test.each(operations)('of %s', async (id) => {
    const lab = openScLab();
    const prepared = await preparations[id]?.(lab);
    const given = inputs[id];
    const input = typeof prepared === 'string' ? { id: prepared } : prepared ?? given ?? toInput(id);
    const result = await lab.settle(call(lab.sc, id, typeof input === 'function' ? input(lab) : input));
    expect(result).toMatchObject({ isOk: true });
  });
});
