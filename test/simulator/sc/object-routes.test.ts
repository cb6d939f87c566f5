/** Objects of Security Center through the real client: what is created, changed, copied, listed and deleted. */
import { describe, expect, test } from 'vitest';

import { scObjectIds } from 'tenable-result/simulator';

import { expectOk, expectTag } from '../../support/expect-result.js';
import { openScLab } from './sc-lab.js';

describe('scans', () => {
  test('that are created can be changed, copied, launched and deleted', async () => {
    const { sc, settle } = openScLab();
    const created = expectOk(await settle(sc.scans.create({ name: 'Mine', repository: { id: 1 }, policy: { id: scObjectIds.policy }, ipList: ['192.0.2.1', '192.0.2.2'] })));
    expect(created).toMatchObject({ name: 'Mine', ipList: '192.0.2.1,192.0.2.2', repository: { id: '1', name: 'Example repository' }, owner: { username: 'admin' } });
    expect(expectOk(await settle(sc.scans.update({ id: created.id, description: 'New' })))).toMatchObject({ name: 'Mine', description: 'New' });
    const { scan } = expectOk(await settle(sc.scans.copy({ id: created.id, name: 'Theirs', targetUser: { id: 2 } })));
    expect(scan).toMatchObject({ name: 'Theirs', owner: { username: 'manager' } });
    expectOk(await settle(sc.scans.delete({ id: created.id })));
    expectTag(await settle(sc.scans.details({ id: created.id })), 'NotFoundError');
    expect(expectOk(await settle(sc.scans.list({ fields: ['name'] }))).usable).toContainEqual({ id: scan.id, name: 'Theirs' });
  });

  test('write results, which can be steered while they run and downloaded afterwards', async () => {
    const { clock, sc, settle } = openScLab();
    const { scanResult: { id } } = expectOk(await settle(sc.scans.launch({ id: 1 })));
    const statusNow = async (): Promise<unknown> => expectOk(await settle(sc.scanResults.details({ id }))).status;
    expect(await statusNow()).toBe('Queued');
    await clock.advance(10_000);
    expectOk(await settle(sc.scanResults.pause({ id })));
    await clock.advance(3_600_000);
    expect(await statusNow()).toBe('Paused');
    expectTag(await settle(sc.scanResults.download({ id })), 'APIError');
    expectOk(await settle(sc.scanResults.resume({ id })));
    await clock.advance(900_000);
    expect(expectOk(await settle(sc.scanResults.details({ id })))).toMatchObject({ status: 'Completed', running: 'false', downloadAvailable: 'true', importStatus: 'Finished' });
    expectOk(await settle(sc.scanResults.download({ id })));
    expectTag(await settle(sc.scanResults.stop({ id })), 'APIError');
  });
});

test('results of the last 30 days are listed, or those of a time that is asked for', async () => {
  const { clock, sc, settle } = openScLab();
  const ids = async (input: Parameters<typeof sc.scanResults.list>[0]): Promise<readonly string[]> => expectOk(await settle(sc.scanResults.list(input))).usable.map(({ id }) => id);
  const { completed, failed, old } = scObjectIds.scanResult;
  expect(await ids({})).toStrictEqual([completed, failed]);
  expect(await ids({ startTime: new Date(clock.now() - 60 * 86_400_000) })).toStrictEqual([completed, failed, old]);
  expect(await ids({ startTime: new Date(clock.now() - 60 * 86_400_000), endTime: new Date(clock.now() - 30 * 86_400_000) })).toStrictEqual([old]);
});

test('lists are parted for everybody but administrators; auditors may manage nothing', async () => {
  const { actAs, settle } = openScLab();
  const [manager, auditor] = await settle(Promise.all([actAs('manager').policies.list(), actAs('auditor').policies.list()]));
  expect(expectOk(manager)).toMatchObject({ usable: [{ id: '1000001' }, { id: '1000002' }], manageable: [{ id: '1000001' }, { id: '1000002' }] });
  expect(expectOk(auditor)).toMatchObject({ usable: [{ id: '1000001' }, { id: '1000002' }], manageable: [] });
});

test('policies lose the settings that are taken away', async () => {
  const { sc, settle } = openScLab();
  const { id } = expectOk(await settle(sc.policies.copy({ id: scObjectIds.policy, name: 'Copy' })));
  expectOk(await settle(sc.policies.update({ id, preferences: { a: '1', b: '2' } })));
  expectOk(await settle(sc.policies.update({ id, removePrefs: ['a'] })));
  expect(expectOk(await settle(sc.policies.details({ id })))).toMatchObject({ name: 'Copy', preferences: { b: '2' } });
});

test('secrets of credentials are never told', async () => {
  const { sc, settle } = openScLab();
  const credential = expectOk(await settle(sc.credentials.create({ name: 'Mine', type: 'ssh', authType: 'password', username: 'root', password: 'swordfish' })));
  expect(credential).toMatchObject({ id: '1000002', typeFields: { authType: 'password', username: 'root', password: 'SET' } });
});

test('users log in with the password that was set last', async () => {
  const { logIn, sc, settle } = openScLab();
  expectOk(await settle(sc.users.create({ username: 'new', password: 'Correct-Horse-9', roleID: 7, authType: 'tns' })));
  const user = logIn('new', { username: 'new', password: 'Correct-Horse-9' });
  expect(expectOk(await settle(user.currentUser.details()))).toMatchObject({ username: 'new', role: { id: '7', name: 'Auditor' } });
  expectOk(await settle(user.currentUser.changePassword({ password: 'Battery-Staple-1', currentPassword: 'Correct-Horse-9' })));
  expectTag(await settle(logIn('new', { password: 'Correct-Horse-9', username: 'new' }).currentUser.details()), 'PermissionError');
  expectOk(await settle(logIn('new', { password: 'Battery-Staple-1', username: 'new' }).currentUser.details()));
});

test('an update of a feed is told for a while', async () => {
  const { sc, settle } = openScLab();
  expectOk(await settle(sc.feeds.update({ type: 'active' })));
  const seen: unknown[] = [];
  for (let poll = 1; poll <= 3; poll += 1) seen.push(expectOk(await settle(sc.feeds.details({ type: 'active' }))).updateRunning);
  expect(seen).toStrictEqual(['true', 'true', 'false']);
});
