import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import type { ApiKeyConfig, TenableError, VmClient } from 'tenable-result';
import { createSimulator, createVirtualClock, faults } from 'tenable-result/simulator';
import type { VirtualClock } from 'tenable-result/simulator';

import { createGate } from '../../src/connection/gate.js';
import type { Gate } from '../../src/connection/gate.js';
import { expectOk, expectTag } from '../support/expect-result.js';
import { startServer } from '../support/loopback-server.js';
import { createLimiter, limiterKinds } from '../support/rate-limiter.js';
import type { LimiterKind } from '../support/rate-limiter.js';
import { createLimitedTransport } from '../support/limited-transport.js';

const keys = { accessKey: 'a', secretKey: 'b' };
const ready = '{"code":200,"status":"ready"}';

/** `total` calls, at most `atATime` of them side by side, as a program with a limit of its own makes them. */
async function callAll(vm: VmClient, total: number, atATime: number): Promise<readonly (TenableError | null)[]> {
  const ends: (TenableError | null)[] = [];
  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun < total) {
      begun += 1;
      const result = await vm.server.status();
      ends.push(result.isErr() ? result.error : null);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return ends;
}

interface Schedule {
  readonly kind: LimiterKind;
  readonly limit: number;
  readonly windowMs: number;
  readonly atATime: number;
  readonly total: number;
  readonly latencyMs: number;
}

/** The schedule under virtual time. */
async function observe({ atATime, kind, latencyMs, limit, total, windowMs }: Schedule, config: ApiKeyConfig = {}): Promise<{
  readonly failures: readonly TenableError[]; readonly requests: number; readonly intoPauses: number;
}> {
  const clock = createVirtualClock();
  const limiter = createLimiter(kind, limit, windowMs);
  const { intoPauses, requests, transport } = createLimitedTransport(clock, limiter, latencyMs, ready);
  const vm = expectOk(createVmClient({ ...keys, transport, clock, ...config }));
  const ends = await clock.settle(callAll(vm, total, atATime));
  return { failures: ends.filter((error) => error !== null), requests: requests(), intoPauses: intoPauses() };
}

describe('a rate limit is "later" and not "no"', () => {
  test.each([[10, 10], [5, 20], [20, 10], [50, 100], [90, 100]])('a service that takes %i a second gets 100 calls, %i at a time, through a real port with default options: all come through, with at most a tenth more requests', async (limit, atATime) => {
    const limiter = createLimiter('fixed-window', limit, 1_000);
    let requests = 0;
    const url = await startServer((_request, response) => {
      requests += 1;
      const retryAfterS = limiter.take(performance.now());
      if (retryAfterS === null) response.writeHead(200, { 'content-type': 'application/json' }).end(ready);
      else response.writeHead(429, { 'retry-after': String(retryAfterS), 'content-type': 'text/html' }).end('<html>429 Too Many Requests</html>');
    });
    const ends = await callAll(expectOk(createVmClient({ url, ...keys })), 100, atATime);
    expect(ends.filter((error) => error !== null)).toStrictEqual([]);
    expect(requests).toBeLessThanOrEqual(110);
  }, 60_000);

  test('whatever the limit, the callers and the latency: all come through, and few requests more are sent', async () => {
    const schedule: fc.Arbitrary<Schedule> = fc.record({
      kind: fc.constantFrom(...limiterKinds),
      limit: fc.integer({ min: 3, max: 60 }),
      windowMs: fc.constantFrom(1_000, 2_000, 5_000),
      atATime: fc.integer({ min: 1, max: 120 }),
      total: fc.constantFrom(50, 100, 150),
      latencyMs: fc.constantFrom(1, 20, 150),
    }).filter(({ limit, total, windowMs }) => (total / limit) * windowMs < 50_000);
    await fc.assert(fc.asyncProperty(schedule, async (given) => {
      const { failures, requests, intoPauses } = await observe(given);
      expect(failures).toStrictEqual([]);
      expect(requests).toBeLessThanOrEqual(given.total + Math.max(12, given.total * 0.15));
      expect(intoPauses).toBe(0);
    }), { numRuns: 25 });
  }, 120_000);

  test('a call that its deadline ends while it waits says that it was not sent; one that its caller aborts, too', async () => {
    const clock = createVirtualClock();
    const simulator = createSimulator({ clock });
    simulator.script(faults.rateLimited({ retryAfterS: 30 }));
    const events: unknown[] = [];
    const vm = expectOk(createVmClient({ ...simulator, clock, hooks: { onWait: (event) => events.push(event), onRetry: (event) => events.push(event) } }));
    const first = vm.server.status();
    await clock.advance(10);
    const controller = new AbortController();
    const late = vm.server.status({}, { deadlineMs: 5_000 });
    const aborted = vm.server.status({}, { signal: controller.signal });
    await clock.advance(20);
    controller.abort();
    expect(expectTag(await aborted, 'ConnectionError')).toMatchObject({ reason: 'aborted', delivery: 'not-sent', attempts: 0 });
    expect(expectTag(await clock.settle(late), 'ConnectionError')).toMatchObject({ reason: 'timeout', delivery: 'not-sent', attempts: 0 });
    expectOk(await clock.settle(first));
    expect(events).toMatchObject([{ operation: 'server.status', retry: 1, waitMs: 30_000 }, { operation: 'server.status', waitedMs: 30_000 }]);
    expect(clock.pendingTimers()).toBe(0);
    expect(simulator.requests()).toHaveLength(2);
  });

  test.each([
    ['a duplicate export', '{"status":429,"message":"Duplicate export not allowed."}'],
    ['too many exports at a time', '{"error":"Too many concurrent requests"}'],
    ['too many scans', '{"error":"You have more than 25 scans running"}'],
  ])('but %s, which has the same status, holds up no other call', async (_title, body) => {
    let answers = 0;
    const url = await startServer((_request, response) => {
      answers += 1;
      if (answers === 1) response.writeHead(429, { 'retry-after': '60', 'content-type': 'application/json' }).end(body);
      else response.writeHead(200, { 'content-type': 'application/json' }).end(ready);
    });
    const vm = expectOk(createVmClient({ url, ...keys, deadlineMs: 10_000 }));
    expect(expectTag(await vm.server.status(), 'RetryError').code).toBe(429);
    expectOk(await vm.server.status());
  });
});

describe('a service that answers 429 to everything', () => {
  test.each([[0], [1], [30]])('with Retry-After %i is not stormed by fifty callers', async (retryAfterS) => {
    const clock = createVirtualClock();
    const simulator = createSimulator({ clock });
    simulator.script(faults.rateLimited({ retryAfterS, times: Number.POSITIVE_INFINITY }));
    const vm = expectOk(createVmClient({ ...simulator, clock }));
    const ends = await clock.settle(Promise.all(Array.from({ length: 50 }, () => vm.server.status())));
    for (const end of ends) expect(['RetryError', 'ConnectionError']).toContain(end.isErr() ? end.error._tag : 'Ok');
    expect(simulator.requests().length).toBeLessThanOrEqual(20);
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('a gate', () => {
  const enterAll = (gate: Gate, count: number): (number | null)[] => {
    const passed: (number | null)[] = [];
    for (let at = 0; at < count; at += 1) void Promise.resolve(gate.enter(new AbortController().signal, false)).then((waitedMs) => passed.push(waitedMs));
    return passed;
  };
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const openGate = (maxConcurrency: number): { readonly gate: Gate; readonly clock: VirtualClock } => {
    const clock = createVirtualClock();
    return { clock, gate: createGate({ clock, maxConcurrency }) };
  };

  test('lets as many pass as may be under way, and one more for each that leaves', async () => {
    const { gate } = openGate(3);
    const passed = enterAll(gate, 10);
    await turn();
    expect(passed).toHaveLength(3);
    for (let left = 1; left <= 7; left += 1) {
      gate.leave('failed');
      await turn();
      expect(passed).toHaveLength(3 + left);
    }
  });

  test('lets five pass at first, and more while all is well, up to the most that it was told', async () => {
    const { gate } = openGate(12);
    const passed = enterAll(gate, 2_000);
    await turn();
    const widths = new Set<number>();
    for (let left = 0; left < 1_900; left += 1) {
      gate.leave('accepted');
      await turn();
      widths.add(passed.length - left - 1);
    }
    expect([...widths]).toStrictEqual([5, 6, 7, 8, 9, 10, 11, 12]);
  }, 60_000);

  test('opens also where its time comes between two looks at the clock', async () => {
    let nowMs = 0;
    const timers: (() => void)[] = [];
    const clock = { now: () => (nowMs += 0.4), schedule: (_delayMs: number, run: () => void) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    } };
    for (let startMs = 0; startMs < 3; startMs += 0.1) {
      nowMs = startMs;
      const gate = createGate({ clock, maxConcurrency: 1 });
      expect(gate.enter(new AbortController().signal, false)).toBe(0);
      gate.leave({ pauseMs: 2 });
      const passed = Promise.resolve(gate.enter(new AbortController().signal, true));
      while (timers.length > 0) timers.shift()?.();
      expect(await passed).toBeGreaterThanOrEqual(0);
    }
  });

  test('lets those pass first that were sent before', async () => {
    const { clock, gate } = openGate(1);
    const order: string[] = [];
    const enter = (name: string, again: boolean): void => {
      void Promise.resolve(gate.enter(new AbortController().signal, again)).then(() => order.push(name));
    };
    enter('first', false);
    gate.leave({ pauseMs: 1_000 });
    enter('new', false);
    enter('again', true);
    await clock.advance(1_000);
    gate.leave('accepted');
    await turn();
    expect(order).toStrictEqual(['first', 'again', 'new']);
  });

  test('takes 20,000 callers who all give up within moments', async () => {
    const { clock, gate } = openGate(1);
    void gate.enter(new AbortController().signal, false);
    const controllers = Array.from({ length: 20_000 }, () => new AbortController());
    const waits = controllers.map(({ signal }) => gate.enter(signal, false));
    const startedAtMs = performance.now();
    for (const controller of controllers) controller.abort();
    expect(new Set(await Promise.all(waits.map((wait) => Promise.resolve(wait))))).toStrictEqual(new Set([null]));
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    expect(clock.pendingTimers()).toBe(0);
  });
});

test.each([0, 257, Number.NaN, '4'])('maxConcurrency: %s is refused when the client is made', (maxConcurrency) => {
  const created = createVmClient({ ...keys, maxConcurrency: maxConcurrency as number });
  expect(expectTag(created, 'UnexpectedValueError').issues).toMatchObject([{ path: 'maxConcurrency' }]);
});
