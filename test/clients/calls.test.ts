import { describe, expect, test } from 'vitest';

import { vmAreas } from '../../src/api/vm/areas.js';
import { vmCatalogue } from '../../src/api/vm/catalogue.js';
import { createCalls } from '../../src/clients/calls.js';
import type { AnyOperation } from '../../src/operation/define-operation.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const operations = Object.entries(vmCatalogue).flatMap(([area, calls]) =>
  Object.entries(calls).map(([name, operation]) => [area, name, operation as AnyOperation] as const));

describe('the calls of a client', () => {
  test('are those of the catalogue, each under its area and name', () => {
    const { vm } = createScriptedClient([]);
    const calls = createCalls(vm, vmAreas) as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(Object.entries(calls).flatMap(([area, named]) => Object.keys(named).map((name) => `${area}.${name}`)))
      .toStrictEqual(operations.map(([area, name]) => `${area}.${name}`));
    expect(operations.map(([, , { id }]) => id)).toStrictEqual(operations.map(([area, name]) => `${area}.${name}`));
    expect(Object.values(calls).every((area) => Object.isFrozen(area))).toBe(true);
  });

  test.each(operations.map(([area, name, operation]) => [`${area}.${name}`, area, name, operation] as const))('%s refuses nonsense and sends nothing', async (id, area, name, { paging }) => {
    const { clock, vm } = createScriptedClient([]);
    const calls = vm as unknown as Readonly<Record<string, Readonly<Record<string, (input: unknown) => PromiseLike<unknown> & { readonly toArray: () => PromiseLike<unknown> }>>>>;
    const called = calls[area]?.[name]?.({ nonsense: true }) ?? expect.fail('every operation is a call');
    const outcome = await clock.settle(paging === null ? called : called.toArray());
    expect(outcome).toMatchObject({ error: { _tag: 'UnexpectedValueError', operation: id } });
  });

  test('take an argument that is left out for an empty one', async () => {
    const { clock, requests, vm } = createScriptedClient([{ status: 404 }, { status: 404 }]);
    expectErr(await clock.settle(vm.scans.list()));
    expectErr(await clock.settle(vm.tags.listValues().toArray()));
    expect(requests.map(({ url }) => url)).toStrictEqual(['https://cloud.tenable.com/scans', 'https://cloud.tenable.com/tags/values?limit=1000&offset=0']);
  });

  test('send nothing before they are called, and lists nothing before they are read', async () => {
    const { clock, requests, vm } = createScriptedClient([{ json: { agents: [], pagination: { total: 0, limit: 1000, offset: 0 } } }]);
    const agents = vm.agents.list({ scanner_id: 1 });
    await clock.advance(1000);
    expect(requests).toHaveLength(0);
    expect(expectOk(await clock.settle(agents.toArray()))).toStrictEqual([]);
  });
});
