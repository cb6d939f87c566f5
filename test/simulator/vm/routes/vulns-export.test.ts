import { describe, expect, test } from 'vitest';

import { faults } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { ask, collectJob, openInProcessLab, startExport } from '../simulator-lab.js';

describe('a job', () => {
  test('gives every record once', async () => {
    const { settle, simulator, vm } = openInProcessLab({ vulns: 105, recordsPerChunk: 20 });
    const { error, records } = await settle(collectJob(vm.exports.vulns()));
    expect(error).toBeNull();
    expect(records).toHaveLength(105);
    expect(new Set(records.map((record) => `${record.asset.uuid} ${record.plugin.id}`)).size).toBe(105);
    expect(simulator.requests().filter(({ path }) => path.includes('/chunks/'))).toHaveLength(6);
  });

  test('goes through its statuses while chunks appear', async () => {
    const { settle, vm } = openInProcessLab();
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create()));
    const seen: unknown[] = [];
    for (let poll = 1; poll <= 4; poll += 1) {
      const { chunks_available, status } = expectOk(await settle(vm.vulnsExport.status({ export_uuid })));
      seen.push([status, chunks_available]);
    }
    expect(seen).toStrictEqual([['QUEUED', []], ['PROCESSING', []], ['PROCESSING', [2, 4]], ['FINISHED', [2, 4, 1, 3]]]);
  });

  test('finishes without chunks where nothing is selected', async () => {
    const { settle, vm } = openInProcessLab();
    expect(await settle(collectJob(vm.exports.vulns({ filters: { state: ['FIXED'] } })))).toStrictEqual({ records: [], error: null });
  });

  test('selects by severity, state and plugin', async () => {
    const { settle, vm } = openInProcessLab();
    const { records } = await settle(collectJob(vm.exports.vulns({ filters: { severity: ['critical'], plugin_id: [900_103], state: ['OPEN'] } })));
    expect(records.length).toBeGreaterThan(0);
    expect(records.every(({ plugin, severity, state }) => plugin.id === 900_103 && severity === 'critical' && state === 'OPEN')).toBe(true);
  });

  test('selects by the time since when findings were seen', async () => {
    const { settle, vm } = openInProcessLab();
    const since = Date.UTC(2025, 11, 20) / 1000;
    const { records } = await settle(collectJob(vm.exports.vulns({ filters: { since } })));
    expect(records.length).toBeGreaterThan(0);
    expect(records.length).toBeLessThan(200);
    expect(records.every(({ last_found }) => Date.parse(last_found ?? '') >= since * 1000)).toBe(true);
  });

  test('takes filters of tags and selects nothing by them', async () => {
    const { settle, vm } = openInProcessLab();
    const { records } = await settle(collectJob(vm.exports.vulns({ filters: { 'tag.Location': ['Berlin'] } })));
    expect(records).toHaveLength(200);
  });

  test('of a million records is made as it is fetched', async () => {
    const { settle, vm } = openInProcessLab({ vulns: 1_000_000, recordsPerChunk: 1_000, pollsUntilReady: 1 });
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create()));
    expect(expectOk(await settle(vm.vulnsExport.status({ export_uuid }))).total_chunks).toBe(1_000);
    expect(expectOk(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 1_000 })))).toHaveLength(1_000);
  });
});

describe('a status', () => {
  test('has all documented members, and the filters with 0 for times that were not asked for', () => {
    const { clock, simulator } = openInProcessLab({ pollsUntilReady: 1, vulns: 100 });
    const uuid = startExport(simulator, '/vulns/export', { num_assets: 100, filters: { severity: ['critical'], since: 1_760_000_000 } });
    expect(ask(simulator, 'GET', `/vulns/export/${uuid}/status`).json).toStrictEqual({
      uuid,
      status: 'FINISHED',
      chunks_available: [1],
      chunks_failed: [],
      chunks_cancelled: [],
      total_chunks: 1,
      chunks_available_count: 1,
      empty_chunks_count: 0,
      finished_chunks: 1,
      filters: {
        since: 1_760_000_000, first_found: 0, first_seen: 0, last_found: 0, last_seen: 0, indexed_at: 0, last_fixed: 0, resurfaced_date: 0,
        tags: {}, severity: ['critical'],
      },
      num_assets_per_chunk: 100,
      created: clock.now(),
    });
  });

  test('in the list is the same', () => {
    const { simulator } = openInProcessLab({ pollsUntilReady: 1, exportOutcome: 'chunks-failed' });
    const uuid = startExport(simulator, '/vulns/export');
    const { json } = ask(simulator, 'GET', `/vulns/export/${uuid}/status`);
    expect(ask(simulator, 'GET', '/vulns/export/status').json).toStrictEqual({ exports: [json] });
    expect(json).toMatchObject({ reason: '1 of 4 chunks failed to process', chunks_failed: [3] });
  });

  test('counts chunks that are never announced as empty', () => {
    const { simulator } = openInProcessLab({ exportOutcome: 'out-of-order' });
    const uuid = startExport(simulator, '/vulns/export');
    expect(ask(simulator, 'GET', `/vulns/export/${uuid}/status`).json).toMatchObject({ total_chunks: 8, empty_chunks_count: 4, chunks_available_count: 0 });
  });
});

describe('chunks', () => {
  test('that are not ready are 400, and those that are not there 404', async () => {
    const { settle, simulator, vm } = openInProcessLab();
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create()));
    expect(expectErr(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 1 })))).toMatchObject({ _tag: 'InvalidInputError' });
    expect(expectErr(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 5 })))).toMatchObject({ _tag: 'NotFoundError' });
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    expect(simulator.handle({ method: 'GET', url: `/vulns/export/${export_uuid}/chunks/first`, headers })).toMatchObject({ status: 400 });
  });

  test('expire with their job, a day after it was created', async () => {
    const { clock, settle, vm } = openInProcessLab({ pollsUntilReady: 1 });
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create()));
    expectOk(await settle(vm.vulnsExport.status({ export_uuid })));
    expectOk(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 1 })));
    await clock.advance(86_400_000);
    expect(expectErr(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 1 })))).toMatchObject({ _tag: 'NotFoundError', detail: 'Export expired or not found' });
  });

  test('are labelled as bytes', async () => {
    const { settle, simulator, vm } = openInProcessLab({ pollsUntilReady: 1 });
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create()));
    expectOk(await settle(vm.vulnsExport.status({ export_uuid })));
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    expect(simulator.handle({ method: 'GET', url: `/vulns/export/${export_uuid}/chunks/1`, headers })).toMatchObject({
      status: 200, headers: { 'content-type': 'application/octet-stream' },
    });
  });

  test('can be out of reach for a while', async () => {
    const { settle, simulator, vm } = openInProcessLab();
    simulator.script(faults.unavailable({ path: '/vulns/export/{export_uuid}/chunks/{chunk_id}' }));
    const { error, records } = await settle(collectJob(vm.exports.vulns()));
    expect([error, records.length]).toStrictEqual([null, 200]);
  });
});

describe('limits', () => {
  test('the same filters, in any order, name the job that runs', async () => {
    const { settle, vm } = openInProcessLab();
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create({ filters: { severity: ['low'], since: 1 } })));
    expect(expectErr(await settle(vm.vulnsExport.create({ filters: { since: 1, severity: ['low'] } })))).toMatchObject({
      _tag: 'UnsupportedError', activeJobId: export_uuid,
    });
    expectOk(await settle(vm.vulnsExport.create({ filters: { since: 2 } })));
  });

  test('an eleventh job is refused until one has ended', async () => {
    const { settle, vm } = openInProcessLab();
    const [first] = await Promise.all(Array.from({ length: 10 }, (_, since) => settle(vm.vulnsExport.create({ filters: { since } }))));
    expect(expectErr(await settle(vm.vulnsExport.create({ filters: { since: 10 } })))).toMatchObject({ _tag: 'RetryError', reason: 'concurrency-limit' });
    const export_uuid = first?.isOk() === true ? first.value.export_uuid : '';
    expectOk(await settle(vm.vulnsExport.cancel({ export_uuid })));
    expectOk(await settle(vm.vulnsExport.create({ filters: { since: 10 } })));
  });

  test('filters that are no object are refused', () => {
    const { simulator } = openInProcessLab();
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    expect(simulator.handle({ method: 'POST', url: '/vulns/export', headers, body: '{"filters":[]}' })).toMatchObject({ status: 400 });
  });
});

describe('cancelling', () => {
  test('keeps the chunks that are ready, and works once', async () => {
    const { settle, vm } = openInProcessLab();
    const { export_uuid } = expectOk(await settle(vm.vulnsExport.create()));
    for (let poll = 1; poll <= 3; poll += 1) expectOk(await settle(vm.vulnsExport.status({ export_uuid })));
    expect(expectOk(await settle(vm.vulnsExport.cancel({ export_uuid })))).toStrictEqual({ status: 'CANCELLED' });
    expect(expectOk(await settle(vm.vulnsExport.status({ export_uuid })))).toMatchObject({ status: 'CANCELLED', chunks_available: [2, 4], chunks_cancelled: [1, 3] });
    expectOk(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 4 })));
    expect(expectErr(await settle(vm.vulnsExport.chunk({ export_uuid, chunk_id: 3 })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(expectErr(await settle(vm.vulnsExport.cancel({ export_uuid })))).toMatchObject({ _tag: 'InvalidInputError', detail: 'Cannot cancel a completed job' });
  });

  test('of a job that is not there is 404', async () => {
    const { settle, vm } = openInProcessLab();
    expect(expectErr(await settle(vm.vulnsExport.cancel({ export_uuid: 'nothing' })))).toMatchObject({ _tag: 'NotFoundError' });
  });
});

test.each(['finished', 'empty-chunk', 'out-of-order', 'no-chunks-available', 'unknown-status'] as const)('a client gets every record of a job that goes as %s', async (exportOutcome) => {
  const { settle, vm } = openInProcessLab({ exportOutcome });
  const { error, records } = await settle(collectJob(vm.exports.vulns()));
  expect(error).toBeNull();
  expect(new Set(records.map((record) => `${record.asset.uuid} ${record.plugin.id}`)).size).toBe(200);
});

test('the outcome can be changed for the jobs to come', async () => {
  const { settle, simulator, vm } = openInProcessLab();
  simulator.setExportOutcome('error');
  const { error, records } = await settle(collectJob(vm.exports.vulns()));
  expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'error', detail: 'The export could not be completed' });
  expect(records).toHaveLength(100);
  simulator.setExportOutcome('finished');
  expect(await settle(collectJob(vm.exports.vulns()))).toMatchObject({ error: null });
});
