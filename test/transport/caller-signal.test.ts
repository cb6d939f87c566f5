import { okAsync } from 'neverthrow';
import { createVmClient } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { listenTo, stopListening } from '../../src/transport/caller-signal.js';
import { expectOk } from '../support/expect-result.js';

const warnings: string[] = [];
const keep = ({ name }: Error): void => void warnings.push(name);

beforeEach(() => {
  warnings.length = 0;
  process.on('warning', keep);
});

afterEach(() => {
  process.off('warning', keep);
});

/** Node tells warnings later. */
const later = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

describe('a signal of a caller', () => {
  test('tells each listener once, and none that was taken back', () => {
    const controller = new AbortController();
    const [first, second, gone] = [vi.fn(), vi.fn(), vi.fn()];
    for (const listener of [first, gone, second, first]) listenTo(controller.signal, listener);
    stopListening(controller.signal, gone);
    controller.abort();
    expect([first, second, gone].map(({ mock }) => mock.calls.length)).toStrictEqual([1, 1, 0]);
  });

  test('has one listener of ours at most, and none when nobody listens', () => {
    const { signal } = new AbortController();
    const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
    const listeners = Array.from({ length: 20 }, () => vi.fn());
    for (const listener of listeners) listenTo(signal, listener);
    for (const listener of listeners) stopListening(signal, listener);
    stopListening(signal, () => undefined);
    expect([add.mock.calls.length, remove.mock.calls.length]).toStrictEqual([1, 1]);
  });

  test('may end hundreds of calls: the platform warns of nothing', async () => {
    const simulator = createSimulator();
    const vm = expectOk(createVmClient({ accessKey: simulator.accessKey, secretKey: simulator.secretKey, transport: simulator.transport }));
    const { signal } = new AbortController();
    const calls = await Promise.all(Array.from({ length: 200 }, () => vm.session.details({}, { signal })));
    expect(calls.every((call) => call.isOk())).toBe(true);
    await later();
    expect(warnings).toStrictEqual([]);
  });

  test.each([12, 32])('may end an export of %d chunks at once: the platform warns of nothing', async (concurrency) => {
    const simulator = createSimulator({ vulns: 2000, pollsUntilReady: 1 });
    const vm = expectOk(createVmClient({ accessKey: simulator.accessKey, secretKey: simulator.secretKey, transport: simulator.transport }));
    const { signal } = new AbortController();
    const exported = await vm.exports.vulns({}, { concurrency, signal, pollIntervalMs: 1 }).forEachChunk(() => okAsync(undefined));
    expect(exported.isOk()).toBe(true);
    await later();
    expect(warnings).toStrictEqual([]);
  });

  test('with eleven listeners of its own the platform warns: the checks above can fail', async () => {
    const { signal } = new AbortController();
    for (let listener = 0; listener < 11; listener += 1) signal.addEventListener('abort', () => { listener.toString(); });
    await later();
    expect(warnings).toStrictEqual(['MaxListenersExceededWarning']);
  });
});
