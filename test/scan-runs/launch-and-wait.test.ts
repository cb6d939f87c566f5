import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createFetchTransport, createVmClient, describeError, isRetryable, toErrorGroup } from 'tenable-result';
import type { FetchLike, ScanRunOptions, ScanRunProgress } from 'tenable-result';
import { createVirtualClock, faults, scanIds } from 'tenable-result/simulator';

import { openInProcessLab } from '../simulator/vm/simulator-lab.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const runUuid = '11111111-2222-4333-8444-5555555555556666666666666666';
const launched = { json: { scan_uuid: runUuid } };
const state = (status: string): ScriptedAnswer => ({ json: { status } });
const results = (status: string): ScriptedAnswer => ({ json: { info: { name: 'Example', status, uuid: runUuid }, hosts: [{ host_id: 1, hostname: '192.0.2.1' }] } });
const missing: ScriptedAnswer = { status: 404, json: { error: 'The requested file was not found' } };
const scan_id = 7;

const pathsOf = (requests: readonly { readonly url: string }[]): readonly string[] => requests.map(({ url }) => url.replace('https://cloud.tenable.com/scans/7', ''));

describe('a scan that is launched and waited for', () => {
  test('is asked for its status, ever more seldom, and gives the results of that very run', async () => {
    const { clock, elapsedMs, requests, vm } = createScriptedClient([launched, state('pending'), state('running'), state('publishing'), state('completed'), results('completed')]);
    const details = expectOk(await clock.settle(vm.scans.launchAndWait({ scan_id, alt_targets: ['192.0.2.1'] })));
    expect([details.info.status, details.hosts?.length]).toStrictEqual(['completed', 1]);
    expect(pathsOf(requests)).toStrictEqual(['/launch', ...Array.from({ length: 4 }, () => '/latest-status'), `?history_uuid=${runUuid}`]);
    expect([requests[0]?.body, elapsedMs(), clock.pendingTimers()]).toStrictEqual(['{"alt_targets":["192.0.2.1"]}', 5_000 + 7_500 + 11_250, 0]);
  });

  test('never waits longer than it may between two questions', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([launched, ...Array.from({ length: 10 }, () => state('running')), state('completed'), results('completed')]);
    expectOk(await clock.settle(vm.scans.launchAndWait({ scan_id }, { pollIntervalMs: 1_000, maxPollIntervalMs: 2_000 })));
    expect(elapsedMs()).toBe(1_000 + 1_500 + 8 * 2_000);
  });

  test.each<readonly [string, readonly ScriptedAnswer[]]>([
    ['is not in the history yet', [state('completed'), missing, state('empty'), missing, state('running'), state('completed'), results('completed')]],
    ['has not begun yet', [state('canceled'), results('pending'), state('completed'), results('completed')]],
  ])('is not taken for the run before it, whose status is told while it %s', async (_title, answers) => {
    const { clock, vm } = createScriptedClient([launched, ...answers]);
    expect(expectOk(await clock.settle(vm.scans.launchAndWait({ scan_id }))).info.status).toBe('completed');
  });

  test('may lose some questions on the way', async () => {
    const lost: ScriptedAnswer = { status: 503 };
    const { clock, vm } = createScriptedClient([launched, lost, { status: 500 }, { failure: 'reset' }, state('running'), lost, state('completed'), lost, state('completed'), results('completed')]);
    expectOk(await clock.settle(vm.scans.launchAndWait({ scan_id }, { retry: { maxRetries: 0 } })));
  });

  test('tells whoever watches the run, its status and how far it is', async () => {
    const { clock, vm } = createScriptedClient([launched, state('pending'), { status: 404 }, state('running'), { json: { progress: 40 } }, state('completed'), results('completed')]);
    const told: ScanRunProgress[] = [];
    const onProgress = (progress: ScanRunProgress): void => {
      told.push(progress);
      throw new Error('of a watcher');
    };
    expectOk(await clock.settle(vm.scans.launchAndWait({ scan_id }, { onProgress })));
    expect(told).toStrictEqual([
      { runUuid, status: '', progress: null, elapsedMs: 0 },
      { runUuid, status: 'pending', progress: null, elapsedMs: 0 },
      { runUuid, status: 'running', progress: 40, elapsedMs: 5_000 },
      { runUuid, status: 'completed', progress: 100, elapsedMs: 12_500 },
    ]);
  });
});

describe('a launch that fails', () => {
  test.each<readonly [string, ScriptedAnswer, object]>([
    ['is refused', { status: 403, json: { error: 'no' } }, { _tag: 'PermissionError', operation: 'scans.launch' }],
    ['is one too many', { status: 429, json: { message: 'There are 25 active scans already.' } }, { _tag: 'RetryError' }],
    ['may have been carried out', { failure: 'reset' }, { _tag: 'ConnectionError', delivery: 'unknown', operation: 'scans.launch' }],
    ['gives no run', { json: {} }, { _tag: 'APIError' }],
  ])('ends with its own error, and is sent once: it %s', async (_title, answer, error) => {
    const { clock, requests, vm } = createScriptedClient([answer]);
    expect(expectErr(await clock.settle(vm.scans.launchAndWait({ scan_id }, { retry: { maxRetries: 0 } })))).toMatchObject(error);
    expect(requests).toHaveLength(1);
  });

  test('in the time allowed is a ConnectionError that says that it may have been carried out', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
    expect(expectErr(await clock.settle(vm.scans.launchAndWait({ scan_id }, { deadlineMs: 4_000 })))).toMatchObject({
      _tag: 'ConnectionError', operation: 'scans.launchAndWait', reason: 'timeout', delivery: 'unknown',
    });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([4_000, 0]);
  });
});

describe('a run without results', () => {
  const base = { _tag: 'ScanRunError', operation: 'scans.launchAndWait', scanId: '7', runUuid };

  test.each(['canceled', 'aborted', 'stopped'])('that is %s says so', async (status) => {
    const { clock, vm } = createScriptedClient([launched, state('running'), state(status), results(status)]);
    const error = expectTag(await clock.settle(vm.scans.launchAndWait({ scan_id })), 'ScanRunError');
    expect(error).toMatchObject({ ...base, reason: 'not-completed', status, cause: null, elapsedMs: 5_000 });
    expect(error.message).toBe(`scans.launchAndWait has no results of scan 7 because it ended before it was complete; its last status was ${status}.`);
    expect([Object.isFrozen(error), isRetryable(error), toErrorGroup(error), describeError(error).split('\n').length]).toStrictEqual([true, false, 'scan', 2]);
  });

  test.each<readonly [string, readonly ScriptedAnswer[]]>([
    ['between questions', [launched, state('running'), state('running')]],
    ['during a question', [launched, state('running'), 'silence']],
    ['during results', [launched, state('running'), state('completed'), 'silence']],
  ])('in the time allowed tells the run, the caller aborting or not: %s', async (_title, answers) => {
    for (const isAborted of [false, true]) {
      const { clock, elapsedMs, requests, vm } = createScriptedClient(answers);
      const controller = new AbortController();
      if (isAborted) clock.schedule(6_000, () => { controller.abort(); });
      const error = expectErr(await clock.settle(vm.scans.launchAndWait({ scan_id }, isAborted ? { signal: controller.signal } : { deadlineMs: 6_000 })));
      expect(error).toMatchObject({ ...base, reason: isAborted ? 'aborted' : 'timeout', elapsedMs: 6_000 });
      expect([elapsedMs(), clock.pendingTimers(), requests.filter(({ method }) => method === 'POST').length]).toStrictEqual([6_000, 0, 1]);
    }
  });

  test.each<readonly [string, readonly ScriptedAnswer[], string]>([
    ['its status is refused', [state('running'), { status: 403 }], 'PermissionError'],
    ['it was deleted', [state('running'), state('empty'), missing], 'NotFoundError'],
    ['its results do not fit', [state('running'), state('completed'), { json: { info: 7 } }], 'APIError'],
    ['its status is lost again and again', Array.from({ length: 6 }, () => ({ status: 503 })), 'RetryError'],
  ])('because nothing can be read tells the cause: %s', async (_title, answers, tag) => {
    const { clock, vm } = createScriptedClient([launched, ...answers]);
    expect(expectErr(await clock.settle(vm.scans.launchAndWait({ scan_id }, { retry: { maxRetries: 0 } })))).toMatchObject({ ...base, reason: 'unreadable', cause: { tag } });
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('a run that was launched before', () => {
  test('is waited for without a launch', async () => {
    const { clock, requests, vm } = createScriptedClient([state('running'), state('completed'), results('completed')]);
    expectOk(await clock.settle(vm.scans.waitForRun({ scan_id, scan_uuid: runUuid })));
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test.each<readonly [unknown, string]>([
    [{ scan_id, scan_uuid: '../users' }, 'scan_uuid'], [{ scan_id: -1, scan_uuid: runUuid }, 'scan_id'], [null, 'scan_id'], [undefined, 'scan_id'], [7, 'scan_id'],
  ])('is not looked for where it cannot be one: %j', async (input, path) => {
    const { clock, requests, vm } = createScriptedClient([]);
    const error = expectTag(await clock.settle(vm.scans.waitForRun(input as { scan_id: number; scan_uuid: string })), 'UnexpectedValueError');
    expect([error.issues[0]?.path, requests.length]).toStrictEqual([path, 0]);
  });
});

test.each<readonly [unknown, string]>([
  [{ pollIntervalMs: -1 }, 'pollIntervalMs'], [{ maxPollIntervalMs: '1' }, 'maxPollIntervalMs'], [{ onProgress: 1 }, 'onProgress'], [{ deadlineMs: 0 }, 'deadlineMs'], [7, 'options'], [null, 'options'],
])('options that cannot be are refused before anything is sent: %j', async (options, path) => {
  const { clock, requests, vm } = createScriptedClient([]);
  const error = expectTag(await clock.settle(vm.scans.launchAndWait({ scan_id }, options as ScanRunOptions)), 'UnexpectedValueError');
  expect([error.operation, error.issues[0]?.path, requests.length]).toStrictEqual(['scans.launchAndWait', path, 0]);
});

test('whatever is answered, it settles in its time, launches once and leaves no timer', async () => {
  const toBody = (status: string): string => JSON.stringify({ status, info: { name: 'Example', status } });
  const words = fc.constantFrom('pending', 'running', 'paused', 'completed', 'canceled', 'RUNNING', 'unheard of', '').map(toBody);
  const answer = fc.tuple(fc.constantFrom(200, 200, 200, 404, 403, 503, 0, -1), fc.oneof(words, fc.json())); // 0 breaks off, -1 is no answer
  await fc.assert(fc.asyncProperty(fc.array(answer, { maxLength: 12 }), async (answers) => {
    const clock = createVirtualClock();
    const [queue, methods]: [(readonly [number, string])[], unknown[]] = [[[200, JSON.stringify(launched.json)], ...answers], []];
    const fetch: FetchLike = (_url, { method }) => {
      methods.push(method);
      const [status, body] = queue.shift() ?? [200, toBody('running')];
      if (status === -1) return new Promise(() => undefined);
      return status === 0 ? Promise.reject(new TypeError('reset')) : Promise.resolve(new Response(body, { status }));
    };
    const vm = expectOk(createVmClient({ accessKey: 'a-key', secretKey: 's-key', clock, transport: createFetchTransport(fetch) }));
    const startedAtMs = clock.now();
    const result = await clock.settle(vm.scans.launchAndWait({ scan_id }, { deadlineMs: 600_000 }));
    expect(result.isOk() ? result.value.info.status.toLowerCase() : result.error._tag).toMatch(/^(?:completed|ScanRunError)$/);
    expect([methods.filter((method) => method === 'POST').length, clock.pendingTimers()]).toStrictEqual([1, 0]);
    expect(clock.now() - startedAtMs).toBeLessThanOrEqual(600_000);
  }), { numRuns: 100 });
});

describe('against the simulator', () => {
  test('a scan of a quarter of an hour gives its hosts', async () => {
    const { settle, simulator, vm } = openInProcessLab();
    const details = expectOk(await settle(vm.scans.launchAndWait({ scan_id: scanIds.neverRun })));
    expect([details.info.status, details.hosts?.length, details.history?.length]).toStrictEqual(['completed', 3, 1]);
    expect(simulator.requests().filter(({ path }) => path.endsWith('/launch'))).toHaveLength(1);
  });

  test('one that somebody stops is told, and one that is paused is waited for', async () => {
    const { clock, settle, vm } = openInProcessLab();
    clock.schedule(60_000, () => { void vm.scans.pause({ scan_id: 105 }); });
    clock.schedule(3_600_000, () => { void vm.scans.resume({ scan_id: 105 }); });
    expectOk(await settle(vm.scans.launchAndWait({ scan_id: 105 })));
    clock.schedule(60_000, () => { void vm.scans.stop({ scan_id: 105 }); });
    expect(expectErr(await settle(vm.scans.launchAndWait({ scan_id: 105 })))).toMatchObject({ _tag: 'ScanRunError', status: 'canceled' });
  });

  test('a wait that ran out goes on by the run that its error tells, and launches nothing again', async () => {
    const { settle, simulator, vm } = openInProcessLab();
    const { runUuid: scan_uuid } = expectTag(await settle(vm.scans.launchAndWait({ scan_id: 105 }, { deadlineMs: 60_000 })), 'ScanRunError');
    const details = expectOk(await settle(vm.scans.waitForRun({ scan_id: 105, scan_uuid })));
    expect([details.info.uuid, simulator.requests().filter(({ path }) => path.endsWith('/launch')).length]).toStrictEqual([scan_uuid, 1]);
  });

  test('a launch whose answer was lost is not repeated, although it was carried out', async () => {
    const { settle, simulator, vm } = openInProcessLab();
    simulator.script(faults.reset({ path: '/scans/{scan_id}/launch', isCarriedOut: true }));
    expect(expectErr(await settle(vm.scans.launchAndWait({ scan_id: 105 })))).toMatchObject({ _tag: 'ConnectionError', delivery: 'unknown' });
    expect(expectOk(await settle(vm.scans.status({ scan_id: 105 }))).status).toBe('running');
  });
});
