import type { ExportProgress } from '../index.js';
import { describeBytes, describeCount, describeDuration, describeMany } from './quantities.js';
import { createLiveLine } from './terminal.js';
import type { Output } from './terminal.js';

/** Time between two changes of the line, in milliseconds. A log wants fewer than a terminal. */
const intervalMs = { terminal: 100, log: 5_000 } as const;

export interface ProgressLine {
  readonly update: (progress: ExportProgress) => void;
  readonly end: () => void;
}

/** A line that follows an export: rewritten on a terminal, and now and then a new one elsewhere. */
export function createProgressLine(output: Output, nowMs: () => number): ProgressLine {
  const line = createLiveLine(output);
  const waitMs = output.isTerminal ? intervalMs.terminal : intervalMs.log;
  let shownAtMs = -Infinity;
  let shownWord = '';
  let latest: ExportProgress | null = null;
  const show = (progress: ExportProgress): void => {
    shownAtMs = nowMs();
    shownWord = toWord(progress);
    line.update(describeProgress(progress, output.isTerminal, output.columns?.()));
  };
  return {
    update: (progress) => {
      latest = progress;
      if (toWord(progress) !== shownWord || nowMs() - shownAtMs >= waitMs) show(progress);
    },
    end: () => {
      if (latest !== null) show(latest);
      line.end();
    },
  };
}

const barWidth = 20;

/** What a narrow terminal can do without, what it can do without best first. */
const dispensable = ['size', 'rate', 'bar', 'records'] as const;

/** `PROCESSING  12 of 40 chunks  12,000 records  61.2 MB  20.4 MB/s  7.0 s left`, with a bar where one is wanted. */
export function describeProgress(progress: ExportProgress, hasBar: boolean, columns = Infinity): string {
  const parts = Object.entries(toParts(progress, hasBar)).filter(([, text]) => text !== '');
  const lines = [0, ...dispensable.keys()].map((_, count) => {
    const without: readonly string[] = dispensable.slice(0, count);
    return parts.filter(([name]) => !without.includes(name)).map(([, text]) => text).join('  ');
  });
  return lines.find((line) => line.length < columns) ?? lines.at(-1) ?? '';
}

function toParts(progress: ExportProgress, hasBar: boolean): Readonly<Record<string, string>> {
  const { bytes, bytesPerSecond, chunksDone, chunksTotal, records, remainingMs } = progress;
  return {
    status: toWord(progress),
    bar: hasBar && chunksTotal !== null && chunksTotal > 0 ? toBar(chunksDone / chunksTotal) : '',
    chunks: chunksTotal === null ? describeMany(chunksDone, 'chunk') : `${describeCount(chunksDone)} of ${describeMany(chunksTotal, 'chunk')}`,
    records: describeMany(records, 'record'),
    size: bytes > 0 ? describeBytes(bytes) : '',
    rate: bytes > 0 ? `${describeBytes(bytesPerSecond)}/s` : '',
    left: remainingMs !== null && remainingMs > 0 ? `${describeDuration(remainingMs)} left` : '',
  };
}

/** The job's status; a job that has finished at Tenable is not finished here before its last chunk. */
function toWord({ chunksDone, chunksTotal, status }: ExportProgress): string {
  if (status === '') return 'CREATED';
  return status === 'FINISHED' && chunksTotal !== null && chunksDone < chunksTotal ? 'FETCHING' : status;
}

function toBar(share: number): string {
  const full = Math.round(Math.min(1, share) * barWidth);
  return `[${'█'.repeat(full)}${'░'.repeat(barWidth - full)}]`;
}
