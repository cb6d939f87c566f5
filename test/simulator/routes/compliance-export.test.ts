import { expect, test } from 'vitest';

import { expectErr, expectOk } from '../../support/expect-result.js';
import { collectJob, openInProcessLab } from '../simulator-lab.js';

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
