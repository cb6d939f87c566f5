/** Whatever goes wrong in whatever order: the result comes, within the deadline, and its tag is a known one. */
import fc from 'fast-check';
import { createVmClient, isTenableErrorTag } from 'tenable-result';
import type { TenableError, VmClient } from 'tenable-result';
import { createSimulator, createVirtualClock, faults } from 'tenable-result/simulator';
import type { Fault } from 'tenable-result/simulator';
import { okAsync } from 'neverthrow';
import type { ResultAsync } from 'neverthrow';
import { expect, test } from 'vitest';

import { expectOk } from './support/expect-result.js';

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.nat(100).map((retryAfterS) => faults.rateLimited({ retryAfterS })),
  fc.constantFrom(
    faults.unavailable(), faults.unavailable({ retryAfterS: 2 }), faults.gatewayTimeout(), faults.serverError(), faults.forbidden(),
    faults.redirect(), faults.teapot(), faults.brokenJson(), faults.emptyBody(), faults.reset(), faults.reset({ isCarriedOut: true }), faults.hang(),
    faults.garbage(), faults.cutBody({ afterBytes: 3 }), faults.stallBody({ afterBytes: 3 }),
  ),
  fc.nat(20_000).map((delayMs) => faults.slow({ delayMs })),
);

const calls: Readonly<Record<string, (vm: VmClient, deadlineMs: number) => ResultAsync<unknown, TenableError>>> = {
  get: (vm, deadlineMs) => vm.session.details({}, { deadlineMs }),
  post: (vm, deadlineMs) => vm.users.create({ username: 'new@example.com', password: 'Correct-Horse-7-Battery', permissions: 32 }, { deadlineMs }),
  list: (vm, deadlineMs) => vm.agents.list({ scanner_id: 1 }, { deadlineMs }).toPage(),
  file: (vm, deadlineMs) => vm.scans.export({ scan_id: 101, format: 'csv' }, { deadlineMs }).andThen((file) => file.toBytes()),
};

test('under any schedule of faults a call ends within its deadline, in Ok or a known tag', async () => {
  const tags = new Map<string, number>();
  await fc.assert(fc.asyncProperty(
    fc.array(fault, { maxLength: 8 }), fc.constantFrom(...Object.keys(calls)), fc.integer({ min: 1, max: 100_000 }),
    async (schedule, name, deadlineMs) => {
      const clock = createVirtualClock();
      const simulator = createSimulator({ clock, pollsUntilReady: 1 });
      schedule.forEach(simulator.script);
      const { accessKey, secretKey, transport } = simulator;
      const vm = expectOk(createVmClient({ accessKey, secretKey, transport, clock, deadlineMs }));
      const startedAtMs = clock.now();
      const result = await clock.settle(calls[name]?.(vm, deadlineMs) ?? okAsync(undefined));
      const tag = result.isErr() ? result.error._tag : 'Ok';
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
      expect(tag === 'Ok' || isTenableErrorTag(tag)).toBe(true);
      // A file has one deadline for its preparation and one for its download.
      expect(clock.now() - startedAtMs).toBeLessThanOrEqual(name === 'file' ? 2 * deadlineMs : deadlineMs);
      expect(clock.pendingTimers()).toBe(0);
    },
  ), { numRuns: 300 });
  console.log('outcomes under random schedules of faults:', Object.fromEntries(tags));
  expect(tags.size).toBeGreaterThan(5);
}, 60_000);
