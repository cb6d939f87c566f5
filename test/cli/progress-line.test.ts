import { describe, expect, test } from 'vitest';

import type { ExportProgress } from 'tenable-result';

import { createProgressLine, describeProgress } from '../../src/cli/progress-line.js';
import type { Output } from '../../src/cli/terminal.js';

const progress = (rest: Partial<ExportProgress> = {}): ExportProgress => ({
  status: 'PROCESSING', uuid: 'job-1', chunksDone: 12, chunksReady: 0, chunksTotal: 40, records: 12_000, bytes: 61_200_000, elapsedMs: 3_000, bytesPerSecond: 20_400_000, remainingMs: 7_000, ...rest,
});

function follow(isTerminal: boolean): { readonly line: ReturnType<typeof createProgressLine>; readonly written: string[]; readonly pass: (durationMs: number) => void } {
  const written: string[] = [];
  let nowMs = 0;
  const output: Output = { isTerminal, write: (text) => written.push(text) };
  return { line: createProgressLine(output, () => nowMs), written, pass: (durationMs) => { nowMs += durationMs; } };
}

describe('progress in words', () => {
  test('has what is known', () => {
    expect(describeProgress(progress(), false)).toBe('PROCESSING  12 of 40 chunks  12,000 records  61.2 MB  20.4 MB/s  7.0 s left');
  });

  test('has a bar where one is wanted and the number of chunks is known', () => {
    expect(describeProgress(progress({ chunksDone: 10 }), true)).toContain('  [█████░░░░░░░░░░░░░░░]  10 of 40 chunks');
    expect(describeProgress(progress({ chunksDone: 41 }), true)).toContain('[████████████████████]');
    expect(describeProgress(progress({ chunksTotal: null }), true)).not.toContain('[');
  });

  test.each([
    [120, 'PROCESSING  [██████░░░░░░░░░░░░░░]  12 of 40 chunks  12,000 records  61.2 MB  20.4 MB/s  7.0 s left'],
    [95, 'PROCESSING  [██████░░░░░░░░░░░░░░]  12 of 40 chunks  12,000 records  20.4 MB/s  7.0 s left'],
    [80, 'PROCESSING  [██████░░░░░░░░░░░░░░]  12 of 40 chunks  12,000 records  7.0 s left'],
    [60, 'PROCESSING  12 of 40 chunks  12,000 records  7.0 s left'],
    [20, 'PROCESSING  12 of 40 chunks  7.0 s left'],
  ])('leaves out what can be missed best where %d columns are too few', (columns, text) => {
    expect(describeProgress(progress(), true, columns)).toBe(text);
  });

  test('of a job that has just begun is short', () => {
    expect(describeProgress(progress({ status: '', chunksDone: 0, chunksTotal: null, records: 0, bytes: 0, remainingMs: null }), true)).toBe('CREATED  0 chunks  0 records');
  });

  test('does not say FINISHED before all chunks are there', () => {
    expect(describeProgress(progress({ status: 'FINISHED' }), false)).toMatch(/^FETCHING {2}12 of 40/);
    expect(describeProgress(progress({ status: 'FINISHED', chunksDone: 40 }), false)).toMatch(/^FINISHED {2}40 of 40/);
    expect(describeProgress(progress({ status: 'ERROR' }), false)).toMatch(/^ERROR/);
  });
});

describe('a progress line', () => {
  test('on a terminal is written over, ten times a second at most', () => {
    const { line, pass, written } = follow(true);
    line.update(progress({ chunksDone: 1 }));
    line.update(progress({ chunksDone: 2 }));
    pass(100);
    line.update(progress({ chunksDone: 3 }));
    line.update(progress({ chunksDone: 4 }));
    line.end();
    expect(written.map((text) => /(\d+) of 40/.exec(text)?.[1] ?? text)).toStrictEqual(['1', '3', '4', '\n']);
    expect(written[1]?.startsWith('\r\u001b[2K')).toBe(true);
  });

  test('elsewhere is a new line now and then, without bar and control codes', () => {
    const { line, pass, written } = follow(false);
    for (let at = 1; at <= 40; at += 1) {
      line.update(progress({ chunksDone: at }));
      pass(500);
    }
    line.end();
    expect(written.map((text) => Number(/(\d+) of 40/.exec(text)?.[1]))).toStrictEqual([1, 11, 21, 31, 40]);
    expect(written.every((text) => /^[\u0020-\u007e]+\n$/.test(text))).toBe(true);
  });

  test('shows a change of status at once', () => {
    const { line, written } = follow(false);
    line.update(progress({ status: 'QUEUED' }));
    line.update(progress({ status: 'PROCESSING' }));
    line.update(progress({ status: 'FINISHED' }));
    expect(written.map((text) => text.split(' ')[0])).toStrictEqual(['QUEUED', 'PROCESSING', 'FETCHING']);
  });

  test('of an export that never began leaves no trace', () => {
    const { line, written } = follow(true);
    line.end();
    expect(written).toStrictEqual([]);
  });
});
