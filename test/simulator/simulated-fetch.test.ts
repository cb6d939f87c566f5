import { describe, expect, test } from 'vitest';

import { createFetchTransport, createVmClient } from 'tenable-result';
import { createSimulator, createVirtualClock, faults, scanIds } from 'tenable-result/simulator';
import type { Fault } from 'tenable-result/simulator';

import { collectGarbage } from '../support/collect-garbage.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const url = 'https://cloud.tenable.com/server/status';

function open(fault?: Fault): { readonly send: (init?: RequestInit) => Promise<Response>; readonly clock: ReturnType<typeof createVirtualClock> } {
  const clock = createVirtualClock();
  const simulator = createSimulator({ clock });
  if (fault !== undefined) simulator.script(fault);
  const headers = { 'X-ApiKeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
  return { clock, send: (init) => simulator.fetch(new Request(url, { headers, ...init })) };
}

test('answers as fetch does', async () => {
  const response = await open().send();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe('29');
  expect(await response.json()).toStrictEqual({ code: 200, status: 'ready' });
});

test('carries a whole client', async () => {
  const simulator = createSimulator({ pollsUntilReady: 1 });
  const transport = createFetchTransport((to, init) => simulator.fetch(new Request(to, init)));
  const vm = expectOk(createVmClient({ accessKey: simulator.accessKey, secretKey: simulator.secretKey, transport }));
  const file = expectOk(await vm.scans.export({ scan_id: scanIds.completed, format: 'csv' }));
  expect(new TextDecoder().decode(expectOk(await file.toBytes()))).toMatch(/^"Plugin ID","CVE"/);
  expect(expectErr(await vm.scans.details({ scan_id: 999 }))).toMatchObject({ _tag: 'NotFoundError' });
});

describe('faults', () => {
  test.each([
    [faults.reset(), 'ECONNRESET'],
    [faults.garbage(), 'HPE_INVALID_CONSTANT'],
    [{ answer: { _tag: 'Answer', status: 999 } } as const, 'UND_ERR_RESPONSE'],
  ])('%o rejects with %s', async (fault, code) => {
    await expect(open(fault).send()).rejects.toMatchObject({ name: 'TypeError', cause: { code } });
  });

  test('a body that is cut off announces more than comes', async () => {
    const response = await open(faults.cutBody({ afterBytes: 5 })).send();
    expect(response.headers.get('content-length')).toBe('29');
    await expect(response.text()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  test('a status without a body has none', async () => {
    const response = await open({ answer: { _tag: 'Answer', status: 204, body: 'x' } }).send();
    expect([response.status, await response.text()]).toStrictEqual([204, '']);
  });

  test('a slow answer comes when its time has come', async () => {
    const { clock, send } = open(faults.slow({ delayMs: 5_000 }));
    const startedAtMs = clock.now();
    expect((await clock.settle(send())).status).toBe(200);
    expect(clock.now() - startedAtMs).toBe(5_000);
  });

  test.each([faults.hang(), faults.slow({ delayMs: 5_000 })])('%o ends when the request is aborted', async (fault) => {
    const controller = new AbortController();
    const sent = open(fault).send({ signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 10);
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each([['hangs', faults.hang()], ['stalls', faults.stallBody()]])('an answer that %s ends when the request is aborted, also after a collection of garbage', async (_way, fault) => {
    const controller = new AbortController();
    const sent = open(fault).send({ signal: controller.signal }).then((response) => response.text());
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      collectGarbage();
    }
    controller.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a body that stalls ends when the request is aborted', async () => {
    const controller = new AbortController();
    const response = await open(faults.stallBody()).send({ signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 10);
    await expect(response.text()).rejects.toMatchObject({ name: 'AbortError' });
  });
});
