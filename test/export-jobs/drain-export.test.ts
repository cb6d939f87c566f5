import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from 'tenable-result';

import { sleep } from '../../src/transport/clock.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { cancelled, chunk, chunkPath, created, openExportLab, report, toShort, withChunkWatch } from './export-lab.js';

const never = new Promise<never>(() => undefined);
const delays: readonly number[] = [700, 100, 0, 1500, 40];

describe('a function that is given each chunk', () => {
  test.each([1, 2, 3, 6])('has no more than %i chunks under way and in hand, and at times just as many', async (concurrency) => {
    let underWay = 0;
    let peak = 0;
    const begin = (): void => { peak = Math.max(peak, underWay += 1); };
    const { clock, vm } = openExportLab({ chunkDelayMs: 300 }, (transport) => withChunkWatch(transport, begin));
    const taken: number[] = [];
    const summary = await clock.settle(vm.exports.vulns({}, { concurrency }).forEachChunk(async ({ id }, signal) => {
      await sleep(clock, delays[id % delays.length] ?? 0, signal);
      underWay -= 1;
      return ok(taken.push(id));
    }));
    expect(summary.isOk()).toBe(true);
    expect([peak, underWay, taken.toSorted((a, b) => a - b)]).toStrictEqual([concurrency, 0, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
  });

  test('has four of them where nothing is said', async () => {
    const { clock, count, vm } = openExportLab();
    await clock.settle(vm.exports.vulns({}, { timeoutMs: 1000 }).forEachChunk(() => never));
    expect(count('GET', chunkPath)).toBe(4);
  });

  test('holds back the next requests for as long as it is busy', async () => {
    const { clock, count, vm } = openExportLab();
    const running = vm.exports.vulns({}, { concurrency: 3 }).forEachChunk(async (_chunk, signal) => {
      await sleep(clock, 60_000, signal);
      return ok(undefined);
    });
    const counts: number[] = [];
    for (const waitMs of [30_000, 29_999, 1, 60_000]) {
      await clock.advance(waitMs);
      counts.push(count('GET', chunkPath));
    }
    expect(counts).toStrictEqual([3, 3, 6, 9]);
    expect((await clock.settle(running)).isOk()).toBe(true);
  });

  test('learns from the summary what there was', async () => {
    const { clock, simulator, vm } = openExportLab({ chunkDelayMs: 500 });
    const texts: string[] = [];
    const { elapsedMs, ...summary } = expectOk(await clock.settle(vm.exports.vulns({}, { concurrency: 2 }).forEachChunk(({ records }) => ok(texts.push(JSON.stringify(records))))));
    const uuid = simulator.requests().at(-1)?.path.split('/')[3];
    expect(summary).toStrictEqual({ uuid, restart: null, oddRecords: 0, chunks: 10, records: 200, bytes: texts.join('').length });
    expect(elapsedMs).toBe(2500);
  });

  test('starts the job anew with each call', async () => {
    const { clock, count, vm } = openExportLab({ vulns: 20 });
    const job = vm.exports.vulns();
    for (const times of [1, 2]) {
      expect(expectOk(await clock.settle(job.forEachChunk(() => ok(undefined)))).records).toBe(20);
      expect(count('POST', '/vulns/export')).toBe(times);
    }
  });
});

describe('a function that fails', () => {
  test.each<readonly [ExportOptions['onEarlyEnd'], number]>([['cancel', 1], ['detach', 0], [undefined, 1]])(
    'ends the job with its own error: onEarlyEnd %s', async (onEarlyEnd, cancels) => {
      const { clock, count, vm } = openExportLab();
      const job = vm.exports.vulns({}, { concurrency: 1, onEarlyEnd });
      const ended = await clock.settle(job.forEachChunk(({ id }) => (id === 3 ? err({ full: true }) : ok(undefined))));
      expect(expectErr(ended)).toStrictEqual({ full: true });
      expect([job.checkpoint()?.done, count('GET', chunkPath), count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([[1, 2], 3, cancels, 0]);
    });

  test.each<readonly [string, () => never | Promise<never>]>([
    ['throws', () => { throw new Error('full'); }], ['rejects', () => Promise.reject(new Error('full'))],
  ])('is a TenableException where it %s, and the job is cancelled', async (_title, take) => {
    const { clock, count, vm } = openExportLab();
    expect(expectErr(await clock.settle(vm.exports.vulns().forEachChunk(take)))).toMatchObject({ _tag: 'TenableException', operation: 'vulnsExport.create', defect: { message: 'full' } });
    expect([count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([1, 0]);
  });

  test('tells its siblings by their signal, which do not count as done, and their errors are not heard', async () => {
    const { clock, vm } = openExportLab();
    const job = vm.exports.vulns({}, { concurrency: 3 });
    const heard: number[] = [];
    const ended = await clock.settle(job.forEachChunk(async ({ id }, signal) => {
      if (id === 2) await sleep(clock, 1000, signal);
      if (id === 2) return err('the first');
      await sleep(clock, 1_000_000, signal);
      if (signal.aborted) heard.push(id);
      return err('another');
    }));
    expect(expectErr(ended)).toBe('the first');
    expect([heard, job.checkpoint()?.done, clock.pendingTimers()]).toStrictEqual([[1, 3], [], 0]);
  });

  test('ends requests that are under way', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), chunk(1), 'silence', cancelled]);
    expect(expectErr(await client.clock.settle(client.vm.exports.vulns().forEachChunk(() => err('full'))))).toBe('full');
    expect([client.elapsedMs(), client.requests.map(toShort).at(-1), client.clock.pendingTimers()]).toStrictEqual([0, 'POST /cancel', 0]);
  });
});

describe('a function and the end of its job', () => {
  test('that never settles does not keep the job beyond its time', async () => {
    const { clock, count, vm } = openExportLab();
    const startedAtMs = clock.now();
    const job = vm.exports.vulns({}, { concurrency: 3, timeoutMs: 7000 });
    const ended = await clock.settle(job.forEachChunk(({ id }) => (id === 2 ? never : ok(undefined))));
    expect(expectErr(ended)).toMatchObject({ _tag: 'TioExportsTimeout', elapsedMs: 7000, checkpoint: { done: [1, 3, 4, 5, 6, 7, 8, 9, 10], failed: [] } });
    expect([clock.now() - startedAtMs, count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([7000, 1, 0]);
  });

  test.each(['timeout', 'abort'])('that gives up when the job ends does not hide why: %s', async (way) => {
    const { clock, vm } = openExportLab();
    const controller = new AbortController();
    if (way === 'abort') clock.schedule(1000, () => { controller.abort(); });
    const ended = await clock.settle(vm.exports.vulns({}, { timeoutMs: 5000, signal: controller.signal }).forEachChunk(async (_chunk, signal) => {
      await sleep(clock, 1_000_000, signal);
      return signal.aborted ? err('given up') : ok(undefined);
    }));
    expect(expectErr(ended)).toMatchObject(way === 'timeout' ? { _tag: 'TioExportsTimeout' } : { _tag: 'ConnectionError', reason: 'aborted' });
    expect(clock.pendingTimers()).toBe(0);
  });

  test('is not given a chunk any more after the caller has aborted', async () => {
    const { clock, vm } = openExportLab({ chunkDelayMs: 1000 });
    const controller = new AbortController();
    clock.schedule(1500, () => { controller.abort(); });
    const given: number[] = [];
    const ended = await clock.settle(vm.exports.vulns({}, { concurrency: 2, signal: controller.signal }).forEachChunk(({ id }) => ok(given.push(id))));
    expect([given.toSorted(), expectErr(ended)]).toMatchObject([[1, 2], { _tag: 'ConnectionError', reason: 'aborted' }]);
  });

  test('does not see the chunks that failed: they come out as an error after the others', async () => {
    const { clock, vm } = openExportLab({ exportOutcome: 'chunks-failed' });
    let chunks = 0;
    const ended = await clock.settle(vm.exports.vulns().forEachChunk(() => ok((chunks += 1))));
    expect([chunks, expectErr(ended)]).toMatchObject([9, { _tag: 'TioExportsError', reason: 'chunks-failed' }]);
  });
});

test.each([undefined, null, 7, 'x', [], {}, new Map()])('what cannot take a chunk is refused before there is a job: %j', async (given) => {
  const client = createScriptedClient([]);
  const job = client.vm.exports.vulns();
  const taken = await job.forEachChunk(given as never); // no function: that is the test
  expect(taken).toMatchObject({ error: { _tag: 'UnexpectedValueError', operation: 'vulnsExport.create', issues: [{ path: 'take', expected: 'a function' }] } });
  const written = await job.toNdjson(given as never);
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  expect(written).toMatchObject({ error: isObject ? { _tag: 'TenableException' } : { _tag: 'UnexpectedValueError', issues: [{ path: 'destination', expected: 'a function or a WritableStream' }] } });
  expect([job.checkpoint(), client.clock.pendingTimers()]).toStrictEqual([null, 0]);
});
