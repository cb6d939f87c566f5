import { expect, test } from 'vitest';

import { expectErr, expectOk } from '../../support/expect-result.js';
import { collectJob, openInProcessLab } from '../simulator-lab.js';

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

test.each(['{}', '{"chunk_size":99}', '{"chunk_size":10001}', '{"chunk_size":100,"filters":7}'])('%s is refused', (body) => {
  const { simulator } = openInProcessLab();
  const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
  expect(simulator.handle({ method: 'POST', url: '/assets/export', headers, body })).toMatchObject({ status: 400 });
});
