import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportRestart, ResumeOptions } from 'tenable-result';
import type { VulnsExportInput } from 'tenable-result/vm/vulns-export';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { cancelled, checkpoint, chunk, openExportLab, readIds, report, toShort } from './export-lab.js';

const createdAnew: ScriptedAnswer = { json: { export_uuid: 'job-2' } };
const noRetry = { retry: { maxRetries: 0 } };
const gone: ScriptedAnswer = { status: 404, json: { error: 'Export expired or not found' } };

interface Resumed {
  readonly ids: readonly number[];
  readonly error: object | null;
  readonly told: readonly ExportRestart[];
  readonly asked: readonly string[];
}

/** Goes on from a checkpoint with chunk 1 done; a job that is over is asked for anew. */
async function resume(client: ScriptedClient, options: ResumeOptions<VulnsExportInput> = {}): Promise<Resumed> {
  const told: ExportRestart[] = [];
  const job = client.vm.exports.vulns.resume(checkpoint([1]), { restartWith: { num_assets: 500 }, onRestart: (restart) => told.push(restart), ...options });
  const { error, ids } = await client.clock.settle(readIds(job));
  return { ids, error, told, asked: client.requests.map(toShort) };
}

describe('a job that is gone on with and is over', () => {
  test.each<readonly [string, ScriptedAnswer, Partial<ExportRestart>]>([
    ['ended in ERROR', report('ERROR', [1, 2], { chunks_cancelled: [3], reason: 'timed out' }), { reason: 'error', detail: 'timed out', from: checkpoint([1], { cancelled: [3] }) }],
    ['was cancelled', report('Cancelled', [1, 2]), { reason: 'cancelled', detail: '' }],
    ['has failed chunks', report('FINISHED', [1, 2], { chunks_failed: [3], reason: '1 of 3 chunks failed' }), { reason: 'chunks-failed', from: checkpoint([1], { failed: [3] }) }],
    ['has fewer chunks than it promised', report('FINISHED', [1, 2], { total_chunks: 9 }), { reason: 'chunks-missing' }],
    ['has expired', gone, { reason: 'expired', detail: '', from: checkpoint([1]) }],
  ])('is asked for anew, told of, and nothing of the old one is delivered: it %s', async (_title, answer, restart) => {
    const client = createScriptedClient([answer, createdAnew, report('FINISHED', [1, 2]), chunk(10), chunk(20)], noRetry);
    const { asked, error, ids, told } = await resume(client);
    expect([ids, error]).toStrictEqual([[10, 20], null]);
    expect(told).toMatchObject([{ uuid: 'job-2', ...restart }]);
    expect(asked).toStrictEqual(['GET /status', 'POST ', 'GET /job-2/status', 'GET /job-2/chunks/1', 'GET /job-2/chunks/2']);
    expect(JSON.parse(client.requests[1]?.body ?? '')).toStrictEqual({ num_assets: 500 });
  });

  test('is cancelled first where it goes on although chunks have failed: a second one would be refused', async () => {
    const client = createScriptedClient([report('PROCESSING', [1], { chunks_failed: [2] }), cancelled, createdAnew, report('FINISHED', [1]), chunk(10)], noRetry);
    const { asked, ids, told } = await resume(client, { onEarlyEnd: 'detach' });
    expect([ids, told]).toMatchObject([[10], [{ reason: 'chunks-failed' }]]);
    expect(asked.slice(0, 3)).toStrictEqual(['GET /status', 'POST /cancel', 'POST ']);
  });

  test('is not adopted in place of the new one', async () => {
    const duplicate = { status: 409, json: { error: 'Duplicate export detected for container_uuid=x, job_uuid=job-1', active_job_id: 'job-1' } };
    const client = createScriptedClient([report('ERROR', [1]), duplicate], noRetry);
    expect(await resume(client)).toMatchObject({ ids: [], told: [], error: { _tag: 'UnsupportedError', activeJobId: 'job-1' } });
  });

  test('is asked for anew where the job still answers and the chunks that are left have expired', async () => {
    const client = createScriptedClient([report('FINISHED', [1, 2, 3]), gone, gone, createdAnew, report('FINISHED', [1]), chunk(10)], noRetry);
    const { asked, ids, error, told } = await resume(client);
    expect([ids, error, told]).toMatchObject([[10], null, [{ reason: 'expired', uuid: 'job-2' }]]);
    expect(asked.filter((one) => one === 'POST ')).toHaveLength(1);
  });

  test('is left as it is where a chunk of it was delivered in this run; the next run asks anew', async () => {
    const first = createScriptedClient([report('FINISHED', [1, 2, 3]), gone, chunk(30)], noRetry);
    expect(await resume(first)).toMatchObject({ ids: [30], told: [], error: { _tag: 'TioExportsError', checkpoint: { done: [1, 3], failed: [2] } } });
  });

  test('is asked for anew once in a run', async () => {
    const client = createScriptedClient([gone, createdAnew, report('FINISHED', [1]), gone], noRetry);
    expect(await resume(client)).toMatchObject({ told: [{ reason: 'expired' }], error: { _tag: 'TioExportsError', uuid: 'job-2', checkpoint: { uuid: 'job-2', done: [], failed: [1] } } });
  });

  test('ends the run with the error of the request where the new one is refused', async () => {
    const client = createScriptedClient([gone, { status: 403 }], noRetry);
    expect(await resume(client)).toMatchObject({ told: [], error: { _tag: 'PermissionError', operation: 'vulnsExport.create' } });
  });

  test('is told of in the summary, too, and as a new job in its checkpoint', async () => {
    const client = createScriptedClient([report('ERROR', []), createdAnew, report('FINISHED', [4]), chunk(40)]);
    const job = client.vm.exports.vulns.resume(checkpoint([1]), { restartWith: {} });
    expect(await job.forEachChunk(() => ok(undefined))).toMatchObject(ok({ uuid: 'job-2', chunks: 1, restart: { reason: 'error', from: checkpoint([1]), uuid: 'job-2' } }));
    expect(job.checkpoint()).toStrictEqual(checkpoint([4], { uuid: 'job-2' }));
  });

  test('without a word of what to ask for ends as it did', async () => {
    expect(await resume(createScriptedClient([gone]), { restartWith: undefined })).toMatchObject({ told: [], error: { _tag: 'NotFoundError' } });
    const client = createScriptedClient([report('ERROR', [1, 2]), chunk(20)]);
    expect(await resume(client, { restartWith: undefined })).toMatchObject({ ids: [20], told: [], error: { _tag: 'TioExportsError', reason: 'error' } });
  });
});

describe('a job that is gone on with and is not over', () => {
  test.each<readonly [string, readonly ScriptedAnswer[]]>([
    ['goes on', [report('PROCESSING', [1]), report('FINISHED', [1, 2]), chunk(20)]],
    ['has finished', [report('FINISHED', [1, 2], { total_chunks: 2 }), chunk(20)]],
  ])('is gone on with: it %s', async (_title, answers) => {
    expect(await resume(createScriptedClient(answers))).toMatchObject({ ids: [20], error: null, told: [] });
  });

  test('is left alone where asking how far it is fails', async () => {
    expect(await resume(createScriptedClient([{ status: 500 }], noRetry))).toMatchObject({ told: [], error: { _tag: 'ServerError', operation: 'vulnsExport.status' } });
  });
});

describe('whoever is told of it', () => {
  test('has the time to let go of what came before: nothing of the new job comes meanwhile', async () => {
    const { clock, vm, count } = openExportLab();
    const first = vm.exports.vulns();
    await clock.settle(readIds(first));
    await clock.advance(86_400_000);
    let isReady = false;
    const saved = first.checkpoint();
    if (saved === null) expect.fail('there is a checkpoint');
    const job = vm.exports.vulns.resume(saved, {
      restartWith: {},
      onRestart: () => new Promise<void>((resolve) => clock.schedule(5000, () => {
        isReady = true;
        resolve();
      })),
    });
    const fetched = count('GET', /\/chunks\/\d+$/);
    const summary = await clock.settle(job.forEachChunk(() => {
      expect(isReady).toBe(true);
      return ok(undefined);
    }));
    expect([summary.isOk() && summary.value.chunks, count('GET', /\/chunks\/\d+$/) - fetched]).toStrictEqual([10, 10]);
  });

  test.each<readonly [string, () => unknown]>([['throws', (): never => { throw new Error('hostile'); }], ['rejects', () => Promise.reject(new Error('hostile'))]])(
    'ends the run where it %s: records of two jobs would be mixed', async (_title, onRestart) => {
      const client = createScriptedClient([gone, createdAnew]);
      expect(await resume(client, { onRestart })).toMatchObject({ ids: [], error: { _tag: 'TenableException', operation: 'vulnsExport.create', defect: { message: 'hostile' } } });
    });

  test.each<readonly [string, object, string]>([['a word', { restartWith: 'x' }, 'restartWith'], ['null', { restartWith: null }, 'restartWith'], ['no function', { onRestart: 7 }, 'onRestart']])(
    'and what to ask for are looked at before anything is sent: %s', async (_title, options, path) => {
      expect(await resume(createScriptedClient([]), options)).toMatchObject({ error: { _tag: 'UnexpectedValueError', issues: [{ path }] } });
    });
});
