import { getEventListeners } from 'node:events';

import { createVmClient } from 'tenable-result';
import type { VmClient } from 'tenable-result';
import { describe, expect, test } from 'vitest';

import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const users: ScriptedAnswer = { json: { users: [] } };
const launched: ScriptedAnswer = { json: { scan_uuid: 'run-1' } };
const startedAtMs = Date.UTC(2026, 0, 1); // the virtual clock's

describe('a repetition', () => {
  test('has the URL, the method and the body of the first attempt', async () => {
    const { clock, requests, vm } = createScriptedClient([{ status: 429 }, { status: 429 }, launched]);
    expectOk(await clock.settle(vm.scans.launch({ scan_id: 7, alt_targets: ['192.0.2.1'] })));
    expect(requests.map(({ body, method, url }) => [method, url, body])).toStrictEqual(
      Array.from({ length: 3 }, () => ['POST', 'https://cloud.tenable.com/scans/7/launch', '{"alt_targets":["192.0.2.1"]}']));
  });

  test('carries the keys as the first attempt did', async () => {
    const { clock, requests, vm } = createScriptedClient([{ status: 503 }, users]);
    expectOk(await clock.settle(vm.users.list()));
    expect(new Set(requests.map(({ headers }) => headers['x-apikeys'])).size).toBe(1);
  });

  test.each<readonly [string, ScriptedAnswer, string]>([
    ['502', { status: 502 }, 'RetryError'],
    ['503', { status: 503 }, 'RetryError'],
    ['504', { status: 504 }, 'RetryError'],
    ['a lost connection', { failure: 'reset' }, 'ConnectionError'],
    ['a read that took too long', { failure: 'timeout' }, 'ConnectionError'],
  ])('of a request that starts something does not follow %s: nothing is started twice', async (_title, answer, tag) => {
    const { clock, elapsedMs, vm } = createScriptedClient([answer]);
    expect(expectErr(await clock.settle(vm.scans.launch({ scan_id: 1 })))).toMatchObject({ _tag: tag });
    expect(elapsedMs()).toBe(0);
  });

  test('of a request that starts something follows a refusal, and a connection that never came about', async () => {
    const { clock, vm } = createScriptedClient([{ status: 429 }, { failure: 'refused', delivery: 'not-sent' }, launched]);
    expectOk(await clock.settle(vm.scans.launch({ scan_id: 1 })));
  });

  test.each<readonly [string, ScriptedAnswer]>([
    ['a certificate that is not accepted', { failure: 'tls', delivery: 'not-sent' }],
    ['an answer that is not HTTP', { failure: 'protocol' }],
    ['a redirect', { status: 302 }],
    ['a body of another shape', { json: [] }],
    ['400', { status: 400 }], ['401', { status: 401 }], ['404', { status: 404 }], ['500', { status: 500 }],
  ])('does not follow %s, which would only come again', async (_title, answer) => {
    const { clock, elapsedMs, vm } = createScriptedClient([answer]);
    expect((await clock.settle(vm.users.list())).isErr()).toBe(true);
    expect(elapsedMs()).toBe(0);
  });

  test('is not forbidden or allowed to one client by the settings of another', async () => {
    const once = createScriptedClient([{ status: 503 }], { retry: { maxRetries: 0 } });
    const often = createScriptedClient([{ status: 503 }, { status: 503 }, users], { retry: { maxRetries: 2 } });
    expectTag(await once.clock.settle(once.vm.users.list()), 'RetryError');
    expectOk(await often.clock.settle(often.vm.users.list()));
  });
});

describe('Retry-After', () => {
  test('that is a date does not lose the error, and is waited for', async () => {
    const date = new Date(startedAtMs + 20_000).toUTCString();
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 503, headers: { 'retry-after': date } }, { status: 404 }]);
    expect(expectErr(await clock.settle(vm.scans.details({ scan_id: 1 })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(elapsedMs()).toBe(20_000);
  });

  test('that is a date in the last answer does not lose the error either', async () => {
    const date = new Date(startedAtMs + 20_000).toUTCString();
    const { clock, vm } = createScriptedClient([{ status: 429, headers: { 'retry-after': date } }], { retry: { maxRetries: 0 } });
    expect(expectTag(await clock.settle(vm.users.list()), 'RetryError')).toMatchObject({ code: 429, retryAfterMs: 20_000 });
  });

  test.each(['Thu, 01 Jan', '21 Oct', 'soon', '12 apples', '-5', '1.5', '1e9', '2026-01-01T00:00:30Z', 'NaN', 'Infinity', ''])(
    'of %j is no time: neither a number inside it nor no wait at all', async (header) => {
      const { clock, elapsedMs, vm } = createScriptedClient([{ status: 503, headers: { 'retry-after': header } }, users]);
      expectOk(await clock.settle(vm.users.list()));
      expect(elapsedMs()).toBe(1000); // the first wait where nothing is asked for
    });

  test('of a day is not slept through, and told as it is', async () => {
    const day: ScriptedAnswer = { status: 429, headers: { 'retry-after': '86400' } };
    const { clock, elapsedMs, vm } = createScriptedClient([day, day], { retry: { maxRetries: 1 } });
    expect(expectTag(await clock.settle(vm.users.list()), 'RetryError')).toMatchObject({ retryAfterMs: 86_400_000 });
    expect(elapsedMs()).toBe(60_000);
  });

  test('is not waited for after the last attempt', async () => {
    const asked: ScriptedAnswer = { status: 503, headers: { 'retry-after': '30' } };
    const { clock, elapsedMs, vm } = createScriptedClient([asked, asked], { retry: { maxRetries: 1 } });
    expectTag(await clock.settle(vm.users.list()), 'RetryError');
    expect(elapsedMs()).toBe(30_000);
  });

  test('that goes beyond the deadline ends the call at once', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 429, headers: { 'retry-after': '30' } }]);
    const error = expectTag(await clock.settle(vm.users.list({}, { deadlineMs: 10_000 })), 'RetryError');
    expect([error.retryAfterMs, elapsedMs()]).toStrictEqual([30_000, 0]);
  });

  test('is never undercut by jitter', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 429, headers: { 'retry-after': '7' } }, users], { random: () => 0 });
    expectOk(await clock.settle(vm.users.list()));
    expect(elapsedMs()).toBe(7000);
  });
});

describe('retries that are used up', () => {
  test('end as an error of the union with status, attempts and every wait', async () => {
    const unwell: ScriptedAnswer = { status: 503, headers: { 'x-request-uuid': 'u-1' }, json: { error: 'Service Unavailable' } };
    const { clock, vm } = createScriptedClient([unwell, unwell, unwell], { retry: { maxRetries: 2 } });
    expect(expectTag(await clock.settle(vm.users.list()), 'RetryError')).toMatchObject({
      operation: 'users.list', code: 503, uuid: 'u-1', attempts: 3, reason: 'unavailable',
      attemptLog: [0, 1000, 2000].map((waitedMs) => ({ status: 503, reason: null, waitedMs, uuid: 'u-1' })),
    });
  });

  test('over lost connections alone end as an error of the union, too', async () => {
    const { clock, vm } = createScriptedClient([{ failure: 'reset' }, { failure: 'dns' }, { failure: 'other' }], { retry: { maxRetries: 2 } });
    expect(expectErr(await clock.settle(vm.users.list()))).toMatchObject({
      _tag: 'ConnectionError', reason: 'other', attempts: 3, attemptLog: [{ reason: 'reset' }, { reason: 'dns' }, { reason: 'other' }],
    });
  });
});

describe('an empty or zero option is not taken for left out', () => {
  test('maxRetries: 0 on a call sends once', async () => {
    const { clock, vm } = createScriptedClient([{ status: 503 }]);
    expectTag(await clock.settle(vm.users.list({}, { retry: { maxRetries: 0 } })), 'RetryError');
  });

  test('maxRetries: 0 on the client sends once', async () => {
    const { clock, vm } = createScriptedClient([{ failure: 'reset' }], { retry: { maxRetries: 0 } });
    expectErr(await clock.settle(vm.users.list()));
  });

  test.each([{ baseDelayMs: 0 }, { maxDelayMs: 0 }])('%j waits for nothing', async (retry) => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 503 }, { status: 503 }, users], { retry });
    expectOk(await clock.settle(vm.users.list()));
    expect(elapsedMs()).toBe(0);
  });

  test('maxRetryAfterMs: 0 and Retry-After: 0 wait for nothing', async () => {
    const asked = (seconds: string): ScriptedAnswer => ({ status: 429, headers: { 'retry-after': seconds } });
    const { clock, elapsedMs, vm } = createScriptedClient([asked('0'), asked('30'), users], { retry: { maxRetryAfterMs: 0 } });
    expectOk(await clock.settle(vm.users.list()));
    expect(elapsedMs()).toBe(0);
  });

  test('a deadline of 0 is refused rather than replaced by the usual one', async () => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectErr(await clock.settle(vm.users.list({}, { deadlineMs: 0 })))).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'deadlineMs' }] });
  });
});

test.each([-1, Number.NaN, Infinity])('%d retries are refused: nothing is raised later because nothing was tried', async (maxRetries) => {
  const { clock, vm } = createScriptedClient([]);
  const refused = { _tag: 'UnexpectedValueError', issues: [{ path: 'retry.maxRetries' }] };
  expect(expectErr(await clock.settle(vm.users.list({}, { retry: { maxRetries } })))).toMatchObject(refused);
  expect(expectErr(createVmClient({ accessKey: 'a', secretKey: 'b', retry: { maxRetries } }))).toMatchObject(refused);
});

describe('one deadline over all attempts', () => {
  const call = (vm: VmClient, signal?: AbortSignal): ReturnType<VmClient['users']['list']> => vm.users.list({}, { deadlineMs: 5000, signal });

  test('an attempt that takes all the time is not repeated against a deadline that has passed', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
    expect(expectErr(await clock.settle(call(vm)))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout', delivery: 'unknown' });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([5000, 0]);
  });

  test('attempts do not get a time of their own each', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 503 }, { failure: 'reset' }, 'silence']);
    expectErr(await clock.settle(call(vm)));
    expect(elapsedMs()).toBe(5000);
  });

  test('a deadline that ends the call tells what the last answer was', async () => {
    const { clock, vm } = createScriptedClient([{ status: 503 }, 'silence']);
    const error = expectErr(await clock.settle(call(vm)));
    expect(error).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout', attemptLog: [{ status: 503 }] });
    expect(error.message).toContain('HTTP 503');
  });

  test('a body that never ends is ended by the deadline', async () => {
    const { clock, elapsedMs, openBodies, vm } = createScriptedClient([{ pieces: ['{"users":['], end: 'never' }]);
    expect(expectErr(await clock.settle(call(vm)))).toMatchObject({ _tag: 'ConnectionError', reason: 'timeout' });
    expect([elapsedMs(), openBodies()]).toStrictEqual([5000, 0]);
  });

  test('a user\'s signal does not switch the deadline off', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
    expect(expectErr(await clock.settle(call(vm, new AbortController().signal)))).toMatchObject({ reason: 'timeout' });
    expect(elapsedMs()).toBe(5000);
  });

  test('the deadline does not switch a user\'s signal off, and the two are told apart', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
    const controller = new AbortController();
    clock.schedule(40, () => { controller.abort(); });
    expect(expectErr(await clock.settle(call(vm, controller.signal)))).toMatchObject({ reason: 'aborted' });
    expect(elapsedMs()).toBe(40);
  });

  test('a wait between attempts ends when the caller aborts', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient([{ status: 503, headers: { 'retry-after': '4' } }]);
    const controller = new AbortController();
    clock.schedule(50, () => { controller.abort(); });
    expect(expectErr(await clock.settle(call(vm, controller.signal)))).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted', attempts: 1 });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([50, 0]);
  });

  test('a signal that lives longer than its calls collects no listeners', async () => {
    const { clock, vm } = createScriptedClient([users, { status: 503 }, users, { status: 404 }]);
    const { signal } = new AbortController();
    await clock.settle(call(vm, signal));
    await clock.settle(call(vm, signal));
    await clock.settle(call(vm, signal));
    expect(getEventListeners(signal, 'abort')).toStrictEqual([]);
  });

  test('a signal that has aborted already sends nothing', async () => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectErr(await clock.settle(call(vm, AbortSignal.abort())))).toMatchObject({ reason: 'aborted', delivery: 'not-sent' });
  });
});
