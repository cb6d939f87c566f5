/** Somebody sets the clock of the machine while things are under way: nothing ends by it, and nothing is counted by it. */
import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { Clock } from 'tenable-result';
import { createVmClient } from 'tenable-result';
import { createSimulator, createVirtualClock } from 'tenable-result/simulator';
import type { VirtualClock } from 'tenable-result/simulator';

import { expectOk } from '../support/expect-result.js';
import { createScript } from '../support/scripted-transport.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const day = 86_400_000;
const jumps = [day, -day, 40 * 365 * day, -3_600_000];

/** A clock whose wall is set by `jumpMs` from `afterMs` on. */
function createSetClock(steady: VirtualClock, jumpMs: number, afterMs: number): Clock {
  const startedAtMs = steady.now();
  return { schedule: steady.schedule, elapsed: steady.now, now: () => steady.now() + (steady.now() - startedAtMs >= afterMs ? jumpMs : 0) };
}

describe.each(jumps)('a wall clock that is set by %i ms', (jumpMs) => {
  const open = (answers: readonly ScriptedAnswer[], afterMs: number) => {
    const steady = createVirtualClock();
    const script = createScript(answers);
    const config = { accessKey: 'a', secretKey: 's', transport: script.transport, clock: createSetClock(steady, jumpMs, afterMs), random: () => 1 };
    return { steady, vm: expectOk(createVmClient(config)) };
  };

  test('ends no call before its time, and none after it', async () => {
    const { steady, vm } = open(['silence'], 1000);
    const startedAtMs = steady.now();
    expect(await steady.settle(vm.scans.details({ scan_id: 1 }, { deadlineMs: 30_000 }))).toMatchObject({ error: { _tag: 'ConnectionError', reason: 'timeout' } });
    expect(steady.now() - startedAtMs).toBe(30_000);
  });

  test('keeps no call from its repetitions', async () => {
    const { steady, vm } = open([{ status: 503 }, { status: 503 }, { status: 404 }], 500);
    expect(await steady.settle(vm.scans.details({ scan_id: 1 }))).toMatchObject({ error: { _tag: 'NotFoundError' } });
  });

  test('ends no export, and is in none of its figures', async () => {
    const steady = createVirtualClock();
    const { accessKey, secretKey, transport } = createSimulator({ clock: steady, vulns: 200, recordsPerChunk: 20, pollsUntilReady: 5 });
    const vm = expectOk(createVmClient({ accessKey, secretKey, transport, clock: createSetClock(steady, jumpMs, 3000) }));
    const startedAtMs = steady.now();
    const elapsed: number[] = [];
    const summary = await steady.settle(vm.exports.vulns({}, { timeoutMs: 600_000, onProgress: ({ elapsedMs }) => elapsed.push(elapsedMs) }).forEachChunk(() => ok(undefined)));
    expect(summary).toMatchObject(ok({ records: 200, elapsedMs: steady.now() - startedAtMs }));
    expect(elapsed).toStrictEqual(elapsed.toSorted((a, b) => a - b));
    expect(Math.max(...elapsed)).toBeLessThanOrEqual(steady.now() - startedAtMs);
  });
});
