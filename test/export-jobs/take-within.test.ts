import { err, errAsync, ok, okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import type { ExportRun } from '../../src/export-jobs/export-run.js';
import { openExportRun } from '../../src/export-jobs/export-run.js';
import type { ChunkTaken } from '../../src/export-jobs/ndjson-destination.js';
import { takeWithin } from '../../src/export-jobs/take-within.js';
import * as vulnsExport from '../../src/api/vm/vulns-export.js';
import type { VulnRecord, VulnsExportInput } from '../../src/api/vm/vulns-export.js';
import { sleep } from '../../src/transport/clock.js';
import { expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';

interface Bench extends ScriptedClient {
  readonly run: ExportRun<VulnsExportInput, VulnRecord>;
}

/** A run of a minute that asks for nothing. */
function openBench(): Bench {
  const client = createScriptedClient([]);
  const run = expectOk(openExportRun({ client: client.vm, operations: { kind: 'vulns', ...vulnsExport }, start: { _tag: 'Create', input: {} }, options: { timeoutMs: 60_000 } }, 1));
  return { ...client, run };
}

const raise = (thrown: unknown): never => { throw thrown; };
/** What a function without types may give. */
const untyped = (given: unknown): ChunkTaken<string> => given as ChunkTaken<string>;

describe('what a consumer\'s function gives', () => {
  test.each<readonly [string, () => ChunkTaken<string>]>([
    ['Ok', () => Promise.resolve(ok(7))], ['a ResultAsync that is Ok', () => okAsync(undefined)], ['a bare Ok', () => ok(undefined)],
    ['nothing', () => untyped(undefined)], ['null', () => untyped(null)], ['a number', () => untyped(5)], ['text', () => untyped('done')],
    ['an object that is no Result', () => untyped({ isOk: true })], ['a promise of nothing', () => untyped(Promise.resolve())],
    ['a promise of a list', () => untyped(Promise.resolve([1]))], ['an object whose isErr is no function', () => untyped({ isErr: true })],
  ])('takes the chunk: %s', async (_title, take) => {
    const { clock, run } = openBench();
    expect((await clock.settle(takeWithin(run, take)))?.isOk()).toBe(true);
    run.deadline.close();
  });

  test.each<readonly [string, () => ChunkTaken<string>]>([
    ['Err', () => Promise.resolve(err('full'))], ['a ResultAsync that is Err', () => errAsync('full')], ['a bare Err', () => err('full')],
  ])('refuses the chunk with its own error: %s', async (_title, take) => {
    const { clock, run } = openBench();
    expect(await clock.settle(takeWithin(run, take))).toStrictEqual(err('full'));
    run.deadline.close();
  });

  test.each<readonly [string, () => ChunkTaken<string>]>([
    ['throws', () => raise(new Error('full'))], ['rejects', () => Promise.reject(new Error('full'))],
    ['gives a thenable that throws', () => untyped({ then: () => raise(new Error('full')) })],
    ['gives a Result whose isErr throws', () => untyped({ isErr: () => raise(new Error('full')) })],
  ])('is a defect of the operation where it %s', async (_title, take) => {
    const { clock, run } = openBench();
    expect(await clock.settle(takeWithin(run, take))).toMatchObject({ error: { _tag: 'TenableException', operation: 'vulnsExport.create', defect: { message: 'full' } } });
    run.deadline.close();
  });

  test('is cleaned of the client\'s keys where it throws', async () => {
    const { clock, run } = openBench();
    const taken = await clock.settle(takeWithin(run, () => raise(new Error('no room for test-secret-key'))));
    expect(JSON.stringify(taken)).toContain('no room for ');
    expect(JSON.stringify(taken)).not.toContain('test-secret-key');
    run.deadline.close();
  });
});

describe('a consumer and the end of the run', () => {
  test('has said nothing where it never settles: the run goes on without it', async () => {
    const { clock, elapsedMs, run } = openBench();
    expect(await clock.settle(takeWithin(run, () => new Promise<never>(() => undefined)))).toBeNull();
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([60_000, 0]);
  });

  test('is not called after it', async () => {
    const { run } = openBench();
    run.deadline.end('aborted');
    let calls = 0;
    expect(await takeWithin(run, () => ok((calls += 1)))).toBeNull();
    expect(calls).toBe(0);
  });

  test('has a signal that says so, and the last word where it heeds that', async () => {
    const { clock, run } = openBench();
    const taken = takeWithin(run, async (signal) => {
      await sleep(clock, 1_000_000, signal);
      return signal.aborted ? err('given up') : ok(undefined);
    });
    expect(await clock.settle(taken)).toStrictEqual(err('given up'));
    expect(clock.pendingTimers()).toBe(0);
  });
});
