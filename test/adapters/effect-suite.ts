/** What the adapter does with Effect, in words that Effect 3 and Effect 4 share: each version has a test that runs it. */
import { Effect, Exit, Stream } from 'effect';
import type { Layer } from 'effect';
import { err, errAsync, ok, okAsync } from 'neverthrow';
import type { Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';

import type { TenableException, VmClient } from 'tenable-result';
import { ConnectionError, createVmClient, NotFoundError, PermissionError } from 'tenable-result';
import { toEffect, toLayer, toStream } from 'tenable-result/effect';
import type { ServiceTag } from 'tenable-result/effect';

import { chunkPath, openExportLab } from '../export-jobs/export-lab.js';
import { createScriptedClient } from '../support/scripted-client.js';

/** The tag of a client in the tests: each version makes tags in its own way. */
export interface Vm { readonly isVm: true }
type VmTag = ServiceTag<Vm, VmClient>;

const boom = (): never => {
  throw new Error('boom');
};

/** What an effect ends with, as one word and a value. A defect or an interruption is `died`. */
function settle<A, E>(effect: Effect.Effect<A, E>): Promise<readonly ['ok', A] | readonly ['failed', E] | readonly ['died']> {
  return Effect.runPromiseExit(Effect.match(effect, {
    onFailure: (error) => ['failed', error] as const,
    onSuccess: (value) => ['ok', value] as const,
  })).then((exit) => (Exit.isSuccess(exit) ? exit.value : ['died'] as const));
}

const collect = <A, E>(stream: Stream.Stream<A, E>): Effect.Effect<readonly A[], E> =>
  Effect.map(Stream.runCollect(stream), (items) => Array.from(items)); // an array in Effect 4, a Chunk in Effect 3

export function describeEffectAdapter(createTag: (key: string) => VmTag): void {
  describe('toEffect', () => {
    test('sends nothing before it is run, and each run anew', async () => {
      const { vm, requests } = createScriptedClient([{ json: { agents: [] } }, { json: { agents: [] } }]);
      const effect = toEffect((signal) => vm.agents.list({ scanner_id: 1 }, { signal }).toPage());
      await new Promise((resolve) => { setImmediate(resolve); });
      expect(requests.length).toBe(0);
      await settle(effect);
      expect(requests.length).toBe(1);
      await settle(effect);
      expect(requests.length).toBe(2);
    });

    test('gives the value or the very error', async () => {
      const gone = NotFoundError({});
      expect(await settle(toEffect(() => okAsync(7)))).toStrictEqual(['ok', 7]);
      expect(await settle(toEffect(() => ok(7)))).toStrictEqual(['ok', 7]);
      const [word, error] = await settle(toEffect(() => errAsync(gone)));
      expect([word, error === gone]).toStrictEqual(['failed', true]);
    });

    test.each<readonly [string, () => PromiseLike<Result<number, never>>]>([
      ['throws', boom], ['rejects', () => Promise.reject(new Error('boom'))],
    ])('fails with a TenableException where the call %s: it does not die', async (_title, call) => {
      expect(await settle(toEffect(call))).toMatchObject(['failed', { _tag: 'TenableException', defect: { message: 'boom' } }]);
    });

    test('ends the request when it is interrupted', async () => {
      const { vm, requests, openBodies } = createScriptedClient([{ pieces: ['{'], end: 'never' }]);
      const interrupt = new AbortController();
      let outcome: string | undefined;
      const running = Effect.runPromiseExit(toEffect((signal) => {
        const call = vm.scans.details({ scan_id: 42 }, { signal });
        void call.then((result) => { outcome = result.isErr() && result.error._tag === 'ConnectionError' ? result.error.reason : 'other'; });
        return call;
      }), { signal: interrupt.signal });
      while (openBodies() === 0) await new Promise((resolve) => { setImmediate(resolve); });
      interrupt.abort();
      expect((await running)._tag).toBe('Failure');
      while (outcome === undefined) await new Promise((resolve) => { setImmediate(resolve); });
      expect([outcome, requests.length, openBodies()]).toStrictEqual(['aborted', 1, 0]);
    });

    test('has errors that catchTag and catchTags take out', async () => {
      const call = (which: number): Effect.Effect<string, NotFoundError | PermissionError | ConnectionError | TenableException> =>
        toEffect((): Result<string, NotFoundError | PermissionError | ConnectionError> => [
          err(NotFoundError({})), err(PermissionError({ reason: 'forbidden' })), err(ConnectionError({ reason: 'dns', delivery: 'not-sent' })),
        ][which] ?? ok('found'));
      const one = (which: number): Effect.Effect<string, unknown> => Effect.catchTag(call(which), 'NotFoundError', (error) => Effect.succeed(`gone ${error.code}`));
      expect(await settle(one(0))).toStrictEqual(['ok', 'gone 404']);
      expect(await settle(one(1))).toMatchObject(['failed', { _tag: 'PermissionError' }]);
      expect(await settle(one(3))).toStrictEqual(['ok', 'found']);
      const several = (which: number): Effect.Effect<string, unknown> => Effect.catchTags(call(which), {
        PermissionError: (error) => Effect.succeed(error.reason),
        ConnectionError: (error) => Effect.succeed(error.delivery),
      });
      expect(await settle(several(1))).toStrictEqual(['ok', 'forbidden']);
      expect(await settle(several(2))).toStrictEqual(['ok', 'not-sent']);
    });
  });

  describe('toLayer', () => {
    test('gives the client to what asks for it', async () => {
      const Vm = createTag('Vm');
      const { vm } = createScriptedClient([]);
      const origin = Effect.map(Vm, (client) => client.origin);
      expect(await settle(Effect.provide(origin, toLayer(Vm, () => ok(vm))))).toStrictEqual(['ok', 'https://cloud.tenable.com']);
    });

    test('fails with what is wrong with the configuration', async () => {
      const Vm = createTag('Vm');
      const origin = Effect.map(Vm, (client) => client.origin);
      const live: Layer.Layer<Vm, { readonly _tag: string }> = toLayer(Vm, () => createVmClient({ accessKey: 'a', secretKey: 'b', url: 'no url' }));
      expect(await settle(Effect.provide(origin, live))).toMatchObject(['failed', { _tag: 'UnexpectedValueError' }]);
      expect(await settle(Effect.provide(origin, toLayer(Vm, boom)))).toMatchObject(['failed', { _tag: 'TenableException' }]);
    });
  });

  describe('toStream', () => {
    test('gives the items of a list across its pages, each run anew', async () => {
      const page = (...ids: readonly number[]): { readonly json: unknown } =>
        ({ json: { agents: ids.map((id) => ({ id, uuid: 'u', name: 'n', platform: 'LINUX', status: 'on' })), pagination: { total: 3, limit: 2, offset: 0 } } });
      const { vm, clock } = createScriptedClient([page(1, 2), page(3), page(1, 2), page(3)]);
      const stream = toStream((signal) => vm.agents.list({ scanner_id: 1, limit: 2 }, { signal }));
      const ids = Effect.map(collect(stream), (agents) => agents.map(({ id }) => id));
      expect(await clock.settle(settle(ids))).toStrictEqual(['ok', [1, 2, 3]]);
      expect(await clock.settle(settle(ids))).toStrictEqual(['ok', [1, 2, 3]]);
    });

    test('gives all records of an export', async () => {
      const { vm, clock, count } = openExportLab({ vulns: 60 });
      const records = await clock.settle(settle(collect(toStream((signal) => vm.exports.vulns({}, { signal })))));
      expect(records[0] === 'ok' && records[1].length).toBe(60);
      expect([count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([0, 0]);
    });

    test('fails with the failure that an export ends with', async () => {
      const { vm, clock } = openExportLab();
      const stream = toStream(() => vm.exports.vulns({ num_assets: 1 }));
      expect(await clock.settle(settle(collect(stream)))).toMatchObject(['failed', { _tag: 'UnexpectedValueError' }]);
    });

    test.each<readonly ['cancel' | 'detach', number]>([['cancel', 1], ['detach', 0]])(
      'ended early ends the job as onEarlyEnd says: %s', async (onEarlyEnd, cancels) => {
        const { vm, clock, count } = openExportLab();
        const stream = toStream((signal) => vm.exports.vulns({}, { signal, onEarlyEnd }));
        const some = await clock.settle(settle(collect(Stream.take(stream, 5))));
        expect(some[0] === 'ok' && some[1].length).toBe(5);
        expect([count('GET', chunkPath), count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([1, cancels, 0]);
      });

    test('interrupted while it waits ends the job at once', async () => {
      const { vm, clock, count } = openExportLab({ pollsUntilReady: 1000 });
      const interrupt = new AbortController();
      const stream = toStream((signal) => vm.exports.vulns({}, { signal }));
      const running = Effect.runPromiseExit(collect(stream), { signal: interrupt.signal });
      await clock.advance(10_000);
      expect(count('GET', '/status')).toBeGreaterThan(1);
      interrupt.abort();
      expect((await clock.settle(running))._tag).toBe('Failure');
      await clock.advance(10);
      expect([count('POST', '/cancel'), clock.pendingTimers()]).toStrictEqual([1, 0]);
    });

    test.each<readonly [string, () => AsyncIterable<Result<number, never>>]>([
      ['cannot be opened', boom],
      ['throws when it is asked', () => ({ [Symbol.asyncIterator]: () => ({ next: boom }) })],
      ['rejects', () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('boom')) }) })],
    ])('fails with a TenableException where the iterable %s', async (_title, open) => {
      expect(await settle(collect(toStream(open)))).toMatchObject(['failed', { _tag: 'TenableException', defect: { message: 'boom' } }]);
    });
  });
}
