import { expect, test } from 'vitest';

import { createScanRun, isActive, toRunStatus } from '../../../src/simulator/sc/scan-runs.js';

test('a run is queued, runs, and is completed after a quarter of an hour', () => {
  const run = createScanRun(1_000_000);
  expect([0, 4_999, 5_000, 899_999, 900_000].map((afterMs) => toRunStatus(run, 1_000_000 + afterMs)))
    .toStrictEqual(['Queued', 'Queued', 'Running', 'Running', 'Completed']);
});

test('time that a run is paused does not count', () => {
  const run = { ...createScanRun(0), pausedAtMs: 10_000 };
  expect(toRunStatus(run, 5_000_000)).toBe('Paused');
  expect(toRunStatus({ ...run, pausedAtMs: null, pausedMs: 4_000_000 }, 4_899_999)).toBe('Running');
});

test('an ending comes before all else', () => {
  const run = { ...createScanRun(0), ending: { status: 'Partial', atMs: 10_000 } as const };
  expect([toRunStatus(run, 20_000), isActive(run, 20_000)]).toStrictEqual(['Partial', false]);
});
