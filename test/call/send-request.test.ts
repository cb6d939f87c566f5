import { describe, expect, test } from 'vitest';
import type { CallOptions } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';

const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };

describe('a repetition', () => {
  test('tells Tenable VM which one it is and what came before', async () => {
    const { clock, requests, vm } = createScriptedClient([
      { status: 503, headers: { 'x-request-uuid': '"u-1"' } }, { failure: 'reset' }, { status: 429, headers: { 'x-request-uuid': 'u-3\r\nx-evil: 1' } }, session,
    ]);
    expectOk(await clock.settle(vm.session.details()));
    expect(requests.map(({ headers }) => [headers['x-tio-retry-count'], headers['x-tio-last-request-uuid']])).toStrictEqual([
      [undefined, undefined], ['1', 'u-1'], ['2', undefined], ['3', undefined],
    ]);
  });

  test('ends, when the time comes, as the last answer with all attempts in its log', async () => {
    const { clock, elapsedMs, openBodies, vm } = createScriptedClient([
      { status: 503, headers: { 'x-request-uuid': 'u-1' } }, { failure: 'reset' }, { status: 429, headers: { 'retry-after': '9', 'x-request-uuid': 'u-3' }, pieces: ['Too many'] },
    ], { retry: { maxRetries: 2 } });
    const error = expectTag(await clock.settle(vm.session.details()), 'RetryError');
    expect(error).toMatchObject({
      code: 429, reason: 'rate-limit', attempts: 3, retryAfterMs: 9000, uuid: 'u-3', detail: 'Too many',
      attemptLog: [
        { status: 503, reason: null, waitedMs: 0, uuid: 'u-1' },
        { status: null, reason: 'reset', waitedMs: 1000, uuid: '' },
        { status: 429, reason: null, waitedMs: 2000, uuid: 'u-3' },
      ],
    });
    expect([elapsedMs(), openBodies(), clock.pendingTimers()]).toStrictEqual([3000, 0, 0]);
  });

  test.each<readonly [string, CallOptions, number, number]>([
    ['as often as the client says', {}, 3, 3000],
    ['never where the call says so', { retry: { maxRetries: 0 } }, 1, 0],
    ['with the waits of the call', { retry: { baseDelayMs: 10 } }, 3, 30],
    ['not beyond the deadline of the call', { deadlineMs: 1500 }, 2, 1000],
  ])('comes %s', async (_title, options, attempts, waitedMs) => {
    const { clock, elapsedMs, vm } = createScriptedClient(Array.from({ length: attempts }, () => ({ status: 503 })), { retry: { maxRetries: 2 } });
    expect(expectTag(await clock.settle(vm.session.details({}, options)), 'RetryError').attempts).toBe(attempts);
    expect(elapsedMs()).toBe(waitedMs);
  });
});

describe('a POST', () => {
  test.each<readonly [string, ScriptedAnswer, number]>([
    ['is not sent again when its connection was lost', { failure: 'reset', delivery: 'unknown' }, 1],
    ['is not sent again after a bare 503', { status: 503 }, 1],
    ['is not sent again after 504, Retry-After or not', { status: 504, headers: { 'retry-after': '1' } }, 1],
    ['is sent again when it never left', { failure: 'refused', delivery: 'not-sent' }, 2],
    ['is sent again after 429', { status: 429 }, 2],
    ['is sent again after 503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }, 2],
  ])('%s', async (_title, answer, sent) => {
    const launched = { json: { scan_uuid: 'run' } };
    const { clock, vm } = createScriptedClient([answer, launched].slice(0, sent));
    expect((await clock.settle(vm.scans.launch({ scan_id: 1 }))).isOk()).toBe(sent === 2);
  });

  test('that is idempotent is sent again like a GET: cancelling a job twice is cancelling it once', async () => {
    const { clock, vm } = createScriptedClient([{ failure: 'reset' }, { status: 504 }, { json: { status: 'CANCELLED' } }]);
    expect(expectOk(await clock.settle(vm.vulnsExport.cancel({ export_uuid: 'e' })))).toStrictEqual({ status: 'CANCELLED' });
  });

  test('as a PUT that is not idempotent: the second time, the present password is another', async () => {
    const { clock, vm } = createScriptedClient([{ failure: 'reset' }]);
    expect(expectErr(await clock.settle(vm.users.changePassword({ user_id: 1, password: 'Abcdef123456!' })))).toMatchObject({ reason: 'reset', delivery: 'unknown' });
  });
});

describe('a failure of the network', () => {
  test('comes out with the operation, the origin and all attempts', async () => {
    const { clock, vm } = createScriptedClient([{ failure: 'reset' }, { failure: 'tls', delivery: 'unknown' }]);
    expect(expectTag(await clock.settle(vm.session.details()), 'ConnectionError')).toMatchObject({
      operation: 'session.details', reason: 'tls', origin: 'https://cloud.tenable.com', attempts: 2,
      attemptLog: [{ reason: 'reset', waitedMs: 0 }, { reason: 'tls', waitedMs: 1000 }],
    });
  });
});
