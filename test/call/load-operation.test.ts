/** Areas that are loaded by the first call: what that call waits for, and what comes of a load that fails. */
import { describe, expect, test } from 'vitest';

import { execute, paginate } from 'tenable-result';
import type { Operation } from 'tenable-result';

import { createCalls } from '../../src/clients/calls.js';
import { defineArea, deferOperation } from '../../src/operation/area.js';
import type { Area } from '../../src/operation/area.js';
import type { WrittenOperation } from '../../src/operation/build-operation.js';
import { expectErr, expectOk, expectTag } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';

type Item = Readonly<Record<string, unknown>>;
interface Things {
  readonly list: Operation<{ readonly limit?: number }, Item, never, Item>;
  readonly details: Operation<{ readonly id: number }, Item>;
}

const base = { product: 'vm', method: 'GET', docs: '' } as const;
const data: Readonly<Record<string, WrittenOperation>> = {
  list: {
    ...base, id: 'things.list', path: '/things', query: ['limit', 'offset'], input: { strict: { limit: 'int?', offset: 'int?' } }, output: { loose: {} },
    paging: { style: 'offset', items: 'things', pageSize: 2 },
  },
  details: { ...base, id: 'things.details', path: '/things/{id}', input: { strict: { id: 'int:0' } }, output: { loose: { id: 'int' } } },
};

function createArea(load: () => Promise<typeof data> = () => Promise.resolve(data)): { readonly area: Area<Things>; readonly loads: () => number } {
  let loads = 0;
  const area = defineArea<Things>('things', 'list* details', () => {
    loads += 1;
    return load();
  });
  return { area, loads: () => loads };
}

const page = { json: { things: [{ id: 1 }], pagination: { total: 1 } } };

describe('an area', () => {
  test('is loaded by its first call, and not again', async () => {
    const { area, loads } = createArea();
    const { clock, requests, vm } = createScriptedClient([{ json: { id: 7 } }, { json: { id: 8 } }, page]);
    const { things } = createCalls<{ readonly things: Things }>(vm, { things: area });
    expect(loads()).toBe(0);
    expect(expectOk(await clock.settle(things.details({ id: 7 })))).toStrictEqual({ id: 7 });
    expect(expectOk(await clock.settle(things.details({ id: 8 })))).toStrictEqual({ id: 8 });
    expect(expectOk(await clock.settle(things.list().toArray()))).toStrictEqual([{ id: 1 }]);
    expect(requests.map(({ url }) => url.slice('https://cloud.tenable.com'.length))).toStrictEqual(['/things/7', '/things/8', '/things?limit=2&offset=0']);
    expect([loads(), clock.pendingTimers()]).toStrictEqual([1, 0]);
  });

  test('is loaded by the first page of a list', async () => {
    const { area, loads } = createArea();
    const { clock, vm } = createScriptedClient([page]);
    const pages = paginate(vm, deferOperation(area, 'list'), {});
    expect(loads()).toBe(0);
    expect(expectOk(await clock.settle(pages.toArray()))).toStrictEqual([{ id: 1 }]);
    expect(loads()).toBe(1);
  });

  test('that cannot be loaded is an error that says so, nothing is sent, and the next call tries again', async () => {
    let isThere = false;
    const { area } = createArea(() => (isThere ? Promise.resolve(data) : Promise.reject(new Error('Cannot find module things.js'))));
    const { clock, vm } = createScriptedClient([{ json: { id: 7 } }]);
    const operation = deferOperation(area, 'details');
    const error = expectTag(await clock.settle(execute(vm, operation, { id: 7 })), 'TenableException');
    expect(error.operation).toBe('things.details');
    expect(error.defect).toMatchObject({ name: 'LoadError', message: 'The part "things" of tenable-result could not be loaded: Cannot find module things.js' });
    expect(expectErr(await clock.settle(paginate(vm, deferOperation(area, 'list'), {}).toArray()))).toMatchObject({ _tag: 'TenableException', defect: { name: 'LoadError' } });
    isThere = true;
    expect(expectOk(await clock.settle(execute(vm, operation, { id: 7 })))).toStrictEqual({ id: 7 });
    expect(clock.pendingTimers()).toBe(0);
  });

  test('that does not come ends its call with the deadline', async () => {
    const { area } = createArea(() => new Promise(() => undefined));
    const { clock, elapsedMs, vm } = createScriptedClient([]);
    const error = expectTag(await clock.settle(execute(vm, deferOperation(area, 'details'), { id: 7 }, { deadlineMs: 3_000 })), 'ConnectionError');
    expect(error).toMatchObject({ operation: 'things.details', reason: 'timeout', delivery: 'not-sent' });
    expect([elapsedMs(), clock.pendingTimers()]).toStrictEqual([3_000, 0]);
  });

  test('under way is given up where its caller aborts', async () => {
    const { area } = createArea(() => new Promise(() => undefined));
    const { clock, vm } = createScriptedClient([]);
    const controller = new AbortController();
    const called = execute(vm, deferOperation(area, 'details'), { id: 7 }, { signal: controller.signal });
    await clock.advance(100);
    controller.abort();
    expect(expectTag(await clock.settle(called), 'ConnectionError')).toMatchObject({ reason: 'aborted', delivery: 'not-sent' });
    expect(clock.pendingTimers()).toBe(0);
  });

  test('takes its time from the deadline of the call', async () => {
    const { clock, elapsedMs, vm } = createScriptedClient(['silence']);
    const { area } = createArea(() => new Promise((resolve) => {
      clock.schedule(2_000, () => {
        resolve(data);
      });
    }));
    const error = expectTag(await clock.settle(execute(vm, deferOperation(area, 'details'), { id: 7 }, { deadlineMs: 3_000, retry: { maxRetries: 0 } })), 'ConnectionError');
    expect(error.reason).toBe('timeout');
    expect(elapsedMs()).toBe(3_000);
  });
});
