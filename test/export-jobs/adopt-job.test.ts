import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportJobError, ExportOptions } from 'tenable-result';
import type { VulnsExportInput } from 'tenable-result/vm/vulns-export';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { cancelled, chunk, created, readIds, report, toShort } from './export-lab.js';

const input: VulnsExportInput = { filters: { severity: ['high'], 'tag.Location': ['Bonn'] } };
const ours = { severity: ['high'], since: 0, tags: { Location: ['Bonn'] } };
const others = { severity: ['low'], since: 0, tags: {} };

const conflict: ScriptedAnswer = { status: 409, json: { active_job_id: 'job-1', failure_reason: 'An export with the same filters is in progress' } };
const running = (filters?: unknown): ScriptedAnswer => report('PROCESSING', [], { filters });
const finished = report('FINISHED', [1]);
const rest: readonly ScriptedAnswer[] = [finished, chunk(7)];
const startMs = Date.UTC(2026, 0, 1);
const listed = (job: object = {}): object => ({ uuid: 'job-1', status: 'PROCESSING', filters: ours, created: startMs, ...job });
const list = (...exports: readonly object[]): ScriptedAnswer => ({ json: { exports } });
const lost: ScriptedAnswer = { failure: 'reset' };

interface Observed {
  readonly ids: readonly number[];
  readonly error: ExportJobError | null;
  readonly asked: readonly string[];
  readonly elapsedMs: number;
}

async function observe(answers: readonly ScriptedAnswer[], options: ExportOptions = {}): Promise<Observed> {
  const client = createScriptedClient(answers, { retry: { maxRetries: 0 } });
  const seen = await client.clock.settle(readIds(client.vm.exports.vulns(input, options)));
  expect(client.clock.pendingTimers()).toBe(0);
  return { ...seen, asked: client.requests.map(toShort), elapsedMs: client.elapsedMs() };
}

describe('a job that runs already and is named by the refusal', () => {
  const limit: ScriptedAnswer = { status: 429, json: { status: 429, message: 'Duplicate export not allowed. (job_uuid=job-1)' } };
  test.each<readonly [string, readonly ScriptedAnswer[]]>([
    ['with the same filters', [conflict, running(ours), ...rest]],
    ['with filters that say more', [conflict, running({ ...ours, state: ['OPEN'], network_id: 'n' }), ...rest]],
    ['with filters as JSON text', [conflict, running(JSON.stringify(ours)), ...rest]],
    ['whose filters only the list tells', [conflict, running(), list(listed({ uuid: 'x', filters: others }), listed()), ...rest]],
    ['whose filters nobody tells', [conflict, running(null), list(listed({ filters: null })), ...rest]],
    ['that is not in the list', [conflict, running(), list(), ...rest]],
    ['where the list is refused', [conflict, running(), { status: 403 }, ...rest]],
    ['in the words of a 429', [limit, running(ours), ...rest]],
    ['in the words of a 409', [{ status: 409, json: { status: 409, message: 'Duplicate export not allowed. (job_uuid=job-1)' } }, running(ours), ...rest]],
  ])('is gone on with: %s', async (_title, answers) => {
    expect(await observe(answers)).toMatchObject({ ids: [7], error: null });
  });

  test.each<readonly [string, readonly ScriptedAnswer[], object]>([
    ['has other filters', [conflict, running(others)], { _tag: 'UnsupportedError', activeJobId: 'job-1' }],
    ['has filters that are no JSON', [conflict, running('severity=high')], { _tag: 'UnsupportedError', activeJobId: 'job-1' }],
    ['has other filters in the list', [conflict, running(), list(listed({ filters: others }))], { _tag: 'UnsupportedError', activeJobId: 'job-1' }],
    ['cannot be looked at', [conflict, { status: 403 }], { _tag: 'UnsupportedError', activeJobId: 'job-1' }],
    ['is gone', [conflict, { status: 404 }], { _tag: 'UnsupportedError', activeJobId: 'job-1' }],
    ['has other filters than a 429 said', [limit, running(others)], { _tag: 'RetryError', reason: 'duplicate-export' }],
    ['is not named', [{ status: 409, json: { error: 'Conflict' } }], { _tag: 'UnsupportedError', activeJobId: null }],
    ['is not wanted', [conflict], { _tag: 'UnsupportedError' }],
  ])('is not gone on with where it %s: the error is that of the request', async (title, answers, error) => {
    const options: ExportOptions = title === 'is not wanted' ? { onDuplicate: 'error' } : {};
    const observed = await observe(answers, options);
    expect(observed).toMatchObject({ ids: [], error: { ...error, operation: 'vulnsExport.create' } });
    expect(observed.elapsedMs).toBe(0);
  });

  test('is asked for its filters before anything of it is delivered', async () => {
    expect((await observe([conflict, running(ours), ...rest])).asked).toStrictEqual(['POST ', 'GET /status', 'GET /status', 'GET /chunks/1']);
  });

  test('is no reason to look where the limit is another one', async () => {
    const { asked, error } = await observe([{ status: 429, json: { message: 'There are 10 concurrent exports already. (job_uuid=job-1)' } }]);
    expect([error?._tag, asked]).toStrictEqual(['RetryError', ['POST ']]);
  });
});

describe('a job whose request was carried out while its answer got lost', () => {
  test.each<readonly [string, ScriptedAnswer]>([['a reset', lost], ['a 500', { status: 500 }], ['a 504', { status: 504 }], ['a 503', { status: 503 }],
    ['a 520 of a gateway', { status: 520 }], ['an answer that broke off', { pieces: ['{"export_'], end: 'reset' }], ['half an answer', { pieces: ['{"export_'] }],
    ['an answer without a body', {}], ['a 204', { status: 204 }], ['a page instead of an answer', { pieces: ['<html>'] }]])(
    'is found in the list after %s', async (_title, answer) => {
      const { asked, elapsedMs, ids } = await observe([answer, list(listed()), ...rest]);
      expect([ids, elapsedMs, asked]).toStrictEqual([[7], 0, ['POST ', 'GET /status', 'GET /status', 'GET /chunks/1']]);
    });

  test('is found in the list where its answer stopped half-way', async () => {
    const client = createScriptedClient([{ pieces: ['{"export_'], end: 'never' }, list(listed()), ...rest], { deadlineMs: 5000 });
    expect(await client.clock.settle(readIds(client.vm.exports.vulns(input)))).toStrictEqual({ ids: [7], error: null });
    expect(client.elapsedMs()).toBe(5000);
  });

  test.each<readonly [string, readonly ScriptedAnswer[], number]>([
    ['at the second look', [lost, list(), list(listed()), ...rest], 2000],
    ['at the third look', [lost, list(), list(listed({ filters: others })), list(listed()), ...rest], 4000],
    ['among others, as the newest', [lost, list(listed({ uuid: 'job-0', created: startMs - 60_000 }), listed(), listed({ uuid: 'job-2', created: startMs - 1 })), ...rest], 0],
    ['where the clocks are four minutes apart', [lost, list(listed({ created: startMs - 240_000 })), ...rest], 0],
    ['where the list does not say when it was made, and it runs', [lost, list(listed({ created: null })), ...rest], 0],
    ['with its filters as text', [lost, list(listed({ filters: JSON.stringify(ours) })), ...rest], 0],
    ['although it has finished', [lost, list(listed({ status: 'FINISHED' })), ...rest], 0],
  ])('is found %s', async (_title, answers, elapsedMs) => {
    expect(await observe(answers)).toMatchObject({ ids: [7], error: null, elapsedMs });
  });

  test.each<readonly [string, object]>([
    ['other filters', { filters: others }], ['filters that say more', { filters: { ...ours, plugin_id: [1] } }], ['no filters to see', { filters: undefined }],
    ['ended in ERROR', { status: 'ERROR' }], ['been cancelled', { status: 'cancelled' }], ['been made long before', { created: startMs - 300_001 }],
    ['finished at a time that is not told', { status: 'FINISHED', created: null }],
  ])('is not taken for a job that has %s: after three looks the error is that of the request', async (_title, job) => {
    const foreign = list(listed(job));
    expect(await observe([lost, foreign, foreign, foreign])).toMatchObject({ ids: [], error: { _tag: 'ConnectionError', operation: 'vulnsExport.create', reason: 'reset' }, elapsedMs: 4000 });
  });

  test.each<readonly [string, readonly ScriptedAnswer[], ExportOptions]>([
    ['the list is refused', [lost, { status: 403 }], {}], ['nobody wants to adopt', [lost], { onDuplicate: 'error' }],
    ['the request was never sent', [{ failure: 'refused', delivery: 'not-sent' }], {}], ['the request was refused', [{ status: 400 }], {}],
    ['the answer came and has no id', [{ json: {} }], {}], ['the request was redirected', [{ status: 302 }], {}], ['the keys were refused', [{ status: 401 }], {}],
  ])('is not looked for any further where %s', async (_title, answers, options) => {
    const { elapsedMs, error } = await observe(answers, options);
    expect([error?.operation, elapsedMs]).toStrictEqual(['vulnsExport.create', 0]);
  });

  test('is looked for only as long as the caller wants', async () => {
    const controller = new AbortController();
    const client = createScriptedClient([lost, list()], { retry: { maxRetries: 0 } });
    client.clock.schedule(500, () => { controller.abort(); });
    const { error } = await client.clock.settle(readIds(client.vm.exports.vulns(input, { signal: controller.signal })));
    expect([error, client.elapsedMs(), client.clock.pendingTimers()]).toMatchObject([{ _tag: 'ConnectionError', reason: 'aborted' }, 500, 0]);
  });
});

describe('a job that was not asked for in so many words', () => {
  test.each<readonly [string, readonly ScriptedAnswer[]]>([['adopted', [conflict, running(ours)]], ['found', [lost, list(listed())]]])(
    'is never cancelled where it was %s, however its run ends', async (_title, start) => {
      const timedOut = await observe([...start, 'silence'], { timeoutMs: 5000 });
      expect([timedOut.error?._tag, timedOut.asked.at(-1)]).toStrictEqual(['TioExportsTimeout', 'GET /status']);
      const client = createScriptedClient([...start, finished, chunk(7)], { retry: { maxRetries: 0 } });
      for await (const _item of client.vm.exports.vulns(input)) break;
      expect(client.requests.map(toShort).at(-1)).toBe('GET /chunks/1');
    });

  test('is cancelled where this run asked for it', async () => {
    expect((await observe([created, 'silence', cancelled], { timeoutMs: 5000 })).asked.at(-1)).toBe('POST /cancel');
  });
});

describe('an export of compliance that was asked for some assets', () => {
  const asset = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  const done: readonly ScriptedAnswer[] = [report('FINISHED', [1]), { json: [{ check_name: 'a' }] }];
  const said = (job: object): object => listed({ filters: { since: 0 }, ...job });
  const read = async (answers: readonly ScriptedAnswer[]): Promise<readonly unknown[]> => {
    const client = createScriptedClient(answers, { retry: { maxRetries: 0 } });
    const seen: unknown[] = [];
    await client.clock.settle((async () => {
      for await (const item of client.vm.exports.compliance({ asset })) seen.push(item.isOk() ? item.value.check_name : item.error._tag);
    })());
    return seen;
  };

  test('goes on with a job for the same assets, whose answer was lost or that is named', async () => {
    expect(await read([lost, list(said({ asset: asset.toReversed() })), ...done])).toStrictEqual(['a']);
    expect(await read([conflict, report('PROCESSING', [], { filters: {}, asset }), ...done])).toStrictEqual(['a']);
  });

  test.each<readonly [string, object]>([['for others', { asset: asset.slice(1) }], ['for all', {}], ['for all, as an empty list', { asset: [] }], ['that tells its assets in words', { asset: 'all' }]])(
    'does not go on with a job %s', async (_title, job) => {
      expect(await read([lost, list(said(job)), list(said(job)), list(said(job))])).toStrictEqual(['ConnectionError']);
      expect(await read([conflict, report('PROCESSING', [], { filters: {}, ...job })])).toStrictEqual(['UnsupportedError']);
    });

  test('and one for all assets does not go on with a job for some', async () => {
    const some = list(said({ asset }));
    const client = createScriptedClient([lost, some, some, some], { retry: { maxRetries: 0 } });
    const drained = await client.clock.settle(client.vm.exports.compliance().forEachChunk(() => ok(undefined)));
    expect(drained).toMatchObject({ error: { _tag: 'ConnectionError' } });
  });
});
