/** A job's chunks and records by hand, as other than `for await` takes them. */
import { Readable } from 'node:stream';

import { describe, expect, test } from 'vitest';
import type { ExportJob, ExportOptions } from 'tenable-result';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';

import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { cancelled, checkpoint, chunk, created, openExportLab, report, toShort } from './export-lab.js';

const end = { done: true, value: undefined };

/** Both iterators of a job. */
const ways: Readonly<Record<string, (job: ExportJob<VulnRecord>) => AsyncIterator<unknown>>> = {
  records: (job) => job[Symbol.asyncIterator](),
  chunks: (job) => job.chunks()[Symbol.asyncIterator](),
};

describe.each(Object.entries(ways))('the iterator of %s', (_name, open) => {
  test('that is left before it was asked sends nothing, also when it is asked afterwards', async () => {
    const client = createScriptedClient([]);
    const job = client.vm.exports.vulns();
    const iterator = open(job);
    expect([await iterator.return?.(), await iterator.return?.(), await iterator.next()]).toStrictEqual([end, end, end]);
    expect([job.checkpoint(), client.clock.pendingTimers()]).toStrictEqual([null, 0]);
  });

  test.each<readonly [string, readonly ScriptedAnswer[], ExportOptions]>([
    ['it is created', ['silence'], {}], ['it is asked how far it is', [created, 'silence', cancelled], {}], ['it waits to ask', [created, report('QUEUED'), cancelled], {}],
    ['a chunk comes', [created, report('FINISHED', [1]), { pieces: ['['], end: 'never' }, cancelled], {}],
    ['a chunk comes, and the job is to go on', [created, report('FINISHED', [1]), 'silence'], { onEarlyEnd: 'detach' }],
  ])('that is left while it is asked ends the job at once: %s', async (_title, answers, options) => {
    const client = createScriptedClient(answers);
    const iterator = open(client.vm.exports.vulns({}, options));
    const waiting = iterator.next();
    await client.clock.advance(100);
    expect(await iterator.return?.()).toStrictEqual(end);
    expect(await waiting).toStrictEqual(end);
    expect([client.elapsedMs(), client.clock.pendingTimers(), client.openBodies()]).toStrictEqual([100, 0, 0]);
  });

  test('that is left twice cancels once', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), chunk(1), cancelled]);
    const iterator = open(client.vm.exports.vulns());
    await iterator.next();
    expect(await Promise.all([iterator.return?.(), iterator.return?.()])).toStrictEqual([end, end]);
    expect(client.requests.map(toShort).at(-1)).toBe('POST /cancel');
  });

  test('that is left after its end changes nothing', async () => {
    const client = createScriptedClient([created, report('FINISHED')]);
    const iterator = open(client.vm.exports.vulns());
    expect([await iterator.next(), await iterator.return?.(), await iterator.next()]).toStrictEqual([end, end, end]);
  });

  test('starts nothing where its signal has aborted already, and says that nothing was sent', async () => {
    const client = createScriptedClient([]);
    const iterator = open(client.vm.exports.vulns({}, { signal: AbortSignal.abort() }));
    expect(await iterator.next()).toMatchObject({ done: false, value: { error: { _tag: 'ConnectionError', reason: 'aborted', delivery: 'not-sent' } } });
    expect([await iterator.next(), client.clock.pendingTimers()]).toStrictEqual([end, 0]);
  });
});

describe('a loop with several chunks under way', () => {
  const answers = [created, report('FINISHED', [1, 2, 3, 4]), chunk(1), chunk(2), chunk(3), chunk(4)];

  test.each<readonly [string, ExportOptions, string]>([['aborted', {}, 'ConnectionError'], ['out of time', { timeoutMs: 1000 }, 'TioExportsTimeout']])(
    'that is %s gets its error next, not the chunks that wait', async (_title, options, tag) => {
      const client = createScriptedClient([...answers, cancelled]);
      const controller = new AbortController();
      if (tag === 'ConnectionError') client.clock.schedule(1000, () => { controller.abort(); });
      const job = client.vm.exports.vulns({}, { concurrency: 4, signal: controller.signal, ...options });
      const iterator = job.chunks()[Symbol.asyncIterator]();
      expect(await iterator.next()).toMatchObject({ value: { value: { id: 1 } } });
      await client.clock.advance(1000);
      expect(await iterator.next()).toMatchObject({ value: { error: { _tag: tag } } });
      expect([await iterator.next(), job.checkpoint()]).toStrictEqual([end, checkpoint([1])]);
    });

  test('gives each reader a chunk of its own', async () => {
    const client = createScriptedClient(answers);
    const iterator = client.vm.exports.vulns({}, { concurrency: 4 }).chunks()[Symbol.asyncIterator]();
    const steps = await Promise.all(Array.from({ length: 6 }, () => iterator.next()));
    expect(steps).toMatchObject([1, 2, 3, 4].map((id) => ({ value: { value: { id } } })).concat([end, end] as never[]));
  });

  test.each([1, 32])('delivers each record once with a concurrency of %i, whatever the number of chunks', async (concurrency) => {
    const { clock, vm } = openExportLab({ vulns: 2000, recordsPerChunk: 20 });
    const seen: string[] = [];
    await clock.settle((async () => {
      for await (const record of vm.exports.vulns({}, { concurrency })) seen.push(record.isOk() ? JSON.stringify(record.value) : record.error._tag);
    })());
    expect([seen.length, new Set(seen).size]).toStrictEqual([2000, 2000]);
  });
});

describe('one job', () => {
  test('that is looped over twice at once gives all of its records to both', async () => {
    const { clock, vm } = openExportLab();
    const job = vm.exports.vulns();
    const loop = async (): Promise<number> => {
      let count = 0;
      for await (const record of job) count += record.isOk() ? 1 : Number.NaN;
      return count;
    };
    expect(await clock.settle(Promise.all([loop(), loop()]))).toStrictEqual([200, 200]);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('is a source for streams of Node, which end it when they are destroyed', async () => {
    const { clock, count, vm } = openExportLab({ pollsUntilReady: 1000 });
    const startedAtMs = clock.now();
    const stream = Readable.from(vm.exports.vulns());
    const closed = new Promise((resolve) => stream.on('close', resolve));
    stream.read();
    await clock.advance(10_000);
    stream.destroy();
    await clock.settle(closed);
    await clock.advance(0);
    expect([count('POST', '/cancel'), clock.pendingTimers(), clock.now() - startedAtMs]).toStrictEqual([1, 0, 10_000]);
  });
});
