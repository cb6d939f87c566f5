import { ok, safeTry } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';
import { createVmClient, isExportError, isTag } from 'tenable-result';
import type { ExportJob, ExportJobError, TenableError, VmClient } from 'tenable-result';
import { createSimulator, createVirtualClock, faults, scanIds } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions, VirtualClock } from 'tenable-result/simulator';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';
import { describe, expect, test } from 'vitest';

import { expectErr, expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const record = (id: number): VulnRecord => ({ asset: { uuid: `a${id}` }, plugin: { id }, severity: 'low' });
const chunk = (...ids: readonly number[]): ScriptedAnswer => ({ json: ids.map(record) });
const created: ScriptedAnswer = { json: { export_uuid: 'job-1' } };
const cancelled: ScriptedAnswer = { json: { status: 'CANCELLED' } };
const report = (status: string, chunks_available: readonly number[] = [], rest: object = {}): ScriptedAnswer => ({ json: { status, chunks_available, ...rest } });

interface Seen {
  readonly ids: readonly number[];
  readonly error: ExportJobError | null;
}

async function drain(items: AsyncIterable<Result<VulnRecord, ExportJobError>>): Promise<Seen> {
  const ids: number[] = [];
  let error: ExportJobError | null = null;
  for await (const item of items) {
    if (item.isOk()) ids.push(item.value.plugin.id);
    else error = item.error;
  }
  return { ids, error };
}

interface Lab {
  readonly vm: VmClient;
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  /** How many requests of a method to paths that end so. */
  readonly count: (method: string, end: string) => number;
}

function openLab(options: SimulatorOptions = {}): Lab {
  const clock = createVirtualClock();
  const simulator = createSimulator({ clock, vulns: 200, recordsPerChunk: 50, ...options });
  const { accessKey, secretKey, transport } = simulator;
  const vm = expectOk(createVmClient({ accessKey, secretKey, transport, clock, random: () => 1 }));
  return { vm, simulator, clock, count: (method, end) => simulator.requests().filter((one) => one.method === method && one.path.endsWith(end)).length };
}

describe('polling ends', () => {
  test('when the status is CANCELLED', async () => {
    const { clock, count, vm } = openLab({ exportOutcome: 'cancelled' });
    const { error, ids } = await clock.settle(drain(vm.exports.vulns()));
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'cancelled', checkpoint: { done: [2, 4], cancelled: [1, 3] } });
    expect([ids.length, count('GET', '/status')]).toStrictEqual([100, 4]);
  });

  test('when the status is ERROR, after the chunks that are there and without another question', async () => {
    const { clock, count, vm } = openLab({ exportOutcome: 'error' });
    const { error, ids } = await clock.settle(drain(vm.exports.vulns()));
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'error', detail: 'The export could not be completed' });
    expect([ids.length, count('GET', '/status')]).toStrictEqual([100, 4]);
  });

  test.each(['QUEUED', 'PROCESSING', 'READY', 'A_WORD_NOBODY_KNOWS', ''])('when a job is stuck in %j and its timeout has passed: the job is cancelled', async (status) => {
    const asked = Array.from({ length: 4 }, () => report(status)); // at 0, 10, 30 and 60 seconds
    const { clock, elapsedMs, requests, vm } = createScriptedClient([created, ...asked, cancelled]);
    const options = { timeoutMs: 90_000, pollIntervalMs: 10_000, maxPollIntervalMs: 60_000 };
    const { error } = await clock.settle(drain(vm.exports.vulns({}, options)));
    expect(error).toMatchObject({ _tag: 'TioExportsTimeout', elapsedMs: 90_000, uuid: 'job-1' });
    expect([elapsedMs(), requests.at(-1)?.url]).toStrictEqual([90_000, 'https://cloud.tenable.com/vulns/export/job-1/cancel']);
  });

  test('after six hours where nobody set a time', async () => {
    const { clock, vm } = openLab({ exportOutcome: 'queued' });
    const startedAtMs = clock.now();
    expect((await clock.settle(drain(vm.exports.vulns({}, { pollIntervalMs: 3_600_000, maxPollIntervalMs: 3_600_000 })))).error).toMatchObject({ _tag: 'TioExportsTimeout' });
    expect(clock.now() - startedAtMs).toBe(6 * 3_600_000);
  });

  test('for a scan\'s file that never gets ready', async () => {
    const { clock, simulator, vm } = openLab({ pollsUntilReady: 1_000_000 });
    const startedAtMs = clock.now();
    expect(expectErr(await clock.settle(vm.scans.export({ scan_id: scanIds.completed, format: 'csv' }, { deadlineMs: 60_000 })))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout' });
    expect([clock.now() - startedAtMs, simulator.requests().length]).toStrictEqual([60_000, 25]);
  });

  test('for a scan\'s file at once when its preparation was cancelled, without a download', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: { file: 7 } }, { json: { status: 'cancelled' } }]);
    expect(expectErr(await clock.settle(vm.scans.export({ scan_id: 1, format: 'csv' }, { deadlineMs: 4000, pollIntervalMs: 2500 })))._tag).toBe('FileDownloadError');
    expect(requests.some(({ url }) => url.endsWith('/download'))).toBe(false);
  });

  test.each(['processing', 'READY?', ''])('for a scan\'s file not with a download because its status is %j, which is neither loading nor ready', async (status) => {
    const { clock, requests, vm } = createScriptedClient([{ json: { file: 7 } }, { json: { status } }, { json: { status } }]);
    expect(expectErr(await clock.settle(vm.scans.export({ scan_id: 1, format: 'csv' }, { deadlineMs: 4000, pollIntervalMs: 2500 })))._tag).toBe('ConnectionError');
    expect(requests.some(({ url }) => url.endsWith('/download'))).toBe(false);
  });
});

describe('no chunk gets lost', () => {
  async function drainWithJob(answers: readonly ScriptedAnswer[]): Promise<Seen & { readonly job: ExportJob<VulnRecord> }> {
    const { clock, vm } = createScriptedClient(answers);
    const job = vm.exports.vulns();
    return { ...await clock.settle(drain(job)), job };
  }

  test('a chunk whose download fails is not counted as delivered', async () => {
    const { error, ids, job } = await drainWithJob([created, report('FINISHED', [1, 2, 3]), chunk(1), { status: 500 }, chunk(3)]);
    expect([ids, error?._tag, job.checkpoint()?.done]).toStrictEqual([[1, 3], 'TioExportsError', [1, 3]]);
    expect(error).toMatchObject({ lostChunks: [{ chunk: 2, cause: { tag: 'ServerError', status: 500 } }] });
  });

  test('nor is one whose connection stays broken; those after it are delivered, and the error names it', async () => {
    const { clock, simulator, vm } = openLab({ pollsUntilReady: 1 });
    simulator.script(faults.reset({ path: /chunks\/3$/, times: Infinity }));
    const job = vm.exports.vulns();
    const { error, ids } = await clock.settle(drain(job));
    expect([ids.length, error?._tag, job.checkpoint()?.done, simulator.unusedFaults()]).toStrictEqual([150, 'TioExportsError', [1, 2, 4], []]);
    expect(error).toMatchObject({ lostChunks: [{ cause: { tag: 'ConnectionError', reason: 'reset' } }] });
  });

  test('nor is one whose consumer throws: the job is cancelled and the exception is the consumer\'s', async () => {
    const { clock, count, vm } = openLab({ pollsUntilReady: 1 });
    const job = vm.exports.vulns();
    const consume = async (): Promise<void> => {
      for await (const item of job.chunks()) if (expectOk(item).id === 3) throw new Error('the disk is full');
    };
    await expect(clock.settle(consume())).rejects.toThrow('the disk is full');
    expect([job.checkpoint()?.done, count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([[1, 2], 1, 0]);
  });

  test('chunks that failed at the service are told, not silently left out', async () => {
    const { clock, vm } = openLab({ exportOutcome: 'chunks-failed' });
    const { error, ids } = await clock.settle(drain(vm.exports.vulns()));
    expect(ids).toHaveLength(150);
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'chunks-failed', detail: '1 of 4 chunks failed to process', checkpoint: { done: [1, 2, 4], failed: [3] } });
  });

  test('chunks that were cancelled at the service are told although it says FINISHED', async () => {
    const { error, ids } = await drainWithJob([created, report('FINISHED', [1], { chunks_cancelled: [2] }), chunk(1)]);
    expect(ids).toStrictEqual([1]);
    expect(error).toMatchObject({ _tag: 'TioExportsError', checkpoint: { done: [1], cancelled: [2] } });
  });

  test.each<readonly [string, ScriptedAnswer]>([
    ['an undecodable chunk', { pieces: ['<html>'] }], ['half a chunk', { pieces: ['[{"asset":'] }], ['a chunk without a body', {}], ['a chunk that is not UTF-8', { pieces: [new Uint8Array([0x5b, 0xff, 0x5d])] }],
    ['a chunk that is an object', { json: { status: 'FINISHED' } }], ['a chunk that is null', { json: null }],
  ])('%s is not taken for an empty one', async (_title, answer) => {
    const { error, ids } = await drainWithJob([created, report('FINISHED', [1, 2]), answer, answer, answer, chunk(2)]);
    expect(ids).toStrictEqual([2]);
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { done: [2], failed: [1] } });
  });

  test.each<readonly [string, ScriptedAnswer]>([
    ['a chunk of numbers', { json: [1, 2] }], ['a chunk with one thing that is no object', { json: [{}, null] }],
  ])('%s is not taken for records, and not asked for again', async (_title, answer) => {
    const { error, ids } = await drainWithJob([created, report('FINISHED', [1, 2]), answer, chunk(2)]);
    expect(ids).toStrictEqual([2]);
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { done: [2], failed: [1] } });
  });

  test('an empty chunk is not taken for an undecodable one', async () => {
    expect(await drainWithJob([created, report('FINISHED', [1, 2]), chunk(), chunk(2)])).toMatchObject({ ids: [2], error: null });
  });

  test('a chunk that was announced and is gone from the last report is told', async () => {
    const { error } = await drainWithJob([created, report('PROCESSING', [1]), { status: 400 }, report('FINISHED', [])]);
    expect(error).toMatchObject({ _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { failed: [1] } });
  });

  test('a chunk that is announced twice is delivered once', async () => {
    expect(await drainWithJob([created, report('PROCESSING', [1, 1]), chunk(1), report('FINISHED', [2, 1, 2]), chunk(2)])).toMatchObject({ ids: [1, 2], error: null });
  });

  test('eleven hundred empty chunks do not overflow the stack', async () => {
    const numbers = Array.from({ length: 1100 }, (_, at) => at + 1);
    const { error, ids, job } = await drainWithJob([created, report('FINISHED', [...numbers, 1101]), ...numbers.map(() => chunk()), chunk(9)]);
    expect([ids, error, job.checkpoint()?.done.length]).toStrictEqual([[9], null, 1101]);
  });
});

describe('a job is started once', () => {
  test.each<readonly [string, object | null]>([
    ['without a body', null], ['without a job id', { error: 'Conflict' }], ['with a number for a job id', { active_job_id: 7 }], ['with null for a job id', { active_job_id: null }],
    ['with an object for a job id', { active_job_id: {} }], ['that is a list', [1]],
  ])('a 409 %s is no crash', async (_title, json) => {
    const { clock, vm } = createScriptedClient([json === null ? { status: 409 } : { status: 409, json }]);
    expect((await clock.settle(drain(vm.exports.vulns()))).error).toMatchObject({ _tag: 'UnsupportedError', code: 409, activeJobId: null });
  });

  test('a running duplicate that cannot be looked at is named and not adopted blindly', async () => {
    const { clock, count, simulator, vm } = openLab();
    simulator.script(faults.conflict({ activeJobId: 'job-of-somebody' }));
    expect((await clock.settle(drain(vm.exports.vulns()))).error).toMatchObject({ _tag: 'UnsupportedError', activeJobId: 'job-of-somebody' });
    expect([simulator.requests().length, count('GET', '/job-of-somebody/status'), count('POST', '/cancel')]).toStrictEqual([2, 1, 0]);
  });

  test('a running duplicate is named and nothing more is asked where nobody wants to adopt it', async () => {
    const { clock, simulator, vm } = openLab();
    simulator.script(faults.conflict({ activeJobId: 'job-of-somebody' }));
    expect((await clock.settle(drain(vm.exports.vulns({}, { onDuplicate: 'error' })))).error).toMatchObject({ _tag: 'UnsupportedError', activeJobId: 'job-of-somebody' });
    expect(simulator.requests()).toHaveLength(1);
  });

  test.each(['adopt', 'error'] as const)('a gateway that gave up does not make for a second job: onDuplicate %s', async (onDuplicate) => {
    const { clock, count, simulator, vm } = openLab();
    simulator.script(faults.gatewayTimeout({ isCarriedOut: true }));
    const { error, ids } = await clock.settle(drain(vm.exports.vulns({}, { onDuplicate })));
    if (onDuplicate === 'adopt') expect([error, ids.length]).toStrictEqual([null, 200]);
    else expect(error).toMatchObject({ _tag: 'RetryError', code: 504 });
    expect(count('POST', '/vulns/export')).toBe(1);
  });
});

test('looping over a job twice gives the same records twice, not the sum of both', async () => {
  const { clock, vm } = openLab({ pollsUntilReady: 1 });
  const job = vm.exports.vulns();
  const first = await clock.settle(drain(job));
  const second = await clock.settle(drain(job));
  expect([first.ids.length, first.error]).toStrictEqual([200, null]);
  expect(second).toStrictEqual(first);
});

test('a loop that is left early cancels its job and leaves no timer', async () => {
  const { clock, count, vm } = openLab({ pollsUntilReady: 1 });
  const leave = async (): Promise<void> => {
    for await (const item of vm.exports.vulns()) if (item.isOk()) break;
  };
  await clock.settle(leave());
  expect([count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([1, 0]);
});

test('an export that failed and one that ran out of time are told apart, whatever the order of the handlers', async () => {
  const failed = openLab({ exportOutcome: 'error' });
  const late = openLab({ exportOutcome: 'queued' });
  const errors: readonly (TenableError | null)[] = [
    (await failed.clock.settle(drain(failed.vm.exports.vulns()))).error,
    (await late.clock.settle(drain(late.vm.exports.vulns({}, { timeoutMs: 1000 })))).error,
  ];
  expect(errors.map((error) => error !== null && [isTag(error, 'TioExportsError'), isTag(error, 'TioExportsTimeout'), isExportError(error)]))
    .toStrictEqual([[true, false, true], [false, true, true]]);
});

test('a wait between two questions ends when the caller aborts, and 0 is a wait of none', async () => {
  const { clock, elapsedMs, vm } = createScriptedClient([created, report('QUEUED'), report('QUEUED'), report('FINISHED', [])]);
  expect((await clock.settle(drain(vm.exports.vulns({}, { pollIntervalMs: 0 })))).error).toBeNull();
  expect(elapsedMs()).toBe(0);
  const waiting = createScriptedClient([created, report('QUEUED'), cancelled]);
  const controller = new AbortController();
  waiting.clock.schedule(50, () => { controller.abort(); });
  const { error } = await waiting.clock.settle(drain(waiting.vm.exports.vulns({}, { signal: controller.signal })));
  expect(error).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
  expect(waiting.elapsedMs()).toBe(50);
});

describe('a chain of Results, which never closes its generator, leaves nothing running', () => {
  const collect = (job: ExportJob<VulnRecord>): ResultAsync<readonly number[], ExportJobError> => safeTry(async function* () {
    const ids: number[] = [];
    for await (const item of job) ids.push((yield* item).plugin.id);
    return ok(ids);
  });

  test('when the job is complete', async () => {
    const { clock, vm } = createScriptedClient([created, report('FINISHED', [1]), chunk(1, 2)]);
    expect(expectOk(await clock.settle(collect(vm.exports.vulns())))).toStrictEqual([1, 2]);
    expect(clock.pendingTimers()).toBe(0);
  });

  test.each<readonly [string, readonly ScriptedAnswer[], string]>([
    ['ends in ERROR', [created, report('ERROR')], 'TioExportsError'],
    ['is refused', [{ status: 403 }], 'PermissionError'],
    ['loses its connection', [created, { failure: 'tls' }], 'ConnectionError'],
  ])('when the job %s: its timer would hold the process for hours', async (_title, answers, tag) => {
    const { clock, vm } = createScriptedClient(answers);
    expect(expectErr(await clock.settle(collect(vm.exports.vulns())))).toMatchObject({ _tag: tag });
    expect(clock.pendingTimers()).toBe(0);
  });
});
