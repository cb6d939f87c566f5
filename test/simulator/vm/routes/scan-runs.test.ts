import { describe, expect, test } from 'vitest';

import { scanIds } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';
import type { InProcessLab } from '../simulator-lab.js';

const scan_id = 105;

async function launch({ settle, vm }: InProcessLab): Promise<string> {
  return expectOk(await settle(vm.scans.launch({ scan_id }))).scan_uuid;
}

async function readState({ settle, vm }: InProcessLab): Promise<readonly [string, unknown]> {
  const { status } = expectOk(await settle(vm.scans.status({ scan_id })));
  return [status, expectOk(await settle(vm.scans.progress({ scan_id }))).progress];
}

describe('a run', () => {
  test('is followed by status and progress, and stands still while it is paused', async () => {
    const lab = openInProcessLab();
    const { clock, settle, vm } = lab;
    await launch(lab);
    await clock.advance(450_000);
    expect(await readState(lab)).toStrictEqual(['running', 50]);
    expectOk(await settle(vm.scans.pause({ scan_id })));
    await clock.advance(10_000_000);
    expect(await readState(lab)).toStrictEqual(['paused', 50]);
    expectOk(await settle(vm.scans.resume({ scan_id })));
    await clock.advance(449_000);
    expect(await readState(lab)).toStrictEqual(['running', 99]);
    await clock.advance(1_000);
    expect(await readState(lab)).toStrictEqual(['completed', 100]);
  });

  test('that is stopped is stopping for a while, and can be ended by force until then', async () => {
    const lab = openInProcessLab();
    const { clock, settle, vm } = lab;
    await launch(lab);
    expectOk(await settle(vm.scans.stop({ scan_id })));
    expect((await readState(lab))[0]).toBe('stopping');
    await clock.advance(10_000);
    expect((await readState(lab))[0]).toBe('canceled');
    await launch(lab);
    expectOk(await settle(vm.scans.stop({ scan_id })));
    expectOk(await settle(vm.scans.forceStop({ schedule_uuid: String(scan_id) })));
    expect((await readState(lab))[0]).toBe('aborted');
  });

  test.each(['pause', 'resume', 'stop'] as const)('that is over is in no state to %s', async (name) => {
    const { settle, vm } = openInProcessLab();
    expect(expectErr(await settle(vm.scans[name]({ scan_id })))).toMatchObject({ _tag: 'UnsupportedError' });
    expect(expectErr(await settle(vm.scans[name]({ scan_id: scanIds.neverRun })))).toMatchObject({ _tag: 'UnsupportedError' });
  });

  test('has a UUID in the long form, by which its details are found', async () => {
    const lab = openInProcessLab();
    const history_uuid = await launch(lab);
    expect(history_uuid).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{28}$/);
    expect(expectOk(await lab.settle(lab.vm.scans.historyDetails({ scan_id, history_uuid })))).toMatchObject({ uuid: history_uuid, status: 'running', scan_end: null });
    expect(expectOk(await lab.settle(lab.vm.scans.details({ scan_id, history_uuid }))).info.uuid).toBe(history_uuid);
  });
});

describe('the history', () => {
  test('is read page by page, the latest first', async () => {
    const lab = openInProcessLab();
    const uuid = await launch(lab);
    const runs = expectOk(await lab.settle(lab.vm.scans.history({ scan_id, limit: 2 }).toArray()));
    expect(runs.map(({ id, status }) => [id, status])).toStrictEqual([[105_003, 'running'], [105_002, 'completed'], [105_001, 'completed']]);
    expect(runs[0]?.scan_uuid).toBe(uuid);
  });

  test('forgets a run that is deleted, and gives its number to no other', async () => {
    const lab = openInProcessLab();
    const { clock, settle, vm } = lab;
    const history_id = await launch(lab);
    expect(expectErr(await settle(vm.scans.deleteHistory({ scan_id, history_id })))).toMatchObject({ _tag: 'UnsupportedError' });
    await clock.advance(900_000);
    expectOk(await settle(vm.scans.deleteHistory({ scan_id, history_id })));
    expect(expectErr(await settle(vm.scans.historyDetails({ scan_id, history_uuid: history_id })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(await launch(lab)).not.toBe(history_id);
    expect(expectOk(await settle(vm.scans.history({ scan_id }).toPage())).history.map(({ id }) => id)).toStrictEqual([105_004, 105_002, 105_001]);
  });
});

describe('what was found on a host', () => {
  test('is there once a run has completed, down to the output of a plugin', async () => {
    const { settle, vm } = openInProcessLab();
    const { hosts } = expectOk(await settle(vm.scans.details({ scan_id })));
    const host_id = hosts?.[0]?.host_id ?? 0;
    const found = expectOk(await settle(vm.scans.hostDetails({ scan_id, host_id })));
    expect([found.info?.['host-ip'], found.vulnerabilities?.length]).toStrictEqual([hosts?.[0]?.hostname, 7]);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is answered while it is there
    const { outputs } = expectOk(await settle(vm.scans.pluginOutput({ scan_id, host_id, plugin_id: 900_101 })));
    expect(outputs?.[0]?.plugin_output).toContain('Example HTTP Server');
    expectOk(await settle(vm.scans.launch({ scan_id })));
    expect(expectErr(await settle(vm.scans.hostDetails({ scan_id, host_id })))).toMatchObject({ _tag: 'NotFoundError' });
  });
});
