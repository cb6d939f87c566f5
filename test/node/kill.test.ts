/**
 * An export into a file whose process is killed, again and again: by a real SIGKILL, at random moments and at each of its
 * operations on files. Whatever the moment, the file that it ends with holds every record once. The seed is printed;
 * `KILL_SEED=… npm run unit -- test/node/kill.test.ts` goes through the same moments again.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';
import { exportToFile } from 'tenable-result/node';
import { createSimulator } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions } from 'tenable-result/simulator';

import { createCsvEncoder } from '../../src/cli/csv.js';
import { expectOk } from '../support/expect-result.js';
import type { ChildReport, ChildTask, KillPoint } from './kill-child.js';

const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), 'tenable-result-kill-'));
const childPath = join(folder, 'child.mjs');

/** In one file it starts in a tenth of a second, several times as fast as from its sources. */
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'kill-child.ts')],
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

/** Numbers from 0 to 1 that are the same for the same seed. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Scenario {
  readonly name: string;
  readonly options: SimulatorOptions;
  readonly concurrency: number;
  readonly isCsv: boolean;
  readonly isSlow: boolean;
}

interface RunEnd {
  readonly wasKilled: boolean;
  /** `null` where it was killed. */
  readonly report: ChildReport | null;
}

/** One process. With `killAfter` it is killed after that share of the time that a run takes, unless it has ended before. */
function runChild(task: ChildTask, killAfter: number | null): Promise<RunEnd> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [childPath, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let timer: NodeJS.Timeout | undefined;
    let begunAtMs = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '') begunAtMs = performance.now();
      output += text;
      if (killAfter !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter * runMs);
    });
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      if (signal === null) runMs = (runMs + performance.now() - begunAtMs) / 2;
      const [, report] = output.split('\n');
      resolve({ wasKilled: signal === 'SIGKILL', report: report === undefined || report === '' ? null : JSON.parse(report) as ChildReport }); // written by the child
    });
  });
}

const tally = { runs: 0, killed: 0, resumed: 0, files: 0 };

/** How long a run takes from its begin to its end on this machine, as it is now. */
let runMs = 100;
let folders = 0;

/** The lines of the file that an export without a crash makes, sorted: chunks come in any order. */
async function toExpectedLines({ isCsv, options }: Scenario): Promise<readonly string[]> {
  const { accessKey, secretKey, transport } = createSimulator({ ...options, chunkDelayMs: 0 });
  const path = join(folder, `expected-${folders += 1}`);
  const vm = expectOk(createVmClient({ accessKey, secretKey, transport }));
  const encoder = isCsv ? createCsvEncoder(csvColumns) : undefined;
  expectOk(await exportToFile(vm.exports.vulns, {}, path, { pollIntervalMs: 0, encoder }));
  return readFileSync(path, 'utf8').split('\n').sort();
}

const csvColumns = ['asset.uuid', 'plugin.id', 'port.port', 'output'];

interface Export {
  readonly simulator: Simulator;
  /** One more run; it goes on where the one before was killed. */
  readonly run: (kill: KillPoint | null, killAfter: number | null) => Promise<RunEnd>;
  readonly close: () => Promise<void>;
}

async function openExport({ concurrency, isCsv, isSlow, options }: Scenario, place: string): Promise<Export> {
  const simulator = createSimulator(options);
  const { accessKey, secretKey } = simulator;
  const { url, close } = expectOk(await simulator.listen());
  const path = join(place, 'found');
  return {
    simulator,
    run: async (kill, killAfter) => {
      if (existsSync(`${path}.checkpoint.json`)) tally.resumed += 1;
      const end = await runChild({ url, accessKey, secretKey, path, concurrency, isCsv, isSlow, kill }, killAfter);
      tally.runs += 1;
      if (end.wasKilled) tally.killed += 1;
      return end;
    },
    close: async () => {
      expectOk(await close());
    },
  };
}

/** Runs an export that is killed as often as there are `kills`, then to its end; looks at what it has made. */
async function killAndLook(scenario: Scenario, kills: readonly { readonly kill: KillPoint | null; readonly after: number | null }[]): Promise<readonly string[]> {
  const place = mkdtempSync(join(folder, 'run-'));
  const opened = await openExport(scenario, place);
  const story: string[] = [];
  let last: RunEnd = { wasKilled: true, report: null };
  for (const { after, kill } of [...kills, { after: null, kill: null }]) {
    last = await opened.run(kill, after);
    story.push(`${JSON.stringify(kill ?? after)}: ${last.wasKilled ? `killed, left ${readdirSync(place).join(' ')}` : JSON.stringify(last.report)}`);
    if (!last.wasKilled) break;
  }
  await opened.close();
  const about = `seed ${seed}, ${scenario.name}\n${story.join('\n')}`;
  expect(last.report?.error, about).toBeNull();
  expect(readdirSync(place), about).toStrictEqual(['found']);
  const lines = readFileSync(join(place, 'found'), 'utf8').split('\n').sort();
  const expected = await toExpectedLines(scenario);
  // Not as one value: megabytes of difference would not help anybody.
  expect(lines.length, about).toBe(expected.length);
  expect(lines.every((line, at) => line === expected[at]), about).toBe(true);
  tally.files += 1;
  rmSync(place, { recursive: true });
  return last.report?.operations ?? [];
}

/** Two at a time: there are at least as many cores. */
async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  await Promise.all([1, 2].map(async () => {
    for (const item of queue) await work(item);
  }));
}

function toScenario(random: () => number, number: number): Scenario {
  const pick = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const recordsPerChunk = pick(1, 30);
  const chunks = pick(1, 16);
  return {
    name: `scenario ${number}`,
    options: {
      vulns: recordsPerChunk * chunks - pick(0, recordsPerChunk - 1),
      recordsPerChunk,
      recordBytes: random() < 0.3 ? pick(10_000, 60_000) : 0,
      pollsUntilReady: pick(1, 5),
      chunkDelayMs: pick(0, 12),
    },
    concurrency: pick(1, 6),
    isCsv: random() < 0.3,
    isSlow: random() < 0.6,
  };
}

describe('an export whose process is killed has every record once', () => {
  test('at random moments, up to four times before it ends', async () => {
    const random = createRandom(seed);
    const killedBefore = tally.killed;
    const rounds = Array.from({ length: 60 }, (_, at) => ({
      scenario: toScenario(random, at + 1),
      kills: Array.from({ length: 4 }, () => ({ kill: null, after: random() })),
    }));
    // A kill that comes after the end hits nothing: how many do depends on the machine.
    await inPairs(rounds, ({ kills, scenario }) => (tally.killed - killedBefore < 90 ? killAndLook(scenario, kills) : Promise.resolve()));
    console.log(`seed ${seed}: ${tally.killed - killedBefore} kills at random moments`);
    expect(tally.killed - killedBefore).toBeGreaterThanOrEqual(90);
  }, 300_000);

  test.each([{ isCsv: false, concurrency: 3 }, { isCsv: true, concurrency: 2 }])('before, in and after each operation on files (CSV: $isCsv)', async ({ concurrency, isCsv }) => {
    const random = createRandom(seed + 1);
    const options = { vulns: 31, recordsPerChunk: 10, pollsUntilReady: 2, recordBytes: isCsv ? 0 : 3_000 };
    const scenario: Scenario = { name: 'each operation', options, concurrency, isCsv, isSlow: true };
    const operations = await killAndLook(scenario, []);
    const killedBefore = tally.killed;
    const points = operations.flatMap((name, at): KillPoint[] => [
      { at: at + 1, stage: 'before' },
      ...(name === 'write' || name === 'writeFile' ? [{ at: at + 1, stage: 'half' } as const] : []),
    ]).concat({ at: operations.length, stage: 'after' });
    await inPairs(points, (kill) => killAndLook(scenario, random() < 0.4
      ? [{ kill, after: null }]
      : [{ kill, after: null }, { kill: { at: 1 + Math.floor(random() * 30), stage: 'half' }, after: null }]));
    console.log(`seed ${seed}: ${points.length} moments, ${tally.killed - killedBefore} kills, of ${operations.join(' ')}`);
    // Of the last points some may not be reached: the number of operations depends on how chunks come together.
    expect(tally.killed - killedBefore).toBeGreaterThanOrEqual(points.length - 5);
  }, 300_000);

  test('in all, more than 200 times', () => {
    console.log(`${tally.runs} runs, ${tally.killed} killed, ${tally.resumed} went on with a checkpoint, ${tally.files} files looked at`);
    expect(tally.killed).toBeGreaterThan(200);
  });
});
