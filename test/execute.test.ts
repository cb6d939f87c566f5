import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as v from 'valibot';
import { createVmConnection, defineOperation, execute, json } from 'tenable-result';
import type { CallError, ImpersonationError, NotFoundError } from 'tenable-result';
import { details as sessionDetails } from 'tenable-result/vm/session';
import { details as scanDetails } from 'tenable-result/vm/scans';
import { describe, expect, expectTypeOf, test } from 'vitest';

import { createVirtualClock } from '../src/simulator/virtual-clock.js';
import { expectErr, expectOk, expectTag } from './support/expect-result.js';
import { createScriptedClient } from './support/scripted-client.js';
import { createScript } from './support/scripted-transport.js';

interface Sum {
  readonly sum: number;
}

/** Schemas of no library: what the specification asks for and nothing else. */
const numbers: StandardSchemaV1<{ readonly id: string; readonly numbers: readonly number[] }> = {
  '~standard': {
    version: 1,
    vendor: 'by-hand',
    validate: (value) => {
      const given = (value as { readonly numbers?: unknown }).numbers;
      return Array.isArray(given) ? { value: value as { id: string; numbers: number[] } } : { issues: [{ message: 'numbers, please', path: ['numbers'] }] };
    },
  },
};
const sum: StandardSchemaV1<unknown, Sum> = {
  '~standard': {
    version: 1,
    vendor: 'by-hand',
    validate: (value) => Promise.resolve(
      typeof (value as { readonly sum?: unknown }).sum === 'number' ? { value: value as Sum } : { issues: [{ message: 'no sum', path: [{ key: 'sum' }] }] }),
  },
};
const add = defineOperation({ id: 'mine.add', product: 'vm', method: 'POST', path: '/add/{id}', docs: '', input: numbers, output: json<Sum>(sum), removes: ['NotFoundError'] });

describe('an operation of one\'s own, by schemas of any library', () => {
  test('is carried out like those of the catalogue', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: { sum: 6, more: true } }]);
    const outcome = await clock.settle(execute(vm, add, { id: 'a b', numbers: [1, 2, 3] }));
    expectTypeOf(outcome).toHaveProperty('isOk');
    expect(expectOk(outcome)).toStrictEqual({ sum: 6, more: true });
    expect(requests).toMatchObject([{ method: 'POST', url: 'https://cloud.tenable.com/add/a%20b', body: '{"numbers":[1,2,3]}' }]);
  });

  test('is sent what its input was when the call was made, however long that takes to be checked', async () => {
    const slow: typeof numbers = { '~standard': { ...numbers['~standard'], validate: (value) => Promise.resolve().then(() => numbers['~standard'].validate(value)) } };
    const { clock, requests, vm } = createScriptedClient([{ json: { sum: 3 } }]);
    const given = { id: 'a', numbers: [1, 2] };
    const called = execute(vm, { ...add, input: slow }, given);
    given.id = 'b';
    given.numbers.push(3);
    expectOk(await clock.settle(called));
    expect(requests).toMatchObject([{ url: 'https://cloud.tenable.com/add/a', body: '{"numbers":[1,2]}' }]);
  });

  test('has both schemas checked', async () => {
    const { clock, vm } = createScriptedClient([{ json: { sum: 'six' } }]);
    expect(expectTag(await clock.settle(execute(vm, add, { id: 'a' } as never)), 'UnexpectedValueError').issues)
      .toStrictEqual([{ path: 'numbers', expected: 'what its by-hand schema accepts', received: 'undefined' }]);
    expect(expectTag(await clock.settle(execute(vm, add, { id: 'a', numbers: [] })), 'APIError').issues)
      .toStrictEqual([{ path: 'sum', expected: 'what its by-hand schema accepts', received: 'string' }]);
  });

  test('has just the errors that it lists', async () => {
    const { clock, vm } = createScriptedClient([]);
    const called = execute(vm, add, { id: '..', numbers: [] });
    expectTypeOf<NotFoundError>().not.toExtend<Awaited<typeof called> extends { error: infer E } ? E : never>();
    expect(expectErr(await clock.settle(called))).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'id' }] });
  });
});

describe('an error that the operation rules out', () => {
  test.each([[400], [404], [409]])('comes out as UnknownError with all that is known: %i', async (status) => {
    const { clock, vm } = createScriptedClient([{ status, json: { error: 'words' }, headers: { 'x-request-uuid': 'u' } }]);
    expect(expectTag(await clock.settle(vm.session.details()), 'UnknownError')).toMatchObject({
      operation: 'session.details', code: status, detail: 'words', uuid: 'u', message: expect.stringContaining(`unexpected status HTTP ${status}`) as string,
    });
  });

  test('does not take in ImpersonationError on a client that impersonates', async () => {
    const { clock, vm } = createScriptedClient([{ status: 403 }, { status: 403 }]);
    const other = expectOk(vm.impersonate('user@example.com'));
    const outcome = await clock.settle(other.session.details());
    expectTypeOf<ImpersonationError>().toExtend<typeof outcome extends { readonly error: infer E } ? E : ImpersonationError>();
    expect(expectErr(outcome)).toMatchObject({ _tag: 'ImpersonationError', username: 'user@example.com' });
    expect(expectErr(await clock.settle(vm.session.details()))).toMatchObject({ _tag: 'PermissionError' });
  });
});

describe('whatever way a call ends', () => {
  const session = { json: { id: 1, uuid: 'u', username: 'a', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' } };
  test.each([
    ['Ok', [session]], ['PermissionError', [{ status: 401 }]], ['RetryError', Array.from({ length: 6 }, () => ({ status: 503 }))],
    ['ConnectionError', ['silence']], ['APIError', [{ pieces: ['x'] }]],
  ] as const)('it releases its timers, its listeners and its answers: %s', async (tag, answers) => {
    const { clock, openBodies, vm } = createScriptedClient(answers);
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_type: string, listener: unknown): void => void listeners.add(listener);
    signal.removeEventListener = (_type: string, listener: unknown): void => void listeners.delete(listener);
    const outcome = await clock.settle(vm.session.details({}, { signal }));
    expect(outcome.isOk() ? 'Ok' : outcome.error._tag).toBe(tag);
    expect([clock.pendingTimers(), listeners.size, openBodies()]).toStrictEqual([0, 0, 0]);
  });
});

describe('without the nested calls', () => {
  test('a connection is all that is needed', async () => {
    const { transport } = createScript([{ status: 404, json: { error: 'none' } }]);
    const clock = createVirtualClock();
    const connection = expectOk(createVmConnection({ accessKey: 'a', secretKey: 's', transport, clock }));
    const outcome = await clock.settle(execute(connection, scanDetails, { scan_id: 42 }));
    if (outcome.isErr()) expectTypeOf(outcome.error).toExtend<CallError>();
    expect(expectTag(outcome, 'NotFoundError').detail).toBe('none');
  });

  test.each([undefined, null, {}, 7, { product: 'vm', origin: 'https://cloud.tenable.com' }])('%j is no client, and is told so', async (client) => {
    expect(expectTag(await execute(client as never, sessionDetails, {}), 'UnexpectedValueError').issues)
      .toMatchObject([{ path: 'client', expected: 'a client of this package' }]);
  });

  test('an argument that is left out is an empty one', async () => {
    const { clock, vm } = createScriptedClient([]);
    const inner = defineOperation({ id: 'x.y', product: 'vm', method: 'GET', path: '/x', docs: '', input: v.strictObject({ a: v.number() }), output: json(v.unknown()) });
    const outcome = await clock.settle(execute(vm, inner, undefined as never));
    expect(expectTag(outcome, 'UnexpectedValueError').issues).toMatchObject([{ path: 'a', expected: 'given' }]);
  });
});
