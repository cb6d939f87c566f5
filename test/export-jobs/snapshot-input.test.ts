import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import { snapshotInput } from '../../src/export-jobs/snapshot-input.js';
import { explodingValues } from '../support/arbitrary-errors.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { checkpoint, chunk, created, report } from './export-lab.js';

const noRetry = { retry: { maxRetries: 0 } };

describe('input that changes after it was handed over', () => {
  test('is sent as it was, whenever the job is read', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), chunk(1), created, report('FINISHED', [])]);
    const since = new Date(1_700_000_000_000);
    const input = { num_assets: 500, filters: { severity: ['high'] as ('high' | 'low')[], since } };
    const job = client.vm.exports.vulns(input);
    input.num_assets = 50;
    input.filters.severity.push('low');
    since.setTime(0);
    await job.forEachChunk(() => {
      input.num_assets = 5000;
      return ok(undefined);
    });
    await job.forEachChunk(() => ok(undefined));
    const sent = { num_assets: 500, filters: { severity: ['high'], since: 1_700_000_000 } };
    expect([client.requests[0], client.requests[3]].map((request) => JSON.parse(request?.body ?? '') as unknown)).toStrictEqual([sent, sent]);
  });

  test('is not what a running job is compared with', async () => {
    const input = { filters: { severity: ['high'] as ('high' | 'low')[] } };
    const jobs = { json: { exports: [{ uuid: 'job-1', status: 'PROCESSING', created: Date.UTC(2026, 0, 1), filters: { severity: ['high'] } }] } };
    const client = createScriptedClient([{ failure: 'reset' }, jobs, report('FINISHED', [1]), chunk(7)], { ...noRetry, hooks: { onRequest: () => input.filters.severity.push('low') } });
    expect(await client.vm.exports.vulns(input).forEachChunk(() => ok(undefined))).toMatchObject(ok({ uuid: 'job-1', records: 1 }));
  });

  test('is not what a job is asked for anew with', async () => {
    const restartWith = { num_assets: 500 };
    const client = createScriptedClient([{ status: 404 }, { json: { export_uuid: 'job-2' } }, report('FINISHED', [])], { ...noRetry, hooks: { onRequest: () => { restartWith.num_assets = 50; } } });
    expect(await client.vm.exports.vulns.resume(checkpoint([1]), { restartWith }).forEachChunk(() => ok(undefined))).toMatchObject(ok({ uuid: 'job-2' }));
    expect(JSON.parse(client.requests[1]?.body ?? '')).toStrictEqual({ num_assets: 500 });
  });
});

describe('what cannot be copied', () => {
  test.each(explodingValues)('is handed on as it is, and nothing is thrown: %s', (_title, make) => {
    const value = make();
    expect(() => snapshotInput(value)).not.toThrow();
  });

  test.each<readonly [string, unknown]>([['a function', { filters: () => 1 }], ['a symbol', { num_assets: Symbol('x') }], ['an object that throws', { get filters(): never { throw new Error('hostile'); } }]])(
    'is refused when it would be sent: %s', async (_title, input) => {
      const client = createScriptedClient([]);
      const ended = await client.vm.exports.vulns(input as object).forEachChunk(() => ok(undefined));
      expect(ended.isErr() && ['UnexpectedValueError', 'TenableException']).toContain(ended.isErr() ? ended.error._tag : '');
    });
});
