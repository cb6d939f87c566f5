import { expect, test } from 'vitest';

import { nessusScanIds } from 'tenable-result/simulator';

import { expectOk, expectTag } from '../../../support/expect-result.js';
import { openNessusLab } from '../nessus-lab.js';

const scan = { scan_id: nessusScanIds.completed };

test('results are told scan by scan, host by host and plugin by plugin', async () => {
  const { nessus, settle } = openNessusLab();
  const { hosts, vulnerabilities } = expectOk(await settle(nessus.scans.details(scan)));
  const host_id = hosts?.[0]?.host_id ?? 0;
  const host = expectOk(await settle(nessus.scans.hostDetails({ ...scan, host_id })));
  expect(host.info).toMatchObject({ 'host-ip': hosts?.[0]?.hostname, host_end: expect.stringMatching(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d \d{4}$/) as unknown });
  expect(host.vulnerabilities?.map(({ plugin_id }) => plugin_id)).toStrictEqual(vulnerabilities?.map(({ plugin_id }) => plugin_id));
  const plugin_id = host.vulnerabilities?.[0]?.plugin_id ?? 0;
  const { info, outputs } = expectOk(await settle(nessus.scans.pluginOutput({ ...scan, host_id, plugin_id })));
  expect([info?.plugindescription?.pluginid, Object.keys(outputs?.[0]?.ports ?? {})]).toStrictEqual([String(plugin_id), ['443 / tcp / www']]);
});

test('a host or a run that there is not is a NotFoundError', async () => {
  const { nessus, settle } = openNessusLab();
  expectTag(await settle(nessus.scans.hostDetails({ ...scan, host_id: 9_999 })), 'NotFoundError');
  expectTag(await settle(nessus.scans.hostDetails({ ...scan, host_id: 34, history_id: 9_999 })), 'NotFoundError');
  expectTag(await settle(nessus.scans.pluginOutput({ ...scan, host_id: 34, plugin_id: 1 })), 'NotFoundError');
});

test('a run that is deleted is gone from the history', async () => {
  const { nessus, settle } = openNessusLab();
  const before = expectOk(await settle(nessus.scans.details(scan))).history ?? [];
  expectOk(await settle(nessus.scans.deleteHistory({ ...scan, history_id: before[0]?.history_id ?? 0 })));
  expect(expectOk(await settle(nessus.scans.details(scan))).history).toBeNull();
  expectTag(await settle(nessus.scans.deleteHistory({ ...scan, history_id: 1 })), 'NotFoundError');
});

test('a knowledge base is prepared, and downloaded by its token', async () => {
  const { nessus, settle } = openNessusLab({ pollsUntilReady: 1 });
  const file = expectOk(await settle(nessus.scans.prepareKb({ ...scan, host_id: 34 })));
  expect(expectOk(await settle(nessus.tokens.status(file))).status).toBe('ready');
  const kb = expectOk(await settle(nessus.tokens.download(file)));
  expect(new TextDecoder().decode(expectOk(await settle(kb.toBytes())))).toContain('Host/ip=192.0.2.');
});

test('a scan is moved to a folder that there is', async () => {
  const { nessus, settle } = openNessusLab();
  expectOk(await settle(nessus.scans.move({ ...scan, folder_id: 2 })));
  expect(expectOk(await settle(nessus.scans.list({ folder_id: 2 }))).scans?.map(({ id }) => id)).toStrictEqual([scan.scan_id]);
  expectTag(await settle(nessus.scans.move({ ...scan, folder_id: 99 })), 'NotFoundError');
});

test('a scan that is killed is over', async () => {
  const { nessus, settle } = openNessusLab();
  expectOk(await settle(nessus.scans.launch(scan)));
  expectOk(await settle(nessus.scans.kill(scan)));
  expect(expectOk(await settle(nessus.scans.details(scan))).info.status).toBe('canceled');
});
