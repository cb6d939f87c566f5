import { describe, expect, test } from 'vitest';

import { expectOk } from '../../../support/expect-result.js';
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

test('plugins are filtered and come page by page', async () => {
  const { sc, settle } = openScLab();
  expect(expectOk(await settle(sc.plugins.list({ startOffset: 0, endOffset: 3 }).toArray()))).toHaveLength(7);
  const critical = expectOk(await settle(sc.plugins.list({ filterField: 'riskFactor', op: 'eq', value: 'Critical', fields: ['riskFactor'], sortDirection: 'DESC' }).toArray()));
  expect(critical).toStrictEqual([{ id: '900103', riskFactor: 'Critical' }, { id: '900101', riskFactor: 'Critical' }]);
});
