/** A run of a scan as the clock carries it: launched, paused, resumed, stopped. */

export interface TimedRun {
  /** Unix time in milliseconds. */
  readonly startedAtMs: number;
  /** Time that it was paused and has gone on from, in milliseconds. */
  readonly pausedMs: number;
  /** Since when it is paused. Unix time in milliseconds. */
  readonly pausedAtMs: number | null;
  /** When it was stopped. Unix time in milliseconds. */
  readonly stoppedAtMs: number | null;
}

/** How long a run takes that is launched, in milliseconds, without the time that it is paused. */
export const runDurationMs = 900_000;

export function startRun(startedAtMs: number): TimedRun {
  return { startedAtMs, pausedMs: 0, pausedAtMs: null, stoppedAtMs: null };
}

/** The invented runs are over whatever time it is; those that are launched run by the clock. */
export function toRunStatus(run: TimedRun, nowMs: number): 'canceled' | 'completed' | 'paused' | 'running' {
  if (run.stoppedAtMs !== null) return 'canceled';
  if (run.pausedAtMs !== null) return 'paused';
  const workedMs = nowMs - run.startedAtMs - run.pausedMs;
  return workedMs >= 0 && workedMs < runDurationMs ? 'running' : 'completed';
}

/** When a run ended or will end. Unix time in seconds. */
export function toRunEndS(run: TimedRun): number {
  return Math.floor((run.stoppedAtMs ?? run.startedAtMs + runDurationMs + run.pausedMs) / 1000);
}

/** How far a run is, or was when it was paused or stopped: 0 to 100. */
export function toProgress(run: TimedRun, nowMs: number): number {
  if (toRunStatus(run, nowMs) === 'completed') return 100;
  const atMs = run.stoppedAtMs ?? run.pausedAtMs ?? nowMs;
  return Math.min(100, Math.max(0, Math.floor(((atMs - run.startedAtMs - run.pausedMs) / runDurationMs) * 100)));
}

export function pauseRun(nowMs: number): Pick<TimedRun, 'pausedAtMs'> {
  return { pausedAtMs: nowMs };
}

export function resumeRun(run: TimedRun, nowMs: number): Pick<TimedRun, 'pausedAtMs' | 'pausedMs'> {
  return { pausedAtMs: null, pausedMs: run.pausedMs + nowMs - (run.pausedAtMs ?? nowMs) };
}

export function stopRun(nowMs: number): Pick<TimedRun, 'stoppedAtMs'> {
  return { stoppedAtMs: nowMs };
}
