import { expect, test } from 'vitest';

import { expectErr, expectOk } from '../../../support/expect-result.js';
import { ask, collectJob, openInProcessLab, startExport } from '../simulator-lab.js';

test('a job gives each finding once: two for each asset', async () => {
  const { settle, vm } = openInProcessLab({ recordsPerChunk: 30 });
  const { error, records } = await settle(collectJob(vm.exports.compliance()));
  expect(error).toBeNull();
  expect(new Set(records.map((record) => `${String(record.asset_uuid)} ${String(record.check_id)}`)).size).toBe(100);
});

test('a job that has no chunks yet says nothing of them; READY announces the first', async () => {
  const { settle, vm } = openInProcessLab();
  const { export_uuid } = expectOk(await settle(vm.complianceExport.create()));
  const seen: unknown[] = [];
  for (let poll = 1; poll <= 4; poll += 1) {
    const { chunks_available, status } = expectOk(await settle(vm.complianceExport.status({ export_uuid })));
    seen.push([status, chunks_available]);
  }
  expect(seen).toStrictEqual([['PROCESSING', undefined], ['PROCESSING', undefined], ['READY', [2]], ['FINISHED', [2, 1]]]);
});

test('a request without a body is 415', () => {
  const { simulator } = openInProcessLab();
  const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
  expect(simulator.handle({ method: 'POST', url: '/compliance/export', headers })).toMatchObject({ status: 415 });
  expect(simulator.handle({ method: 'POST', url: '/compliance/export', headers, body: '{"filters":1}' })).toMatchObject({ status: 400 });
});

test('the same filters may run twice; errors are in words of their own', async () => {
  const { settle, vm } = openInProcessLab({ pollsUntilReady: 1 });
  const { export_uuid } = expectOk(await settle(vm.complianceExport.create()));
  expectOk(await settle(vm.complianceExport.create()));
  expectOk(await settle(vm.complianceExport.status({ export_uuid })));
  expect(expectErr(await settle(vm.complianceExport.cancel({ export_uuid })))).toMatchObject({ detail: 'Cannot cancel finished export' });
  expect(expectErr(await settle(vm.complianceExport.status({ export_uuid: 'nothing' })))).toMatchObject({ detail: "Export 'nothing' does not exist" });
});

test('a status that has chunks tells what was asked for, as it was asked for', () => {
  const { clock, simulator } = openInProcessLab({ pollsUntilReady: 1, vulns: 40 });
  const filters = { compliance_results: ['FAILED'], state: ['open'] };
  const uuid = startExport(simulator, '/compliance/export', { num_findings: 100, filters });
  expect(ask(simulator, 'GET', `/compliance/export/${uuid}/status`).json).toStrictEqual({
    uuid,
    status: 'FINISHED',
    chunks_available: [1],
    chunks_failed: [],
    chunks_cancelled: [],
    chunks_available_count: 1,
    empty_chunks_count: 0,
    finished_chunks: 1,
    filters,
    num_findings: 100,
    created: clock.now(),
  });
});

test('a status that has no chunks yet is a bare one, and the list tells more of the same job', () => {
  const { simulator } = openInProcessLab();
  const uuid = startExport(simulator, '/compliance/export');
  expect(ask(simulator, 'GET', `/compliance/export/${uuid}/status`).json).toStrictEqual({ status: 'PROCESSING' });
  expect(ask(simulator, 'GET', '/compliance/export/status').json).toMatchObject({ exports: [{ uuid, status: 'PROCESSING', filters: {}, chunks_available: [] }] });
});

test.each([
  [{ compliance_results: ['PASSED'] }, 50],
  [{ compliance_results: ['FAILED'], state: ['OPEN'] }, 50],
  [{ state: ['FIXED'] }, 0],
  [{ plugin_id: [900_201] }, 100],
  [{ first_seen: 1, last_seen: Date.UTC(2026, 0, 1) / 1000 }, 0],
  [{ tags: [{ category: 'Location', values: ['Berlin'] }] }, 100],
])('%j selects %d of 100', (filters, count) => {
  const { simulator } = openInProcessLab({ pollsUntilReady: 1, recordsPerChunk: 100 });
  const uuid = startExport(simulator, '/compliance/export', { filters });
  ask(simulator, 'GET', `/compliance/export/${uuid}/status`);
  const { json } = ask(simulator, 'GET', `/compliance/export/${uuid}/chunks/1`);
  expect(Array.isArray(json) ? json.length : 0).toBe(count);
});

test.each(['first_seen', 'last_seen', 'last_observed', 'indexed_at', 'since'])('%s selects a part', (name) => {
  const { simulator } = openInProcessLab({ pollsUntilReady: 1, recordsPerChunk: 100 });
  const day = name === 'first_seen' ? Date.UTC(2025, 9, 15) : Date.UTC(2025, 11, 20);
  const uuid = startExport(simulator, '/compliance/export', { filters: { [name]: day / 1000 } });
  ask(simulator, 'GET', `/compliance/export/${uuid}/status`);
  const findings = ask(simulator, 'GET', `/compliance/export/${uuid}/chunks/1`).json as readonly Readonly<Record<string, string>>[]; // as all chunks are
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThan(100);
  expect(findings.every((finding) => Date.parse(finding[name === 'since' ? 'last_seen' : name] ?? '') >= day)).toBe(true);
});
