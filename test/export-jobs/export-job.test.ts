/** A job over a real port: what is left of it when its reader goes away, and bodies as servers send them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { ok } from 'neverthrow';
import { afterAll, describe, expect, test } from 'vitest';
import { createVmClient } from 'tenable-result';
import type { ExportJob, ExportOptions, VmClient } from 'tenable-result';
import type { VulnRecord } from 'tenable-result/vm/vulns-export';

import { bundleProgram } from '../support/bundle-program.js';
import { expectOk } from '../support/expect-result.js';
import { startServer } from '../support/loopback-server.js';
import { readIds, record } from './export-lab.js';

const scratch = mkdtempSync(join(import.meta.dirname, '..', '..', 'node_modules', '.export-job-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Service {
  readonly url: string;
  readonly vm: VmClient;
  /** What was asked for, in short. */
  readonly asked: readonly string[];
  /** Resolves when the connection of a chunk that never ends is released. */
  readonly whenReleased: Promise<void>;
}

/** A service with chunk 1, and chunk 2, which `answerSecond` answers: by default it begins and never ends. */
async function openService(answerSecond: (response: ServerResponse) => void = (response) => void response.write('[{"asset":')): Promise<Service> {
  const asked: string[] = [];
  let release = (): void => undefined;
  const whenReleased = new Promise<void>((resolve) => { release = resolve; });
  const json = (response: ServerResponse, body: unknown): void => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '').replace('/vulns/export', '').replace('/job-1', '');
    asked.push(`${request.method ?? ''} ${path}`);
    if (path === '/status') json(response, { status: 'FINISHED', chunks_available: [1, 2] });
    else if (path === '/chunks/1') json(response, [record(1), record(2)]);
    else if (path === '/cancel') json(response, { status: 'CANCELLED' });
    else if (path === '/chunks/2') {
      response.on('close', () => { release(); });
      answerSecond(response);
    } else json(response, { export_uuid: 'job-1' });
  };
  const url = await startServer(answer);
  const vm = expectOk(createVmClient({ url, accessKey: 'test-access-key', secretKey: 'test-secret-key' }));
  return { url, vm, asked, whenReleased };
}

type Leave = (job: ExportJob<VulnRecord>, isChunkUnderWay: () => Promise<void>, controller: AbortController) => Promise<unknown>;

describe('a connection that a chunk comes by is released, and the job cancelled or not as asked', () => {
  const leaving: Readonly<Record<string, Leave>> = {
    'when its loop over records is left': async (job, isChunkUnderWay) => {
      for await (const _item of job) {
        await isChunkUnderWay();
        break;
      }
    },
    'when its loop over chunks throws': async (job, isChunkUnderWay) => {
      const loop = async (): Promise<void> => {
        for await (const _item of job.chunks()) {
          await isChunkUnderWay();
          throw new Error('the reader\'s own');
        }
      };
      await expect(loop()).rejects.toThrow('the reader\'s own');
    },
    'when its iterator is left while it waits': async (job, isChunkUnderWay) => {
      const iterator = job.chunks()[Symbol.asyncIterator]();
      await iterator.next();
      const second = iterator.next();
      await isChunkUnderWay();
      await iterator.return?.();
      expect(await second).toMatchObject({ done: true });
    },
    'when its function fails': async (job, isChunkUnderWay) => {
      const drained = await job.forEachChunk(async () => {
        await isChunkUnderWay();
        throw new Error('full');
      });
      expect(drained).toMatchObject({ error: { _tag: 'TenableException' } });
    },
    'when its signal aborts while it is split into lines': async (job, isChunkUnderWay, controller) => {
      const drained = job.toNdjson(() => ok(undefined));
      await isChunkUnderWay();
      controller.abort();
      expect(await drained).toMatchObject({ error: { _tag: 'ConnectionError', reason: 'aborted' } });
    },
  };
  test.each(Object.entries(leaving).flatMap(([title, leave]) => (['cancel', 'detach'] as const).map((onEarlyEnd) => [title, onEarlyEnd, leave] as const)))(
    '%s: %s', async (_title, onEarlyEnd, leave) => {
      const { asked, vm, whenReleased } = await openService();
      const controller = new AbortController();
      const isChunkUnderWay = async (): Promise<void> => {
        while (!asked.includes('GET /chunks/2')) await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, 20)); // its first bytes are on their way
      };
      const options: ExportOptions = { concurrency: 2, onEarlyEnd, signal: controller.signal };
      await leave(vm.exports.vulns({}, options), isChunkUnderWay, controller);
      await whenReleased;
      expect(asked.filter((line) => line === 'POST /cancel')).toHaveLength(onEarlyEnd === 'cancel' ? 1 : 0);
    });
});

test('a compressed chunk is the same as a plain one, as records and as lines', async () => {
  const body = gzipSync(JSON.stringify([record(3), record(4)]));
  const { vm } = await openService((response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip', 'content-length': body.byteLength }).end(body);
  });
  expect(await readIds(vm.exports.vulns())).toStrictEqual({ ids: [1, 2, 3, 4], error: null });
  const lines: string[] = [];
  const drained = await vm.exports.vulns().toNdjson(({ bytes }) => ok(lines.push(...new TextDecoder().decode(bytes).split('\n').slice(0, -1))));
  expect(expectOk(drained)).toMatchObject({ chunks: 2, records: 4, bytes: JSON.stringify([1, 2].map(record)).length + JSON.stringify([3, 4].map(record)).length });
  expect(lines.map((line) => JSON.parse(line) as unknown).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toStrictEqual([1, 2, 3, 4].map(record));
});

test('a compressed chunk that is cut off is fetched again, and named where it stays so', async () => {
  const body = gzipSync(JSON.stringify(Array.from({ length: 500 }, (_, at) => record(at))));
  const { asked, vm } = await openService((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(body.subarray(0, body.byteLength / 2));
  });
  const incomplete = { _tag: 'TioExportsError', reason: 'chunk-unreadable', checkpoint: { done: [1], failed: [2] } };
  expect(await readIds(vm.exports.vulns({}, { pollIntervalMs: 1 }))).toMatchObject({ ids: [1, 2], error: incomplete });
  expect(asked.filter((line) => line === 'GET /chunks/2')).toHaveLength(3);
  expect(await vm.exports.vulns({}, { pollIntervalMs: 1 }).toNdjson(() => ok(undefined))).toMatchObject({ error: incomplete });
});

describe('a process ends by itself', () => {
  const programs: Readonly<Record<string, string>> = {
    'after it has left a loop while a chunk comes': 'for await (const item of job) break;',
    'after it has left a loop whose job goes on': 'for await (const item of detached) break;',
    'although it has dropped an iterator with a chunk in hand': 'await single.chunks()[Symbol.asyncIterator]().next();',
    'after an abort': 'setTimeout(() => controller.abort(), 100); await job.forEachChunk(() => ok(undefined));',
  };
  test.each(Object.entries(programs))('%s', async (_title, work) => {
    const { url } = await openService();
    const code = `
      import { ok } from 'neverthrow';
      import { createVmClient } from 'tenable-result';
      const client = createVmClient({ url: process.argv[2], accessKey: 'a', secretKey: 's' });
      const controller = new AbortController();
      const { vulns } = client._unsafeUnwrap().exports;
      const job = vulns({}, { concurrency: 2, signal: controller.signal });
      const detached = vulns({}, { concurrency: 2, onEarlyEnd: 'detach' });
      const single = vulns();
      ${work}
      console.log('done');`;
    const program = await bundleProgram({ code }, join(scratch, `program-${Math.random()}.mjs`));
    const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => { printed += text.toString(); });
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000); // it hangs: then it has no exit code
    const code_ = await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(timer);
    expect([printed.trim(), code_]).toStrictEqual(['done', 0]);
  });
});
