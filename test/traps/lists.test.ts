import { createVmClient, traverse } from 'tenable-result';
import { createSimulator, createVirtualClock, cloudScannerId } from 'tenable-result/simulator';
import type { Agent } from 'tenable-result/vm/agents';
import { describe, expect, test } from 'vitest';

import { expectErr, expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';

const agent = (id: number): Agent => ({ id, uuid: `u${id}`, name: `n${id}`, platform: 'LINUX', status: 'on' });
const page = (ids: readonly number[], total: number): ScriptedAnswer => ({ json: { agents: ids.map(agent), pagination: { total, limit: 2, offset: 0 } } });

describe('a list', () => {
  test('that is paged twice gives the same items, not the sum of both', async () => {
    const clock = createVirtualClock();
    const { accessKey, secretKey, transport } = createSimulator({ clock });
    const vm = expectOk(createVmClient({ accessKey, secretKey, transport, clock }));
    const agents = vm.agents.list({ scanner_id: cloudScannerId, limit: 3 });
    const first = expectOk(await clock.settle(agents.toArray()));
    expect(first.length).toBeGreaterThan(3);
    expect(expectOk(await clock.settle(agents.toArray()))).toStrictEqual(first);
    expect(expectOk(await clock.settle(vm.agents.list({ scanner_id: cloudScannerId }).toArray()))).toStrictEqual(first);
  });

  test('of another client has none of the items of the first', async () => {
    const one = createScriptedClient([page([1, 2], 2)]);
    const other = createScriptedClient([page([3], 1)]);
    await one.clock.settle(one.vm.agents.list({ scanner_id: 1 }).toArray());
    expect(expectOk(await other.clock.settle(other.vm.agents.list({ scanner_id: 1 }).toArray())).map(({ id }) => id)).toStrictEqual([3]);
  });

  test('of a thousand pages does not overflow the stack', async () => {
    const { clock, vm } = createScriptedClient(Array.from({ length: 1100 }, (_, at) => page([at], 1100)));
    expect(expectOk(await clock.settle(vm.agents.list({ scanner_id: 1, limit: 1 }).toArray()))).toHaveLength(1100);
  });

  test('whose total is never reached ends all the same', async () => {
    const { clock, vm } = createScriptedClient([page([1], 1_000_000), page([], 1_000_000)]);
    expect(expectOk(await clock.settle(vm.agents.list({ scanner_id: 1 }).toArray()))).toHaveLength(1);
  });

  test('that fails in the middle does not pass for a short one', async () => {
    const { clock, vm } = createScriptedClient([page([1, 2], 4), { status: 500 }]);
    expect(expectErr(await clock.settle(vm.agents.list({ scanner_id: 1, limit: 2 }).toArray()))).toMatchObject({ _tag: 'ServerError' });
  });

  test('takes an offset of 0 and a scanner 0 as given', async () => {
    const { clock, requests, vm } = createScriptedClient([page([1], 1)]);
    await clock.settle(vm.agents.list({ scanner_id: 0, offset: 0, limit: 1 }).toArray());
    expect(requests[0]?.url).toBe('https://cloud.tenable.com/scanners/0/agents?limit=1&offset=0');
  });

  test('takes a limit of 0 for a mistake, not for left out', async () => {
    const { clock, vm } = createScriptedClient([]);
    expect(expectErr(await clock.settle(vm.agents.list({ scanner_id: 1, limit: 0 }).toArray()))).toMatchObject({ _tag: 'UnexpectedValueError', issues: [{ path: 'limit' }] });
  });
});

describe('many calls side by side', () => {
  const ids = Array.from({ length: 12 }, (_, at) => at + 1);
  const byId = (answer: (id: number) => ScriptedAnswer): readonly ScriptedAnswer[] => ids.map(answer);
  const details = ({ vm }: ScriptedClient) => (user_id: number, signal: AbortSignal): ReturnType<ScriptedClient['vm']['users']['details']> => vm.users.details({ user_id }, { signal });
  const user = (id: number): ScriptedAnswer => ({ json: { id, uuid: 'u', username: 'n', type: 'local', permissions: 16 } });

  test('are never more than allowed at once', async () => {
    let running = 0;
    let most = 0;
    const client = createScriptedClient(byId(user), { hooks: {
      onRequest: () => { most = Math.max(most, running += 1); },
      onResponse: () => { running -= 1; },
    } });
    const found = expectOk(await client.clock.settle(traverse(ids, details(client), { concurrency: 3 })));
    expect([found.map(({ id }) => id), most]).toStrictEqual([ids, 3]);
  });

  test('stop at the first failure: nothing further is sent, and what hangs is not waited for', async () => {
    const client = createScriptedClient(['silence', { status: 404 }]);
    expect(expectErr(await client.clock.settle(traverse(ids, details(client), { concurrency: 2 })))).toMatchObject({ _tag: 'NotFoundError' });
    expect([client.elapsedMs(), client.clock.pendingTimers()]).toStrictEqual([0, 0]);
  });

  test('stop when the caller aborts', async () => {
    const client = createScriptedClient(['silence', 'silence']);
    const controller = new AbortController();
    client.clock.schedule(30, () => { controller.abort(); });
    const error = expectErr(await client.clock.settle(traverse(ids, details(client), { concurrency: 2, signal: controller.signal })));
    expect([error, client.elapsedMs()]).toMatchObject([{ _tag: 'ConnectionError', reason: 'aborted' }, 30]);
  });

  test('keep a callback\'s exception, instead of hiding it in what nobody looks at', async () => {
    const call = (): never => { throw new Error('of the callback'); };
    expect(expectErr(await traverse(ids, call))).toMatchObject({ _tag: 'TenableException', defect: { message: 'of the callback' } });
  });
});
