/** A nightly job: the same command each night, over what went wrong the night before. The built command, a real service on loopback. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions } from 'tenable-result/simulator';

import { openFolder } from '../node/node-lab.js';
import { expectOk } from '../support/expect-result.js';

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

interface Night {
  readonly code: number | null;
  readonly said: string;
}

interface Service {
  readonly simulator: Simulator;
  readonly night: (folder: string, line?: string) => Promise<Night>;
}

async function openService(options: SimulatorOptions = {}): Promise<Service> {
  const simulator = createSimulator({ vulns: 200, recordsPerChunk: 20, pollsUntilReady: 1, ...options });
  const { url, close } = expectOk(await simulator.listen());
  onTestFinished(async () => { expectOk(await close()); });
  const env = { PATH: process.env['PATH'], TIO_URL: url, TIO_ACCESS_KEY: simulator.accessKey, TIO_SECRET_KEY: simulator.secretKey };
  const night = (folder: string, line = 'vulns --out found --resume --concurrency 1'): Promise<Night> => new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'export', ...line.split(' ')], { cwd: folder, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
    child.on('close', (code) => { resolve({ code, said }); });
  });
  return { simulator, night };
}

const linesOf = (folder: string): readonly string[] => readFileSync(join(folder, 'found'), 'utf8').trim().split('\n');

function expectWhole(folder: string): void {
  expect(readdirSync(folder)).toStrictEqual(['found']);
  expect(linesOf(folder)).toHaveLength(200);
  expect(new Set(linesOf(folder)).size).toBe(200);
}

describe('a nightly job', () => {
  test.each(['error', 'cancelled', 'chunks-failed'] as const)('whose job ended at Tenable (%s) begins anew in the second night, and the third is as any', async (exportOutcome) => {
    const folder = openFolder();
    const bad = await openService({ exportOutcome });
    const first = await bad.night(folder);
    expect(first.code).toBe(7);
    expect(readdirSync(folder).sort()).toStrictEqual(['found.checkpoint.json', 'found.part']);
    const stillBad = await bad.night(folder);
    expect(stillBad.code).toBe(7); // a new job, which ended the same way
    expect(bad.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/export'))).toHaveLength(2);
    const good = await openService(); // knows nothing of those jobs
    const second = await good.night(folder);
    expect(second.code).toBe(0);
    expect(second.said).toMatch(/^The unfinished export could not be gone on with \([\w-]+\): this one was begun anew, and the \d+ records that had come are not in it\.$/m);
    expectWhole(folder);
    const third = await good.night(folder);
    expect(third.code).toBe(0);
    expect(third.said).not.toContain('begun anew');
    expectWhole(folder);
  }, 90_000);

  test('whose job has expired begins anew', async () => {
    const folder = openFolder();
    const yesterday = await openService();
    yesterday.simulator.script(faults.forbidden({ path: /chunks\/5$/ }));
    expect((await yesterday.night(folder)).code).not.toBe(0);
    const today = await openService();
    const { code, said } = await today.night(folder);
    expect(code).toBe(0);
    expect(said).toContain('could not be gone on with (expired)');
    expectWhole(folder);
  }, 90_000);

  test('that finishes the job of the night before says what the file covers, and what is in no file', async () => {
    const folder = openFolder();
    const { night, simulator } = await openService({ chunkDelayMs: 20 });
    simulator.script(faults.forbidden({ path: /chunks\/5$/ }));
    const line = 'vulns --out found --since 3000d --resume --concurrency 1';
    const beforeMs = Date.now();
    expect((await night(folder, line)).code).not.toBe(0);
    const betweenMs = Date.now();
    const { code, said } = await night(folder, line);
    expect(code, said).toBe(0);
    const [, from = '', to = ''] = /^Covers what changed from (\S+) to (\S+)\.$/m.exec(said) ?? [];
    expect(Date.parse(to)).toBeGreaterThanOrEqual(Math.floor(beforeMs / 1000) * 1000);
    expect(Date.parse(to)).toBeLessThanOrEqual(betweenMs);
    expect(Math.abs(Date.parse(to) - Date.parse(from) - 3_000 * 86_400_000)).toBeLessThan(2_000);
    expect(said).toContain(`Warning: this finished the job of an earlier run. What has changed since ${to} is in no file yet.`);
    expect(said).toContain(`--since ${to}`);
    expectWhole(folder);
    const next = await night(folder, line);
    expect(next.said).not.toContain('Warning');
  }, 90_000);

  test('that finds a checkpoint which nobody can read says so each night, and keeps the file of the last good one', async () => {
    const folder = openFolder();
    const { night } = await openService();
    writeFileSync(join(folder, 'found'), 'the last good one');
    writeFileSync(join(folder, 'found.checkpoint.json'), 'nonsense', { mode: 0o600 });
    const { code, said } = await night(folder);
    expect(code).toBe(6);
    expect(said).toContain('is not a checkpoint that this version can read.\nStart anew without resuming.\n');
    expect(linesOf(folder)).toStrictEqual(['the last good one']);
    expect((await night(folder, 'vulns --out found')).code).toBe(0);
    expectWhole(folder);
  }, 90_000);
});
