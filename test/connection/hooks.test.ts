import { describe, expect, test } from 'vitest';
import type { Hooks, RequestEvent } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };
const url = 'https://cloud.tenable.com/session';

const record = (): { readonly hooks: Hooks; readonly events: (readonly [string, unknown])[] } => {
  const events: (readonly [string, unknown])[] = [];
  const note = (name: string) => (event: unknown): void => void events.push([name, event]);
  return { events, hooks: { onRequest: note('request'), onResponse: note('response'), onRetry: note('retry'), onDefect: note('defect') } };
};

const explode = (): never => {
  throw new Error('hook');
};

describe('hooks', () => {
  test('see each attempt, its answer and the wait for the next one', async () => {
    const { events, hooks } = record();
    const { clock, vm } = createScriptedClient([
      { status: 503, headers: { 'x-request-uuid': '"u-1"' } }, { failure: 'reset' }, session,
    ], { hooks });
    expectOk(await clock.settle(vm.session.details()));
    const base = { operation: 'session.details', method: 'GET', url };
    expect(events).toStrictEqual([
      ['request', base],
      ['response', { ...base, status: 503, failure: null, uuid: 'u-1', elapsedMs: 0 }],
      ['retry', { ...base, retry: 1, waitMs: 1000 }],
      ['request', base],
      ['response', { ...base, status: null, failure: 'ConnectionError', uuid: '', elapsedMs: 0 }],
      ['retry', { ...base, retry: 2, waitMs: 2000 }],
      ['request', base],
      ['response', { ...base, status: 200, failure: null, uuid: '', elapsedMs: 0 }],
    ]);
  });

  test('see no query values, whichever hook it is', async () => {
    const { events, hooks } = record();
    const { clock, vm } = createScriptedClient([{ status: 429 }, { status: 404 }], { hooks });
    expectErr(await clock.settle(vm.scans.details({ scan_id: 7, history_id: 424242 })));
    const urls = events.map(([, event]) => (event as RequestEvent).url);
    expect(urls).toHaveLength(5);
    expect([...new Set(urls)]).toStrictEqual(['https://cloud.tenable.com/scans/7?history_id=']);
  });

  test.each<readonly [string, Hooks]>([
    ['throw', { onRequest: explode, onResponse: explode, onRetry: explode }],
    ['reject', { onRequest: () => Promise.reject(new Error('hook')), onResponse: () => Promise.reject(new Error('hook')), onRetry: () => Promise.reject(new Error('hook')) }],
    ['are no functions', { onRequest: 7, onResponse: 'x', onRetry: {} } as unknown as Hooks],
    ['give thenables that throw', { onRequest: () => ({ then: explode }), onResponse: () => ({ then: explode }), onRetry: () => ({ then: explode }) }],
  ])('that %s change nothing and are reported to onDefect', async (_title, hostile) => {
    const { events, hooks } = record();
    const { clock, vm } = createScriptedClient([{ status: 503 }, session], { hooks: { ...hostile, onDefect: hooks.onDefect ?? explode } });
    expectOk(await clock.settle(vm.session.details()));
    expect(events).toHaveLength(5);
    expect(events.every(([name, event]) => name === 'defect' && (event as { readonly _tag: string })._tag === 'TenableException')).toBe(true);
  });

  test('that never settle are not waited for', async () => {
    const forEver = (): Promise<never> => new Promise(() => undefined);
    const { clock, vm, elapsedMs } = createScriptedClient([session], { hooks: { onRequest: forEver, onResponse: forEver } });
    expectOk(await clock.settle(vm.session.details()));
    expect(elapsedMs()).toBe(0);
  });

  test('that scribble on their event change neither the call nor what other hooks see', async () => {
    const { events, hooks } = record();
    const scribble = (event: RequestEvent): void => {
      Object.defineProperty(event, 'url', { get: explode, enumerable: true });
    };
    const { clock, vm } = createScriptedClient([session], { hooks: { ...hooks, onRequest: scribble } });
    expectOk(await clock.settle(vm.session.details()));
    expect(events.filter(([name]) => name === 'response')).toMatchObject([['response', { url, status: 200 }]]);
  });

  test.each<readonly [string, Hooks]>([
    ['throws', { onRequest: explode, onDefect: explode }],
    ['rejects', { onRequest: explode, onDefect: () => Promise.reject(new Error('again')) }],
    ['throws when it is looked up', { onRequest: explode, get onDefect(): never { return explode(); } }],
    ['is no function', { onRequest: explode, onDefect: 7 } as unknown as Hooks],
  ])('may have an onDefect that %s', async (_title, hooks) => {
    const { clock, vm } = createScriptedClient([session], { hooks });
    expectOk(await clock.settle(vm.session.details()));
  });
});
