import { expect, test } from 'vitest';

import { ask, openInProcessLab, startExport } from '../simulator-lab.js';

interface WasFinding {
  readonly finding_id: string;
  readonly severity: string;
  readonly state: string;
  readonly plugin: { readonly id: number };
  readonly last_found: string;
  readonly indexed_at: number;
}

function fetchFindings(filters: object): readonly WasFinding[] {
  const { simulator } = openInProcessLab({ pollsUntilReady: 1, recordsPerChunk: 100 });
  const uuid = startExport(simulator, '/was/v1/export/vulns', { filters });
  ask(simulator, 'GET', `/was/v1/export/vulns/${uuid}/status`);
  const { json } = ask(simulator, 'GET', `/was/v1/export/vulns/${uuid}/chunks/1`);
  return Array.isArray(json) ? json as readonly WasFinding[] : []; // as all chunks are
}

test('there is one finding for each asset, with its severity in capitals and a number for its index time', () => {
  const findings = fetchFindings({});
  expect(new Set(findings.map(({ finding_id }) => finding_id)).size).toBe(50);
  expect(new Set(findings.map(({ severity }) => severity))).toStrictEqual(new Set(['CRITICAL', 'MEDIUM', 'INFO']));
  expect(findings.every(({ indexed_at, last_found }) => indexed_at === Date.parse(last_found))).toBe(true);
});

test.each<readonly [object, (finding: WasFinding) => boolean]>([
  [{ severity: ['CRITICAL'] }, ({ severity }) => severity === 'CRITICAL'],
  [{ severity: ['critical', 'info'] }, ({ severity }) => severity !== 'MEDIUM'],
  [{ state: ['REOPENED'] }, ({ state }) => state === 'REOPENED'],
  [{ plugin_ids: [900_302] }, ({ plugin }) => plugin.id === 900_302],
  ...['since', 'last_found', 'indexed_at'].map((name) => [
    { [name]: Date.UTC(2025, 11, 20) / 1000 }, ({ last_found }: WasFinding): boolean => Date.parse(last_found) >= Date.UTC(2025, 11, 20),
  ] as const),
])('%j selects a part', (filters, isSelected) => {
  const findings = fetchFindings(filters);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThan(50);
  expect(findings).toStrictEqual(fetchFindings({}).filter(isSelected));
});

test('a status is in the form of the vulns export, with the times that these filters have', () => {
  const { clock, simulator } = openInProcessLab({ pollsUntilReady: 1 });
  const uuid = startExport(simulator, '/was/v1/export/vulns', { filters: { severity: ['HIGH'] } });
  expect(ask(simulator, 'GET', `/was/v1/export/vulns/${uuid}/status`).json).toStrictEqual({
    uuid,
    status: 'FINISHED',
    chunks_available: [],
    chunks_failed: [],
    chunks_cancelled: [],
    total_chunks: 0,
    chunks_available_count: 0,
    empty_chunks_count: 0,
    finished_chunks: 0,
    filters: { since: 0, first_found: 0, last_found: 0, indexed_at: 0, last_fixed: 0, tags: {}, severity: ['HIGH'] },
    num_assets_per_chunk: 50,
    created: clock.now(),
  });
});

test('chunks are labelled as bytes', () => {
  const { simulator } = openInProcessLab({ pollsUntilReady: 1 });
  const uuid = startExport(simulator, '/was/v1/export/vulns');
  ask(simulator, 'GET', `/was/v1/export/vulns/${uuid}/status`);
  expect(ask(simulator, 'GET', `/was/v1/export/vulns/${uuid}/chunks/1`).headers).toMatchObject({ 'content-type': 'application/octet-stream' });
});

test('a job that is not there is 404, one that has ended cannot be cancelled', () => {
  const { simulator } = openInProcessLab({ pollsUntilReady: 1 });
  expect(ask(simulator, 'GET', '/was/v1/export/vulns/nothing/status').status).toBe(404);
  const uuid = startExport(simulator, '/was/v1/export/vulns');
  ask(simulator, 'GET', `/was/v1/export/vulns/${uuid}/status`);
  expect(ask(simulator, 'POST', `/was/v1/export/vulns/${uuid}/cancel`).status).toBe(400);
});
