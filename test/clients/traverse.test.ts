import fc from 'fast-check';
import { ResultAsync, err, errAsync, ok, okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { traverse } from 'tenable-result';
import type { TraverseOptions } from 'tenable-result';

import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import { sleep } from '../../src/transport/clock.js';
import { expectErr, expectOk } from '../support/expect-result.js';

type Outcome = 'ok' | 'fails' | 'throws';

interface Job {
  readonly lastsMs: number;
  readonly outcome: Outcome;
  /** Whether it goes on although it is aborted. */
  readonly isDeaf: boolean;
}

const jobOf = fc.record<Job>({ lastsMs: fc.nat(20), outcome: fc.constantFrom('ok', 'ok', 'ok', 'ok', 'fails', 'throws'), isDeaf: fc.boolean() });
const good: Job = { lastsMs: 1, outcome: 'ok', isDeaf: false };

/** What traverse makes of jobs, in virtual time. */
async function observe(jobs: readonly Job[], options: TraverseOptions): Promise<{
  readonly result: Awaited<ReturnType<typeof traverse<Job, number, string>>>;
  readonly started: readonly number[];
  readonly mostAtOnce: number;
}> {
  const clock = createVirtualClock(0);
  const started: number[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const call = (job: Job, signal: AbortSignal): ResultAsync<number, string> => {
    const id = jobs.indexOf(job);
    started.push(id);
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    const work = sleep(clock, job.lastsMs, job.isDeaf ? new AbortController().signal : signal).then(() => {
      running -= 1;
      if (signal.aborted && !job.isDeaf) return err('aborted');
      if (job.outcome === 'throws') throw new Error('thrown');
      return job.outcome === 'ok' ? ok(id) : err(`failed ${id}`);
    });
    return new ResultAsync(work);
  };
  const result = await clock.settle(traverse(jobs, call, options));
  return { result, started, mostAtOnce };
}

describe('traverse', () => {
  test('keeps the order, never has more under way than allowed, and starts nothing after a failure', async () => {
    await fc.assert(fc.asyncProperty(fc.array(jobOf, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), async (made, concurrency) => {
      const jobs = made.map((job) => ({ ...job })); // each its own object
      const { mostAtOnce, result, started } = await observe(jobs, { concurrency });
      expect(mostAtOnce).toBeLessThanOrEqual(concurrency);
      expect(started).toStrictEqual(started.map((_, at) => at));
      const firstBad = jobs.findIndex(({ outcome }) => outcome !== 'ok');
      if (firstBad < 0) expect(expectOk(result)).toStrictEqual(jobs.map((_, id) => id));
      else expect(expectErr(result)).not.toBe('aborted');
    }), { numRuns: 100 });
  });

  test('starts no further call after a failure, even where those under way take no notice of the abort', async () => {
    const jobs: readonly Job[] = [{ ...good, outcome: 'fails' }, { lastsMs: 5, outcome: 'ok', isDeaf: true }, { ...good }, { ...good }];
    const { result, started } = await observe(jobs, { concurrency: 2 });
    expect(expectErr(result)).toBe('failed 0');
    expect(started).toStrictEqual([0, 1]);
  });

  test('gives the failure that came first, not those that its abort caused', async () => {
    const jobs: readonly Job[] = [{ ...good, lastsMs: 50 }, { lastsMs: 5, outcome: 'fails', isDeaf: false }, { ...good, lastsMs: 60 }];
    expect(expectErr((await observe(jobs, { concurrency: 3 })).result)).toBe('failed 1');
  });

  test('takes a failure without a value for a failure', async () => {
    expect(await traverse([1], () => errAsync(undefined))).toMatchObject({ error: undefined });
    expect((await traverse([1], () => errAsync(undefined))).isErr()).toBe(true);
  });

  test('is done at once where there is nothing to do', async () => {
    expect(expectOk(await traverse([], () => okAsync(1)))).toStrictEqual([]);
  });

  test.each([[0, 1], [-3, 1], [NaN, 1], [2.9, 2], [1e9, 10], [undefined, 4]])('takes a concurrency of %s for %i', async (concurrency, most) => {
    const jobs = Array.from({ length: 10 }, () => ({ ...good }));
    expect((await observe(jobs, concurrency === undefined ? {} : { concurrency })).mostAtOnce).toBe(most);
  });
});

describe('a signal', () => {
  test('aborts the calls under way and starts no further ones', async () => {
    const clock = createVirtualClock(0);
    const controller = new AbortController();
    const started: number[] = [];
    const call = (item: number, signal: AbortSignal): ResultAsync<number, string> => {
      started.push(item);
      return new ResultAsync(sleep(clock, 10, signal).then(() => (signal.aborted ? err('aborted') : ok(item))));
    };
    clock.schedule(15, () => { controller.abort(); });
    expect(expectErr(await clock.settle(traverse([1, 2, 3, 4, 5, 6], call, { concurrency: 2, signal: controller.signal })))).toBe('aborted');
    expect([started, clock.now(), clock.pendingTimers()]).toStrictEqual([[1, 2, 3, 4], 15, 0]);
  });

  test.each(['before', 'during'])('that aborts %s the work ends it, even where calls take no notice', async (when) => {
    const controller = new AbortController();
    const started: number[] = [];
    if (when === 'before') controller.abort();
    const call = (item: number): ResultAsync<number, never> => {
      started.push(item);
      controller.abort();
      return okAsync(item);
    };
    expect(expectErr(await traverse([1, 2, 3], call, { concurrency: 1, signal: controller.signal }))).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
    expect(started).toStrictEqual(when === 'before' ? [] : [1]);
  });
});

describe('calls that are hostile', () => {
  test.each<readonly [string, () => unknown]>([
    ['throw', (): never => { throw new Error('hostile'); }], ['reject', () => Promise.reject(new Error('hostile'))], ['give nothing', () => undefined],
    ['give a bare value', () => Promise.resolve(7)], ['give a thenable that throws', () => ({ then: (): never => { throw new Error('hostile'); } })],
  ])('end as TenableException where they %s', async (_title, call) => {
    expect(expectErr(await traverse([1, 2, 3], call as () => ResultAsync<number, never>))).toMatchObject({ _tag: 'TenableException' });
  });

  test('so do items and options that are none', async () => {
    for (const [items, options] of [[null, {}], [7, {}], [[1], null], [[1], { signal: 7 }]] as const) {
      expect(expectErr(await traverse(items as never, () => okAsync(1), options as never))).toMatchObject({ _tag: 'TenableException' });
    }
  });
});
