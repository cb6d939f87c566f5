import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { defineOperation, execute } from 'tenable-result';
import * as analysis from 'tenable-result/sc/analysis';
import type { AnalysisInput } from 'tenable-result/sc/analysis';

import { scObjectIds } from '../../../../src/simulator/sc/records/objects.js';
import { expectErr, expectOk } from '../../../support/expect-result.js';
import { openScLab } from '../sc-lab.js';

describe('an analysis', () => {
  test('comes page by page, each record once', async () => {
    const { sc, settle, simulator } = openScLab({ vulns: 250 });
    const records = expectOk(await settle(sc.analysis.query({ type: 'vuln', query: { tool: 'vulndetails' }, startOffset: 0, endOffset: 100 }).toArray()));
    expect(records).toHaveLength(250);
    expect(new Set(records.map((record) => `${String(record['ip'])} ${String(record['pluginID'])}`)).size).toBe(250);
    expect(simulator.requests().filter(({ path }) => path === '/rest/analysis')).toHaveLength(3);
  });

  test('is filtered, and sorted where that is asked for', async () => {
    const { sc, settle } = openScLab();
    const filters = [{ filterName: 'severity', operator: '=', value: '3,4' }, { filterName: 'ip', operator: '!=', value: '192.0.2.1' }];
    const records = expectOk(await settle(sc.analysis.query({ type: 'vuln', query: { tool: 'listvuln', filters }, sortField: 'ip', sortDir: 'desc' }).toArray()));
    expect(records.length).toBeGreaterThan(20);
    expect(records.filter(({ ip, severity }) => ip === '192.0.2.1' || !['3', '4'].includes((severity as { readonly id: string }).id))).toStrictEqual([]); // as its tool makes it
    const last = records.map(({ ip }) => Number(String(ip).split('.')[3]));
    expect(last).toStrictEqual([...last].sort((a, b) => b - a));
  });

  test.each([['sumip', 50], ['sumid', 7], ['sumseverity', 5], ['iplist', 50]])('by %s has %d records', async (tool, count) => {
    const { sc, settle } = openScLab();
    const page = expectOk(await settle(sc.analysis.query({ type: 'vuln', query: { tool } }).toPage()));
    expect([page.totalRecords, page.results.length]).toStrictEqual([count, count]);
  });

  test('adds up: each way to count gives all findings', async () => {
    const { sc, settle } = openScLab({ vulns: 123 });
    const sum = async (tool: string, name: string): Promise<number> =>
      expectOk(await settle(sc.analysis.query({ type: 'vuln', query: { tool } }).toArray())).reduce((total, record) => total + Number(record[name]), 0);
    expect([await sum('sumip', 'total'), await sum('sumid', 'total'), await sum('sumseverity', 'count')]).toStrictEqual([123, 123, 123]);
  });

  test('of events has numbers where others have text', async () => {
    const { sc, settle } = openScLab();
    const page = expectOk(await settle(sc.analysis.query({ type: 'event', sourceType: 'lce', query: { tool: 'listdata' }, startOffset: 50, endOffset: 100 }).toPage()));
    expect([page.totalRecords, page.startOffset, page.results.length]).toStrictEqual([60, 50, 10]);
  });
});

describe('an analysis of one scan', () => {
  const ask = (input: Partial<AnalysisInput>): AnalysisInput => ({ type: 'vuln', sourceType: 'individual', query: { tool: 'vulndetails' }, ...input });
  const lab = openScLab({ vulns: 200 });
  const count = async (input: Partial<AnalysisInput>): Promise<number> => expectOk(await lab.settle(lab.sc.analysis.query(ask(input)).toArray())).length;

  test('sends the scan in both places, wherever its caller names it', async () => {
    const id = scObjectIds.scanResult.completed;
    for (const input of [{ scanID: id, view: 'new' }, { query: { tool: 'vulndetails', scanID: id, view: 'new' } }, { scanID: Number(id), query: { tool: 'vulndetails', scanID: id }, view: 'new' }]) {
      expect(await count(input)).toBe(20);
      const body = JSON.parse(String(lab.simulator.requests().at(-1)?.body)) as AnalysisInput; // what was sent
      expect([body.scanID, body.query.scanID, body.view, body.query.view].map(String)).toStrictEqual([id, id, 'new', 'new']);
    }
  });

  test('has the findings of that scan, by view, each of no repository', async () => {
    const { completed: scanID, old: other } = scObjectIds.scanResult;
    expect([await count({ scanID }), await count({ scanID, view: 'all' }), await count({ scanID, view: 'new' }), await count({ scanID, view: 'patched' })]).toStrictEqual([80, 80, 20, 20]);
    const [first] = expectOk(await lab.settle(lab.sc.analysis.query(ask({ scanID: other })).toArray()));
    expect(first).toMatchObject({ repository: { id: -1 }, credentialed: 'true' });
    expect([await count({ sourceType: 'cumulative' }), await count({ sourceType: 'patched' })]).toStrictEqual([200, 40]);
  });

  test('at one place alone is about everything, as with a real one', async () => {
    const own = defineOperation({ ...analysis.query, path: '/analysis', input: v.looseObject({}), paging: null } as never) as typeof analysis.query; // without our own care for both places
    const page = expectOk(await lab.settle(execute(lab.sc, own, ask({ scanID: scObjectIds.scanResult.completed, query: { tool: 'vulndetails', filters: [] } }))));
    expect(page.totalRecords).toBe(200);
  });

  test.each<readonly [string, Partial<AnalysisInput>, string]>([
    ['a source type that there is not', { sourceType: 'yesterday' }, 'yesterday'],
    ['a view that there is not', { scanID: 1, view: 'old' }, 'old'],
    ['a scan that there is not', { scanID: 999 }, '999'],
    ['a scan that failed', { scanID: scObjectIds.scanResult.failed }, 'Error'],
    ['a view that there is not, of all findings', { sourceType: 'cumulative', view: 'old' }, 'old'],
    ['events of another source', { type: 'event', sourceType: 'cumulative', query: { tool: 'listdata' } }, 'cumulative'],
  ])('is refused with %s', async (_title, input, word) => {
    const error = expectErr(await lab.settle(lab.sc.analysis.query(ask(input)).toArray()));
    expect(error).toMatchObject({ _tag: 'APIError', reason: 'error-code', errorCode: 146 });
    expect('detail' in error && error.detail).toContain(word);
  });

  test.each<readonly [string, Partial<AnalysisInput>, string]>([
    ['without a scan', {}, 'scanID'],
    ['with two scans', { scanID: 1, query: { tool: 'sumip', scanID: 2 } }, 'query.scanID'],
    ['with two views', { scanID: 1, view: 'all', query: { tool: 'sumip', view: 'new' } }, 'query.view'],
  ])('is not sent %s', async (_title, input, path) => {
    expect(expectErr(await lab.settle(lab.sc.analysis.query(ask(input)).toPage()))).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path }] });
  });
});

test('plugins are filtered and come page by page', async () => {
  const { sc, settle } = openScLab();
  expect(expectOk(await settle(sc.plugins.list({ startOffset: 0, endOffset: 3 }).toArray()))).toHaveLength(7);
  const critical = expectOk(await settle(sc.plugins.list({ filterField: 'riskFactor', op: 'eq', value: 'Critical', fields: ['riskFactor'], sortDirection: 'DESC' }).toArray()));
  expect(critical).toStrictEqual([{ id: '900103', riskFactor: 'Critical' }, { id: '900101', riskFactor: 'Critical' }]);
});
