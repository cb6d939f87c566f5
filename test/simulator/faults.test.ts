/** Faults that are about exports: what they answer, and what a client makes of them. */
import { describe, expect, test } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';
import type { Fault, Simulator } from 'tenable-result/simulator';

import { expectErr } from '../support/expect-result.js';
import { ask, collectJob, openInProcessLab, startExport } from './vm/simulator-lab.js';

const chunkPath = '/vulns/export/{export_uuid}/chunks/{chunk_id}';

/** A simulator with a job that has finished, and the path of its first chunk. */
function openFinished(): { readonly simulator: Simulator; readonly path: string } {
  const simulator = createSimulator({ pollsUntilReady: 1 });
  const uuid = startExport(simulator, '/vulns/export');
  ask(simulator, 'GET', `/vulns/export/${uuid}/status`);
  return { simulator, path: `/vulns/export/${uuid}/chunks/1` };
}

describe('answers', () => {
  test.each<readonly [string, Fault, object]>([
    ['notReady', faults.notReady({ path: chunkPath }), { status: 400, json: { error: 'Chunk not ready for download' } }],
    ['noContent', faults.noContent(), { status: 204, json: undefined }],
    ['duplicateExport', faults.duplicateExport({ jobUuid: 'job-1' }), {
      status: 429, json: { status: 429, message: expect.stringMatching(/^Duplicate export not allowed\..*job_uuid=job-1\b/) as unknown },
    }],
    ['conflict, which names a job', faults.conflict({ activeJobId: 'job-1' }), { status: 409, json: { active_job_id: 'job-1', failure_reason: expect.any(String) as unknown } }],
    ['conflict, which does not', faults.conflict(), { status: 409, json: { statusCode: 409, error: 'Conflict', message: 'Conflict' } }],
  ])('%s', (_title, fault, expected) => {
    const { path, simulator } = openFinished();
    simulator.script(fault);
    expect(ask(simulator, 'GET', path)).toMatchObject(expected);
    expect(ask(simulator, 'GET', path)).toMatchObject({ status: 200 });
  });

  test('notReady is what the simulator itself says of a chunk that is to come', () => {
    const simulator = createSimulator();
    const path = `/vulns/export/${startExport(simulator, '/vulns/export')}/chunks/1`;
    const { json, status } = ask(simulator, 'GET', path);
    simulator.script(faults.notReady());
    expect(ask(simulator, 'GET', path)).toMatchObject({ json, status });
  });

  test('truncatedJson is the first half of the usual text, in the usual form', () => {
    const { path, simulator } = openFinished();
    const headers = { 'x-apikeys': `accessKey=${simulator.accessKey}; secretKey=${simulator.secretKey}` };
    const get = (): object => simulator.handle({ method: 'GET', url: path, headers });
    const usual = get();
    simulator.script(faults.truncatedJson({ path: chunkPath }));
    const text = 'body' in usual && typeof usual.body === 'string' ? usual.body : '';
    expect(text.length).toBeGreaterThan(1_000);
    expect(get()).toMatchObject({ _tag: 'Answer', status: 200, body: text.slice(0, text.length / 2), headers: { 'content-type': 'application/octet-stream' } });
  });
});

describe('an export', () => {
  test.each<readonly [string, Fault]>([
    ['a chunk that is not ready', faults.notReady({ path: chunkPath, times: 2 })],
    ['a chunk that was cut off once', faults.truncatedJson({ path: chunkPath })],
    ['a chunk that had no content once', faults.noContent({ path: chunkPath })],
  ])('gets over %s', async (_title, fault) => {
    const { settle, simulator, vm } = openInProcessLab();
    simulator.script(fault);
    const { error, records } = await settle(collectJob(vm.exports.vulns()));
    expect([error, records.length]).toStrictEqual([null, 200]);
    expect(simulator.unusedFaults()).toStrictEqual([]);
  });

  test.each<readonly [string, Fault]>([
    ['cut off', faults.truncatedJson({ path: '/vulns/export/{export_uuid}/chunks/2', times: Number.POSITIVE_INFINITY })],
    ['without content', faults.noContent({ path: '/vulns/export/{export_uuid}/chunks/2', times: Number.POSITIVE_INFINITY })],
  ])('does not take a chunk that stays %s for an empty one', async (_title, fault) => {
    const { settle, simulator, vm } = openInProcessLab();
    simulator.script(fault);
    const { error, records } = await settle(collectJob(vm.exports.vulns()));
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { failed: [2] } });
    expect(records).toHaveLength(150);
  });
});

test('a request that is refused as a duplicate the old way is an error with the id of the job that runs', async () => {
  const { settle, simulator, vm } = openInProcessLab();
  simulator.script(faults.duplicateExport({ jobUuid: 'job-1', times: 2 }));
  expect(expectErr(await settle(vm.vulnsExport.create()))).toMatchObject({ code: 429, detail: expect.stringContaining('job_uuid=job-1') as unknown });
});
