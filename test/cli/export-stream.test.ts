/** `tenable-result export` into streams, as a shell runs it: pipes, devices, links, and readers that leave. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';
import type { Simulator } from 'tenable-result/simulator';

import { openFolder } from '../node/node-lab.js';
import { expectOk } from '../support/expect-result.js';

const command = `"${process.execPath}" "${join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js')}"`;
const records = 1_200;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Shell {
  readonly folder: string;
  readonly simulator: Simulator;
  readonly sh: (script: string) => Promise<Ended>;
}

/** A folder, a service, and a shell in which `$export` is the command. */
async function openShell(): Promise<Shell> {
  const folder = openFolder();
  const simulator = createSimulator({ vulns: records, recordsPerChunk: 100, pollsUntilReady: 1 });
  const { url, close } = expectOk(await simulator.listen());
  onTestFinished(async () => { expectOk(await close()); });
  const env = { PATH: process.env['PATH'], TIO_URL: url, TIO_ACCESS_KEY: simulator.accessKey, TIO_SECRET_KEY: simulator.secretKey };
  const sh = (script: string): Promise<Ended> => new Promise((resolve) => {
    const child = spawn('bash', ['-c', script.replaceAll('$export', `${command} export`)], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.on('close', (code) => { resolve({ code, stdout, stderr }); });
  });
  return { folder, simulator, sh };
}

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

const hasShell = process.platform !== 'win32' && spawnSync('bash', ['--version']).status === 0;

describe.skipIf(!hasShell)('an export into a stream', () => {
  beforeAll(() => {
    expect(existsSync(command.split('"')[3] ?? '')).toBe(true);
  });

  test.each(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('to %s is records alone; progress and summary go to the standard error', async (out) => {
    const { folder, sh } = await openShell();
    const { code, stderr, stdout } = await sh(`$export vulns --out ${out}`);
    expect(code).toBe(0);
    expect(new Set(linesOf(stdout)).size).toBe(records);
    expect(linesOf(stdout).every((line) => typeof JSON.parse(line) === 'object')).toBe(true);
    expect(stderr).toMatch(/^Exporting vulns/);
    expect(stderr).toMatch(/^Wrote 1,200 records/m);
    expect(readdirSync(folder)).toStrictEqual([]);
  }, 60_000);

  test('through a link to the standard output is no replacement of the link', async () => {
    const { folder, sh } = await openShell();
    symlinkSync('/dev/stdout', join(folder, 'link'));
    expect(new Set(linesOf((await sh('$export vulns --out link')).stdout)).size).toBe(records);
    expect(linesOf((await sh('$export vulns --out link | cat')).stdout)).toHaveLength(records);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(lstatSync('/dev/stdout').isSymbolicLink()).toBe(true);
  }, 60_000);

  test('goes on through pipes, and into the file that the output is sent to, as CSV too', async () => {
    const { folder, sh } = await openShell();
    expect((await sh('$export vulns --out - 2>/dev/null | wc -l')).stdout.trim()).toBe(String(records));
    expect((await sh('$export vulns --out - --format csv --columns plugin.id > found.csv')).code).toBe(0);
    const [head, ...rest] = linesOf(readFileSync(join(folder, 'found.csv'), 'utf8'));
    expect({ head, count: rest.length }).toStrictEqual({ head: 'plugin.id', count: records });
  }, 60_000);

  test('waits for the reader of a named pipe, and leaves the pipe', async () => {
    const { folder, sh } = await openShell();
    const { stdout } = await sh('mkfifo pipe; $export vulns --out pipe 2>/dev/null & sleep 1; wc -l < pipe; wait');
    expect(stdout.trim()).toBe(String(records));
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
  }, 60_000);

  test('goes to an open file by its number, as a shell gives one to a command', async () => {
    const { sh } = await openShell();
    expect((await sh('$export vulns --out /dev/fd/3 3>&1 1>/dev/null 2>/dev/null | wc -l')).stdout.trim()).toBe(String(records));
    expect((await sh('$export vulns --out >(wc -l > count) 2>/dev/null; while [ ! -s count ]; do sleep 0.1; done; cat count')).stdout.trim()).toBe(String(records));
  }, 60_000);

  test.each(['head -1', 'true', 'head -c 5'])('whose reader leaves early (%s) ends quietly, and its job with it', async (reader) => {
    const { simulator, sh } = await openShell();
    const { stderr, stdout } = await sh(`$export vulns --out - 2>said | ${reader} > /dev/null; echo "\${PIPESTATUS[0]}"; cat said >&2`);
    expect(stdout.trim()).toBe('141');
    expect(linesOf(stderr).filter((line) => !/^(?:Exporting|CREATED|QUEUED|PROCESSING|FETCHING|FINISHED) /.test(line))).toStrictEqual([]);
    expect(simulator.requests().some(({ path }) => path.endsWith('/cancel'))).toBe(true);
  }, 60_000);

  test('leaves a device where it is', async () => {
    const { sh } = await openShell();
    const { code, stderr } = await sh('$export vulns --out /dev/full');
    expect(code).toBe(6);
    expect(stderr).toContain('/dev/full cannot be written to: the disk is full.\n');
    expect((await sh('$export vulns --out /dev/null')).code).toBe(0);
    for (const device of ['/dev/full', '/dev/null']) expect(lstatSync(device).isCharacterDevice()).toBe(true);
  }, 60_000);

  test('has nothing to go on with', async () => {
    const { simulator, sh } = await openShell();
    const { code, stderr } = await sh('$export vulns --out - --resume');
    expect(code).toBe(2);
    expect(stderr).toContain('--resume needs a file');
    expect(simulator.requests()).toStrictEqual([]);
  }, 60_000);

  test('to a closed or missing stream ends with 6', async () => {
    const { sh } = await openShell();
    expect((await sh('$export vulns --out /dev/fd/9')).code).toBe(6);
  }, 60_000);
});

describe.skipIf(!hasShell)('an export into a file', () => {
  test('through a link that leads to nothing yet makes what it leads to', async () => {
    const { folder, sh } = await openShell();
    symlinkSync('later', join(folder, 'link'));
    expect((await sh('$export vulns --out link')).code).toBe(0);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(linesOf(readFileSync(join(folder, 'later'), 'utf8'))).toHaveLength(records);
    expect(readdirSync(folder).sort()).toStrictEqual(['later', 'link']);
  }, 60_000);

  test('through a link into a folder that is not there ends with 6, and leaves the link', async () => {
    const { folder, sh } = await openShell();
    symlinkSync('none/later', join(folder, 'link'));
    const { code, stderr } = await sh('$export vulns --out link');
    expect(code).toBe(6);
    expect(stderr).toContain(`${folder}/none does not exist.\n`);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  }, 60_000);

  test('goes on when nobody reads what it says', async () => {
    const { folder, sh } = await openShell();
    const { stdout } = await sh('($export vulns --out found; echo $? > code) 2>&1 | true; while [ ! -s code ]; do sleep 0.1; done; cat code');
    expect(stdout.trim()).toBe('0');
    expect(linesOf(readFileSync(join(folder, 'found'), 'utf8'))).toHaveLength(records);
  }, 60_000);

  test('that forgets --resume says what it drops, and where it is', async () => {
    const { folder, simulator, sh } = await openShell();
    simulator.script(faults.forbidden({ path: /chunks\/5$/ }));
    const first = await sh('$export vulns --out found --concurrency 1');
    expect(first.code).not.toBe(0);
    expect(readdirSync(folder).sort()).toStrictEqual(['found.checkpoint.json', 'found.part']);
    const { code, stderr } = await sh('$export vulns --out found');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^An unfinished export is in .*found\.part \([\d,]+ records?\)\. Without --resume a new one takes its place\.$/m);
  }, 60_000);
});
