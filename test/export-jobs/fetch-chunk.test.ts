import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { chunk, created, report } from './export-lab.js';

const noRetry = { retry: { maxRetries: 0 } };
const reset: ScriptedAnswer = { failure: 'reset' };
const cut: ScriptedAnswer = { pieces: ['[{"asset":{"uuid":"a1"},"plug'], end: 'reset' };

/** Both ways to fetch a chunk: as objects, and as lines. What came of the job, with the plugins' numbers. */
const ways: Readonly<Record<string, (client: ScriptedClient, options?: ExportOptions) => PromiseLike<{ readonly ids: readonly number[]; readonly error: object | null }>>> = {
  'as objects': async ({ vm }, options) => {
    const ids: number[] = [];
    const ended = await vm.exports.vulns({}, options).forEachChunk(({ records }) => ok(ids.push(...records.map((one) => one.plugin.id))));
    return { ids, error: ended.isErr() ? ended.error : null };
  },
  'as lines': async ({ vm }, options) => {
    const ids: number[] = [];
    const ended = await vm.exports.vulns({}, options).toNdjson(({ bytes }) => {
      const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1);
      return ok(ids.push(...lines.map((line) => (JSON.parse(line) as { readonly plugin: { readonly id: number } }).plugin.id))); // as the script wrote it
    });
    return { ids, error: ended.isErr() ? ended.error : null };
  },
};

describe.each(Object.entries(ways))('a chunk that is fetched %s', (_way, read) => {
  test.each<readonly [string, readonly ScriptedAnswer[]]>([
    ['whose connection breaks before the answer', [reset, reset]], ['that is cut off in the middle', [cut, cut]], ['without a body', [{}, {}]],
    ['that is a 204', [{ status: 204 }, { status: 204 }]], ['of HTML', [{ pieces: ['<html>'] }, { pieces: ['<html>'] }]], ['that is half of its JSON', [{ pieces: ['[{"a":1},{'] }, cut]],
    ['that is an object', [{ json: { error: 'x' } }, { json: { error: 'x' } }]], ['that is a part', [{ status: 206, json: [] }, reset]],
  ])('comes whole the third time, after two waits: %s', async (_title, broken) => {
    const client = createScriptedClient([created, report('FINISHED', [1]), ...broken, chunk(1, 2)], noRetry);
    expect(await client.clock.settle(read(client))).toStrictEqual({ ids: [1, 2], error: null });
    expect([client.elapsedMs(), client.clock.pendingTimers(), client.openBodies()]).toStrictEqual([4000, 0, 0]);
  });

  test.each<readonly [string, ScriptedAnswer]>([['without a body', {}], ['of HTML', { pieces: ['<html>'] }], ['that is null', { json: null }], ['of numbers', { json: [1, 2] }], ['of half its JSON', { pieces: ['[{"a":1},'] }]])(
    'is given up after three tries, and the others are delivered: %s', async (_title, answer) => {
      const client = createScriptedClient([created, report('FINISHED', [1]), answer, answer, answer, report('FINISHED', [1])].slice(0, 5), noRetry);
      expect((await client.clock.settle(read(client))).error).toMatchObject({ _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { done: [], failed: [1] } });
    });

  test('is asked for again when the job is where it is not ready, without a try of its own', async () => {
    const client = createScriptedClient([created, report('PROCESSING', [1]), { status: 400 }, report('PROCESSING'), report('FINISHED', [1]), chunk(1)], noRetry);
    expect(await client.clock.settle(read(client))).toStrictEqual({ ids: [1], error: null });
    // The chunk and the next report are asked for side by side: whichever answers first, a wait comes before the report after that.
    expect([2000, 4000]).toContain(client.elapsedMs());
  });

  test('is asked for again after one wait for each idle report, where nothing else is asked meanwhile', async () => {
    const client = createScriptedClient([created, report('PROCESSING', [1]), { status: 400 }, report('PROCESSING'), report('FINISHED', [1]), chunk(1)], noRetry);
    expect([await client.clock.settle(read(client, { concurrency: 1 })), client.elapsedMs()]).toStrictEqual([{ ids: [1], error: null }, 6000]);
  });

  test('that has expired is given up at once', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), { status: 404 }], noRetry);
    expect((await client.clock.settle(read(client))).error).toMatchObject({ _tag: 'TioExportsError', checkpoint: { failed: [1] } });
    expect(client.elapsedMs()).toBe(0);
  });

  test.each<readonly [number, string]>([[403, 'PermissionError'], [500, 'ServerError'], [418, 'UnknownError'], [503, 'RetryError']])('ends the job where its answer is %i', async (status, tag) => {
    const client = createScriptedClient([created, report('FINISHED', [1]), { status }], noRetry);
    expect((await client.clock.settle(read(client))).error).toMatchObject({ _tag: tag, operation: 'vulnsExport.chunk' });
  });

  test('ends the job where its connection stays broken', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), reset, reset, reset], noRetry);
    expect((await client.clock.settle(read(client))).error).toMatchObject({ _tag: 'ConnectionError', reason: 'reset' });
  });
});
