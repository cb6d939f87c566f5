import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import type { AttemptRecord } from '../../src/errors/model/attempt-log.js';
import { ConnectionError } from '../../src/errors/model/connection-error.js';
import type { ConnectionFailure, Delivery } from '../../src/errors/model/connection-error.js';
import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import { openDeadline } from '../../src/transport/deadline.js';
import { createGate } from '../../src/connection/gate.js';
import { defaultRetryPolicy, toRetryPolicy, withRetry } from '../../src/connection/retry.js';
import type { RetryPolicy } from '../../src/connection/retry.js';
import { createRetryBudget } from '../../src/connection/retry-budget.js';
import type { Sender, TransportRequest } from '../../src/transport/transport.js';
import { expectErr, expectOk } from '../support/expect-result.js';

type Answer = { readonly status: number; readonly retryAfter?: string; readonly uuid?: string }
  | { readonly failure: ConnectionFailure; readonly delivery?: Delivery };

interface Observed {
  /** The status of the Ok, or the reason of the Err. */
  readonly outcome: number | string;
  readonly waits: readonly number[];
  readonly log: readonly AttemptRecord[];
  readonly sent: readonly TransportRequest[];
  readonly elapsedMs: number;
  /** Bodies of answers that were given up for a repetition. */
  readonly released: number;
}

interface Setting {
  readonly policy?: Partial<RetryPolicy>;
  readonly isIdempotent?: boolean;
  readonly deadlineMs?: number;
  readonly abortAtMs?: number;
}

/** What the retry makes of a script; its last answer goes on for ever. Waits are as long as they may be. */
async function observe(script: readonly Answer[], { policy = {}, isIdempotent = true, deadlineMs = 1e9, abortAtMs }: Setting = {}): Promise<Observed> {
  const clock = createVirtualClock();
  const startedAtMs = clock.now();
  const controller = new AbortController();
  const deadline = openDeadline(clock, { deadlineMs, signal: controller.signal });
  if (abortAtMs !== undefined) clock.schedule(abortAtMs, () => { controller.abort(); });
  const waits: number[] = [];
  const log: AttemptRecord[] = [];
  const sent: TransportRequest[] = [];
  let released = 0;
  const sender: Sender = (request) => {
    const answer = script[Math.min(sent.push(request), script.length) - 1] ?? { status: 200 };
    if ('failure' in answer) return Promise.resolve(err(ConnectionError({ reason: answer.failure, delivery: answer.delivery ?? 'unknown' })));
    const headers = {
      ...(answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter }),
      ...(answer.uuid === undefined ? {} : { 'x-request-uuid': answer.uuid }),
    };
    const body = { next: () => Promise.resolve(ok(null)), cancel: () => { released += 1; } };
    return Promise.resolve(ok({ status: answer.status, headers, body }));
  };
  const repeated = withRetry(sender, { ...defaultRetryPolicy, ...policy }, {
    clock,
    deadline,
    random: () => 1,
    attemptLog: log,
    budget: createRetryBudget(),
    gate: createGate({ clock, maxConcurrency: 64 }),
    onPass: () => undefined,
    toRetryHeaders: (retry, lastUuid) => ({ 'x-retry': String(retry), 'x-last': lastUuid }),
    onRetry: (_retry, waitMs) => void waits.push(waitMs),
  });
  const request: TransportRequest = { method: 'GET', url: 'https://x.example/y', headers: { a: 'b' }, body: null, isIdempotent };
  const result = await clock.settle(repeated(request, deadline.signal));
  const elapsedMs = clock.now() - startedAtMs;
  deadline.close();
  expect(clock.pendingTimers()).toBe(abortAtMs === undefined || abortAtMs <= elapsedMs ? 0 : 1);
  return { outcome: result.isOk() ? result.value.status : result.error.reason, waits, log, sent, elapsedMs, released };
}

const inOneMinute = new Date(Date.UTC(2026, 0, 1) + 60_000).toUTCString();
const longAgo = new Date(0).toUTCString();
const noTimes = ['-1', '1.5', '1e3', 'soon', '0x10', '12345678901', '2026-01-01', ''];
const lost: readonly Answer[] = (['reset', 'dns', 'refused', 'timeout', 'other'] as const).map((failure) => ({ failure }));

describe('the exact waits', () => {
  test.each<readonly [string, readonly Answer[], Setting, number | string, readonly number[]]>([
    ['none after a good answer', [{ status: 200 }], {}, 200, []],
    ['none after an answer that repeating would not mend', [{ status: 404 }], {}, 404, []],
    ['doubling, and none after the last attempt', [{ status: 503 }], {}, 503, [1000, 2000, 4000, 8000, 16_000]],
    ['up to the ceiling', [{ status: 502 }], { policy: { maxRetries: 8 } }, 502, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]],
    ['until it works', [{ status: 429 }, { status: 504 }, { status: 200 }], {}, 200, [1000, 2000]],
    ['none where retrying is off', [{ status: 503 }], { policy: { maxRetries: 0 } }, 503, []],
    ['what Retry-After says, even when backoff would be shorter', [{ status: 429, retryAfter: '7' }, { status: 200 }], {}, 200, [7000]],
    ['what Retry-After says, even when backoff would be longer', [{ status: 503, retryAfter: '0' }, { status: 200 }], {}, 200, [0]],
    ['until the date of Retry-After', [{ status: 503, retryAfter: inOneMinute }, { status: 200 }], {}, 200, [60_000]],
    ['nothing where that date is past', [{ status: 503, retryAfter: longAgo }, { status: 200 }], {}, 200, [0]],
    ['a Retry-After that is too long cut to what is allowed', [{ status: 429, retryAfter: '86400' }, { status: 200 }], {}, 200, [60_000]],
    ['backoff where Retry-After is no time', noTimes.map((retryAfter) => ({ status: 503, retryAfter })), { policy: { maxRetries: 7, maxDelayMs: 10 } }, 503, [10, 10, 10, 10, 10, 10, 10]],
    ['after lost connections', [...lost, { status: 200 }], {}, 200, [1000, 2000, 4000, 8000, 16_000]],
    ['none after failures that stay', [{ failure: 'tls' }], {}, 'tls', []],
    ['none after an answer that is not HTTP', [{ failure: 'protocol' }], {}, 'protocol', []],
    ['none where the wait does not fit into the deadline', [{ status: 503 }], { deadlineMs: 3000 }, 503, [1000]],
    ['none where it would just end with the deadline', [{ status: 503, retryAfter: '3' }], { deadlineMs: 3000 }, 503, []],
  ])('%s', async (_title, script, setting, outcome, waits) => {
    const observed = await observe(script, setting);
    expect(observed).toMatchObject({ outcome, waits });
    expect(observed.elapsedMs).toBe(waits.reduce((sum, waitMs) => sum + waitMs, 0));
    expect(observed.sent).toHaveLength(waits.length + 1);
    expect(observed.released).toBe(observed.log.slice(0, -1).filter(({ status }) => status !== null).length);
  });
});

describe('a request that may have been carried out is not repeated unless twice is the same as once', () => {
  test.each<readonly [string, Answer, number]>([
    ['429 says it was refused', { status: 429 }, 2],
    ['503 with Retry-After says so too', { status: 503, retryAfter: '1' }, 2],
    ['a bare 503 does not', { status: 503 }, 1],
    ['nor do 501, 502 and 504', { status: 504, retryAfter: '1' }, 1],
    ['a connection that was refused carried nothing', { failure: 'refused', delivery: 'not-sent' }, 2],
    ['a connection that was reset may have', { failure: 'reset', delivery: 'unknown' }, 1],
    ['so may one that was answered in part', { failure: 'reset', delivery: 'answered' }, 1],
  ])('%s', async (_title, answer, sent) => {
    expect((await observe([answer, { status: 200 }], { isIdempotent: false })).sent).toHaveLength(sent);
    expect((await observe([answer, { status: 200 }], { isIdempotent: true })).sent).toHaveLength(2);
  });
});

describe('a repetition', () => {
  test('is the first request with headers that say which one it is', async () => {
    const { sent } = await observe([{ status: 503, uuid: '"u-1"' }, { failure: 'reset' }, { status: 200 }]);
    expect(sent.map(({ headers }) => headers)).toStrictEqual([{ a: 'b' }, { a: 'b', 'x-retry': '1', 'x-last': 'u-1' }, { a: 'b', 'x-retry': '2', 'x-last': '' }]);
    expect(new Set(sent.map(({ url, method, body }) => [url, method, body].join(' '))).size).toBe(1);
  });

  test('does not come when the caller aborts the wait for it, which ends at once', async () => {
    const observed = await observe([{ status: 503 }], { abortAtMs: 1500 });
    expect(observed).toMatchObject({ outcome: 'aborted', elapsedMs: 1500, waits: [1000, 2000] });
    expect(observed.sent).toHaveLength(2);
  });
});

test('the log is what the transport saw, and never says more attempts than are allowed', async () => {
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ status: fc.constantFrom(200, 404, 429, 500, 501, 502, 503, 504), retryAfter: fc.constantFrom('0', '2', 'x'), uuid: fc.constantFrom('u', '') }),
    fc.record({ failure: fc.constantFrom('reset', 'refused', 'tls', 'timeout'), delivery: fc.constantFrom('not-sent', 'unknown') }),
  );
  await fc.assert(fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 6 }), fc.nat(4), fc.boolean(), async (script, maxRetries, isIdempotent) => {
    const { log, outcome, sent, waits } = await observe(script, { policy: { maxRetries }, isIdempotent });
    expect(sent.length).toBeLessThanOrEqual(maxRetries + 1);
    expect(log.map(({ status, reason }) => status ?? reason)).toStrictEqual(sent.map((_request, at) => {
      const seen = script[Math.min(at, script.length - 1)] ?? { status: 0 };
      return 'failure' in seen ? seen.failure : seen.status;
    }));
    expect(log.map(({ waitedMs }) => waitedMs)).toStrictEqual([0, ...waits]);
    expect(log.at(-1)?.status ?? log.at(-1)?.reason).toBe(outcome);
  }), { numRuns: 60 });
});

test('what is no failure of the network is handed through and not logged', async () => {
  const log: AttemptRecord[] = [];
  const clock = createVirtualClock();
  const deadline = openDeadline(clock, { deadlineMs: 1000 });
  const defect = { _tag: 'TenableException' } as const;
  const repeated = withRetry<typeof defect>(() => Promise.resolve(err(defect)), defaultRetryPolicy, {
    clock, deadline, random: Math.random, attemptLog: log, budget: createRetryBudget(), gate: createGate({ clock, maxConcurrency: 1 }), onPass: () => undefined, toRetryHeaders: () => ({}), onRetry: () => undefined,
  });
  const request: TransportRequest = { method: 'GET', url: 'https://x.example/', headers: {}, body: null, isIdempotent: true };
  expect(expectErr(await repeated(request, deadline.signal))).toBe(defect);
  expect(log).toStrictEqual([]);
  expect(expectOk(await deadline.race(Promise.resolve(ok(1)), () => 0))).toBe(1);
  deadline.close();
});

test('a part of a policy that is 0 is a departure, one that is undefined is none', () => {
  const none = { maxRetries: 0, baseDelayMs: 0, maxDelayMs: 0, maxRetryAfterMs: 0 };
  expect(toRetryPolicy(defaultRetryPolicy, none)).toStrictEqual(none);
  expect(toRetryPolicy(none, { maxRetries: 1, baseDelayMs: 2, maxDelayMs: 3, maxRetryAfterMs: 4 })).toStrictEqual({ maxRetries: 1, baseDelayMs: 2, maxDelayMs: 3, maxRetryAfterMs: 4 });
  for (const part of ['maxRetries', 'baseDelayMs', 'maxDelayMs', 'maxRetryAfterMs']) expect(toRetryPolicy(defaultRetryPolicy, { [part]: undefined })).toStrictEqual(defaultRetryPolicy);
  expect(toRetryPolicy(defaultRetryPolicy)).toBe(defaultRetryPolicy);
});
