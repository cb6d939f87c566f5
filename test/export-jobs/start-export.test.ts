import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { Checkpoint, ExportJob, ExportOptions } from 'tenable-result';
import { faults } from 'tenable-result/simulator';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { checkpoint, chunk, chunkPath, openExportLab, readIds, report, toShort } from './export-lab.js';

/** A checkpoint as it comes back from a file. */
const reload = (saved: Checkpoint | null): Checkpoint => JSON.parse(JSON.stringify(saved)) as Checkpoint; // it is one

/** All records of a job, as JSON, and the tag of its error. */
async function readAll(job: ExportJob<VulnRecord>, records: string[]): Promise<string | null> {
  for await (const item of job) {
    if (item.isErr()) return item.error._tag;
    records.push(JSON.stringify(item.value));
  }
  return null;
}

describe('a job that is resumed', () => {
  test('is neither created anew nor are its chunks that are done fetched again', async () => {
    const client = createScriptedClient([report('FINISHED', [1, 2, 3, 4], { total_chunks: 4 }), chunk(20), chunk(40)]);
    const job = client.vm.exports.vulns.resume(checkpoint([3, 1]));
    expect(await readIds(job)).toStrictEqual({ ids: [20, 40], error: null });
    expect(client.requests.map(toShort)).toStrictEqual(['GET /status', 'GET /chunks/2', 'GET /chunks/4']);
    expect(job.checkpoint()).toStrictEqual(checkpoint([3, 1, 2, 4]));
  });

  test('tries chunks again that had failed or were given up', async () => {
    const client = createScriptedClient([report('FINISHED', [1, 2, 3]), chunk(20), chunk(30)]);
    expect((await readIds(client.vm.exports.vulns.resume(checkpoint([1], { failed: [2], cancelled: [3] })))).ids).toStrictEqual([20, 30]);
  });

  test('is complete where nothing is left of it', async () => {
    const client = createScriptedClient([report('FINISHED', [1, 2], { total_chunks: 2 })]);
    const summary = await client.vm.exports.vulns.resume(checkpoint([1, 2])).toNdjson(() => ok(undefined));
    expect(summary).toMatchObject(ok({ uuid: 'job-1', chunks: 0, records: 0, bytes: 0 }));
  });

  test('that has expired is a NotFoundError', async () => {
    const { clock, vm } = openExportLab();
    const job = vm.exports.vulns();
    await clock.settle(readIds(job));
    await clock.advance(86_400_000);
    expect((await clock.settle(readIds(vm.exports.vulns.resume(reload(job.checkpoint()))))).error).toMatchObject({ _tag: 'NotFoundError', operation: 'vulnsExport.status' });
  });

  test('is cancelled like any other where it runs out of time, and adopts nothing', async () => {
    const client = createScriptedClient(['silence', { json: { status: 'CANCELLED' } }]);
    const { error } = await client.clock.settle(readIds(client.vm.exports.vulns.resume(checkpoint([1]), { timeoutMs: 1000 })));
    expect([error, client.requests.map(toShort)]).toMatchObject([{ _tag: 'TioExportsTimeout', checkpoint: checkpoint([1]) }, ['GET /status', 'POST /cancel']]);
  });
});

describe('the id that the service gives a job', () => {
  const hostile = ['', '.', '..', 'a b', 'a\\b', 'a\nb', 'x'.repeat(201), 'jöb', 7, null, '../../users/1?x=', '..%2f..%2fusers', '/etc', 'a?b=c#d', '//elsewhere.example', 'a;b', '%2e%2e', 'a@b'];
  test.each(hostile)('is refused where it would lead elsewhere in a path: %j', async (uuid) => {
    const client = createScriptedClient([{ json: { export_uuid: uuid } }]);
    const { error } = await readIds(client.vm.exports.vulns());
    expect(error).toMatchObject({ _tag: 'APIError', operation: 'vulnsExport.create', issues: [{ path: 'export_uuid' }] });
  });
});

describe('a checkpoint that does not fit', () => {
  test.each<readonly [string, unknown, string]>([
    ['of another kind', checkpoint([], { kind: 'assets' }), 'checkpoint.kind'], ['of another version', { ...checkpoint([]), version: 2 }, 'checkpoint.version'],
    ['of a job that was never created', checkpoint([], { uuid: '' }), 'checkpoint.uuid'], ['that is null', null, 'checkpoint'], ['that is a list', [], 'checkpoint'],
    ['whose chunks are words', { ...checkpoint([]), done: ['1'] }, 'checkpoint.done[0]'],
  ])('is refused and nothing is sent: %s', async (_title, saved, path) => {
    const { clock, vm } = createScriptedClient([]);
    const job = vm.exports.vulns.resume(saved as Checkpoint); // not one: that is the test
    const refusal = { _tag: 'UnexpectedValueError', operation: 'vulnsExport.create', issues: [{ path }] };
    expect((await readIds(job)).error).toMatchObject(refusal);
    expect(await job.forEachChunk(() => ok(undefined))).toMatchObject(err(refusal));
    expect(await job.toNdjson(() => ok(undefined))).toMatchObject(err(refusal));
    expect([job.checkpoint(), clock.pendingTimers()]).toStrictEqual([null, 0]);
  });

  test('is a defect where reading it throws', async () => {
    const saved = { ...checkpoint([]), get uuid(): never { throw new Error('hostile'); } };
    expect((await readIds(createScriptedClient([]).vm.exports.vulns.resume(saved))).error).toMatchObject({ _tag: 'TenableException', defect: { message: 'hostile' } });
  });

  test('is said together with options that do not fit either', async () => {
    const job = createScriptedClient([]).vm.exports.was.resume(checkpoint([]), { concurrency: 0 });
    expect(await job.forEachChunk(() => ok(undefined))).toMatchObject({ error: { issues: [{ path: 'concurrency' }, { path: 'checkpoint.kind' }] } });
  });
});

describe('two runs together have each record once', () => {
  test.each<readonly [string, string, ExportOptions, 'error' | 'finished']>([
    ['its time ran out', 'TioExportsTimeout', { timeoutMs: 5000, onEarlyEnd: 'detach' }, 'finished'],
    ['chunks could not be read', 'TioExportsError', {}, 'finished'],
    ['a chunk was refused', 'TioExportsError', {}, 'finished'],
  ])('where in the first one %s', async (title, tag, options, exportOutcome) => {
    const { clock, count, simulator, vm } = openExportLab({ exportOutcome });
    if (title === 'chunks could not be read') simulator.script(faults.emptyBody({ path: /chunks\/(3|6)$/, times: 6 }));
    else if (title === 'a chunk was refused') simulator.script(faults.forbidden({ path: /chunks\/5$/ }));
    else simulator.script(faults.hang({ path: /chunks\/8$/ }));
    const records: string[] = [];
    const job = vm.exports.vulns({}, options);
    expect(await clock.settle(readAll(job, records))).toBe(tag);
    expect(records.length).toBeLessThan(200);
    const [delivered, fetched] = [records.length, count('GET', chunkPath)];
    expect(await clock.settle(readAll(vm.exports.vulns.resume(reload(job.checkpoint())), records))).toBeNull();
    expect([new Set(records).size, records.length]).toStrictEqual([200, 200]);
    expect([count('GET', chunkPath) - fetched, count('POST', '/vulns/export')]).toStrictEqual([(200 - delivered) / 20, 1]);
  });

  test('by the checkpoint that its error holds as by the one that the job tells', async () => {
    const answers: readonly ScriptedAnswer[] = [{ json: { export_uuid: 'job-1' } }, report('ERROR', [1, 2], { chunks_cancelled: [3], reason: 'timed out' }), chunk(1), chunk(2)];
    const client = createScriptedClient([...answers, report('FINISHED', [1, 2, 3]), chunk(3)]);
    const job = client.vm.exports.vulns();
    const { error } = await readIds(job);
    const saved = error?._tag === 'TioExportsError' ? error.checkpoint : null;
    expect(saved).toStrictEqual(job.checkpoint());
    expect((await readIds(client.vm.exports.vulns.resume(reload(saved)))).ids).toStrictEqual([3]);
  });
});
