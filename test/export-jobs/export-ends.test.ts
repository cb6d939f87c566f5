import { describe, expect, test } from 'vitest';
import type { ExportOptions } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { cancelled, checkpoint, chunk, created, readIds, report, toShort } from './export-lab.js';

describe('a job that ends without all of its records', () => {
  test('tells the service\'s reason without the client\'s keys, and not in its message', async () => {
    const reason = 'timed out for test-access-key and test-secret-key';
    const { error } = await readIds(createScriptedClient([created, report('ERROR', [], { reason })]).vm.exports.vulns());
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'error' });
    expect(JSON.stringify(error)).toContain('timed out for ');
    expect(JSON.stringify(error)).not.toMatch(/test-(access|secret)-key/);
    expect(error?.message).not.toContain('timed out');
  });

  test('tells a reason of any length in at most 500 characters', async () => {
    const { error } = await readIds(createScriptedClient([created, report('ERROR', [], { reason: 'x'.repeat(1_000_000) })]).vm.exports.vulns());
    expect(error?._tag === 'TioExportsError' ? error.detail.length : 0).toBe(500);
  });

  test('says so once: asked again, the loop is over', async () => {
    const iterator = createScriptedClient([created, report('CANCELLED')]).vm.exports.vulns()[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ value: { error: { _tag: 'TioExportsError', reason: 'cancelled' } } });
    expect([await iterator.next(), await iterator.next()]).toStrictEqual([{ done: true, value: undefined }, { done: true, value: undefined }]);
  });
});

describe('a job that is ended early', () => {
  const abortAt = (client: ReturnType<typeof createScriptedClient>, delayMs: number): AbortSignal => {
    const controller = new AbortController();
    client.clock.schedule(delayMs, () => { controller.abort(); });
    return controller.signal;
  };
  test.each<readonly [string, readonly ScriptedAnswer[], string]>([
    ['while the request for it is on its way: nobody knows', ['silence'], 'unknown'],
    ['while the request for it is to be repeated: it was answered', [{ status: 429, headers: { 'retry-after': '60' } }], 'answered'],
    ['when it is there', [created, 'silence', cancelled], 'answered'],
  ])('by an abort says what became of the request: %s', async (_title, answers, delivery) => {
    const client = createScriptedClient(answers);
    const { error } = await client.clock.settle(readIds(client.vm.exports.vulns({}, { signal: abortAt(client, 1000) })));
    expect(error).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted', operation: 'vulnsExport.create', delivery });
    expect(client.elapsedMs()).toBe(1000);
  });

  test('by its time says how long it had, and what was delivered', async () => {
    const client = createScriptedClient([created, report('PROCESSING', [3]), chunk(3), 'silence', cancelled]);
    const { error, ids } = await client.clock.settle(readIds(client.vm.exports.vulns({}, { timeoutMs: 4321 })));
    expect([ids, error]).toMatchObject([[3], { _tag: 'TioExportsTimeout', uuid: 'job-1', elapsedMs: 4321, checkpoint: checkpoint([3]) }]);
  });

  test.each<readonly [string, readonly ScriptedAnswer[], number]>([
    ['is answered', [cancelled], 0], ['comes too late: 400', [{ status: 400, json: { error: 'Cannot cancel finished export' } }], 0],
    ['comes too late: 404', [{ status: 404 }], 0], ['is refused', [{ status: 403 }], 0], ['is never answered', ['silence'], 10_000],
    ['would have to wait longer than that', [{ status: 429, headers: { 'retry-after': '60' } }], 0], ['breaks off', [{ failure: 'reset' }, cancelled], 1000],
  ])('waits for its cancellation at most ten seconds: one that %s', async (_title, answers, waitMs) => {
    const client = createScriptedClient([created, 'silence', ...answers]);
    const { error } = await client.clock.settle(readIds(client.vm.exports.vulns({}, { timeoutMs: 5000 })));
    expect([error, client.elapsedMs(), client.clock.pendingTimers()]).toMatchObject([{ _tag: 'TioExportsTimeout', elapsedMs: 5000 }, 5000 + waitMs, 0]);
  });

  test.each<readonly [string, ExportOptions, readonly string[]]>([['cancelled', {}, ['POST /cancel']], ['left to go on', { onEarlyEnd: 'detach' }, []]])('is %s as asked', async (_title, options, last) => {
    const client = createScriptedClient([created, 'silence', ...(last.length > 0 ? [cancelled] : [])]);
    await client.clock.settle(readIds(client.vm.exports.vulns({}, { timeoutMs: 5000, ...options })));
    expect(client.requests.map(toShort)).toStrictEqual(['POST ', 'GET /status', ...last]);
  });
});
