import { describe, expect, test } from 'vitest';

import type { AnyOperation } from 'tenable-result';
import { execute } from 'tenable-result';

import { vmCatalogue } from '../../../src/api/vm/catalogue.js';
import { expectOk, expectTag } from '../../support/expect-result.js';
import { createScriptedClient } from '../../support/scripted-client.js';

const kinds = ['vulnsExport', 'assetsExport', 'assetsV2Export', 'complianceExport', 'wasExport'] as const;
const jobs = { vulnsExport: '/vulns/export', assetsExport: '/assets/export', assetsV2Export: '/assets/export', complianceExport: '/compliance/export', wasExport: '/was/v1/export/vulns' };

describe.each(kinds)('%s', (area) => {
  const { cancel, chunk, create, list, status } = vmCatalogue[area];
  const base = jobs[area];
  test.each<readonly [AnyOperation, unknown, string, unknown]>([
    [create, { ...(area.startsWith('assets') ? { chunk_size: 100 } : {}) }, area === 'assetsV2Export' ? 'POST /assets/v2/export' : `POST ${base}`, { export_uuid: 'job-1' }],
    [status, { export_uuid: 'job-1' }, `GET ${base}/job-1/status`, { status: 'QUEUED' }],
    [chunk, { export_uuid: 'job-1', chunk_id: 3 }, `GET ${base}/job-1/chunks/3`, []],
    [cancel, { export_uuid: 'job-1' }, `POST ${base}/job-1/cancel`, { status: 'CANCELLED' }],
    [list, {}, `GET ${base}/status`, { exports: [] }],
  ])('$id has its path', async (operation, input, line, answer) => {
    const { clock, requests, vm } = createScriptedClient([{ json: answer }]);
    expect(expectOk(await clock.settle(execute(vm, operation, input)))).toStrictEqual(answer);
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toStrictEqual([line]);
  });

  test.each([['status', status], ['list', list]] as const)('names itself in the errors of %s', async (name, operation) => {
    const { clock, vm } = createScriptedClient([{ status: 404, json: { statusCode: 404 } }]);
    const called: AnyOperation = operation;
    const input = name === 'status' ? { export_uuid: 'job-1' } : {};
    expect(expectTag(await clock.settle(execute(vm, called, input)), 'NotFoundError')).toMatchObject({ operation: `${area}.${name}` });
  });
});

describe('the report on a job', () => {
  test.each<readonly [string, object]>([
    ['the least that was recorded', { status: 'PROCESSING' }],
    ['lists alone', { status: 'FINISHED', chunks_available: [2, 1], chunks_failed: [], chunks_cancelled: [] }],
    ['all that is documented', {
      uuid: 'job-1', status: 'FINISHED', reason: '1 of 2 chunks failed', chunks_available: [1], chunks_failed: [2], chunks_cancelled: [], total_chunks: 2,
      empty_chunks_count: 0, filters: { since: 0, tags: {} }, num_assets_per_chunk: 50, created: 1_732_582_396_387,
    }],
    ['members without a value', { status: 'ERROR', uuid: null, reason: null, filters: null, created: null, num_assets_per_chunk: null, total_chunks: null }],
    ['lists without a value', { status: 'QUEUED', chunks_available: null, chunks_failed: null, chunks_cancelled: null }],
    ['members that are not documented', { status: 'READY', finished_chunks: 3, anything: [{}] }],
  ])('may be %s', async (_title, report) => {
    const { clock, vm } = createScriptedClient([{ json: report }]);
    expect(expectOk(await clock.settle(vm.vulnsExport.status({ export_uuid: 'job-1' })))).toStrictEqual(report);
  });

  test.each<readonly [string, object, string]>([
    ['no status', { uuid: 'job-1' }, 'status'],
    ['chunks that are no numbers', { status: 'FINISHED', chunks_available: ['1'] }, 'chunks_available[0]'],
    ['a chunk 0', { status: 'FINISHED', chunks_available: [1, 0] }, 'chunks_available[1]'],
    ['a chunk less than nothing', { status: 'FINISHED', chunks_failed: [-1] }, 'chunks_failed[0]'],
    ['half a chunk', { status: 'FINISHED', chunks_available: [1.5] }, 'chunks_available[0]'],
    ['a chunk beyond what numbers can tell apart', { status: 'FINISHED', chunks_available: [1, 9_007_199_254_740_992] }, 'chunks_available[1]'],
    ['a hole among chunks', { status: 'FINISHED', chunks_cancelled: [null] }, 'chunks_cancelled[0]'],
    ['a list that is an object', { status: 'FINISHED', chunks_available: { 0: 1 } }, 'chunks_available'],
    ['a time of creation in words', { status: 'FINISHED', created: 'yesterday' }, 'created'],
  ])('is refused for %s', async (_title, report, path) => {
    const { clock, vm } = createScriptedClient([{ json: report }]);
    expect(expectTag(await clock.settle(vm.vulnsExport.status({ export_uuid: 'job-1' })), 'APIError').issues.map((issue) => issue.path)).toStrictEqual([path]);
  });
});

describe('the list of jobs', () => {
  test('tells filters as an object or as JSON text, and leaves out what Tenable leaves out', async () => {
    const answer = { exports: [
      { uuid: 'job-1', status: 'FINISHED', filters: '{"is_deleted":true}', created: 1_599_752_463_169, finished_chunks: 1 },
      { uuid: 'job-2', status: 'PROCESSING', filters: { state: ['OPEN'] }, num_assets_per_chunk: 50 },
      { uuid: 'job-3', status: 'QUEUED' },
    ] };
    const { clock, vm } = createScriptedClient([{ json: answer }]);
    expect(expectOk(await clock.settle(vm.assetsExport.list()))).toStrictEqual(answer);
  });

  test.each<readonly [string, object, string]>([
    ['no list', {}, 'exports'],
    ['a job without an id', { exports: [{ status: 'QUEUED' }] }, 'exports[0].uuid'],
    ['a job without a status', { exports: [{ uuid: 'job-1', status: 'QUEUED' }, { uuid: 'job-2' }] }, 'exports[1].status'],
    ['an id that cannot stand in a path', { exports: [{ uuid: '..', status: 'QUEUED' }] }, 'exports[0].uuid'],
  ])('is refused for %s', async (_title, answer, path) => {
    const { clock, vm } = createScriptedClient([{ json: answer }]);
    expect(expectTag(await clock.settle(vm.wasExport.list()), 'APIError').issues.map((issue) => issue.path)).toStrictEqual([path]);
  });
});

describe('the records of a chunk', () => {
  test.each<readonly [string, AnyOperation, readonly object[]]>([
    ['assets in their second form', vmCatalogue.assetsV2Export.chunk, [
      { id: 'a', types: ['host'], network: { network_id: 'n', ipv4s: ['192.0.2.1'] }, timestamps: { last_seen: '2026-01-01T00:00:00Z' }, ratings: { acr: { score: 9 } } },
      { id: 'b', types: ['webapp'], custom_attributes: [{ id: 'x', value: 'y' }] },
    ]],
    ['findings in web applications', vmCatalogue.wasExport.chunk, [
      { finding_id: 'f', url: 'https://example.com', severity: 'MEDIUM', state: 'OPEN', plugin: { id: 112_435, bid: ['1'] }, asset: { uuid: 'a' }, indexed_at: '2026-01-01T00:00:00Z' },
      { finding_id: 'g', indexed_at: 1_767_225_600 },
    ]],
  ])('of %s come with all that Tenable sends', async (_title, chunk, records) => {
    const { clock, vm } = createScriptedClient([{ json: records }]);
    expect(expectOk(await clock.settle(execute(vm, chunk, { export_uuid: 'job-1', chunk_id: 1 })))).toStrictEqual(records);
  });

  test.each<readonly [string, AnyOperation, object, string]>([
    ['asset', vmCatalogue.assetsV2Export.chunk, { types: ['host'] }, '[0].id'],
    ['finding', vmCatalogue.wasExport.chunk, { url: 'https://example.com' }, '[0].finding_id'],
  ])('are refused where an %s has no id', async (_title, chunk, record, path) => {
    const { clock, vm } = createScriptedClient([{ json: [record] }]);
    expect(expectTag(await clock.settle(execute(vm, chunk, { export_uuid: 'job-1', chunk_id: 1 })), 'APIError')).toMatchObject({ issues: [{ path }] });
  });
});

test('a list of chunks that no job can have is refused by its length, without a look at what is in it', async () => {
  const numbers = `[${'1,'.repeat(300_000)}1]`;
  const { clock, vm } = createScriptedClient([{ pieces: [`{"status":"FINISHED","chunks_available":${numbers}}`] }]);
  const called: AnyOperation = vmCatalogue.vulnsExport.status;
  expect(expectTag(await clock.settle(execute(vm, called, { export_uuid: 'job-1' })), 'APIError'))
    .toMatchObject({ reason: 'unexpected-body', issues: [{ path: 'chunks_available', expected: 'a list of at most 200000', received: 'array' }] });
});
