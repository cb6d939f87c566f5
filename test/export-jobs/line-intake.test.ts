/** Chunks as lines: one at a time to the destination, each with memory of its own as long as it is in hand. */
import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { Checkpoint, NdjsonChunk } from 'tenable-result';

import { sleep } from '../../src/transport/clock.js';
import { expectOk } from '../support/expect-result.js';
import { createScriptedClient } from '../support/scripted-client.js';
import { cancelled, checkpoint, chunk, created, openExportLab, record, report } from './export-lab.js';

const toLines = ({ bytes }: NdjsonChunk): readonly string[] => new TextDecoder().decode(bytes).split('\n');
const never = new AbortController().signal;

describe('a destination of lines', () => {
  test('gets each record as it was sent, one a line, each line with its end', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1]), { pieces: ['[ {"a": "\\n ü', ' [{" },\n\n{"b":[1, {}]}', ' ]\n'] }]);
    const got: string[] = [];
    const summary = await client.vm.exports.vulns().toNdjson(({ bytes, id, records }) => ok(got.push(`${id} ${records} ${new TextDecoder().decode(bytes)}`)));
    expect(got).toStrictEqual(['1 2 {"a": "\\n ü [{" }\n{"b":[1, {}]}\n']);
    expect(summary).toMatchObject(ok({ chunks: 1, records: 2 }));
  });

  test('gets an empty chunk as no lines', async () => {
    const client = createScriptedClient([created, report('FINISHED', [4]), chunk()]);
    const got: unknown[] = [];
    await client.vm.exports.vulns().toNdjson(({ bytes, id, records }) => ok(got.push([id, records, bytes.byteLength])));
    expect(got).toStrictEqual([[4, 0, 0]]);
  });

  test.each([1, 4, 32])('has one chunk at a time in its hands, whose bytes stay as they are until it settles: concurrency %i', async (concurrency) => {
    const { clock, vm } = openExportLab();
    let inHand = 0;
    let most = 0;
    const lines: string[] = [];
    const summary = await clock.settle(vm.exports.vulns({}, { concurrency }).toNdjson(async (one) => {
      most = Math.max(most, inHand += 1);
      const before = toLines(one);
      await sleep(clock, 100, never);
      expect(toLines(one)).toStrictEqual(before);
      lines.push(...before.slice(0, -1));
      inHand -= 1;
      return ok(undefined);
    }));
    expect([expectOk(summary).records, lines.length, new Set(lines).size, most]).toStrictEqual([200, 200, 200, 1]);
  });

  test('can save with each chunk how far the job is with it, however many are under way', async () => {
    const { clock, vm } = openExportLab({ vulns: 100 });
    const saved: Checkpoint[] = [];
    const ids: number[] = [];
    const job = vm.exports.vulns({}, { concurrency: 5 });
    await clock.settle(job.toNdjson((one) => {
      ids.push(one.id);
      saved.push(one.checkpoint());
      return ok(undefined);
    }));
    expect(saved.map(({ done }) => done)).toStrictEqual(ids.map((_id, at) => ids.slice(0, at + 1)));
    expect(saved.at(-1)).toStrictEqual(job.checkpoint());
  });

  test('that refuses a chunk gets no other, also none that has come already', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2, 3]), chunk(1), chunk(2), chunk(3), cancelled]);
    const got: number[] = [];
    const job = client.vm.exports.vulns({}, { concurrency: 3 });
    const ended = await job.toNdjson(({ id }) => {
      got.push(id);
      return id === 1 ? err('full' as const) : ok(undefined);
    });
    expect([ended, got, job.checkpoint()]).toStrictEqual([err('full'), [1], checkpoint([])]);
  });

  test('is given nothing of a chunk that breaks off, and the whole of it when it comes again', async () => {
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), { pieces: [JSON.stringify([record(1), record(2)]).slice(0, -20)] }, chunk(1, 2), chunk(3)]);
    const got: unknown[] = [];
    await client.clock.settle(client.vm.exports.vulns({}, { concurrency: 1 }).toNdjson((one) => ok(got.push([one.id, toLines(one).slice(0, -1).map((line) => JSON.parse(line) as unknown)]))));
    expect(got).toStrictEqual([[1, [record(1), record(2)]], [2, [record(3)]]]);
  });

  test('is given no chunk that is larger than a body may be, and it is not asked for again', async () => {
    const large = { json: [{ ...record(1), output: 'x'.repeat(2000) }] };
    const client = createScriptedClient([created, report('FINISHED', [1, 2]), large, chunk(2)], { maxBodyBytes: 1000 });
    const got: number[] = [];
    const ended = await client.clock.settle(client.vm.exports.vulns({}, { concurrency: 1 }).toNdjson(({ id }) => ok(got.push(id))));
    expect([got, ended]).toMatchObject([[2], { error: { _tag: 'TioExportsError', reason: 'chunk-unreadable', lostChunks: [{ chunk: 1, cause: { tag: 'FileDownloadError', reason: 'too-large' } }], checkpoint: { failed: [1] } } }]);
    expect(client.openBodies()).toBe(0);
  });
});
