import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { viewJob } from '../../src/simulator/export-outcome.js';
import type { ExportOutcome, JobProgress } from '../../src/simulator/export-outcome.js';

const job: JobProgress = { totalChunks: 4, outcome: 'finished', polls: 0, pollsUntilReady: 4, cancelledAtPoll: null };

describe('a job that finishes', () => {
  test.each([
    [0, 'QUEUED', []],
    [1, 'QUEUED', []],
    [2, 'PROCESSING', []],
    [3, 'PROCESSING', [2, 4]],
    [4, 'FINISHED', [2, 4, 1, 3]],
    [5, 'FINISHED', [2, 4, 1, 3]],
  ])('at poll %d is %s with chunks %j', (polls, status, available) => {
    expect(viewJob({ ...job, polls })).toMatchObject({ status, available, failed: [], cancelled: [], reason: null });
  });

  test('is ready at the first poll where that is asked for', () => {
    expect(viewJob({ ...job, polls: 1, pollsUntilReady: 1 })).toMatchObject({ status: 'FINISHED', available: [2, 4, 1, 3] });
  });

  test('may have no chunks at all', () => {
    expect(viewJob({ ...job, polls: 4, totalChunks: 0 })).toMatchObject({ status: 'FINISHED', available: [] });
  });
});

describe('other ends', () => {
  const atEnd = { ...job, polls: 4 };

  test('error: half of the chunks, the rest cancelled, and a reason', () => {
    expect(viewJob({ ...atEnd, outcome: 'error' })).toStrictEqual({
      status: 'ERROR', available: [2, 4], failed: [], cancelled: [1, 3], reason: 'The export could not be completed',
    });
  });

  test('cancelled: half of the chunks', () => {
    expect(viewJob({ ...atEnd, outcome: 'cancelled' })).toMatchObject({ status: 'CANCELLED', available: [2, 4], cancelled: [1, 3] });
  });

  test('chunks-failed: FINISHED without one', () => {
    expect(viewJob({ ...atEnd, outcome: 'chunks-failed' })).toMatchObject({
      status: 'FINISHED', available: [2, 4, 1], failed: [3], reason: '1 of 4 chunks failed to process',
    });
  });

  test('queued: for ever', () => {
    expect(viewJob({ ...job, polls: 1_000_000, outcome: 'queued' })).toMatchObject({ status: 'QUEUED', available: [] });
  });

  test('cancelled by the caller: what was ready then stays', () => {
    expect(viewJob({ ...job, polls: 9, cancelledAtPoll: 3 })).toMatchObject({ status: 'CANCELLED', available: [2, 4], cancelled: [1, 3] });
  });
});

test('chunks never go away, and each is in one list', () => {
  const outcome = fc.constantFrom<ExportOutcome>('finished', 'error', 'cancelled', 'chunks-failed', 'queued');
  fc.assert(fc.property(outcome, fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.nat(12), (which, totalChunks, pollsUntilReady, polls) => {
    const before = viewJob({ ...job, outcome: which, totalChunks, pollsUntilReady, polls });
    const after = viewJob({ ...job, outcome: which, totalChunks, pollsUntilReady, polls: polls + 1 });
    expect(after.available).toStrictEqual(expect.arrayContaining([...before.available]));
    const all = [...after.available, ...after.failed, ...after.cancelled];
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((chunk) => chunk >= 1 && chunk <= totalChunks)).toBe(true);
  }));
});
