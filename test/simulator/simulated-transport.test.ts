import { expect, test } from 'vitest';

import { faults, scanIds } from 'tenable-result/simulator';

import { expectErr, expectOk } from '../support/expect-result.js';
import { openInProcessLab } from './vm/simulator-lab.js';

test('a slow answer takes virtual time only', async () => {
  const { clock, settle, simulator, vm } = openInProcessLab({}, { deadlineMs: 120_000 });
  simulator.script(faults.slow({ delayMs: 60_000 }));
  const startedAtMs = clock.now();
  expectOk(await settle(vm.session.details()));
  expect(clock.now() - startedAtMs).toBe(60_000);
  expect(clock.pendingTimers()).toBe(0);
});

test('waits between attempts can be read from the requests', async () => {
  const { settle, simulator, vm } = openInProcessLab({}, { retry: { maxRetries: 5 }, deadlineMs: 120_000 });
  simulator.script(faults.rateLimited({ retryAfterS: 30, times: 2 }));
  expectOk(await settle(vm.session.details()));
  const [first = 0, ...later] = simulator.requests().map(({ atMs }) => atMs);
  expect(later.map((atMs) => atMs - first)).toStrictEqual([30_000, 60_000]);
  expect(simulator.requests().map(({ headers }) => headers['x-tio-retry-count'])).toStrictEqual([undefined, '1', '2']);
});

test('a hanging request ends when the caller aborts', async () => {
  const { settle, simulator, vm } = openInProcessLab();
  simulator.script(faults.hang());
  const controller = new AbortController();
  const call = vm.session.details({}, { signal: controller.signal });
  setTimeout(() => {
    controller.abort();
  }, 5);
  expect(expectErr(await settle(call))).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
});

test('a file says its length, and a cut one announces more than comes', async () => {
  const { settle, simulator, vm } = openInProcessLab({ pollsUntilReady: 1 });
  const file = expectOk(await settle(vm.scans.export({ scan_id: scanIds.completed, format: 'csv' })));
  const bytes = expectOk(await settle(file.toBytes()));
  expect(file).toMatchObject({ contentLength: bytes.byteLength, contentType: 'application/octet-stream', filename: 'Example_network_1_101.csv' });
  simulator.script(faults.cutBody({ path: '/scans/{scan_id}/export/{file_id}/download', afterBytes: 1_000_000 }));
  const cut = expectOk(await settle(vm.scans.export({ scan_id: scanIds.completed, format: 'csv' })));
  expect(expectErr(await settle(cut.toBytes()))).toMatchObject({ _tag: 'FileDownloadError', bytesReceived: bytes.byteLength });
});
