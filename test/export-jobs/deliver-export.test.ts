import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportJob, ExportOptions, ExportProgress, Checkpoint } from 'tenable-result';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';

import * as vulnsExport from '../../src/api/vm/vulns-export.js';
import { openExportRun } from '../../src/export-jobs/export-run.js';
import { deliverExport } from '../../src/export-jobs/deliver-export.js';
import type { ChunkIntake } from '../../src/export-jobs/deliver-export.js';
import { expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const record = (id: number): VulnRecord => ({ asset: { uuid: `a${id}` }, plugin: { id }, severity: 'low' });
const created = { json: { export_uuid: 'job-1' } };
const report = (status: string, chunks_available?: readonly number[], rest: object = {}): ScriptedAnswer => ({ json: { status, chunks_available, ...rest } });
const chunk = (...ids: readonly number[]): ScriptedAnswer => ({ json: ids.map(record) });
const cancelled = { json: { status: 'CANCELLED' } };
const cut: ScriptedAnswer = { pieces: ['[{"asset":'] };
const checkpoint = (done: readonly number[], failed: readonly number[] = [], gaveUp: readonly number[] = []): Checkpoint =>
  ({ version: 1, kind: 'vulns', uuid: 'job-1', done, failed, cancelled: gaveUp });

interface Observed {
  /** Ids of records, then the failure where there is one. */
  readonly seen: readonly (number | object)[];
  /** What was asked for, in short. */
  readonly asked: readonly string[];
}

const toShort = ({ method, url }: { readonly method: string; readonly url: string }): string =>
  `${method} ${new URL(url).pathname.replace('/vulns/export', '').replace('/job-1', '')}`;

/** A loop over a job until its end, or until `stopAfter` items were seen. */
async function observe(client: ScriptedClient, options: ExportOptions = {}, stopAfter = Infinity, job: ExportJob<VulnRecord> = client.vm.exports.vulns({}, options)): Promise<Observed> {
  const seen: (number | object)[] = [];
  const loop = async (): Promise<void> => {
    for await (const item of job) {
      seen.push(item.isOk() ? item.value.plugin.id : item.error);
      if (seen.length >= stopAfter) break;
    }
  };
  await client.clock.settle(loop());
  expect([client.clock.pendingTimers(), client.openBodies()]).toStrictEqual([0, 0]);
  return { seen, asked: client.requests.map(toShort) };
}

describe('a job that goes well', () => {
  test.each<readonly [string, readonly ScriptedAnswer[], readonly number[], number]>([
    ['with chunks that are all there', [created, report('FINISHED', [2, 1]), chunk(1, 2), chunk(3)], [1, 2, 3], 0],
    ['with chunks that come while it goes on', [created, report('PROCESSING', [2]), chunk(3), report('FINISHED', [1, 2]), chunk(1)], [3, 1], 0],
    ['after waits that grow while nothing new comes', [created, report('QUEUED', []), report('QUEUED', []), report('PROCESSING'), report('FINISHED', [1]), chunk(1)], [1], 2000 + 4000 + 6000],
    ['without chunks', [created, report('FINISHED', [])], [], 0],
    ['with a chunk that is empty', [created, report('FINISHED', [1, 2]), chunk(), chunk(1)], [1], 0],
    ['under a word that nobody has seen yet', [created, report('RESTARTING', []), report('FINISHED', [])], [], 2000],
    ['with a chunk that comes whole the second time', [created, report('FINISHED', [1]), cut, chunk(1)], [1], 2000],
    ['with a chunk that comes whole the third time', [created, report('FINISHED', [1]), {}, cut, chunk(1)], [1], 2000 + 2000],
    ['with a chunk that was announced too soon', [created, report('PROCESSING', [1]), { status: 400 }, report('FINISHED', [1]), chunk(1)], [1], 2000],
    ['with a chunk that was not ready although the job had finished', [created, report('FINISHED', [1]), { status: 400 }, report('FINISHED', [1]), chunk(1)], [1], 2000],
    ['through a service that is unwell for a while', [{ status: 429 }, created, { status: 503 }, report('FINISHED', [1]), { failure: 'reset' }, chunk(1)], [1], 3000],
  ])('delivers all records: %s', async (_title, answers, ids, elapsedMs) => {
    const client = createScriptedClient(answers);
    expect((await observe(client)).seen).toStrictEqual(ids);
    expect(client.elapsedMs()).toBe(elapsedMs);
  });

  test('asks for just what it needs', async () => {
    const client = createScriptedClient([created, report('PROCESSING', [7]), chunk(1), report('FINISHED', [7, 3]), chunk(2)]);
    expect((await observe(client)).asked).toStrictEqual(['POST ', 'GET /status', 'GET /chunks/7', 'GET /status', 'GET /chunks/3']);
  });

  test('waits as its options say', async () => {
    const client = createScriptedClient([created, ...Array.from({ length: 5 }, () => report('QUEUED', [])), report('FINISHED', [])]);
    await observe(client, { pollIntervalMs: 100, maxPollIntervalMs: 250 });
    expect(client.elapsedMs()).toBe(100 + 200 + 250 + 250 + 250);
  });

  test('waits before it fetches a chunk again that could not be read', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), cut, cut, chunk(1)]);
    expect((await observe(client, { pollIntervalMs: 100 })).seen).toStrictEqual([1]);
    expect(client.elapsedMs()).toBe(100 + 100);
  });

  test('can be read by chunk', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), chunk(1), chunk(2, 3)]);
    const chunks: unknown[] = [];
    for await (const one of client.vm.exports.vulns().chunks()) chunks.push(one.isOk() ? [one.value.id, one.value.records.length] : one.error);
    expect(chunks).toStrictEqual([[1, 1], [2, 2]]);
  });

  test('starts anew with each loop, and tells how far the latest one is', async () => {
    const answers = [created, report('FINISHED', [1]), chunk(1)];
    const client = createScriptedClient([...answers, ...answers]);
    const job = client.vm.exports.vulns();
    expect(job.checkpoint()).toBeNull();
    for (let loop = 1; loop <= 2; loop += 1) {
      expect((await observe(client, {}, Infinity, job)).seen).toStrictEqual([1]);
      expect(job.checkpoint()).toStrictEqual(checkpoint([1]));
    }
  });
});

describe('a job that ends without all of its records', () => {
  const incomplete = (reason: string, at: Checkpoint, detail = ''): object =>
    ({ _tag: 'TioExportsError', operation: reason === 'chunk-unreadable' ? 'vulnsExport.chunk' : 'vulnsExport.status', export: 'vulns', uuid: 'job-1', reason, detail, checkpoint: at });
  test.each<readonly [string, readonly ScriptedAnswer[], readonly (number | object)[]]>([
    ['ERROR, after the chunks that are there', [created, report('ERROR', [1, 2], { chunks_cancelled: [3, 4], reason: 'timed out' }), chunk(1), chunk(2)],
      [1, 2, incomplete('error', checkpoint([1, 2], [], [3, 4]), 'timed out')]],
    ['CANCELLED by somebody else', [created, report('PROCESSING', [1]), chunk(1), report('CANCELLED', [1], { reason: null })], [1, incomplete('cancelled', checkpoint([1]))]],
    ['FINISHED with chunks that failed', [created, report('FINISHED', [2], { chunks_failed: [1], reason: '1 of 2 chunks failed' }), chunk(2)],
      [2, incomplete('chunks-failed', checkpoint([2], [1]), '1 of 2 chunks failed')]],
    ['a chunk that never becomes readable', [created, report('FINISHED', [1, 2]), cut, {}, { json: { not: 'a list' } }, chunk(2)], [2, incomplete('chunk-unreadable', checkpoint([2], [1]))]],
    ['a chunk that has expired', [created, report('FINISHED', [1, 2]), { status: 404 }, chunk(2)], [2, incomplete('chunk-unreadable', checkpoint([2], [1]))]],
    ['a status that is refused', [created, { status: 403 }], [{ _tag: 'PermissionError', operation: 'vulnsExport.status' }]],
    ['a chunk that fails for another reason', [created, report('FINISHED', [1, 2]), { status: 500 }, chunk(2)], [2, incomplete('chunk-unreadable', checkpoint([2], [1]))]],
    ['credentials that are not accepted any more', [created, report('FINISHED', [1, 2]), { status: 401 }], [{ _tag: 'PermissionError', operation: 'vulnsExport.chunk', reason: 'unauthenticated' }]],
    ['a creation that is refused', [{ status: 403 }], [{ _tag: 'PermissionError', operation: 'vulnsExport.create' }]],
  ])('says so last: %s', async (_title, answers, seen) => {
    expect((await observe(createScriptedClient(answers))).seen).toMatchObject(seen);
  });

  test('because its input is not accepted starts nothing', async () => {
    const client = createScriptedClient([]);
    const job = client.vm.exports.vulns({ num_assets: 7 });
    expect((await observe(client, {}, Infinity, job)).seen).toMatchObject([{ _tag: 'UnexpectedValueError', issues: [{ path: 'num_assets' }] }]);
    expect(job.checkpoint()).toBeNull();
  });
});

describe('a job whose time runs out', () => {
  const timeout = (at: Checkpoint): object => ({ _tag: 'TioExportsTimeout', operation: 'vulnsExport.create', export: 'vulns', uuid: at.uuid, elapsedMs: 5000, checkpoint: at });
  test.each<readonly [string, readonly ScriptedAnswer[], readonly (number | object)[], string]>([
    ['while it waits to ask', [created, report('PROCESSING', [1]), chunk(1), report('QUEUED', []), report('QUEUED', []), cancelled], [1, timeout(checkpoint([1]))], 'POST /cancel'],
    ['while it is asked', [created, 'silence', cancelled], [timeout(checkpoint([]))], 'POST /cancel'],
    ['while a chunk comes', [created, report('FINISHED', [1]), { pieces: ['['], end: 'never' }, cancelled], [timeout(checkpoint([]))], 'POST /cancel'],
    ['and has ended meanwhile', [created, 'silence', { status: 400 }], [timeout(checkpoint([]))], 'POST /cancel'],
    ['and cannot be cancelled', [created, 'silence', 'silence'], [timeout(checkpoint([]))], 'POST /cancel'],
    ['before it was created', ['silence'], [timeout({ ...checkpoint([]), uuid: '' })], 'POST '],
  ])('is cancelled and says what was delivered: %s', async (_title, answers, seen, last) => {
    const client = createScriptedClient(answers);
    const observed = await observe(client, { timeoutMs: 5000 });
    expect(observed.seen).toMatchObject(seen);
    expect(observed.asked.at(-1)).toBe(last);
  });
});

describe('a job that nobody wants any more', () => {
  test.each<readonly [string, readonly ScriptedAnswer[], readonly number[]]>([
    ['while it is created', ['silence'], []],
    ['while it waits to ask', [created, report('QUEUED', []), cancelled], []],
    ['while a chunk comes', [created, report('FINISHED', [1, 2]), chunk(1), 'silence', cancelled], [1]],
  ])('is cancelled when its signal aborts: %s', async (_title, answers, ids) => {
    const client = createScriptedClient(answers);
    const controller = new AbortController();
    client.clock.schedule(1000, () => { controller.abort(); });
    const { asked, seen } = await observe(client, { signal: controller.signal });
    expect(seen).toMatchObject([...ids, { _tag: 'ConnectionError', operation: 'vulnsExport.create', reason: 'aborted' }]);
    expect([client.elapsedMs(), asked.at(-1)]).toStrictEqual([1000, answers.length === 1 ? 'POST ' : 'POST /cancel']);
  });

  test('is cancelled when its loop is left early; the chunk in hand does not count as done', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), chunk(1), chunk(2, 3), cancelled]);
    const job = client.vm.exports.vulns();
    expect((await observe(client, {}, 2, job)).asked.at(-1)).toBe('POST /cancel');
    expect(job.checkpoint()).toStrictEqual(checkpoint([1]));
  });

  test('is left alone when its loop is left at its end', async () => {
    const client = createScriptedClient([created, report('ERROR', [])]);
    expect((await observe(client, {}, 1)).asked).toStrictEqual(['POST ', 'GET /status']);
  });

  test('is never started where nobody reads it', async () => {
    const client = createScriptedClient([]);
    const iterator = client.vm.exports.vulns().chunks()[Symbol.asyncIterator]();
    expect(client.clock.pendingTimers()).toBe(0);
    expect(await iterator.return?.()).toMatchObject({ done: true });
  });
});

describe('onProgress', () => {
  const answers = [created, report('PROCESSING', [1]), chunk(1, 2), report('FINISHED', [1])];
  test('is told of every change', async () => {
    const told: ExportProgress[] = [];
    await observe(createScriptedClient(answers), { onProgress: (progress) => void told.push(progress) });
    const bytes = JSON.stringify([1, 2].map(record)).length;
    expect(told).toMatchObject([
      { status: '', uuid: 'job-1', chunksDone: 0, chunksReady: 0, chunksTotal: null, records: 0, bytes: 0 },
      { status: 'PROCESSING', chunksDone: 0, chunksReady: 1 },
      { status: 'PROCESSING', chunksDone: 0, chunksReady: 0, records: 0 },
      { status: 'PROCESSING', chunksDone: 1, chunksReady: 0, records: 2, bytes },
      { status: 'FINISHED', chunksDone: 1, chunksReady: 0, chunksTotal: 1, records: 2, bytes, elapsedMs: 0, bytesPerSecond: 0, remainingMs: 0 },
    ]);
  });

  test.each<readonly [string, () => unknown]>([
    ['throws', (): never => { throw new Error('hostile'); }], ['rejects', () => Promise.reject(new Error('hostile'))], ['never settles', () => new Promise(() => undefined)],
    ['gives a thenable that throws', () => ({ then: (): never => { throw new Error('hostile'); } })],
  ])('changes nothing where it %s', async (_title, onProgress) => {
    expect((await observe(createScriptedClient(answers), { onProgress })).seen).toStrictEqual([1, 2]);
  });

  test('that throws when it is looked up ends the job as a defect, and nothing is thrown', async () => {
    const client = createScriptedClient([]);
    const options = { get onProgress(): never { throw new Error('hostile'); } };
    expect((await observe(client, options)).seen).toMatchObject([{ _tag: 'TenableException', operation: 'vulnsExport.create' }]);
  });
});

test.each<readonly [string, ChunkIntake<{ readonly recordCount: number }, never>]>([
  ['fetching', { fetch: () => Promise.reject(new Error('defect')), take: () => Promise.resolve(ok(undefined)) }],
  ['handing over', { fetch: () => Promise.resolve(ok({ recordCount: 1 })), take: () => Promise.reject(new Error('defect')) }],
])('a defect in %s ends the run as one, and nothing is left under way', async (_title, intake) => {
  const client = createScriptedClient([created, report('FINISHED', [1, 2])]);
  const run = expectOk(openExportRun({ client: client.vm, operations: { kind: 'vulns', ...vulnsExport }, start: { _tag: 'Create', input: {} }, options: {} }, 4));
  expect(await client.clock.settle(deliverExport(run, intake))).toMatchObject(err({ _tag: 'TenableException', operation: 'vulnsExport.create', defect: { message: 'defect' } }));
  expect(client.clock.pendingTimers()).toBe(0);
});
