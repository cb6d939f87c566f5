/** Chunks as objects, also for a client that was told to let unexpected bodies pass. */
import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportJobError } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { chunk, created, report } from './export-lab.js';

interface Observed {
  readonly chunks: readonly (readonly [number, readonly unknown[]])[];
  readonly error: ExportJobError | null;
}

/** A job's chunks by a loop, and its error. */
async function readChunks({ vm }: ScriptedClient): Promise<Observed> {
  const chunks: (readonly [number, readonly unknown[]])[] = [];
  for await (const item of vm.exports.vulns().chunks()) {
    if (item.isErr()) return { chunks, error: item.error };
    chunks.push([item.value.id, item.value.records]);
  }
  return { chunks, error: null };
}

describe('a chunk as objects', () => {
  test('has its number, and its records as they were sent, with what is not documented', async () => {
    const records = [{ asset: { uuid: 'a', more: [1] }, plugin: { id: 7 }, severity: 'low', unknown: { x: null } }];
    expect(await readChunks(createScriptedClient([created, report('FINISHED', [3, 9]), { json: records }, chunk()])))
      .toStrictEqual({ chunks: [[3, records], [9, []]], error: null });
  });

  test('counts its records and its bytes', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), chunk(1, 2), chunk(3)]);
    const bytes = client.vm.exports.vulns().forEachChunk(() => ok(undefined));
    expect(await bytes).toMatchObject(ok({ chunks: 2, records: 3, bytes: expect.any(Number) as number }));
  });
});

describe('a client that lets unexpected bodies pass', () => {
  const open = (...answers: readonly ScriptedAnswer[]): ScriptedClient => createScriptedClient(answers, { onUnexpectedBody: 'pass', retry: { maxRetries: 0 } });

  test('gets records that are not as documented', async () => {
    expect(await readChunks(open(created, report('FINISHED', [1]), { json: [{ severity: 7 }, 'x', null] })))
      .toStrictEqual({ chunks: [[1, [{ severity: 7 }, 'x', null]]], error: null });
  });

  test.each<readonly [string, unknown]>([['null', null], ['an object', { status: 'FINISHED' }], ['a number', 7], ['text', 'x'], ['an object with a length', { length: 2 }]])(
    'gets no chunk that is not a list: %s', async (_title, json) => {
      const client = open(created, report('FINISHED', [1, 2]), { json }, { json }, { json }, chunk(1));
      expect(await client.clock.settle(readChunks(client)))
        .toMatchObject({ chunks: [[2, [{ severity: 'low' }]]], error: { _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { done: [2], failed: [1] } } });
      expect(client.clock.pendingTimers()).toBe(0);
    });

  test.each<readonly [string, unknown]>([
    ['null', null], ['without a status', {}], ['with a status that is no word', { status: 7 }], ['with chunks that are words', { status: 'FINISHED', chunks_available: ['1'] }],
    ['with chunks that are no list', { status: 'FINISHED', chunks_available: 3 }], ['with a chunk without end', { status: 'FINISHED', chunks_failed: [null] }],
  ])('is told of a report that cannot be followed: %s', async (_title, json) => {
    const client = open(created, { json });
    expect(await client.clock.settle(readChunks(client))).toMatchObject({ chunks: [], error: { _tag: 'APIError', operation: 'vulnsExport.status', reason: 'unexpected-body' } });
    expect(client.clock.pendingTimers()).toBe(0);
  });

  test.each<readonly [string, unknown]>([['without an id', {}], ['with a number for an id', { export_uuid: 7 }]])('is told of a job without an id: %s', async (_title, json) => {
    expect(await readChunks(open({ json }))).toMatchObject({ chunks: [], error: { _tag: 'APIError', operation: 'vulnsExport.create', reason: 'unexpected-body' } });
  });

  test.each<readonly [string, unknown]>([['null', null], ['without jobs', {}], ['of jobs that are none', { exports: [null, 7] }]])('adopts nothing from a list that cannot be read: %s', async (_title, json) => {
    expect(await readChunks(open({ failure: 'reset' }, { json }))).toMatchObject({ chunks: [], error: { _tag: 'ConnectionError', operation: 'vulnsExport.create' } });
  });
});
