import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { ExportOptions, TioExportsError } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { chunk, created, record, report } from './export-lab.js';

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

  test.each<readonly [string, ScriptedAnswer]>([['without a body', {}], ['of HTML', { pieces: ['<html>'] }], ['that is null', { json: null }], ['that is a number', { json: 7 }], ['of half its JSON', { pieces: ['[{"a":1},'] }]])(
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

  test.each<readonly [number, string, string | null]>([
    [403, 'PermissionError', 'forbidden'], [408, 'UnknownError', null], [418, 'UnknownError', null], [429, 'RetryError', 'rate-limit'],
    [500, 'ServerError', null], [502, 'RetryError', 'unavailable'], [503, 'RetryError', 'unavailable'],
  ])('does not keep back the others where its answer is %i, and the error names it with its cause', async (status, tag, reason) => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2, 3]), { status, json: { error: 'words of the service' } }, chunk(2), chunk(3)], noRetry);
    const { error, ids } = await client.clock.settle(read(client, { concurrency: 1 }));
    expect([ids, error]).toMatchObject([[2, 3], {
      _tag: 'TioExportsError', reason: 'chunk-unreadable', operation: 'vulnsExport.chunk', checkpoint: { done: [2, 3], failed: [1] },
      lostChunks: [{ chunk: 1, cause: { tag, status, reason, operation: 'vulnsExport.chunk', detail: 'words of the service' } }],
    }]);
  });

  test('is asked for until it has its turn, where a rate limit keeps it waiting for longer than its own deadline: it was never sent', async () => {
    const limited: ScriptedAnswer = { status: 429, headers: { 'retry-after': '60' } };
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), limited, chunk(2)], { ...noRetry, deadlineMs: 10_000 });
    const { error, ids } = await client.clock.settle(read(client, { concurrency: 1 }));
    expect([ids, error]).toMatchObject([[2], { _tag: 'TioExportsError', checkpoint: { done: [2], failed: [1] } }]);
    expect(client.elapsedMs()).toBeGreaterThanOrEqual(60_000);
    expect(client.elapsedMs()).toBeLessThan(75_000);
  });

  test('waits for its turn no longer than its job has time', async () => {
    const limited: ScriptedAnswer = { status: 429, headers: { 'retry-after': '60' } };
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), limited], { ...noRetry, deadlineMs: 10_000 });
    const { error } = await client.clock.settle(read(client, { concurrency: 1, onEarlyEnd: 'detach', timeoutMs: 45_000 }));
    expect([error, client.elapsedMs()]).toMatchObject([{ _tag: 'TioExportsTimeout' }, 45_000]);
  });

  test('has a cause of its own for each way to be lost', async () => {
    const oneOf = (answer: ScriptedAnswer, tries: number): readonly ScriptedAnswer[] => Array.from({ length: tries }, () => answer);
    const large = { json: [{ ...record(1), output: 'x'.repeat(2000) }] };
    const client = createScriptedClient([
      created, report('FINISHED', [1, 2, 3, 4, 5]), large, { status: 404 }, ...oneOf({ pieces: ['<html>'] }, 3), ...oneOf({ pieces: ['[{"a":1}'] }, 3), ...oneOf({}, 3),
    ], { ...noRetry, maxBodyBytes: 1000 });
    const { error } = await client.clock.settle(read(client, { concurrency: 1 }));
    const lost = (error as TioExportsError).lostChunks; // what it is, is seen below
    expect(lost.map(({ chunk: id, cause }) => [id, cause.operation])).toStrictEqual([1, 2, 3, 4, 5].map((id) => [id, 'vulnsExport.chunk']));
    expect(lost[0]?.cause.reason).toMatch(/too-large$/);
    expect(lost[1]?.cause).toMatchObject({ tag: 'NotFoundError', status: 404 });
    expect(new Set(lost.map(({ cause: { issues, message, reason, tag } }) => JSON.stringify([tag, reason, issues, message]))).size).toBeGreaterThanOrEqual(4);
  });

  test('does not keep back the others where its connection stays broken', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), reset, reset, reset, chunk(2)], noRetry);
    expect(await client.clock.settle(read(client, { concurrency: 1 })))
      .toMatchObject({ ids: [2], error: { _tag: 'TioExportsError', lostChunks: [{ chunk: 1, cause: { tag: 'ConnectionError', reason: 'reset' } }] } });
  });

  test.each<readonly [string, ScriptedAnswer, number, object]>([
    ['an outage of the network', reset, 3, { _tag: 'ConnectionError', reason: 'reset' }],
    ['a service that takes nothing', { status: 503 }, 1, { _tag: 'RetryError' }],
  ])('is one of ten in a row in %s: then the run ends, and the rest is not asked for', async (_title, answer, tries, error) => {
    const ids = Array.from({ length: 40 }, (_, at) => at + 1);
    const client = createScriptedClient([created, report('FINISHED', ids), ...Array.from({ length: 10 * tries }, () => answer)], noRetry);
    expect((await client.clock.settle(read(client, { concurrency: 1 }))).error).toMatchObject(error);
  });

  test.each<readonly [number | 'refused', object]>([[401, { _tag: 'PermissionError', reason: 'unauthenticated' }], ['refused', { _tag: 'ConnectionError', reason: 'refused' }]])(
    'ends the job where no other would come either: %s', async (what, error) => {
      const answer: ScriptedAnswer = what === 'refused' ? { failure: 'refused', delivery: 'not-sent' } : { status: what };
      const client = createScriptedClient([created, report('FINISHED', [1, 2]), ...Array.from({ length: what === 'refused' ? 3 : 1 }, () => answer)], noRetry);
      expect((await client.clock.settle(read(client, { concurrency: 1 }))).error).toMatchObject(error);
    });
});
