import { describe, expect, test } from 'vitest';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { ask, collectJob, openInProcessLab, startExport } from '../simulator-lab.js';

test('a job gives each asset once: one for four findings', async () => {
  const { settle, vm } = openInProcessLab({ vulns: 210, recordsPerChunk: 10 });
  const { error, records } = await settle(collectJob(vm.exports.assets({ chunk_size: 100 })));
  expect(error).toBeNull();
  expect(new Set(records.map(({ id }) => id)).size).toBe(53);
});

test('assets are those that findings are about', async () => {
  const { settle, vm } = openInProcessLab();
  const { records: assets } = await settle(collectJob(vm.exports.assets({ chunk_size: 100 })));
  const { records: vulns } = await settle(collectJob(vm.exports.vulns()));
  expect(new Set(vulns.map(({ asset }) => asset.uuid))).toStrictEqual(new Set(assets.map(({ id }) => id)));
});

test('a status says nothing but the status and the chunks', async () => {
  const { settle, vm } = openInProcessLab({ pollsUntilReady: 1 });
  const { export_uuid } = expectOk(await settle(vm.assetsExport.create({ chunk_size: 100 })));
  expect(expectOk(await settle(vm.assetsExport.status({ export_uuid })))).toStrictEqual({ status: 'FINISHED', chunks_available: [1] });
});

test('answers are in the words and under the type of the asset service', async () => {
  const { settle, vm } = openInProcessLab();
  expectOk(await settle(vm.assetsExport.create({ chunk_size: 100 })));
  expect(expectErr(await settle(vm.assetsExport.create({ chunk_size: 200 })))).toMatchObject({
    _tag: 'UnsupportedError',
    activeJobId: null,
    detail: expect.stringMatching(/^Duplicate export not allowed\..*job_uuid=/) as unknown,
    response: { headers: { 'content-type': 'application/json;charset=utf-8' } },
  });
  expect(expectErr(await settle(vm.assetsExport.status({ export_uuid: 'nothing' })))).toMatchObject({
    _tag: 'NotFoundError', detail: 'Job with UUID: nothing not found',
  });
});

test.each(['/assets/export', '/assets/v2/export'])('%s refuses what has no size of chunks, or filters that are no object', (path) => {
  const { simulator } = openInProcessLab();
  for (const body of [{}, { chunk_size: 99 }, { chunk_size: 10_001 }, { chunk_size: 100, filters: 7 }]) {
    expect(ask(simulator, 'POST', path, body)).toMatchObject({ status: 400 });
  }
});

test('a job in the list has its filters as JSON text', () => {
  const { clock, simulator } = openInProcessLab({ vulns: 400 });
  const uuid = startExport(simulator, '/assets/export', { chunk_size: 500, filters: { updated_at: 1_760_000_000, sources: ['NESSUS_SCAN'] } });
  expect(ask(simulator, 'GET', '/assets/export/status').json).toStrictEqual({
    exports: [{
      uuid,
      status: 'QUEUED',
      total_chunks: 2,
      finished_chunks: 0,
      filters: JSON.stringify({
        created_at: 0, updated_at: 1_760_000_000, terminated_at: 0, deleted_at: 0, first_scan_time: 0, last_authenticated_scan_time: 0, last_assessed: 0,
        tags: {}, sources: ['NESSUS_SCAN'],
      }),
      num_assets_per_chunk: 500,
      created: clock.now(),
    }],
  });
});

describe('filters', () => {
  test.each([
    ['/assets/export', { sources: ['NESSUS_AGENT'] }, 17],
    ['/assets/export', { updated_at: Date.UTC(2026, 0, 1) / 1000 }, 0],
    ['/assets/export', { 'tag.Location': ['Berlin'] }, 50],
    ['/assets/v2/export', { types: ['host'] }, 50],
    ['/assets/v2/export', { types: ['webapp'] }, 0],
    ['/assets/v2/export', { since: 1 }, 50],
  ])('%s with %j selects %d of 50', (path, filters, count) => {
    const { simulator } = openInProcessLab({ pollsUntilReady: 1, recordsPerChunk: 100 });
    const uuid = startExport(simulator, path, { chunk_size: 100, filters });
    ask(simulator, 'GET', `/assets/export/${uuid}/status`);
    const { json } = ask(simulator, 'GET', `/assets/export/${uuid}/chunks/1`);
    expect(Array.isArray(json) ? json.length : 0).toBe(count);
  });

  test.each(['created_at', 'first_scan_time', 'updated_at', 'last_assessed', 'last_authenticated_scan_time'])('%s selects a part', (name) => {
    const { simulator } = openInProcessLab({ pollsUntilReady: 1, recordsPerChunk: 100 });
    const day = name === 'created_at' || name === 'first_scan_time' ? Date.UTC(2025, 9, 15) : Date.UTC(2025, 11, 20);
    const uuid = startExport(simulator, '/assets/export', { chunk_size: 100, filters: { [name]: day / 1000 } });
    ask(simulator, 'GET', `/assets/export/${uuid}/status`);
    const { json } = ask(simulator, 'GET', `/assets/export/${uuid}/chunks/1`);
    const assets = json as readonly Readonly<Record<string, string>>[]; // as all chunks are
    expect(assets.length).toBeGreaterThan(0);
    expect(assets.length).toBeLessThan(50);
    expect(assets.every(({ created_at, updated_at }) => Date.parse((day > Date.UTC(2025, 11, 1) ? updated_at : created_at) ?? '') >= day)).toBe(true);
  });
});

describe('the second form', () => {
  test('is of the same assets, nested and without members that have no value', () => {
    const { simulator } = openInProcessLab({ pollsUntilReady: 1 });
    const fetched = ['/assets/export', '/assets/v2/export'].map((path) => {
      const uuid = startExport(simulator, path, { chunk_size: 100 });
      ask(simulator, 'GET', `/assets/export/${uuid}/status`);
      return ask(simulator, 'GET', `/assets/export/${uuid}/chunks/1`).json as readonly Readonly<Record<string, unknown>>[]; // as all chunks are
    });
    const [first = [], second = []] = fetched;
    expect(second.map(({ id }) => id)).toStrictEqual(first.map(({ id }) => id));
    expect(second[0]).toMatchObject({ types: ['host'], network: { fqdns: first[0]?.['fqdns'] }, timestamps: { created_at: first[0]?.['created_at'] } });
    expect(JSON.stringify(second)).not.toMatch(/null|\[\]/);
  });

  test('shares what follows the request: status, chunks, cancel and list are those of the first', () => {
    const { simulator } = openInProcessLab();
    const uuid = startExport(simulator, '/assets/v2/export', { chunk_size: 100 });
    expect(ask(simulator, 'GET', `/assets/export/${uuid}/status`)).toMatchObject({ status: 200, json: { status: 'QUEUED', chunks_available: [] } });
    expect(ask(simulator, 'GET', `/assets/v2/export/${uuid}/status`).status).toBe(404);
    expect(ask(simulator, 'POST', `/assets/export/${uuid}/cancel`)).toMatchObject({ status: 200, json: { status: 'CANCELLED' } });
    expect(ask(simulator, 'GET', '/assets/export/status').json).toMatchObject({ exports: [{ uuid, status: 'CANCELLED' }] });
  });
});
