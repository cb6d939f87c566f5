/**
 * Two writers of one file: threads, processes, containers; one of them killed, or held up and woken when another has taken
 * over. Real processes and the real times, so this takes half a minute.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { createSimulator } from 'tenable-result/simulator';
import type { Simulator } from 'tenable-result/simulator';

import { expectOk } from '../support/expect-result.js';
import type { WriterReport, WriterTask } from './writer-child.js';

const folder = mkdtempSync(join(tmpdir(), 'tenable-result-writers-'));
const childPath = join(folder, 'child.mjs');
const records = 400;

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'writer-child.ts')],
    outfile: childPath,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['tenable-result-source'],
    banner: { js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);' },
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Lab {
  readonly place: string;
  readonly task: WriterTask;
  /** Resolves when so many chunks were asked for. */
  readonly untilChunks: (count: number) => Promise<void>;
  readonly expectWhole: () => void;
}

async function openLab(chunkDelayMs = 60): Promise<Lab> {
  const simulator: Simulator = createSimulator({ vulns: records, recordsPerChunk: 10, pollsUntilReady: 1, chunkDelayMs });
  const { url, close } = expectOk(await simulator.listen());
  onTestFinished(async () => { expectOk(await close()); });
  const place = mkdtempSync(join(folder, 'run-'));
  const path = join(place, 'found');
  return {
    place,
    task: { url, accessKey: simulator.accessKey, secretKey: simulator.secretKey, path },
    untilChunks: async (count) => {
      while (simulator.requests().filter((request) => request.path.includes('/chunks/')).length < count) await wait(10);
    },
    expectWhole: () => {
      expect(readdirSync(place)).toStrictEqual(['found']);
      const lines = readFileSync(path, 'utf8').trim().split('\n');
      expect(lines).toHaveLength(records);
      expect(new Set(lines).size).toBe(records);
      expect(lines.every((line) => typeof JSON.parse(line) === 'object')).toBe(true);
    },
  };
}

interface Writer {
  readonly child: ChildProcess;
  /** `null` where it was killed. */
  readonly report: Promise<WriterReport | null>;
}

function startProcess(task: WriterTask, starter: readonly string[] = []): Writer {
  const [program, ...args] = [...starter, process.execPath, childPath, JSON.stringify(task)];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
  return { child, report: new Promise((resolve) => child.on('close', () => { resolve(output === '' ? null : JSON.parse(output) as WriterReport); })) }; // written by the child
}

function startThread(task: WriterTask): { readonly worker: Worker; readonly report: Promise<WriterReport> } {
  const worker = new Worker(childPath, { workerData: task });
  return { worker, report: new Promise((resolve) => worker.once('message', resolve)) };
}

const won: WriterReport = { records, failure: '' };
const inUse: WriterReport = { records: 0, failure: 'OutputFileError in-use' };

describe('two writers of one file', () => {
  test('in two threads: one has it, the other is told so', async () => {
    const { expectWhole, task } = await openLab(150);
    const threads = [startThread(task), startThread(task), startThread(task)];
    const reports = await Promise.all(threads.map(({ report }) => report));
    expect(reports.toSorted((a, b) => b.records - a.records)).toStrictEqual([won, inUse, inUse]);
    expectWhole();
  }, 60_000);

  test('in two processes: one has it, the other is told so', async () => {
    const { expectWhole, task } = await openLab(150);
    const reports = await Promise.all([startProcess(task).report, startProcess(task).report]);
    expect(reports.toSorted((a, b) => (b?.records ?? 0) - (a?.records ?? 0))).toStrictEqual([won, inUse]);
    expectWhole();
  }, 60_000);

  test('of which one is killed: the next goes on at once', async () => {
    const { expectWhole, task, untilChunks } = await openLab();
    const first = startProcess(task);
    await untilChunks(12);
    first.child.kill('SIGKILL');
    expect(await first.report).toBeNull();
    const startedAtMs = performance.now();
    expect(await startProcess(task).report).toStrictEqual(won);
    expect(performance.now() - startedAtMs).toBeLessThan(14_000);
    expectWhole();
  }, 60_000);

  test('of which one was a thread that was ended: the next goes on when it gives no sign of life', async () => {
    const { expectWhole, task, untilChunks } = await openLab();
    const { worker } = startThread(task);
    await untilChunks(12);
    await worker.terminate();
    expect(await startThread(task).report).toStrictEqual(won);
    expectWhole();
  }, 90_000);

  const canUnshare = spawnSync('unshare', ['--map-root-user', '--pid', '--fork', '--mount-proc', 'true']).status === 0;
  test.skipIf(!canUnshare)(`in two containers, of which one is killed: the next goes on when it gives no sign of life${canUnshare ? '' : ' (no space of processes of its own can be made here)'}`, async () => {
    const { expectWhole, place, task, untilChunks } = await openLab(300);
    const container = ['unshare', '--map-root-user', '--pid', '--fork', '--kill-child', '--mount-proc'];
    const first = startProcess(task, container);
    await untilChunks(12);
    expect(JSON.parse(readFileSync(join(place, 'found.lock'), 'utf8'))).toMatchObject({ pid: 1 });
    expect(await startProcess(task).report).toStrictEqual(inUse); // from outside, process 1 is another one
    first.child.kill('SIGKILL');
    await first.report;
    expect(await startProcess(task, container).report).toStrictEqual(won); // and in here it is the second one itself
    expectWhole();
  }, 90_000);

  test.each([2, 9, 20])('of which one is held up after %d chunks and woken when the other has taken over: it changes nothing more', async (chunks) => {
    const { expectWhole, place, task, untilChunks } = await openLab();
    const first = startProcess(task);
    await untilChunks(chunks);
    first.child.kill('SIGSTOP');
    const second = await startProcess(task).report;
    expect(second).toStrictEqual(won);
    expectWhole();
    const before = statSync(join(place, 'found'), { bigint: true });
    first.child.kill('SIGCONT');
    expect(await first.report).toStrictEqual({ records: 0, failure: 'OutputFileError taken-over' });
    const after = statSync(join(place, 'found'), { bigint: true });
    expect([after.ino, after.mtimeNs, after.size]).toStrictEqual([before.ino, before.mtimeNs, before.size]);
    expectWhole();
  }, 90_000);

  test('of which one is held up and woken while the other still writes: it changes nothing more', async () => {
    const { expectWhole, task, untilChunks } = await openLab(200);
    const first = startProcess(task);
    await untilChunks(6);
    first.child.kill('SIGSTOP');
    const second = startProcess(task);
    await untilChunks(14); // the second has taken over
    first.child.kill('SIGCONT');
    expect(await first.report).toStrictEqual({ records: 0, failure: 'OutputFileError taken-over' });
    expect(await second.report).toStrictEqual(won);
    expectWhole();
  }, 90_000);
});
