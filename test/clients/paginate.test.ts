import fc from 'fast-check';
import type { Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { Agent, AgentPage } from 'tenable-result/vm/agents';
import type { Pages } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr, expectOk } from '../support/expect-result.js';

const agent = (id: number): Agent => ({ id, uuid: `u${id}`, name: `n${id}`, platform: 'LINUX', status: 'on' });
const page = (ids: readonly number[], total: unknown): ScriptedAnswer => ({ json: { agents: ids.map(agent), pagination: { total, limit: 2, offset: 0 } } });
const idsOf = (agents: readonly Agent[]): readonly number[] => agents.map(({ id }) => id);
const queries = (requests: readonly { readonly url: string }[]): readonly string[] => requests.map(({ url }) => new URL(url).search);

describe('a list', () => {
  test.each<readonly [string, readonly ScriptedAnswer[], readonly number[]]>([
    ['of one page', [page([1, 2], 2)], [1, 2]],
    ['of several', [page([1, 2], 5), page([3, 4], 5), page([5], 5)], [1, 2, 3, 4, 5]],
    ['without items', [page([], 0)], []],
    ['with short pages, because the service caps them', [page([1], 3), page([2], 3), page([3], 3)], [1, 2, 3]],
    ['whose total promises too much ends with an empty page', [page([1, 2], 99), page([], 99)], [1, 2]],
    ['whose total grows is followed', [page([1, 2], 3), page([3, 4], 5), page([5], 5)], [1, 2, 3, 4, 5]],
  ])('%s comes whole', async (_title, answers, ids) => {
    const { clock, requests, vm } = createScriptedClient(answers);
    expect(idsOf(expectOk(await clock.settle(vm.agents.list({ scanner_id: 1, limit: 2 }).toArray())))).toStrictEqual(ids);
    let offset = 0;
    for (const [at, answer] of answers.entries()) {
      expect(queries(requests)[at]).toBe(`?limit=2&offset=${offset}`);
      offset += (answer as { readonly json: AgentPage }).json.agents.length;
    }
  });

  test('asks for as much as it should where the caller says nothing, and from where the caller says', async () => {
    const { clock, requests, vm } = createScriptedClient([page([1], 1), page([8], 8)]);
    await clock.settle(vm.agents.list({ scanner_id: 1, w: 'x' }).toArray());
    await clock.settle(vm.agents.list({ scanner_id: 1, offset: 7 }).toArray());
    expect(queries(requests)).toStrictEqual(['?w=x&limit=1000&offset=0', '?limit=1000&offset=7']);
  });

  test('is of what was asked for, whatever becomes of the input and the options while it is read', async () => {
    const { clock, requests, vm } = createScriptedClient([page([1, 2], 4), page([3, 4], 4)]);
    const input = { scanner_id: 1, limit: 2, f: ['a'] };
    const options = { headers: { 'x-note': 'first' } };
    const agents = vm.agents.list(input, options);
    for (const change of [() => input.f.push('b'), () => { input.limit = 5; }, () => { options.headers['x-note'] = 'second'; }]) change();
    const reading = agents[Symbol.asyncIterator]();
    await clock.settle(reading.next());
    input.scanner_id = 9;
    expect(idsOf(await clock.settle(collectRest(reading)))).toStrictEqual([2, 3, 4]);
    expect(queries(requests)).toStrictEqual(['?f=a&limit=2&offset=0', '?f=a&limit=2&offset=2']);
    expect(requests.map(({ headers, url }) => [new URL(url).pathname, headers['x-note']])).toStrictEqual(Array.from({ length: 2 }, () => ['/scanners/1/agents', 'first']));
  });

  test('that comes again as it was, where more was promised, is a failure: it was read in part only', async () => {
    const { clock, vm } = createScriptedClient([page([1, 2], 6), page([1, 2], 6)]);
    const seen = await clock.settle(read(vm.agents.list({ scanner_id: 1, limit: 2 })));
    expect(seen).toStrictEqual([1, 2, 'APIError']);
  });

  test('may be read as one page, with where it stands in the whole', async () => {
    const { clock, vm } = createScriptedClient([page([3], 9)]);
    expect(expectOk(await clock.settle(vm.agents.list({ scanner_id: 1, limit: 1, offset: 2 }).toPage()))).toMatchObject({ agents: [{ id: 3 }], pagination: { total: 9 } });
  });

  test('is the same however the service cuts its pages', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }), fc.boolean(), async (sizes, isTotalTrue) => {
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const cut = sizes.map((size, at) => Array.from({ length: size }, (_, item) => sizes.slice(0, at).reduce((sum, one) => sum + one, 0) + item));
      const answers = cut.map((ids) => page(ids, isTotalTrue ? total : 1e6));
      const { clock, vm } = createScriptedClient(isTotalTrue && total > 0 ? answers : [...answers, page([], total)]);
      expect(idsOf(expectOk(await clock.settle(vm.agents.list({ scanner_id: 1, limit: 3 }).toArray())))).toStrictEqual(Array.from({ length: total }, (_, id) => id));
    }), { numRuns: 30 });
  });
});

async function collectRest(iterator: AsyncIterator<Result<Agent, unknown>>): Promise<readonly Agent[]> {
  const items: Agent[] = [];
  for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) items.push(expectOk(step.value));
  return items;
}

/** What a loop over a list sees: ids, then the tag of the failure where there is one. */
async function read<E extends { readonly _tag: string }>(pages: Pages<Agent, AgentPage, E>, stopAfter = Infinity): Promise<readonly (number | string)[]> {
  const seen: (number | string)[] = [];
  for await (const item of pages) {
    seen.push(item.isOk() ? item.value.id : item.error._tag);
    if (seen.length >= stopAfter) break;
  }
  return seen;
}

describe('a loop over a list', () => {
  test('asks for no more than it takes', async () => {
    const { clock, vm } = createScriptedClient([page([1, 2], 99)]);
    expect(await clock.settle(read(vm.agents.list({ scanner_id: 1, limit: 2 }), 2))).toStrictEqual([1, 2]);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('has a failure in the middle as its last item', async () => {
    const { clock, vm } = createScriptedClient([page([1, 2], 99), { status: 403 }]);
    expect(await clock.settle(read(vm.agents.list({ scanner_id: 1, limit: 2 })))).toStrictEqual([1, 2, 'PermissionError']);
  });

  test('can be had again from the start', async () => {
    const { clock, vm } = createScriptedClient([page([1], 1), page([1], 1)]);
    const agents = vm.agents.list({ scanner_id: 1 });
    expect([await clock.settle(read(agents)), await clock.settle(read(agents))]).toStrictEqual([[1], [1]]);
  });

  test('takes a page of another shape for a failure, not for the end', async () => {
    const { clock, vm } = createScriptedClient([page([1], 9), { json: { agents: null, pagination: { total: 9, limit: 1, offset: 1 } } }]);
    expect(await clock.settle(read(vm.agents.list({ scanner_id: 1 })))).toStrictEqual([1, 'APIError']);
  });

  test('has one failure for input that cannot be read', async () => {
    const { clock, vm } = createScriptedClient([]);
    const hostile = { get limit(): never { throw new Error('hostile'); }, scanner_id: 1 };
    expect(await clock.settle(read(vm.agents.list(hostile)))).toStrictEqual(['UnexpectedValueError']);
    expect(expectErr(await clock.settle(vm.agents.list(hostile).toArray()))).toMatchObject({ _tag: 'UnexpectedValueError', operation: 'agents.list', issues: [{ path: 'limit' }] });
  });

  test('ends as a whole when its caller aborts', async () => {
    const { clock, vm } = createScriptedClient([page([1], 9), 'silence']);
    const controller = new AbortController();
    clock.schedule(100, () => { controller.abort(); });
    expect(await clock.settle(read(vm.agents.list({ scanner_id: 1 }, { signal: controller.signal })))).toStrictEqual([1, 'ConnectionError']);
  });
});
