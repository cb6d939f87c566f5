import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pauseRun, resumeRun, runDurationMs, startRun, stopRun, toProgress, toRunEndS, toRunStatus } from '../../../src/simulator/records/timed-run.js';

const startedAtMs = 1_000_000;

test('a run takes its time, and a pause does not count', () => {
  fc.assert(fc.property(fc.nat(runDurationMs - 1), fc.nat(10_000_000), fc.nat(runDurationMs), (beforeMs, pauseMs, afterMs) => {
    const pausedAtMs = startedAtMs + beforeMs;
    const paused = { ...startRun(startedAtMs), ...pauseRun(pausedAtMs) };
    expect([toRunStatus(paused, pausedAtMs + pauseMs), toProgress(paused, pausedAtMs + pauseMs)]).toStrictEqual(['paused', toProgress(startRun(startedAtMs), pausedAtMs)]);
    const resumed = { ...paused, ...resumeRun(paused, pausedAtMs + pauseMs) };
    const nowMs = pausedAtMs + pauseMs + afterMs;
    const isOver = beforeMs + afterMs >= runDurationMs;
    expect(toRunStatus(resumed, nowMs)).toBe(isOver ? 'completed' : 'running');
    expect(toProgress(resumed, nowMs)).toBe(isOver ? 100 : Math.floor(((beforeMs + afterMs) / runDurationMs) * 100));
    expect(toRunEndS(resumed)).toBe(Math.floor((startedAtMs + runDurationMs + pauseMs) / 1000));
  }));
});

test('one that is stopped stays as far as it was', () => {
  const stopped = { ...startRun(startedAtMs), ...stopRun(startedAtMs + runDurationMs / 4) };
  expect([toRunStatus(stopped, 99_000_000), toProgress(stopped, 99_000_000), toRunEndS(stopped)]).toStrictEqual(['canceled', 25, 1225]);
});

test('one of another time is over', () => {
  expect([toRunStatus(startRun(startedAtMs), 0), toProgress(startRun(startedAtMs), 0)]).toStrictEqual(['completed', 100]);
});
