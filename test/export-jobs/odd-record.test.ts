import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { OddRecord, WarningEvent } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { chunk, created, record, report } from './export-lab.js';

/** Records that do not fit, and where. */
const odd: readonly (readonly [title: string, value: unknown, path: string])[] = [
  ['without its asset', { plugin: { id: 1 }, severity: 'low' }, 'asset'],
  ['with null for a plugin', { ...record(1), plugin: null }, 'plugin'],
  ['with a number for a word', { ...record(1), severity: 3 }, 'severity'],
  ['that is empty', {}, 'asset'],
];

describe('a record that does not fit', () => {
  test.each(odd)('does not cost its chunk: it is passed on as it came, told of, and nothing is fetched again: one %s', async (_title, value, path) => {
    const told: OddRecord[] = [];
    const warnings: WarningEvent[] = [];
    const client = createScriptedClient([created, report('FINISHED', [1, 7]), chunk(1), { json: [record(2), value, record(3)] }], { hooks: { onWarning: (event) => warnings.push(event) } });
    const seen: unknown[] = [];
    const summary = await client.clock.settle(client.vm.exports.vulns({}, { concurrency: 1, onOddRecord: (one) => told.push(one) }).forEachChunk(({ records }) => ok(seen.push(...records))));
    expect(seen).toStrictEqual([record(1), record(2), value, record(3)]);
    expect(summary).toMatchObject(ok({ records: 4, oddRecords: 1 }));
    expect(told).toMatchObject([{ chunk: 7, index: 1, issues: expect.arrayContaining([expect.objectContaining({ path })]) as unknown }]);
    expect(warnings).toMatchObject([{ kind: 'odd-record', operation: 'vulnsExport.chunk', message: expect.stringContaining('Record 1 of chunk 7') as unknown }]);
    expect(client.elapsedMs()).toBe(0);
  });

  test('is in a loop among the others', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), { json: [record(1), { plugin: 1 }, record(2)] }]);
    const seen: unknown[] = [];
    for await (const item of client.vm.exports.vulns()) seen.push(item.isOk() ? item.value : item.error);
    expect(seen).toStrictEqual([record(1), { plugin: 1 }, record(2)]);
  });

  test('is told of each; the client is told once for a chunk', async () => {
    const told: number[] = [];
    const warnings: WarningEvent[] = [];
    const client = createScriptedClient([created, report('FINISHED', [1]), { json: [{}, record(1), {}, {}] }], { hooks: { onWarning: (event) => warnings.push(event) } });
    await client.vm.exports.vulns({}, { onOddRecord: ({ index }) => told.push(index) }).forEachChunk(() => ok(undefined));
    expect(told).toStrictEqual([0, 2, 3]);
    expect(warnings.map(({ message }) => message)).toStrictEqual([
      'Record 0 of chunk 1 was passed on although it does not fit: asset is missing; so were 2 more of this chunk.',
    ]);
  });

  test.each<readonly [string, () => unknown]>([['throws', (): never => { throw new Error('hostile'); }], ['rejects', () => Promise.reject(new Error('hostile'))]])(
    'is passed on also where whoever is told %s', async (_title, onOddRecord) => {
      const client = createScriptedClient([created, report('FINISHED', [1]), { json: [{}] }]);
      expect(await client.vm.exports.vulns({}, { onOddRecord }).forEachChunk(() => ok(undefined))).toMatchObject(ok({ records: 1, oddRecords: 1 }));
    });

  test('is nothing to tell of where unexpected bodies pass, and in lines', async () => {
    const told: OddRecord[] = [];
    const onOddRecord = (one: OddRecord): unknown => told.push(one);
    const passing = createScriptedClient([created, report('FINISHED', [1]), { json: [{}] }], { onUnexpectedBody: 'pass' });
    expect(await passing.vm.exports.vulns({}, { onOddRecord }).forEachChunk(() => ok(undefined))).toMatchObject(ok({ oddRecords: 0 }));
    const lines = createScriptedClient([created, report('FINISHED', [1]), { json: [{}] }]);
    expect(await lines.vm.exports.vulns({}, { onOddRecord }).toNdjson(() => ok(undefined))).toMatchObject(ok({ records: 1, oddRecords: 0 }));
    expect(told).toStrictEqual([]);
  });
});

test('whoever is to be told of odd records is a function, or nothing is sent', async () => {
  const client = createScriptedClient([]);
  const job = client.vm.exports.vulns({}, { onOddRecord: 'log' as unknown as () => unknown });
  expect(await job.forEachChunk(() => ok(undefined))).toMatchObject({ error: { _tag: 'UnexpectedValueError', issues: [{ path: 'onOddRecord' }] } });
});
