import { describe, expect, test } from 'vitest';

import { scanIds } from 'tenable-result/simulator';

import { ownValue } from '../../../../src/internal/is-record.js';
import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openInProcessLab } from '../simulator-lab.js';

describe('scans', () => {
  test('there are 30, in folders; an empty list is null', async () => {
    const { settle, vm } = openInProcessLab();
    const all = expectOk(await settle(vm.scans.list()));
    expect(all.scans).toHaveLength(30);
    const some = expectOk(await settle(vm.scans.list({ folder_id: all.folders?.[2]?.id })));
    expect(some.scans).toHaveLength(10);
    expect(expectOk(await settle(vm.scans.list({ folder_id: 1 }))).scans).toBeNull();
    expect(expectOk(await settle(vm.scans.list({ last_modification_date: 99_999_999_999 }))).scans).toBeNull();
    expect(expectOk(await settle(vm.scans.list({ started_from: 99_999_999_999 }))).scans).toBeNull();
    expect(expectOk(await settle(vm.scans.list({ started_from: 0, started_to: 99_999_999_999 }))).scans).toHaveLength(29);
  });

  test.each([
    [scanIds.completed, 'completed', 3, 2],
    [scanIds.neverRun, 'empty', undefined, 0],
    [scanIds.imported, 'imported', undefined, 1],
  ])('number %d is %s', async (scan_id, status, hostcount, runs) => {
    const { settle, vm } = openInProcessLab();
    const details = expectOk(await settle(vm.scans.details({ scan_id })));
    expect(details.info.status).toBe(status);
    expect(details.info.hostcount).toBe(hostcount);
    expect(details.history).toHaveLength(runs);
  });

  test('can be found by their schedule, and their runs by number and UUID', async () => {
    const { settle, vm } = openInProcessLab();
    const { scans } = expectOk(await settle(vm.scans.list()));
    const schedule = scans?.[4]?.schedule_uuid ?? '';
    const latest = expectOk(await settle(vm.scans.details({ scan_id: schedule })));
    expect(latest.info.object_id).toBe(105);
    const [, first] = latest.history ?? [];
    const byNumber = expectOk(await settle(vm.scans.details({ scan_id: 105, history_id: first?.history_id })));
    const byUuid = expectOk(await settle(vm.scans.details({ scan_id: 105, history_uuid: first?.uuid })));
    expect([byNumber.info.uuid, byUuid.info.uuid]).toStrictEqual([first?.uuid, first?.uuid]);
    expect(expectErr(await settle(vm.scans.details({ scan_id: 105, history_id: 1 })))).toMatchObject({ _tag: 'NotFoundError' });
  });
});

describe('setting up', () => {
  test('creates a scan that never ran, and changes what is given of it', async () => {
    const { settle, vm } = openInProcessLab();
    const { scan } = expectOk(await settle(vm.scans.create({ uuid: 'template', settings: { name: 'Example', text_targets: '192.0.2.1', rrules: 'FREQ=DAILY' } })));
    expect(scan).toMatchObject({ id: 131, name: 'Example', custom_targets: '192.0.2.1', rrules: 'FREQ=DAILY', enabled: true });
    expect(expectOk(await settle(vm.scans.status({ scan_id: scan.uuid }))).status).toBe('empty');
    const changed = expectOk(await settle(vm.scans.configure({ scan_id: 131, settings: { name: 'Other', enabled: false } })));
    expect(changed).toMatchObject({ name: 'Other', custom_targets: '192.0.2.1', rrules: 'FREQ=DAILY', enabled: false });
    expect(expectOk(await settle(vm.scans.list())).scans?.at(-1)).toMatchObject({ id: 131, name: 'Other', enabled: false });
  });

  test('launches at once where it is asked to', async () => {
    const { settle, vm } = openInProcessLab();
    const { scan } = expectOk(await settle(vm.scans.create({ uuid: 'template', settings: { name: 'Example', launch_now: true } })));
    expect(expectOk(await settle(vm.scans.status({ scan_id: scan.id }))).status).toBe('running');
  });

  test('copies a scan without its runs, and switches its schedule', async () => {
    const { settle, vm } = openInProcessLab();
    const copied = expectOk(await settle(vm.scans.copy({ scan_id: scanIds.completed })));
    expect(copied).toMatchObject({ id: 131, name: 'Copy of Example network 1', status: 'empty' });
    expect(expectOk(await settle(vm.scans.schedule({ scan_id: copied.id, enabled: false }))).enabled).toBe(false);
    expect(expectOk(await settle(vm.scans.details({ scan_id: copied.uuid }))).info).toMatchObject({ name: copied.name, targets: '192.0.2.0/29' });
  });

  test('imports a file as a scan that cannot be launched', async () => {
    const { settle, vm } = openInProcessLab();
    const { scan } = expectOk(await settle(vm.scans.import({ file: 'example.nessus', folder_id: 23 })));
    expect(scan).toMatchObject({ name: 'example', status: 'imported', folder_id: 23 });
    expect(expectErr(await settle(vm.scans.launch({ scan_id: scan.id })))).toMatchObject({ _tag: 'PermissionError' });
  });

  test('deletes a scan with its files, but not while it runs', async () => {
    const { settle, vm } = openInProcessLab();
    const { file: file_id } = expectOk(await settle(vm.scans.exportRequest({ scan_id: 105, format: 'csv' })));
    expectOk(await settle(vm.scans.launch({ scan_id: 106 })));
    expect(expectErr(await settle(vm.scans.delete({ scan_id: 106 })))).toMatchObject({ _tag: 'UnsupportedError' });
    expectOk(await settle(vm.scans.delete({ scan_id: 105 })));
    expect(expectErr(await settle(vm.scans.exportStatus({ scan_id: 105, file_id })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(expectOk(await settle(vm.scans.list())).scans).toHaveLength(29);
  });

  test('is not for basic users, who may read', async () => {
    const { createClient, settle, simulator } = openInProcessLab();
    const basic = createClient(simulator.keysOf('basic@example.com') ?? {});
    expectOk(await settle(basic.scans.details({ scan_id: scanIds.completed })));
    const refused = [await settle(basic.scans.launch({ scan_id: 105 })), await settle(basic.scans.delete({ scan_id: 105 })), await settle(basic.scans.copy({ scan_id: 105 }))];
    expect(refused.map((result) => expectErr<unknown>(result)).map((error) => ownValue(error, 'reason'))).toStrictEqual(['forbidden', 'forbidden', 'forbidden']);
  });

  test('marks as read and unread, and counts', async () => {
    const { settle, vm } = openInProcessLab();
    expectOk(await settle(vm.scans.setReadStatus({ scan_id: 105, read: false })));
    expect(expectOk(await settle(vm.scans.list())).scans?.filter(({ read }) => read === false).map(({ id }) => id)).toStrictEqual([105]);
    expectOk(await settle(vm.scans.launch({ scan_id: 105 })));
    expect([expectOk(await settle(vm.scans.count())).count, expectOk(await settle(vm.scans.count({ active: true }))).count]).toStrictEqual([30, 1]);
  });

  test('keeps remediation scans in a list of their own', async () => {
    const { settle, vm } = openInProcessLab();
    const { scan } = expectOk(await settle(vm.remediationScans.create({ uuid: 'template', settings: { name: 'Mended?' }, enabled_plugins: [900_101] })));
    expect(expectOk(await settle(vm.remediationScans.list().toPage())).scans.map(({ id, name }) => [id, name])).toStrictEqual([[scan.id, 'Mended?']]);
    expect(expectOk(await settle(vm.scans.list())).scans).toHaveLength(30);
    expectOk(await settle(vm.scans.launch({ scan_id: scan.id })));
  });
});

describe('launching', () => {
  test('makes a scan run, for a while', async () => {
    const { clock, settle, vm } = openInProcessLab();
    const { scan_uuid } = expectOk(await settle(vm.scans.launch({ scan_id: scanIds.completed, alt_targets: ['192.0.2.99'] })));
    const running = expectOk(await settle(vm.scans.details({ scan_id: scanIds.completed })));
    expect(running.info).toMatchObject({ uuid: scan_uuid, status: 'running', targets: '192.0.2.99', scan_end: null });
    expect(expectErr(await settle(vm.scans.launch({ scan_id: scanIds.completed })))).toMatchObject({ _tag: 'UnsupportedError' });
    await clock.advance(900_000);
    expect(expectOk(await settle(vm.scans.details({ scan_id: scanIds.completed }))).info.status).toBe('completed');
    expectOk(await settle(vm.scans.launch({ scan_id: scanIds.completed })));
  });

  test('a 26th scan is refused until one has ended', async () => {
    const { clock, settle, vm } = openInProcessLab();
    for (let scan_id = 105; scan_id < 130; scan_id += 1) expectOk(await settle(vm.scans.launch({ scan_id })));
    expect(expectErr(await settle(vm.scans.launch({ scan_id: 130 })))).toMatchObject({
      _tag: 'RetryError', code: 429, reason: 'concurrency-limit', retryAfterMs: 30_000,
    });
    await clock.advance(900_000);
    expectOk(await settle(vm.scans.launch({ scan_id: 130 })));
  });

  test('is not for imported scans', async () => {
    const { settle, vm } = openInProcessLab();
    expect(expectErr(await settle(vm.scans.launch({ scan_id: scanIds.imported })))).toMatchObject({ _tag: 'PermissionError', reason: 'forbidden' });
  });
});

describe('export files', () => {
  test.each([
    ['nessus', /^<\?xml version="1.0" \?>\n<NessusClientData_v2>[^]*<\/NessusClientData_v2>\n$/],
    ['csv', /^"Plugin ID","CVE","Risk","Host"[^]*"900107"/],
  ] as const)('%s: from request to download', async (format, form) => {
    const { settle, simulator, vm } = openInProcessLab({ pollsUntilReady: 3 });
    const file = expectOk(await settle(vm.scans.export({ scan_id: scanIds.completed, format })));
    expect(file).toMatchObject({ filename: `Example_network_1_101.${format}`, contentType: 'application/octet-stream' });
    expect(new TextDecoder().decode(expectOk(await settle(file.toBytes())))).toMatch(form);
    expect(simulator.requests().map(({ path }) => path.split('/').at(-1))).toStrictEqual(['export', 'status', 'status', 'status', 'download']);
  });

  test('belong to their scan, and take their time', async () => {
    const { settle, vm } = openInProcessLab();
    const { file: file_id } = expectOk(await settle(vm.scans.exportRequest({ scan_id: 101, format: 'csv' })));
    expect(file_id).toMatch(/^SSE-[\da-f-]{36}-csv$/);
    expect(expectOk(await settle(vm.scans.exportStatus({ scan_id: 101, file_id })))).toStrictEqual({ status: 'loading' });
    expect(expectErr(await settle(vm.scans.exportStatus({ scan_id: 105, file_id })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(expectErr(await settle(vm.scans.exportDownload({ scan_id: 101, file_id })))).toMatchObject({ _tag: 'InvalidInputError' });
    expect(expectErr(await settle(vm.scans.exportDownload({ scan_id: 101, file_id: 'nothing' })))).toMatchObject({ _tag: 'NotFoundError' });
  });

  test('have ids with a colon where they are pages, and are listed, the latest first', async () => {
    const { settle, vm } = openInProcessLab({ pollsUntilReady: 1 });
    expectOk(await settle(vm.scans.exportRequest({ scan_id: 105, format: 'csv' })));
    expectOk(await settle(expectOk(await settle(vm.scans.export({ scan_id: 101, format: 'pdf' }))).toBytes()));
    const exports = expectOk(await settle(vm.scans.listExports()));
    expect(exports.map(({ format, ready, schedule_id }) => [format, ready, schedule_id])).toStrictEqual([['pdf', true, '101'], ['csv', false, '105']]);
    expect(exports[0]?.export_id).toMatch(/^SSEUF-.*-C:.*-pdf$/);
  });

  test('need results', async () => {
    const { settle, vm } = openInProcessLab();
    expect(expectErr(await settle(vm.scans.exportRequest({ scan_id: scanIds.neverRun, format: 'csv' })))).toMatchObject({ _tag: 'InvalidInputError' });
  });

  test('are not JSON: a client that takes nothing else is refused', async () => {
    const { settle, vm, simulator } = openInProcessLab({ pollsUntilReady: 1 });
    const { file: file_id } = expectOk(await settle(vm.scans.exportRequest({ scan_id: 101, format: 'csv' })));
    expectOk(await settle(vm.scans.exportStatus({ scan_id: 101, file_id })));
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}`, accept: 'application/json' };
    expect(simulator.handle({ method: 'GET', url: `/scans/101/export/${file_id}/download`, headers })).toMatchObject({ status: 406 });
  });
});
