import { expect, test } from 'vitest';

import { createNessusClient } from 'tenable-result';
import { nessusScanIds } from 'tenable-result/simulator';

import { expectOk, expectTag } from '../../../support/expect-result.js';
import { openNessusLab } from '../nessus-lab.js';

test('scans that are named go, but for those that run', async () => {
  const { nessus, settle } = openNessusLab();
  expectOk(await settle(nessus.scans.launch({ scan_id: nessusScanIds.neverRun })));
  expect(expectOk(await settle(nessus.scans.deleteMany({ ids: [nessusScanIds.completed, nessusScanIds.neverRun, 99] })))).toStrictEqual({ deleted: [nessusScanIds.completed] });
  expect(expectOk(await settle(nessus.scans.list())).scans?.map(({ id }) => id)).toStrictEqual([nessusScanIds.brokenExport, nessusScanIds.neverRun]);
});

test('users, policies and agents that are named go; nobody removes themselves', async () => {
  const { nessus, settle } = openNessusLab({ agents: 4 });
  expectOk(await settle(nessus.users.deleteMany({ ids: [1, 3] })));
  expect(expectOk(await settle(nessus.users.list())).users.map(({ id }) => id)).toStrictEqual([1, 2]);
  expectOk(await settle(nessus.agents.unlinkMany({ ids: [1] })));
  expectOk(await settle(nessus.agents.deleteMany({ ids: [2, 3] })));
  expect(expectOk(await settle(nessus.agents.list().toArray())).map(({ id }) => id)).toStrictEqual([4]);
  expectOk(await settle(nessus.policies.deleteMany({ ids: [21, 22] })));
  expect(expectOk(await settle(nessus.policies.list())).policies).toBeNull();
});

test('only administrators may remove others', async () => {
  const { actAs, settle } = openNessusLab();
  expectTag(await settle(actAs('standard').users.deleteMany({ ids: [3] })), 'PermissionError');
  expectTag(await settle(actAs('basic').scans.deleteMany({ ids: [nessusScanIds.completed] })), 'PermissionError');
});

test('new keys work, and those before them no longer', async () => {
  const { clock, nessus, settle, simulator } = openNessusLab();
  const keys = expectOk(await settle(nessus.session.apiKeys()));
  expect(expectTag(await settle(nessus.session.details()), 'PermissionError').reason).toBe('unauthenticated');
  const renewed = expectOk(createNessusClient({ ...keys, transport: simulator.transport, clock }));
  expect(expectOk(await settle(renewed.session.details())).username).toBe('admin');
});

test('users are in a group until they are taken out', async () => {
  const { nessus, settle } = openNessusLab();
  const names = async (): Promise<readonly string[]> => (expectOk(await settle(nessus.groups.listUsers({ group_id: 1 }))).users ?? []).map(({ username }) => username);
  expectOk(await settle(nessus.groups.addUser({ group_id: 1, user_id: 2 })));
  expect(await names()).toStrictEqual(['admin', 'standard']);
  expectOk(await settle(nessus.groups.removeUser({ group_id: 1, user_id: 1 })));
  expect(await names()).toStrictEqual(['standard']);
  expectTag(await settle(nessus.groups.removeUser({ group_id: 1, user_id: 1 })), 'NotFoundError');
});
