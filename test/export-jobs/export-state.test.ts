import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ErrorSummary } from '../../src/errors/model/error-summary.js';
import { applyExportEvent, createExportState, nextExportStep, toCheckpoint, toChunkCount, toDeadEnd } from '../../src/export-jobs/export-state.js';
import type { ExportEvent, ExportReport, ExportState, ExportStep } from '../../src/export-jobs/export-state.js';

const reported = (status: string, chunks_available?: readonly number[], rest: Partial<ExportReport> = {}): ExportEvent =>
  ({ _tag: 'Reported', report: { status, ...(chunks_available === undefined ? {} : { chunks_available }), ...rest } });
const taken = (chunk: number): ExportEvent => ({ _tag: 'Taken', chunk });
const claimed = (chunk: number): ExportEvent => ({ _tag: 'Claimed', chunk });
const summary: ErrorSummary = { tag: 'APIError', message: 'm', operation: 'vulnsExport.chunk', status: 200, reason: 'empty-body', detail: '', uuid: '', issues: [] };
const lost = (chunk: number, cause = summary): ExportEvent => ({ _tag: 'Lost', chunk, cause });
const notReady = (chunk: number): ExportEvent => ({ _tag: 'NotReady', chunk, cause: { ...summary, tag: 'InvalidInputError', status: 400, reason: null } });
const after = (events: readonly ExportEvent[]): ExportState => events.reduce(applyExportEvent, createExportState('vulns', 'job'));

const fetch = (chunk: number): ExportStep => ({ _tag: 'Fetch', chunk });
const ask = (idleReports: number): ExportStep => ({ _tag: 'Ask', idleReports });
const wait: ExportStep = { _tag: 'Wait' };
const complete: ExportStep = { _tag: 'Complete' };
const incomplete = (reason: string): object => ({ _tag: 'Incomplete', reason });

describe('the next step', () => {
  test.each<readonly [string, readonly ExportEvent[], object]>([
    ['asks at once after creation', [], ask(0)],
    ['asks again, later each time, while nothing comes', [reported('QUEUED', []), reported('QUEUED'), reported('PROCESSING', [])], ask(3)],
    ['fetches what is there while the job goes on', [reported('PROCESSING', [3, 1])], fetch(1)],
    ['fetches each chunk once', [reported('PROCESSING', [3, 1, 1]), taken(1), reported('PROCESSING', [3, 1])], fetch(3)],
    ['asks when all that is there was taken', [reported('READY', [1]), taken(1)], ask(0)],
    ['starts waiting anew after a chunk', [reported('QUEUED', []), reported('QUEUED', []), reported('PROCESSING', [1]), taken(1), reported('PROCESSING', [1])], ask(1)],
    ['goes on under words that nobody has seen yet', [reported('RESTARTING', [])], ask(1)],
    ['takes words in lower case', [reported('finished', [])], complete],
    ['completes without chunks', [reported('FINISHED', [])], complete],
    ['completes where the list of chunks is missing', [reported('FINISHED')], complete],
    ['completes when all chunks were taken', [reported('FINISHED', [1]), taken(1)], complete],
    ['fetches first what an ERROR still has', [reported('ERROR', [1])], fetch(1)],
    ['then ends with error', [reported('ERROR', [1]), taken(1)], incomplete('error')],
    ['fetches first what a CANCELLED still has', [reported('CANCELLED', [2])], fetch(2)],
    ['then ends with cancelled', [reported('CANCELLED', [])], incomplete('cancelled')],
    ['ends incomplete where chunks failed', [reported('FINISHED', [1], { chunks_failed: [2] }), taken(1)], incomplete('chunks-failed')],
    ['ends incomplete where a job that lists no failed chunks gives a reason', [reported('FINISHED', [], { reason: '1 of 4 chunks failed' })], incomplete('chunks-failed')],
    ['ends incomplete where chunks are missing that it promised', [reported('FINISHED', [1], { total_chunks: 3, empty_chunks_count: 1 }), taken(1)], incomplete('chunks-missing')],
    ['completes where those that are not there are empty', [reported('FINISHED', [1], { total_chunks: 3, empty_chunks_count: 2 }), taken(1)], complete],
    ['ends incomplete where chunks were cancelled', [reported('FINISHED', [], { chunks_cancelled: [2] })], incomplete('chunks-failed')],
    ['ends incomplete where a chunk could not be read', [reported('FINISHED', [1, 2]), lost(1), taken(2)], incomplete('chunk-unreadable')],
    ['asks again for a chunk that is not ready yet', [reported('PROCESSING', [1]), notReady(1)], ask(1)],
    ['asks again even where the job says that it has finished', [reported('FINISHED', [1]), notReady(1)], ask(1)],
    ['fetches it when it is announced again', [reported('FINISHED', [1]), notReady(1), reported('FINISHED', [1])], fetch(1)],
    ['misses it where it is announced no more', [reported('PROCESSING', [1]), notReady(1), reported('FINISHED', [])], incomplete('chunk-unreadable')],
    ['fetches another chunk while one is under way', [reported('FINISHED', [1, 2]), claimed(1)], fetch(2)],
    ['waits for those under way when the job has finished', [reported('FINISHED', [1, 2]), claimed(1), claimed(2)], wait],
    ['waits for those under way when the job has failed', [reported('ERROR', [1]), claimed(1)], wait],
    ['asks on while chunks are under way and the job is', [reported('PROCESSING', [1]), claimed(1)], ask(0)],
    ['does not fetch what is under way although it is announced again', [reported('PROCESSING', [1]), claimed(1), reported('FINISHED', [1])], wait],
    ['waits although it was given all that was promised', [reported('FINISHED', [1, 2], { total_chunks: 1 }), taken(1), claimed(2)], wait],
    ['completes when those under way were taken', [reported('FINISHED', [1, 2]), claimed(1), claimed(2), taken(2), taken(1)], complete],
    ['ends incomplete when one under way turns out unreadable', [reported('FINISHED', [1]), claimed(1), lost(1)], incomplete('chunk-unreadable')],
    ['asks for one under way that was not ready', [reported('FINISHED', [1]), claimed(1), notReady(1)], ask(1)],
    ['counts those under way into what a job can have', [reported('PROCESSING', Array.from({ length: 100_000 }, (_, at) => at + 1)), claimed(1), reported('PROCESSING', Array.from({ length: 100_001 }, (_, at) => at + 1))], incomplete('too-many-chunks')],
    ['counts those that could not be read, so that a job that goes on to invent some ends', [reported('PROCESSING', Array.from({ length: 100_000 }, (_, at) => at + 1)), lost(1), reported('PROCESSING', Array.from({ length: 100_001 }, (_, at) => at + 1))], incomplete('too-many-chunks')],
    ['is an end where there are more chunks than a job can have', [reported('PROCESSING', Array.from({ length: 100_001 }, (_, at) => at + 1))], incomplete('too-many-chunks')],
  ])('%s', (_title, events, step) => {
    expect(nextExportStep(after(events))).toStrictEqual(step);
  });
});

describe('the number of chunks', () => {
  test.each<readonly [string, readonly ExportEvent[], number | null]>([
    ['is not known at first', [], null],
    ['is not known while the job goes on and does not say', [reported('PROCESSING', [1, 2])], null],
    ['is what the job says, without those that are empty', [reported('PROCESSING', [1], { total_chunks: 5, empty_chunks_count: 2 })], 3],
    ['is what there was, at the end of a job that does not say', [reported('FINISHED', [1, 2, 3, 4]), taken(1), claimed(2), notReady(3)], 4],
  ])('%s', (_title, events, count) => {
    expect(toChunkCount(after(events))).toBe(count);
  });
});

describe('a job that is gone on with', () => {
  const resumed = (): ExportState => createExportState('vulns', 'job', [1, 2]);
  test('fetches only what was not done, and completes', () => {
    const reportedState = applyExportEvent(resumed(), reported('FINISHED', [1, 2, 3], { total_chunks: 3 }));
    expect(nextExportStep(reportedState)).toStrictEqual(fetch(3));
    expect(nextExportStep(applyExportEvent(reportedState, taken(3)))).toStrictEqual(complete);
  });

  test('tells what was done before in its own checkpoint', () => {
    expect(toCheckpoint(applyExportEvent(resumed(), taken(3))).done).toStrictEqual([1, 2, 3]);
  });
});

describe('a checkpoint', () => {
  test('does not count what is under way as done', () => {
    expect(toCheckpoint(after([reported('FINISHED', [1, 2]), claimed(1), taken(2)]))).toMatchObject({ done: [2], failed: [] });
  });

  test('says what was taken, what failed for whatever reason, and what was cancelled', () => {
    const state = after([reported('ERROR', [2, 1, 5], { chunks_failed: [3], chunks_cancelled: [4], reason: 'words' }), taken(2), lost(5)]);
    expect(toCheckpoint(state)).toStrictEqual({ version: 1, kind: 'vulns', uuid: 'job', done: [2], failed: [3, 5], cancelled: [4] });
    expect(state.reason).toBe('words');
  });

  test('names no chunk twice', () => {
    const state = after([reported('PROCESSING', [1, 2]), lost(1), reported('FINISHED', [2], { chunks_failed: [1, 1] })]);
    expect(toCheckpoint(state).failed).toStrictEqual([1]);
  });
});

describe('chunks that are lost', () => {
  test('are told with the cause of each, the first fifty; the checkpoint names all', () => {
    const ids = Array.from({ length: 60 }, (_, at) => at + 1);
    const state = after([reported('FINISHED', ids), ...ids.map((id) => lost(id, { ...summary, status: 400 + id }))]);
    expect(state.lostChunks.map(({ cause, chunk }) => [chunk, cause.status])).toStrictEqual(ids.slice(0, 50).map((id) => [id, 400 + id]));
    expect(toCheckpoint(state).failed).toStrictEqual(ids);
  });

  test('have what was said when they were asked for, where they were announced and never came', () => {
    const state = after([reported('PROCESSING', [1]), notReady(1), reported('FINISHED', [])]);
    expect(state.lostChunks).toMatchObject([{ chunk: 1, cause: { tag: 'InvalidInputError', status: 400 } }]);
  });
});

describe('a job that is over', () => {
  test.each<readonly [string, readonly ExportEvent[], string | null]>([
    ['is none that nothing is known of', [], null],
    ['is none that goes on', [reported('PROCESSING', [1])], null],
    ['is none that has finished and whose chunks are there', [reported('FINISHED', [1, 2, 3], { total_chunks: 3 }), taken(1), claimed(2)], null],
    ['has ended in ERROR, whatever chunks it has', [reported('ERROR', [1])], 'error'],
    ['was cancelled', [reported('cancelled', [1])], 'cancelled'],
    ['has finished with failed chunks', [reported('FINISHED', [1], { chunks_failed: [2] })], 'chunks-failed'],
    ['has failed chunks and goes on', [reported('PROCESSING', [1], { chunks_failed: [2] })], 'chunks-failed'],
    ['has cancelled chunks', [reported('FINISHED', [1], { chunks_cancelled: [2] })], 'chunks-failed'],
    ['has finished, lists no failed chunks and gives a reason', [reported('FINISHED', [1], { reason: 'words' })], 'chunks-failed'],
    ['has finished with fewer chunks than it promised', [reported('FINISHED', [1], { total_chunks: 3 })], 'chunks-missing'],
  ])('%s', (_title, events, reason) => {
    expect(toDeadEnd(after(events))).toBe(reason);
  });
});

const chunk = fc.integer({ min: 1, max: 6 });
const chunks = fc.uniqueArray(chunk, { maxLength: 6 });
const report = fc.record<ExportReport>({
  status: fc.constantFrom('QUEUED', 'PROCESSING', 'READY', 'FINISHED', 'ERROR', 'CANCELLED', 'ODD'),
  chunks_available: chunks,
  chunks_failed: fc.uniqueArray(chunk, { maxLength: 1 }),
  chunks_cancelled: fc.uniqueArray(chunk, { maxLength: 1 }),
}, { requiredKeys: ['status'] });
const fate = fc.constantFrom('taken', 'taken', 'lost', 'notReady');

test('under any schedule, each chunk that was announced is delivered once or named in the checkpoint', () => {
  fc.assert(fc.property(fc.array(report, { maxLength: 8 }), fc.constantFrom('FINISHED', 'ERROR', 'CANCELLED'), fc.infiniteStream(fate), fc.integer({ min: 1, max: 4 }), (reports, lastStatus, fates, concurrency) => {
    const schedule = [...reports, { status: lastStatus, chunks_available: [] }];
    const announced = new Set<number>();
    const delivered: number[] = [];
    let state = createExportState('assets', 'job');
    let asked = 0;
    const underWay: number[] = [];
    for (let turn = 0; turn < 400; turn += 1) {
      const step = nextExportStep(state);
      const isFull = underWay.length >= concurrency;
      if (step._tag === 'Fetch' && !isFull) {
        expect(underWay).not.toContain(step.chunk);
        underWay.push(step.chunk);
        state = applyExportEvent(state, claimed(step.chunk));
      } else if (step._tag === 'Wait' || (underWay.length > 0 && (isFull || turn % 3 === 0))) {
        const [outcome] = fates.take(1);
        const [one] = underWay.splice(turn % Math.max(1, underWay.length), 1);
        if (one === undefined) expect.fail('it waits for nothing');
        if (outcome === 'taken') delivered.push(one);
        state = applyExportEvent(state, outcome === 'notReady' ? notReady(one) : outcome === 'taken' ? taken(one) : lost(one));
      } else if (step._tag === 'Ask') {
        const next = schedule[Math.min(asked++, schedule.length - 1)] ?? { status: lastStatus };
        next.chunks_available?.forEach((one) => announced.add(one));
        state = applyExportEvent(state, { _tag: 'Reported', report: next });
      } else {
        const { done, failed, cancelled } = toCheckpoint(state);
        expect(underWay).toStrictEqual([]);
        expect(delivered).toStrictEqual([...new Set(delivered)]);
        expect(done).toStrictEqual(delivered);
        const known = new Set([...done, ...failed, ...cancelled]);
        expect([...announced].filter((one) => !known.has(one))).toStrictEqual([]);
        if (step._tag === 'Complete') expect([...announced].sort()).toStrictEqual(delivered.toSorted());
        return;
      }
    }
    expect.fail('the job has no end although its last report is final');
  }), { numRuns: 2000 });
});

test('a job that has finished does not go on for ever over a chunk that is never ready', () => {
  let state = after([reported('FINISHED', [1, 2]), taken(2)]);
  for (let turn = 0; turn < 1000 && nextExportStep(state)._tag !== 'Incomplete'; turn += 1) {
    state = applyExportEvent(state, nextExportStep(state)._tag === 'Fetch' ? notReady(1) : reported('FINISHED', [1, 2]));
  }
  expect(nextExportStep(state)).toStrictEqual(incomplete('chunk-unreadable'));
  expect(toCheckpoint(state)).toMatchObject({ done: [2], failed: [1] });
});

test('each of many chunks that are not ready is asked for again as often as one alone would be', () => {
  const ids = Array.from({ length: 25 }, (_, at) => at + 1);
  const asked = new Map<number, number>();
  let state = after([reported('FINISHED', ids)]);
  for (let turn = 0; turn < 2000 && nextExportStep(state)._tag !== 'Incomplete'; turn += 1) {
    const step = nextExportStep(state);
    if (step._tag === 'Fetch') asked.set(step.chunk, (asked.get(step.chunk) ?? 0) + 1);
    state = applyExportEvent(state, step._tag === 'Fetch' ? notReady(step.chunk) : reported('FINISHED', ids));
  }
  expect(nextExportStep(state)).toStrictEqual(incomplete('chunk-unreadable'));
  expect([...new Set(asked.values())]).toStrictEqual([11]);
});

test('a chunk that is not ready is waited for longer each time, however often it is announced', () => {
  let state = after([reported('FINISHED', [1])]);
  const waits: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    state = applyExportEvent(state, notReady(1));
    const step = nextExportStep(state);
    waits.push(step._tag === 'Ask' ? step.idleReports : -1);
    state = applyExportEvent(state, reported('FINISHED', [1]));
  }
  expect(waits).toStrictEqual([1, 2, 3, 4]);
});

describe('numbers that make no sense', () => {
  test.each<readonly [string, Partial<ExportReport>]>([
    ['no end of chunks', { total_chunks: Infinity }], ['more empty chunks than there are', { total_chunks: 2, empty_chunks_count: 7 }],
    ['no end of either', { total_chunks: Infinity, empty_chunks_count: Infinity }], ['less than none', { total_chunks: -3 }], ['half a chunk', { total_chunks: 1.5, empty_chunks_count: 0.25 }],
  ])('leave the count of chunks a whole number: %s', (_title, rest) => {
    const state = after([reported('PROCESSING', [1, 2], rest)]);
    expect(toChunkCount(state) ?? 0).toSatisfy(Number.isSafeInteger);
    expect(toChunkCount(state) ?? 2).toBeGreaterThanOrEqual(2);
  });

  test('such as a total below what is there do not hide a chunk', () => {
    const state = after([reported('FINISHED', [1, 2, 3], { total_chunks: 1 }), taken(1)]);
    expect([nextExportStep(state), toChunkCount(state)]).toStrictEqual([fetch(2), 3]);
  });
});

test('a list of a million chunks is refused at once, not worked through', () => {
  const state = after([reported('FINISHED', Array.from({ length: 1_000_000 }, (_, at) => at + 1))]);
  expect(nextExportStep(state)).toStrictEqual(incomplete('too-many-chunks'));
});

describe('a chunk that is not ready when its job has ended', () => {
  const queued = Array.from({ length: 40 }, () => reported('QUEUED', []));
  const turn = [reported('FINISHED', [1]), claimed(1), notReady(1)];
  const turns = (count: number): readonly ExportEvent[] => Array.from({ length: count }, () => turn).flat();

  test('is asked for after ten more reports, however long the job was in the queue before', () => {
    expect(toCheckpoint(after([...queued, ...turns(10)])).failed).toStrictEqual([]);
    expect(toCheckpoint(after([...queued, ...turns(11)])).failed).toStrictEqual([1]);
  });

  test('is not given up for reports that came while others were taken', () => {
    const others = Array.from({ length: 12 }, (_, at) => [reported('FINISHED', [1, at + 2]), claimed(1), notReady(1), claimed(at + 2), taken(at + 2)]).flat();
    expect(toCheckpoint(after([...queued, ...others, ...turns(9)])).failed).toStrictEqual([]);
    expect(toCheckpoint(after([...queued, ...others, ...turns(11)])).failed).toStrictEqual([1]);
  });
});

test('each event costs the same, however many chunks there are: all of 100,000 are delivered in a few seconds', () => {
  const ids = Array.from({ length: 100_000 }, (_, at) => at + 1);
  const state = after([reported('FINISHED', ids)]);
  const startedAtMs = performance.now();
  for (let step = nextExportStep(state); step._tag === 'Fetch'; step = nextExportStep(state)) {
    applyExportEvent(state, claimed(step.chunk));
    applyExportEvent(state, taken(step.chunk));
  }
  expect(nextExportStep(state)).toStrictEqual(complete);
  expect(performance.now() - startedAtMs).toBeLessThan(5000); // it took minutes where each event copied what there was
});
