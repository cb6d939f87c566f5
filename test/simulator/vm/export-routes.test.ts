/** What the exports of all kinds have in common, asked for without a client: lists, duplicates, chunks, outcomes. */
import { describe, expect, test } from 'vitest';

import { createSimulator, createVirtualClock, faults } from 'tenable-result/simulator';
import type { ExportOutcome, Simulator, SimulatorOptions, VirtualClock } from 'tenable-result/simulator';

import { ownValue } from '../../../src/internal/is-record.js';
import { ask, startExport } from './simulator-lab.js';

/** How each kind is asked for, and where its jobs are. */
const kinds = [
  { kind: 'vulns', create: '/vulns/export', jobs: '/vulns/export', body: { filters: {} } },
  { kind: 'assets', create: '/assets/export', jobs: '/assets/export', body: { chunk_size: 100 } },
  { kind: 'assets-v2', create: '/assets/v2/export', jobs: '/assets/export', body: { chunk_size: 100 } },
  { kind: 'compliance', create: '/compliance/export', jobs: '/compliance/export', body: {} },
  { kind: 'was', create: '/was/v1/export/vulns', jobs: '/was/v1/export/vulns', body: {} },
] as const;

const open = (options: SimulatorOptions = {}): { readonly simulator: Simulator; readonly clock: VirtualClock } => {
  const clock = createVirtualClock();
  return { clock, simulator: createSimulator({ clock, recordsPerChunk: 20, ...options }) };
};

const listed = (simulator: Simulator, jobs: string): readonly Readonly<Record<string, unknown>>[] =>
  ownValue(ask(simulator, 'GET', `${jobs}/status`).json, 'exports') as readonly Readonly<Record<string, unknown>>[]; // as all lists are

describe.each(kinds)('$kind', ({ body, create, jobs, kind }) => {
  test('the list has nothing at first, then the jobs, the latest first', async () => {
    const { clock, simulator } = open();
    expect(ask(simulator, 'GET', `${jobs}/status`)).toMatchObject({ status: 200, json: { exports: [] } });
    const first = startExport(simulator, create, { ...body, filters: { since: 1 } });
    const createdAtMs = clock.now();
    await clock.advance(1_000);
    const second = startExport(simulator, create, { ...body, filters: { since: 2 } });
    expect(listed(simulator, jobs)).toMatchObject([
      { uuid: second, created: createdAtMs + 1_000 }, { uuid: first, status: kind === 'compliance' ? 'PROCESSING' : 'QUEUED', created: createdAtMs },
    ]);
  });

  test('listing a job does not move it on, and tells its end', () => {
    const { simulator } = open({ pollsUntilReady: 2 });
    const uuid = startExport(simulator, create, body);
    for (let times = 0; times < 5; times += 1) listed(simulator, jobs);
    expect(listed(simulator, jobs)[0]).not.toMatchObject({ status: 'FINISHED' });
    for (let poll = 1; poll <= 2; poll += 1) ask(simulator, 'GET', `${jobs}/${uuid}/status`);
    expect(listed(simulator, jobs)[0]).toMatchObject({ uuid, status: 'FINISHED' });
  });

  test('jobs are listed for three days', async () => {
    const { clock, simulator } = open();
    startExport(simulator, create, body);
    await clock.advance(3 * 86_400_000 - 1);
    expect(listed(simulator, jobs)).toHaveLength(1);
    await clock.advance(1);
    expect(listed(simulator, jobs)).toStrictEqual([]);
  });

  test('a chunk can be fetched until it expires, and then is 404', async () => {
    const { clock, simulator } = open({ pollsUntilReady: 1 });
    const lifetimeMs = (kind === 'compliance' ? 3 : 1) * 86_400_000;
    const uuid = startExport(simulator, create, body);
    ask(simulator, 'GET', `${jobs}/${uuid}/status`);
    await clock.advance(lifetimeMs - 1);
    expect(ask(simulator, 'GET', `${jobs}/${uuid}/chunks/1`).status).toBe(200);
    await clock.advance(1);
    expect(ask(simulator, 'GET', `${jobs}/${uuid}/chunks/1`).status).toBe(404);
  });

  test.each([faults.gatewayTimeout({ isCarriedOut: true }), faults.reset({ isCarriedOut: true })])('a request whose answer was lost shows in the list: %#', (fault) => {
    const { simulator } = open();
    simulator.script(fault);
    expect(ask(simulator, 'POST', create, { ...body, filters: { since: 5 } }).status).not.toBe(200);
    expect(simulator.unusedFaults()).toStrictEqual([]);
    expect(listed(simulator, jobs)).toHaveLength(1);
    expect(JSON.stringify(listed(simulator, jobs)[0])).toMatch(/since\W+5\b/);
  });

  test.each([faults.gatewayTimeout(), faults.reset(), faults.duplicateExport({ jobUuid: 'job-1' })])('a request that failed does not: %#', (fault) => {
    const { simulator } = open();
    simulator.script(fault);
    startExport(simulator, create, body);
    expect(listed(simulator, jobs)).toStrictEqual([]);
  });

  test.each<ExportOutcome>(['finished', 'empty-chunk', 'out-of-order', 'no-chunks-available', 'unknown-status'])('%s gives every record once', (outcome) => {
    const usual = fetchAll(open({ vulns: 400 }).simulator, create, jobs, body);
    const chunks = fetchAll(open({ vulns: 400, exportOutcome: outcome }).simulator, create, jobs, body);
    expect(new Set(chunks.flat().map((record) => JSON.stringify(record)))).toStrictEqual(new Set(usual.flat().map((record) => JSON.stringify(record))));
    expect(chunks.flat()).toHaveLength(usual.flat().length);
    expect(chunks.filter((chunk) => chunk.length === 0)).toHaveLength(outcome === 'empty-chunk' ? 1 : 0);
  });

  test('no-chunks-available leaves the list of chunks out until the end', () => {
    const { simulator } = open({ exportOutcome: 'no-chunks-available', pollsUntilReady: 3 });
    const uuid = startExport(simulator, create, body);
    const seen = [1, 2, 3].map(() => ask(simulator, 'GET', `${jobs}/${uuid}/status`).json);
    expect(seen.map((status) => [ownValue(status, 'status'), ownValue(status, 'chunks_available') !== undefined])).toStrictEqual([
      ['PROCESSING', false], ['PROCESSING', false], ['FINISHED', true],
    ]);
  });

  test('a chunk that is late takes so long, and nothing else does', () => {
    const { simulator } = open({ pollsUntilReady: 1, chunkDelayMs: 1_500 });
    const uuid = startExport(simulator, create, body);
    expect(ask(simulator, 'GET', `${jobs}/${uuid}/chunks/1`)).toMatchObject({ status: 400, delayMs: 0 });
    expect(ask(simulator, 'GET', `${jobs}/${uuid}/status`)).toMatchObject({ status: 200, delayMs: 0 });
    expect(ask(simulator, 'GET', `${jobs}/${uuid}/chunks/1`)).toMatchObject({ status: 200, delayMs: 1_500 });
    expect(ask(simulator, 'GET', `${jobs}/${uuid}/chunks/999`)).toMatchObject({ status: 404, delayMs: 0 });
  });

  test('jobs that ask alike get the same chunks', () => {
    const { simulator } = open({ pollsUntilReady: 1 });
    expect(fetchAll(simulator, create, jobs, body)).toStrictEqual(fetchAll(simulator, create, jobs, body));
  });
});

/** All chunks of a job, in the order of their announcement; polls until nothing more comes. */
function fetchAll(simulator: Simulator, create: string, jobs: string, body: unknown): readonly (readonly unknown[])[] {
  const uuid = startExport(simulator, create, body);
  let status: unknown;
  for (let poll = 1; poll <= 100 && ownValue(status, 'status') !== 'FINISHED'; poll += 1) status = ask(simulator, 'GET', `${jobs}/${uuid}/status`).json;
  const available = ownValue(status, 'chunks_available') as readonly number[]; // of a job that has finished
  return available.map((chunk) => ask(simulator, 'GET', `${jobs}/${uuid}/chunks/${chunk}`).json as readonly unknown[]); // a chunk is a list
}

describe('a duplicate', () => {
  const filters = { since: 1_760_000_000 };

  test.each<readonly [string, SimulatorOptions['duplicateAnswer'], number, (uuid: string) => unknown]>([
    ['vulns', undefined, 409, (uuid) => ({ active_job_id: uuid, failure_reason: expect.any(String) as unknown })],
    ['was', 'conflict', 409, (uuid) => ({ active_job_id: uuid, failure_reason: expect.any(String) as unknown })],
    ['assets', 'conflict', 409, (uuid) => ({ status: 409, message: expect.stringContaining(`job_uuid=${uuid}`) as unknown })],
    ['assets-v2', 'conflict', 409, (uuid) => ({ status: 409, message: expect.stringContaining(`job_uuid=${uuid}`) as unknown })],
    ...(['vulns', 'was', 'assets', 'assets-v2'] as const).map((kind) => [kind, 'rate-limit', 429, (uuid: string): unknown => ({
      status: 429, message: expect.stringMatching(new RegExp(`^Duplicate export not allowed\\..*job_uuid=${uuid}\\b`)) as unknown,
    })] as const),
  ])('of %s, answered by %s, is %d', (name, duplicateAnswer, status, toBody) => {
    const { simulator } = open(duplicateAnswer === undefined ? {} : { duplicateAnswer });
    const { body, create } = kinds.find(({ kind }) => kind === name) ?? kinds[0];
    const uuid = startExport(simulator, create, { ...body, filters });
    expect(ask(simulator, 'POST', create, { ...body, filters })).toMatchObject({ status, json: toBody(uuid) });
    expect(ask(simulator, 'POST', create, { ...body, filters: { since: 1 } }).status).toBe(200);
  });

  test.each(['conflict', 'rate-limit'] as const)('of compliance is another job, whatever the answer of others: %s', (duplicateAnswer) => {
    const { simulator } = open({ duplicateAnswer });
    const uuids = [1, 2].map(() => startExport(simulator, '/compliance/export', { filters }));
    expect(new Set(uuids).size).toBe(2);
    expect(listed(simulator, '/compliance/export').map(({ uuid }) => uuid)).toStrictEqual(uuids.reverse());
  });

  test('is one of the same kind: both forms of assets may run', () => {
    const { simulator } = open();
    const one = startExport(simulator, '/assets/export', { chunk_size: 100, filters });
    const other = startExport(simulator, '/assets/v2/export', { chunk_size: 100, filters });
    expect(listed(simulator, '/assets/export').map(({ uuid }) => uuid)).toStrictEqual([other, one]);
  });
});

test.each([
  ['/vulns/export', 'num_assets', 'num_assets_per_chunk', [[undefined, 50], [1, 50], [700, 700], ['500', 500], [9_000, 5_000], ['many', 50]]],
  ['/was/v1/export/vulns', 'num_assets', 'num_assets_per_chunk', [[undefined, 50], [5_001, 5_000]]],
  ['/compliance/export', 'num_findings', 'num_findings', [[undefined, 5_000], [10, 50], [10_001, 10_000]]],
  ['/assets/export', 'chunk_size', 'num_assets_per_chunk', [[100, 100], [10_000, 10_000]]],
] as const)('%s tells the size of chunks, moved to the nearer bound', (jobs, asked, told, sizes) => {
  for (const [size, expected] of sizes) {
    const { simulator } = open();
    startExport(simulator, jobs, { [asked]: size });
    expect(listed(simulator, jobs)[0]).toMatchObject({ [told]: expected });
  }
});

test('chunks of 5 MB are of records of 5,000 bytes', () => {
  const { simulator } = open({ vulns: 2_000, recordsPerChunk: 1_000, recordBytes: 5_000, pollsUntilReady: 1 });
  const chunks = fetchAll(simulator, '/vulns/export', '/vulns/export', {});
  expect(chunks.map((chunk) => JSON.stringify(chunk).length)).toStrictEqual([5_001_001, 5_001_001]);
});
