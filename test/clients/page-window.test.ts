/** Lists of servers that tell too little, through whole calls against a server that answers as it likes. */
import fc from 'fast-check';
import { okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import { createNessusClient, createScClient } from 'tenable-result';
import type { Transport, TransportRequest } from 'tenable-result';

import { openPageWindow } from '../../src/clients/page-window.js';
import { offsetPaging, rangePaging } from '../../src/operation/define-operation.js';
import { expectErr, expectOk } from '../support/expect-result.js';

/** A transport whose server answers as a function says. */
function toTransport(answer: (request: TransportRequest) => object): Transport {
  return (request) => {
    const bytes: (Uint8Array | null)[] = [new TextEncoder().encode(JSON.stringify(answer(request))), null];
    return okAsync({ status: 200, headers: {}, body: { next: () => okAsync(bytes.shift() ?? null), cancel: () => undefined } });
  };
}

const toEnvelope = (response: unknown): object => ({ type: 'regular', response, error_code: 0, error_msg: '', warnings: [], timestamp: 1 });

/** A Security Center whose analysis has some records; `tell` is what it says of a page. */
function askSc(records: number, tell: (start: number, end: number, count: number) => object | null): { readonly read: () => Promise<number>; readonly starts: readonly number[] } {
  const starts: number[] = [];
  const transport = toTransport((request) => {
    const { query } = JSON.parse(String(request.body)) as { readonly query: { readonly startOffset: number; readonly endOffset: number } }; // what was sent
    starts.push(query.startOffset);
    const results = Array.from({ length: records }, (_, id) => ({ id })).slice(query.startOffset, query.endOffset);
    const told = tell(query.startOffset, query.endOffset, results.length);
    const response = told === null ? results : { ...told, results };
    return toEnvelope(response);
  });
  const sc = expectOk(createScClient({ url: 'https://sc.example.com', accessKey: 'a', secretKey: 'b', transport }));
  const read = async (): Promise<number> => {
    const ids = expectOk(await sc.analysis.query({ type: 'scLog', date: 'all', query: { tool: 'scLog' } }).toArray()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    return ids.length;
  };
  return { read, starts };
}

describe('an analysis comes whole, each record once, in few requests', () => {
  const all = (told: object) => () => told;
  test.each<readonly [string, (start: number, end: number, count: number) => object | null]>([
    ['with counts as text', (start, end, count) => ({ totalRecords: '2500', returnedRecords: String(count), startOffset: String(start), endOffset: String(end) })],
    ['with counts as numbers', (start, end, count) => ({ totalRecords: 2500, returnedRecords: count, startOffset: start, endOffset: end })],
    ['with counts that have decimals', (start, end, count) => ({ totalRecords: '2500.00', returnedRecords: count + 0.052631578947, startOffset: start, endOffset: `${end}.5` })],
    ['without any count', all({})],
    ['as a list alone', () => null],
    ['with counts that are empty, null or below 0', all({ totalRecords: '', returnedRecords: null, startOffset: -1, endOffset: ' -1' })],
    ['with a total on the first page only', (start) => (start === 0 ? { totalRecords: 2500 } : {})],
    ['with a total on later pages only', (start) => (start === 0 ? {} : { totalRecords: '2500' })],
    ['with a count of elements that is no number', all({ matchingDataElementCount: '0:0:0:0:0:0', totalRecords: '2500 ' })],
  ])('%s', async (_title, tell) => {
    const { read, starts } = askSc(2500, tell);
    expect(await read()).toBe(2500);
    expect(starts).toStrictEqual([0, 1000, 2000]);
  });

  test.each([0, 1, 999, 1000, 1001, 2000])('of %d records, without totals', async (records) => {
    const { read, starts } = askSc(records, () => ({}));
    expect(await read()).toBe(records);
    expect(starts).toHaveLength(Math.floor(records / 1000) + 1);
  });

  test('that has found nothing and says null', async () => {
    const transport = toTransport(() => toEnvelope({ results: null }));
    const sc = expectOk(createScClient({ url: 'https://sc.example.com', accessKey: 'a', secretKey: 'b', transport }));
    expect(expectOk(await sc.analysis.query({ type: 'vuln', query: { tool: 'iplist' } }).toArray())).toStrictEqual([]);
  });

  test('but counts that are no numbers are a failure', async () => {
    const transport = toTransport(() => toEnvelope({ totalRecords: 'many', results: [] }));
    const sc = expectOk(createScClient({ url: 'https://sc.example.com', accessKey: 'a', secretKey: 'b', transport }));
    expect(expectErr(await sc.analysis.query({ type: 'vuln', query: { tool: 'sumip' } }).toArray())).toMatchObject({ _tag: 'APIError', issues: [{ path: 'totalRecords' }] });
  });
});

describe('a Nessus', () => {
  const agentsOf = (ids: readonly number[]): object => ({ agents: ids.map((id) => ({ id, uuid: `u${id}`, name: `n${id}` })) });
  const list = async (answer: (offset: number, limit: number) => object, limit?: number): Promise<readonly [ids: readonly number[], requests: number]> => {
    let requests = 0;
    const transport = toTransport(({ url }) => {
      requests += 1;
      const { searchParams } = new URL(url);
      return answer(Number(searchParams.get('offset')), Number(searchParams.get('limit')));
    });
    const nessus = expectOk(createNessusClient({ url: 'https://nessus.example.com', accessKey: 'a', secretKey: 'b', transport }));
    return [expectOk(await nessus.agents.list({ limit }).toArray()).map(({ id }) => id), requests];
  };
  const ids = (length: number): readonly number[] => Array.from({ length }, (_, id) => id);

  test.each<readonly [string, (offset: number, limit: number) => object, number, number]>([
    ['that ignores offset and limit', () => agentsOf(ids(7)), 7, 2],
    ['that ignores the offset and has as many agents as are asked for', () => agentsOf(ids(3)), 3, 2],
    ['that heeds both', (offset, limit) => agentsOf(ids(7).slice(offset, offset + limit)), 7, 3],
    ['that caps its pages', (offset) => agentsOf(ids(7).slice(offset, offset + 2)), 7, 4],
    ['that gives its last page again', (offset) => agentsOf(offset < 6 ? ids(6).slice(offset, offset + 3) : [3, 4, 5]), 6, 3],
    ['without agents', () => ({ agents: null }), 0, 1],
  ])('%s gives each agent once', async (_title, answer, count, requests) => {
    expect(await list(answer, 3)).toStrictEqual([ids(count), requests]);
  });
});

test('however a service cuts its pages and whether or not it tells a total, a list comes whole and once, and ends', () => {
  fc.assert(fc.property(
    fc.nat(60), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.constantFrom('true', 'none', 'first page', 'negative'),
    (records, cap, limit, isRange, telling) => {
      const size = isRange ? limit : Math.min(cap, limit); // Security Center gives the range that is asked for
      const window = isRange ? openPageWindow(rangePaging('items', 9), { startOffset: 0, endOffset: limit }) : openPageWindow(offsetPaging('items', 9), { limit });
      const seen: number[] = [];
      let requests = 0;
      for (let verdict = 'more'; verdict === 'more'; requests += 1) {
        const asked = window.toInput();
        const start = asked[isRange ? 'startOffset' : 'offset'] ?? 0;
        const items = Array.from({ length: records }, (_, id) => id).slice(start, start + size);
        const total = telling === 'true' || (telling === 'first page' && requests === 0) ? records : telling === 'negative' ? -1 : undefined;
        verdict = window.judge(items, isRange ? { totalRecords: total } : { pagination: { total } });
        if (verdict === 'more' || verdict === 'last') seen.push(...items);
      }
      expect(seen).toStrictEqual(Array.from({ length: records }, (_, id) => id));
      expect(requests).toBeLessThanOrEqual(Math.floor(records / size) + 2);
    },
  ));
});
