import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createChunkPlan } from '../../../src/simulator/vm/chunk-plan.js';
import { unknownStatus, viewJob } from '../../../src/simulator/vm/export-outcome.js';
import type { ExportOutcome } from '../../../src/simulator/vm/chunk-plan.js';
import type { JobProgress } from '../../../src/simulator/vm/export-outcome.js';

const toJob = (outcome: ExportOutcome, more: Partial<JobProgress> = {}, parts = 4): JobProgress => ({
  plan: createChunkPlan(outcome, parts), outcome, polls: 0, pollsUntilReady: 4, cancelledAtPoll: null, ...more,
});

describe('a job that finishes', () => {
  test.each([
    [0, 'QUEUED', []],
    [1, 'QUEUED', []],
    [2, 'PROCESSING', []],
    [3, 'PROCESSING', [2, 4]],
    [4, 'FINISHED', [2, 4, 1, 3]],
    [5, 'FINISHED', [2, 4, 1, 3]],
  ])('at poll %d is %s with chunks %j', (polls, status, available) => {
    expect(viewJob(toJob('finished', { polls }))).toStrictEqual({ status, available, failed: [], cancelled: [], reason: null, isListed: true });
  });

  test('is ready at the first poll where that is asked for', () => {
    expect(viewJob(toJob('finished', { polls: 1, pollsUntilReady: 1 }))).toMatchObject({ status: 'FINISHED', available: [2, 4, 1, 3] });
  });

  test.each(['finished', 'error', 'cancelled', 'chunks-failed', 'out-of-order'] as const)('may have no chunks at all: %s', (outcome) => {
    expect(viewJob(toJob(outcome, { polls: 4 }, 0))).toMatchObject({ available: [], failed: [], cancelled: [] });
  });
});

describe('other ends', () => {
  test.each<readonly [ExportOutcome, number, object]>([
    ['error', 4, { status: 'ERROR', available: [2, 4], failed: [], cancelled: [1, 3], reason: 'The export could not be completed' }],
    ['cancelled', 4, { status: 'CANCELLED', available: [2, 4], cancelled: [1, 3], reason: null }],
    ['chunks-failed', 4, { status: 'FINISHED', available: [2, 4, 1], failed: [3], reason: '1 of 4 chunks failed to process' }],
    ['queued', 1_000_000, { status: 'QUEUED', available: [] }],
    ['empty-chunk', 4, { status: 'FINISHED', available: [2, 4, 1, 3, 5] }],
    ['out-of-order', 5, { status: 'FINISHED', available: [8, 1, 5, 4] }],
    ['no-chunks-available', 4, { status: 'FINISHED', available: [2, 4, 1, 3], isListed: true }],
    ['unknown-status', 4, { status: 'FINISHED', available: [2, 4, 1, 3] }],
  ])('%s, at poll %d: %o', (outcome, polls, view) => {
    expect(viewJob(toJob(outcome, { polls }))).toMatchObject(view);
  });

  test('cancelled by the caller: what was ready then stays', () => {
    expect(viewJob(toJob('finished', { polls: 9, cancelledAtPoll: 3 }))).toMatchObject({ status: 'CANCELLED', available: [2, 4], cancelled: [1, 3] });
  });

  test('cancelled by the caller while it was in the queue: nothing is ready, however often it was asked for', () => {
    expect(viewJob(toJob('queued', { polls: 50, cancelledAtPoll: 40 }))).toMatchObject({ status: 'CANCELLED', available: [], cancelled: [2, 4, 1, 3] });
  });
});

describe('on the way', () => {
  test('out-of-order announces one chunk with each poll, the last of them first', () => {
    const seen = [1, 2, 3, 4, 5].map((polls) => viewJob(toJob('out-of-order', { polls, pollsUntilReady: 1 })));
    expect(seen.map(({ available, status }) => [status, available])).toStrictEqual([
      ['QUEUED', []], ['PROCESSING', [8]], ['PROCESSING', [8, 1]], ['PROCESSING', [8, 1, 5]], ['FINISHED', [8, 1, 5, 4]],
    ]);
  });

  test('no-chunks-available says nothing of chunks until it is finished, and it is seen to do so at least once', () => {
    const seen = [1, 2].map((polls) => viewJob(toJob('no-chunks-available', { polls, pollsUntilReady: 1 })));
    expect(seen.map(({ isListed, status }) => [status, isListed])).toStrictEqual([['PROCESSING', false], ['FINISHED', true]]);
  });

  test('unknown-status has a word of its own while chunks appear', () => {
    const seen = [1, 3, 4].map((polls) => viewJob(toJob('unknown-status', { polls })));
    expect(seen.map(({ available, status }) => [status, available.length])).toStrictEqual([[unknownStatus, 0], [unknownStatus, 2], ['FINISHED', 4]]);
  });
});

test('chunks never go away, and each is in one list', () => {
  const outcome = fc.constantFrom<ExportOutcome>(
    'finished', 'error', 'cancelled', 'chunks-failed', 'queued', 'empty-chunk', 'out-of-order', 'no-chunks-available', 'unknown-status',
  );
  fc.assert(fc.property(outcome, fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.nat(50), (which, parts, pollsUntilReady, polls) => {
    const job = toJob(which, { pollsUntilReady, polls }, parts);
    const before = viewJob(job);
    const after = viewJob({ ...job, polls: polls + 1 });
    expect(after.available).toStrictEqual(expect.arrayContaining([...before.available]));
    const all = [...after.available, ...after.failed, ...after.cancelled];
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((chunk) => job.plan.order.includes(chunk))).toBe(true);
  }));
});
