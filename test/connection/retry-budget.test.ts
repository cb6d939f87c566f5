import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import { createSimulator, createVirtualClock, faults } from 'tenable-result/simulator';

import { createRetryBudget } from '../../src/connection/retry-budget.js';
import { expectOk } from '../support/expect-result.js';

describe('a budget', () => {
  test('never holds back a call that is alone', () => {
    const budget = createRetryBudget();
    budget.begin();
    expect(Array.from({ length: 50 }, () => budget.take())).not.toContain(false);
  });

  test('gives back what a call spent that came through, and no more than it holds', () => {
    const budget = createRetryBudget();
    for (let call = 0; call < 20; call += 1) {
      budget.begin();
      budget.begin();
      expect([budget.take(), budget.take(), budget.take()]).toStrictEqual([true, true, true]);
      budget.end(true, 3);
      budget.end(true, 0);
    }
  });

  test('in an outage gives at most five repetitions and one more for ten calls, however calls overlap', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('begin', 'take'), { maxLength: 2000 }), (steps) => {
      const budget = createRetryBudget();
      budget.begin(); // two calls that never end: nobody is alone
      budget.begin();
      const counts = { begin: 2, take: 0 };
      for (const step of steps) {
        if (step === 'begin') budget.begin();
        if (step === 'begin' || budget.take()) counts[step] += 1;
      }
      expect(counts.take).toBeLessThanOrEqual(5 + counts.begin / 10);
    }));
  });
});

describe('fifty callers against a service that fails at everything', () => {
  test.each([['call once each', false], ['call again and again for a minute', true]])('who %s send at most 1.2 times their first attempts', async (_title, again) => {
    const clock = createVirtualClock();
    const simulator = createSimulator({ clock });
    simulator.script(faults.unavailable({ times: Number.POSITIVE_INFINITY }));
    const vm = expectOk(createVmClient({ accessKey: simulator.accessKey, secretKey: simulator.secretKey, transport: simulator.transport, clock }));
    const endMs = clock.now() + 60_000;
    let firstAttempts = 0;
    const call = async (): Promise<void> => {
      do {
        firstAttempts += 1;
        const result = await vm.session.details();
        expect(result.isErr() && result.error._tag).toBe('RetryError');
        await new Promise<void>((resolve) => clock.schedule(5_000, resolve));
      } while (again && clock.now() < endMs);
    };
    await clock.settle(Promise.all(Array.from({ length: 50 }, call)));
    expect(simulator.requests().length).toBeLessThanOrEqual(1.2 * firstAttempts);
    expect(simulator.requests().length).toBeGreaterThan(firstAttempts);
  }, 30_000);
});
