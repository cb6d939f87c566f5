/** Nothing throws and nothing rejects, whatever foreign code does: more than ten thousand hostile runs. */
import fc from 'fast-check';
import { okAsync } from 'neverthrow';
import * as v from 'valibot';
import { createVmClient, defineOperation, execute, file, isTenableErrorTag, json, offsetPaging, paginate, traverse } from 'tenable-result';
import type { AnyOperation, ApiKeyConfig, CallOptions, Clock, ExportOptions, Schema, VmClient } from 'tenable-result';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createVirtualClock } from '../src/simulator/virtual-clock.js';
import type { VirtualClock } from '../src/simulator/virtual-clock.js';
import { hostileFunction, hostileNow, hostileValue, orHostile } from './support/hostile.js';

/** What reached nobody, by its type: looking closer at hostile values would throw again. */
const strays: string[] = [];
const note = (reason: unknown): void => void strays.push(typeof reason);

beforeAll(() => {
  process.on('unhandledRejection', note).on('uncaughtException', note);
});
afterAll(() => {
  process.off('unhandledRejection', note).off('uncaughtException', note);
});

const status = fc.constantFrom(200, 200, 200, 200, 201, 204, 206, 302, 400, 401, 403, 404, 409, 429, 500, 503, NaN, -1);
const body = fc.constantFrom(
  '', '{}', '[]', 'null', '{"items":[1,2],"pagination":{"total":9}}', '{"items":[],"pagination":{"total":0}}', '{"export_uuid":"e","status":"FINISHED","chunks_available":[1,2]}',
  '{"export_uuid":"e","status":"QUEUED"}', '{"file":"f","status":"ready"}', '{"error":"x"}', '[{"asset":{"uuid":"a"},"plugin":{"id":1},"severity":"low"}]', '\ufffe', '<html>',
);
const headers = fc.dictionary(fc.constantFrom('retry-after', 'content-length', 'X-Request-Uuid', 'content-disposition'), fc.constantFrom('0', '1', '5', 'u', '\r\n', 'x'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a transport gives: a good answer, one with hostile parts, or harm of its own. */
const answer: fc.Arbitrary<() => unknown> = orHostile(
  fc.record({
    status: orHostile<() => unknown>(status.map((code) => () => code), hostileValue),
    headers: orHostile<() => unknown>(headers.map((record) => () => record), hostileValue),
    pieces: fc.array(orHostile(body.map((text) => () => okAsync(bytes(text)))), { maxLength: 3 }),
    whole: body,
    cancel: orHostile(fc.constant(() => undefined)),
    isWhole: fc.boolean(),
  }).map(({ cancel, headers: toHeaders, isWhole, pieces, status: toStatus, whole }) => () => {
    const queue = isWhole ? [() => okAsync(bytes(whole))] : [...pieces];
    return okAsync({ status: toStatus(), headers: toHeaders(), body: { next: () => (queue.shift() ?? (() => okAsync(null)))(), cancel } });
  }),
);

/** Makers of schemas. */
const schema: fc.Arbitrary<() => unknown> = orHostile<() => unknown>(
  fc.constant(() => v.unknown()),
  fc.oneof(
    hostileFunction.map((validate) => () => ({ '~standard': { version: 1, vendor: 'hostile', validate } })),
    hostileValue.map((make) => () => ({ '~standard': { version: 1, vendor: 'hostile', validate: () => ({ value: make() }) } })),
    hostileValue.map((make) => () => ({ '~standard': { version: 1, vendor: 'hostile', validate: () => ({ issues: [make(), { path: [make()], expected: make() }] }) } })),
    hostileValue,
  ),
);

/** A clock in virtual time that may lie about the time and about its timers. It does set them: time must pass. */
type Lie = (clock: VirtualClock) => Clock;
const lie: fc.Arbitrary<Lie> = orHostile<Lie>(
  fc.constant((clock) => clock),
  fc.tuple(hostileNow, hostileFunction).map(([now, takeBack]): Lie => (clock) => ({
    now: now as () => number,
    schedule: (delayMs, run) => {
      clock.schedule(Number.isFinite(delayMs) ? delayMs : 0, run);
      return takeBack;
    },
  })),
);

/** Options whose members are good, hostile, or hostile only when they are read again. */
const options: fc.Arbitrary<() => object> = fc.tuple(
  fc.constantFrom('signal', 'deadlineMs', 'retry', 'headers', 'pollIntervalMs', 'onProgress', 'none', 'none', 'none'), hostileValue, hostileNow, fc.nat(3),
).map(([name, make, harm, reads]) => () => {
  const given: Record<string, unknown> = { deadlineMs: 50, timeoutMs: 200, pollIntervalMs: 20 };
  const good: Readonly<Record<string, unknown>> = { signal: AbortSignal.abort(), headers: { 'x-a': 'b' }, retry: { maxRetries: 1 }, deadlineMs: 50, pollIntervalMs: 20, onProgress: harm };
  let read = 0;
  if (name !== 'none') Object.defineProperty(given, name, { enumerable: true, get: () => (read++ < reads ? good[name] : reads === 0 ? make() : harm()) });
  return given;
});

interface Run {
  readonly kind: number;
  readonly answers: readonly (() => unknown)[];
  readonly hooks: object;
  readonly credentials: () => unknown;
  readonly random: () => unknown;
  readonly lie: Lie;
  readonly options: () => object;
  readonly input: () => unknown;
  readonly inputSchema: () => unknown;
  readonly outputSchema: () => unknown;
}

const run: fc.Arbitrary<Run> = fc.record({
  kind: fc.nat(8),
  answers: fc.array(answer, { minLength: 1, maxLength: 4 }),
  hooks: fc.record({ onRequest: hostileFunction, onResponse: hostileFunction, onRetry: hostileFunction, onDefect: hostileFunction }, { requiredKeys: [] }),
  credentials: orHostile(fc.constant(() => ({ accessKey: 'a', secretKey: 's' }))),
  random: orHostile(fc.constant(() => 1), hostileNow),
  lie,
  options,
  input: orHostile(fc.constant(() => ({ id: 1, export_uuid: 'e' })), hostileValue),
  inputSchema: schema,
  outputSchema: schema,
});

/** The last word of a loop: its failure, or `Ok`. Leaves loops that have no end. */
async function read(items: AsyncIterable<unknown>): Promise<unknown> {
  let last: unknown = { error: null };
  let count = 0;
  for await (const item of items) {
    last = item;
    count += 1;
    if (count > 30) break;
  }
  return last;
}

/** Each way to call something, as its user does. */
async function begin(vm: VmClient, { answers, input, inputSchema, kind, options: makeOptions, outputSchema }: Run): Promise<unknown> {
  const base = { product: 'vm', path: '/x', docs: '', input: inputSchema() as Schema<object> } as const;
  const output = json(outputSchema() as Schema<unknown>);
  const get = defineOperation({ ...base, id: 'x.get', method: 'GET', output });
  const post = defineOperation({ ...base, id: 'x.post', method: 'POST', output });
  const download = defineOperation({ ...base, id: 'x.file', method: 'GET', output: file({ resource: 'x', resourceId: 'id', filename: 'id' }), adds: ['FileDownloadError'] });
  const list = defineOperation({ ...base, id: 'x.list', method: 'GET', output, paging: offsetPaging<number>('items', 2) });
  const given = input() as object;
  const opts = makeOptions() as CallOptions & ExportOptions;
  switch (kind) {
    case 0: return execute(vm, post, given, opts);
    case 1: return execute(vm, download, given, opts).andThen((one) => one.toBytes({ maxBytes: 1000 }));
    case 2: return execute(vm, download, given, opts).then((one) => (one.isOk() ? read(one.value) : one));
    case 3: return read(paginate(vm, list, given, opts));
    case 4: return read(vm.exports.vulns(given, opts));
    case 5: return read(vm.exports.compliance({}, opts).chunks());
    case 6: return vm.scans.export({ scan_id: 1, format: 'csv' }, opts);
    case 7: return traverse([1, 2, 3], (_item, signal) => (kind === answers.length ? (answers[0]?.() as never) : execute(vm, get, given, { ...opts, signal })), opts as object);
    default: return execute(vm, get as AnyOperation, given, opts);
  }
}

const counts = new Map<string, number>();
const count = (outcome: string): void => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1);

/** What a run comes to that has not ended although all of its virtual time has passed. */
const afterRealMs = (durationMs: number): Promise<unknown> =>
  new Promise((resolve) => { setTimeout(resolve, durationMs, { error: { _tag: 'no end' } }).unref(); });

/** How a run ends: `Ok`, or the tag of its error. What is thrown or rejected comes through as it is. */
async function observe(one: Run): Promise<string> {
  const clock = createVirtualClock();
  let sent = 0;
  const config = {
    accessKey: 'a', secretKey: 's', deadlineMs: 50, retry: { maxRetries: 2, baseDelayMs: 5 }, maxBodyBytes: 500, clock: one.lie(clock),
    transport: () => (one.answers[Math.min(sent++, one.answers.length - 1)] ?? (() => undefined))(), hooks: one.hooks, credentials: one.credentials, random: one.random,
  } as unknown as ApiKeyConfig;
  const created = createVmClient(config);
  if (created.isErr()) return created.error._tag;
  const outcome = await Promise.race([clock.settle(begin(created.value, one)), afterRealMs(5000)]) as { readonly error?: { readonly _tag: string } | null };
  const tag = outcome.error?._tag ?? 'Ok';
  return tag === 'Ok' || isTenableErrorTag(tag) ? tag : `unknown: ${tag}`;
}

test('each of 15,000 hostile runs ends in Ok or in a known error', { timeout: 180_000 }, async () => {
  const together = 100; // virtual clocks take turns of the one event loop: side by side they cost no more than alone
  let runs = 0;
  await fc.assert(fc.asyncProperty(fc.array(run, { minLength: together, maxLength: together }), async (many) => {
    const outcomes = await Promise.allSettled(many.map((one) => observe(one)));
    runs += outcomes.length;
    for (const outcome of outcomes) count(outcome.status === 'fulfilled' ? outcome.value : 'rejected');
    expect(outcomes.filter((outcome) => outcome.status === 'rejected' || outcome.value.startsWith('unknown')).slice(0, 2)).toStrictEqual([]);
  }), { numRuns: 150, endOnFailure: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.info(`${runs} hostile runs: ${[...counts].sort(([, a], [, b]) => b - a).map(([tag, times]) => `${tag} ${times}`).join(', ')}`);
  expect(runs).toBeGreaterThanOrEqual(10_000);
  expect(strays).toStrictEqual([]);
});

test('no configuration and no client makes a creation or a call throw', () => {
  fc.assert(fc.property(hostileValue, hostileValue, (make, makeOther) => {
    const created = createVmClient(make() as ApiKeyConfig);
    expect(created.isOk() || isTenableErrorTag(created.error._tag)).toBe(true);
    const configured = createVmClient({ accessKey: 'a', secretKey: 's', url: make(), retry: makeOther(), hooks: make(), clock: makeOther(), integration: make(), tls: makeOther() } as ApiKeyConfig);
    expect(configured.isOk() || isTenableErrorTag(configured.error._tag)).toBe(true);
  }), { numRuns: 1000 });
});
