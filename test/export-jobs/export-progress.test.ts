import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toProgress } from '../../src/export-jobs/export-progress.js';
import type { ExportTally } from '../../src/export-jobs/export-progress.js';
import { applyExportEvent, createExportState } from '../../src/export-jobs/export-state.js';
import type { ExportReport, ExportState } from '../../src/export-jobs/export-state.js';

const stateAt = (report: ExportReport | null, taken: readonly number[] = [], doneBefore: readonly number[] = []): ExportState => {
  const start = createExportState('vulns', 'job', doneBefore);
  const reported = report === null ? start : applyExportEvent(start, { _tag: 'Reported', report });
  return taken.reduce((state, chunk) => applyExportEvent(state, { _tag: 'Taken', chunk }), reported);
};
const tally = (rest: Partial<ExportTally> = {}): ExportTally => ({ records: 0, bytes: 0, chunks: 0, elapsedMs: 0, fetchingMs: 0, ...rest });
const atWork = (chunks_available: readonly number[], rest: Partial<ExportReport> = {}): ExportReport => ({ status: 'PROCESSING', chunks_available, ...rest });

describe('progress', () => {
  test('says nothing of what is not known yet', () => {
    expect(toProgress(stateAt(null), tally())).toStrictEqual({
      status: '', uuid: 'job', chunksDone: 0, chunksReady: 0, chunksTotal: null, records: 0, bytes: 0, elapsedMs: 0, bytesPerSecond: 0, remainingMs: null,
    });
  });

  test('counts what was taken and what is there', () => {
    const progress = toProgress(stateAt(atWork([1, 2, 3], { total_chunks: 5, empty_chunks_count: 1 }), [1]), tally({ records: 20, bytes: 5000, chunks: 1, elapsedMs: 3000, fetchingMs: 2000 }));
    expect(progress).toMatchObject({ status: 'PROCESSING', chunksDone: 1, chunksReady: 2, chunksTotal: 4, records: 20, bytes: 5000, elapsedMs: 3000, bytesPerSecond: 2500 });
  });

  test.each<readonly [string, ExportState, Partial<ExportTally>, number | null]>([
    ['not known before the first chunk', stateAt(atWork([1], { total_chunks: 2 })), { fetchingMs: 1000 }, null],
    ['not known while the number of chunks is not', stateAt(atWork([1]), [1]), { chunks: 1, fetchingMs: 1000 }, null],
    ['not known where the number is null', stateAt(atWork([1], { total_chunks: null }), [1]), { chunks: 1, fetchingMs: 1000 }, null],
    ['as long for each chunk as it took so far', stateAt(atWork([1, 2], { total_chunks: 5 }), [1, 2]), { chunks: 2, fetchingMs: 3000 }, 4500],
    ['nothing at the end', stateAt({ status: 'FINISHED', chunks_available: [1, 2] }, [1, 2]), { chunks: 2, fetchingMs: 3000 }, 0],
    ['nothing where more came than was promised', stateAt(atWork([1, 2], { total_chunks: 1 }), [1, 2]), { chunks: 2, fetchingMs: 3000 }, 0],
    ['by the pace of this run, where an earlier one took some', stateAt(atWork([1, 2, 3, 4], { total_chunks: 4 }), [3], [1, 2]), { chunks: 1, fetchingMs: 700 }, 700],
  ])('tells how long the rest takes: %s', (_title, state, counted, remainingMs) => {
    expect(toProgress(state, tally(counted)).remainingMs).toBe(remainingMs);
  });

  test('counts chunks under way into the total of a job that has finished without saying one', () => {
    const state = applyExportEvent(stateAt({ status: 'FINISHED', chunks_available: [1, 2, 3] }, [1]), { _tag: 'Claimed', chunk: 2 });
    expect(toProgress(state, tally())).toMatchObject({ chunksDone: 1, chunksReady: 1, chunksTotal: 3 });
  });

  test('is made of finite numbers, whatever was counted', () => {
    const numbers = fc.record({ records: fc.nat(), bytes: fc.maxSafeNat(), chunks: fc.nat(6), elapsedMs: fc.nat(), fetchingMs: fc.nat() });
    fc.assert(fc.property(numbers, fc.nat(9), fc.subarray([1, 2, 3, 4]), (counted, total, taken) => {
      const progress = toProgress(stateAt(atWork([1, 2, 3, 4], { total_chunks: total }), taken), counted);
      const { bytesPerSecond, remainingMs } = progress;
      expect([bytesPerSecond, remainingMs ?? 0].every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
      expect(bytesPerSecond === 0 || counted.fetchingMs > 0).toBe(true);
    }));
  });
});
