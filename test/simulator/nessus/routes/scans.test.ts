import { expect, test } from 'vitest';

import { nessusScanIds } from 'tenable-result/simulator';

import { templates } from '../../../../src/simulator/nessus/records/templates.js';
import { expectOk, expectTag } from '../../../support/expect-result.js';
import { openNessusLab } from '../nessus-lab.js';

const scan = { scan_id: nessusScanIds.completed };

test('a scan runs by the clock, waits while it is paused, and ends', async () => {
  const { clock, nessus, settle } = openNessusLab();
  const statusNow = async (): Promise<string> => expectOk(await settle(nessus.scans.details(scan))).info.status;
  expectOk(await settle(nessus.scans.launch(scan)));
  expectTag(await settle(nessus.scans.launch(scan)), 'UnsupportedError');
  expectTag(await settle(nessus.scans.delete(scan)), 'UnsupportedError');
  expect(expectTag(await settle(nessus.scans.exportRequest({ ...scan, format: 'csv' })), 'UnsupportedError').detail).toBe('Can not export running scans');
  await clock.advance(800_000);
  expectOk(await settle(nessus.scans.pause(scan)));
  await clock.advance(3_600_000);
  expect(await statusNow()).toBe('paused');
  expectOk(await settle(nessus.scans.resume(scan)));
  await clock.advance(99_000);
  expect(await statusNow()).toBe('running');
  await clock.advance(1_000);
  expect(await statusNow()).toBe('completed');
});

test('a scan that is stopped is canceled, and its history tells', async () => {
  const { nessus, settle } = openNessusLab();
  expectOk(await settle(nessus.scans.launch(scan)));
  expectOk(await settle(nessus.scans.stop(scan)));
  const { history } = expectOk(await settle(nessus.scans.details(scan)));
  expect(history?.map(({ status }) => status)).toStrictEqual(['completed', 'canceled']);
  const [first] = history ?? [];
  expect(expectOk(await settle(nessus.scans.details({ ...scan, history_id: first?.history_id ?? 0 }))).info.status).toBe('completed');
});

test('what is created, configured, copied and deleted is there and gone', async () => {
  const { nessus, settle } = openNessusLab();
  const created = expectOk(await settle(nessus.scans.create({ uuid: templates[0]?.uuid ?? '', settings: { name: 'Mine', text_targets: '192.0.2.7', folder_id: 4 } })));
  const mine = { scan_id: created.scan.id };
  expectOk(await settle(nessus.scans.configure({ ...mine, settings: { name: 'Renamed' } })));
  expect(expectOk(await settle(nessus.scans.details(mine))).info).toMatchObject({ name: 'Renamed', targets: '192.0.2.7', folder_id: 4, status: 'empty' });
  const copy = expectOk(await settle(nessus.scans.copy({ ...mine, name: 'Again' })));
  expect(expectOk(await settle(nessus.scans.list({ folder_id: 4 }))).scans?.map(({ name }) => name)).toStrictEqual(['Renamed', 'Again']);
  expectOk(await settle(nessus.folders.delete({ folder_id: 4 })));
  expect(expectOk(await settle(nessus.scans.list({ folder_id: 2 }))).scans).toHaveLength(2);
  expectOk(await settle(nessus.scans.delete(mine)));
  expectOk(await settle(nessus.scans.delete({ scan_id: copy.id })));
  expect(expectOk(await settle(nessus.scans.list({ folder_id: 2 }))).scans).toBeNull();
});

test.each([[nessusScanIds.completed, 'ready'], [nessusScanIds.brokenExport, 'error']])('the file of scan %d is pending, then %s', async (scanId, ending) => {
  const { nessus, settle } = openNessusLab({ pollsUntilReady: 3 });
  const { token } = expectOk(await settle(nessus.scans.exportRequest({ scan_id: scanId, format: 'nessus' })));
  const named = { token: token ?? '' };
  const seen: string[] = [];
  for (let poll = 1; poll <= 3; poll += 1) seen.push(expectOk(await settle(nessus.tokens.status(named))).status);
  expect(seen).toStrictEqual(['pending', 'pending', ending]);
  const file = await settle(nessus.tokens.download(named));
  expect(file.isOk()).toBe(ending === 'ready');
});

test('version 6 names an export file by a number', async () => {
  const { nessus, settle, simulator } = openNessusLab({ version: '6.8.1', pollsUntilReady: 2 });
  const file = expectOk(await settle(nessus.scans.export({ scan_id: nessusScanIds.completed, format: 'csv' })));
  expect(new TextDecoder().decode(expectOk(await file.toBytes()))).toContain('"Plugin ID","CVE"');
  expect(simulator.requests().map(({ path }) => path)).toStrictEqual(['/scans/11/export', ...Array.from({ length: 2 }, () => '/scans/11/export/1000001/status'), '/scans/11/export/1000001/download']);
});

test('agents come page by page, in the order that is asked for', async () => {
  const { nessus, settle, simulator } = openNessusLab({ agents: 25 });
  const agents = expectOk(await settle(nessus.agents.list({ limit: 10, sort_by: 'id', sort_order: 'desc' }).toArray()));
  expect(agents.map(({ id }) => id)).toStrictEqual(Array.from({ length: 25 }, (_, at) => 25 - at));
  expect(simulator.requests().filter(({ path }) => path === '/agents')).toHaveLength(3);
  expectOk(await settle(nessus.agents.unlink({ agent_id: 3 })));
  expectTag(await settle(nessus.agents.details({ agent_id: 3 })), 'NotFoundError');
});
