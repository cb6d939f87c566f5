/** `tenable-result export` as its users run it: the built command, in a folder of its own. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, onTestFinished, test } from 'vitest';

import { createSimulator } from 'tenable-result/simulator';
import type { Simulator, SimulatorOptions } from 'tenable-result/simulator';

import { certificates } from '../faults/certificates.js';
import { openFolder } from '../node/node-lab.js';
import { expectOk } from '../support/expect-result.js';
import { startProxy } from '../support/loopback-server.js';

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with all that was said of the progress so far, each time that more comes. */
  readonly onOutput?: (text: string, child: ChildProcess) => void;
  /** What starts the command. Default: this Node. */
  readonly starter?: readonly string[];
}

function run(line: string, { env = {}, folder, onOutput, starter = [process.execPath, command] }: Options): Promise<Ended> {
  return new Promise((resolve) => {
    const [program = '', ...args] = starter;
    const child = spawn(program, [...args, 'export', ...line.split(' ')], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onOutput?.(stderr, child);
    });
    child.on('close', (code) => { resolve({ code, stdout, stderr }); });
  });
}

interface Service {
  readonly simulator: Simulator;
  readonly env: Readonly<Record<string, string>>;
}

async function openService(options: SimulatorOptions = {}): Promise<Service> {
  const simulator = createSimulator({ vulns: 120, pollsUntilReady: 1, ...options });
  const { url, close } = expectOk(await simulator.listen());
  onTestFinished(async () => { expectOk(await close()); });
  return { simulator, env: { TIO_URL: url, TIO_ACCESS_KEY: simulator.accessKey, TIO_SECRET_KEY: simulator.secretKey } };
}

const readLines = (folder: string, name: string): readonly string[] => readFileSync(join(folder, name), 'utf8').trim().split('\n');

describe('tenable-result export', () => {
  // Its retries take a while, which the other tests use.
  const unreachedFolder = mkdtempSync(join(tmpdir(), 'tenable-result-unreached-'));
  const unreached = run('vulns --out found', { folder: unreachedFolder, env: { TIO_URL: 'http://127.0.0.1:1', TIO_ACCESS_KEY: 'key', TIO_SECRET_KEY: 'key' } });
  afterAll(() => {
    rmSync(unreachedFolder, { recursive: true, force: true });
  });

  test('needs no account with a simulator, and is plain text where it is piped', async () => {
    const folder = openFolder();
    const { code, stderr, stdout } = await run('vulns --out found.ndjson --simulator', { folder });
    expect(code).toBe(0);
    expect(stdout + stderr).toMatch(/^[\n\u0020-\u007e]*$/);
    expect(stderr).toMatch(/^FINISHED {2}40 of 40 chunks {2}20,000 records {2}/m);
    expect(stdout).toMatch(/^Wrote 20,000 records \(31\.\d MB\) to found\.ndjson in \d+\.\d s: 40 chunks of export [\w-]{36}$/m);
    expect(new Set(readLines(folder, 'found.ndjson')).size).toBe(20_000);
    expect(readdirSync(folder)).toStrictEqual(['found.ndjson']);
  }, 60_000);

  test.each(['assets', 'assets-v2', 'compliance', 'was'])('writes %s from the service that the environment names, as CSV', async (kind) => {
    const folder = openFolder();
    const { env, simulator } = await openService();
    const { code, stderr, stdout } = await run(`${kind} --out found.csv --format csv`, { folder, env });
    expect(code).toBe(0);
    expect(stderr).toContain(`Exporting ${kind} from ${env['TIO_URL'] ?? ''}\n`);
    expect(stdout).toMatch(/^Wrote /);
    expect(stdout + stderr).not.toContain(simulator.secretKey);
    expect(readLines(folder, 'found.csv')[0]).toMatch(/^(?:id|asset_uuid|finding_id),/);
    expect(readLines(folder, 'found.csv').length).toBeGreaterThan(10);
  }, 60_000);

  test('asks for what its options say', async () => {
    const { env, simulator } = await openService();
    const beforeSeconds = Math.floor(Date.now() / 1000);
    const { code } = await run('vulns --out found.ndjson --since 30d --severity high,critical --concurrency 2', { folder: openFolder(), env });
    expect(code).toBe(0);
    const { filters } = JSON.parse(simulator.requests().find(({ method }) => method === 'POST')?.body ?? '{}') as { readonly filters: { readonly since: number; readonly severity: readonly string[] } }; // what was sent
    expect(filters.severity).toStrictEqual(['high', 'critical']);
    expect(filters.since).toBeGreaterThanOrEqual(beforeSeconds - 30 * 86_400);
    expect(filters.since).toBeLessThan(beforeSeconds - 30 * 86_400 + 600);
  }, 60_000);

  test('is interrupted by Ctrl-C, and goes on with --resume', async () => {
    const folder = openFolder();
    const { env, simulator } = await openService({ recordsPerChunk: 5, chunkDelayMs: 100 });
    let sent = 0;
    let isWaiting = false;
    const watch = setInterval(() => { sent = simulator.requests().filter(({ path }) => path.includes('/chunks/')).length; }, 20);
    const interrupted = await run('vulns --out found.ndjson --concurrency 2', {
      folder, env,
      onOutput: (text, child) => {
        if (isWaiting || !text.includes('Exporting')) return;
        isWaiting = true;
        const wait = setInterval(() => {
          if (sent < 6) return;
          clearInterval(wait);
          child.kill('SIGINT');
        }, 20);
      },
    });
    clearInterval(watch);
    expect(interrupted.code).toBe(130);
    expect(interrupted.stderr).toContain('Interrupted.\nWhat came is in found.ndjson.part. To go on: the same command with --resume\n');
    expect(readdirSync(folder).sort()).toStrictEqual(['found.ndjson.checkpoint.json', 'found.ndjson.part']);
    const resumed = await run('vulns --out found.ndjson --concurrency 2 --resume', { folder, env });
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toMatch(/Wrote 120 records .*; \d+ records of an earlier run\n/);
    expect(new Set(readLines(folder, 'found.ndjson')).size).toBe(120);
    expect(readdirSync(folder)).toStrictEqual(['found.ndjson']);
  }, 60_000);

  test('goes on with an interrupted export of its own simulator too', async () => {
    const folder = openFolder();
    let isWaiting = false;
    const first = await run('vulns --out found.ndjson --concurrency 1 --simulator', {
      folder,
      onOutput: (text, child) => {
        if (!isWaiting && text.includes('FETCHING')) setTimeout(() => child.kill('SIGINT'), 500);
        isWaiting ||= text.includes('FETCHING');
      },
    });
    expect(first.code).toBe(130);
    expect((await run('vulns --out found.ndjson --simulator --resume', { folder })).code).toBe(0);
    expect(new Set(readLines(folder, 'found.ndjson')).size).toBe(20_000);
  }, 60_000);

  test('goes through the proxy that it is told', async () => {
    const folder = openFolder();
    const { env } = await openService();
    const { proxyUrl, targets } = await startProxy();
    expect((await run(`vulns --out found --proxy ${proxyUrl}`, { folder, env })).code).toBe(0);
    expect(readLines(folder, 'found')).toHaveLength(120);
    expect(new Set(targets)).toStrictEqual(new Set([env['TIO_URL']?.replace('http://', '')]));
    const wrong = await run('vulns --out found --proxy ftp://me:Proxy-Pass-7@proxy', { folder, env });
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain('proxyUrl should be an http or https URL');
    expect(wrong.stderr).not.toContain('Proxy-Pass-7');
  }, 60_000);

  test.skipIf(certificates === null)('trusts the authority that it is told, and says what to do where it is not told', async () => {
    const folder = openFolder();
    const { ca = '', good = { cert: '', key: '' } } = certificates ?? {};
    writeFileSync(join(folder, 'ca.pem'), ca);
    const simulator = createSimulator({ vulns: 120, pollsUntilReady: 1 });
    const { url, close } = expectOk(await simulator.listen({ tls: good }));
    onTestFinished(async () => { expectOk(await close()); });
    const env = { TIO_URL: url, TIO_ACCESS_KEY: simulator.accessKey, TIO_SECRET_KEY: simulator.secretKey };
    expect((await run('vulns --out found --ca ca.pem', { folder, env })).code).toBe(0);
    expect(readLines(folder, 'found')).toHaveLength(120);
    expect((await run('vulns --out other', { folder, env })).code).toBe(4);
    expect((await run('vulns --out other --ca none.pem', { folder, env })).code).toBe(2);
  }, 60_000);

  test('says what Tenable has left out of it', async () => {
    const folder = openFolder();
    const { env, simulator } = await openService();
    expect((await run('vulns --out found', { folder, env })).stdout).toContain('Not in it: findings older than 30 days (--since all), findings of assets without a license (--include-unlicensed).\n');
    expect((await run('vulns --out found --since all --include-unlicensed', { folder, env })).stdout).not.toContain('Not in it');
    expect(JSON.parse(simulator.requests().findLast(({ method }) => method === 'POST')?.body ?? '{}')).toStrictEqual({ include_unlicensed: true, filters: { since: 1 } });
    expect((await run('assets --out found', { folder, env })).stdout).not.toContain('Not in it');
  }, 60_000);

  test('with --resume starts an export where there is none', async () => {
    const folder = openFolder();
    const { env } = await openService();
    expect((await run('vulns --out found.ndjson --resume', { folder, env })).code).toBe(0);
    expect(readLines(folder, 'found.ndjson')).toHaveLength(120);
  }, 60_000);

  test('with wrong arguments ends with 2 and a hint', async () => {
    const { code, stderr } = await run('hosts --out found', { folder: openFolder() });
    expect({ code, stderr }).toStrictEqual({ code: 2, stderr: 'tenable-result export: there is no export of "hosts"\nWhat there is: tenable-result export --help\n' });
  }, 60_000);

  test('without keys ends with 3 and says where they come from', async () => {
    const { code, stderr } = await run('vulns --out found', { folder: openFolder() });
    expect(code).toBe(3);
    expect(stderr).toContain('Keys and address come from TIO_ACCESS_KEY, TIO_SECRET_KEY and TIO_URL. Without an account: --simulator\n');
  }, 60_000);

  test('with a word that Tenable does not have ends with 3, before anything is sent', async () => {
    const { env, simulator } = await openService();
    const { code, stderr } = await run('vulns --out found --severity hihg', { folder: openFolder(), env });
    expect(code).toBe(3);
    expect(stderr).toContain('filters.severity');
    expect(simulator.requests()).toStrictEqual([]);
  }, 60_000);

  test('with wrong keys ends with 5', async () => {
    const { env } = await openService();
    const { code, stderr } = await run('vulns --out found', { folder: openFolder(), env: { ...env, TIO_SECRET_KEY: 'wrong' } });
    expect(code).toBe(5);
    expect(stderr).toContain('credentials are not accepted');
  }, 60_000);

  test('whose job is gone at Tenable begins anew with --resume, and says so', async () => {
    const folder = openFolder();
    const { env } = await openService({ exportOutcome: 'chunks-failed' });
    expect((await run('vulns --out found', { folder, env })).code).toBe(7);
    const other = await openService();
    const { code, stderr } = await run('vulns --out found --resume', { folder, env: other.env });
    expect(code).toBe(0);
    expect(stderr).toMatch(/could not be gone on with \(expired\): this one was begun anew, and the \d+ records that had come are not in it\.\n/);
    expect(new Set(readLines(folder, 'found')).size).toBe(120);
  }, 60_000);

  test.each([
    ['no/such/found', 'no/such does not exist.\n'],
    ['sub', 'sub is not a file and cannot become one'],
    ['other', 'belongs to an export of something else'],
  ])('into %s ends with 6', async (out, message) => {
    const folder = openFolder();
    mkdirSync(join(folder, 'sub'));
    const { env } = await openService({ exportOutcome: 'chunks-failed' });
    expect((await run('vulns --out other', { folder, env })).code).toBe(7);
    const { code, stderr } = await run(`was --out ${out} --resume`, { folder, env });
    expect(code).toBe(6);
    expect(stderr).toContain(message);
  }, 60_000);

  const inSmallDisk = ['unshare', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=32k tmpfs disk && exec "$0" "$@"', process.execPath, command];
  const probe = openDisk();
  test.skipIf(!probe)(`onto a disk that is full ends with 6${probe ? '' : ' (no disk of its own can be mounted here)'}`, async () => {
    const folder = openFolder();
    mkdirSync(join(folder, 'disk'));
    const { env } = await openService();
    const { code, stderr } = await run('vulns --out disk/found', { folder, env, starter: inSmallDisk });
    expect(code).toBe(6);
    expect(stderr).toMatch(/cannot be written to: the disk is full\.\n/);
  }, 60_000);

  test('of a job that Tenable does not complete ends with 7 and keeps what came', async () => {
    const folder = openFolder();
    const { env } = await openService({ exportOutcome: 'chunks-failed' });
    const { code, stderr } = await run('vulns --out found', { folder, env });
    expect(code).toBe(7);
    expect(stderr).toContain('What came is in found.part. Tenable has no more of it. To export anew: the same command without --resume\n');
    expect(readdirSync(folder).sort()).toStrictEqual(['found.checkpoint.json', 'found.part']);
    writeFileSync(join(folder, 'found'), 'an older export');
    const other = await openService();
    expect((await run('vulns --out found', { folder, env: other.env })).code).toBe(0);
    expect(readdirSync(folder)).toStrictEqual(['found']);
    expect(readLines(folder, 'found')).toHaveLength(120);
  }, 60_000);

  test('that takes too long ends with 7', async () => {
    const { env } = await openService({ exportOutcome: 'queued' });
    const { code } = await run('vulns --out found --timeout 1s', { folder: openFolder(), env });
    expect(code).toBe(7);
  }, 60_000);

  test('without a service ends with 4', async () => {
    const { code, stderr } = await unreached;
    expect(code).toBe(4);
    expect(stderr).toContain('refused the connection');
    expect(stderr).not.toContain('--resume');
    expect(readdirSync(unreachedFolder)).toStrictEqual([]);
  }, 60_000);

  const hasScript = spawnSync('script', ['--version']).status === 0;
  test.skipIf(!hasScript)(`on a terminal is a line with a bar that is written over${hasScript ? '' : ' (there is no script command here)'}`, () => {
    const line = `"${process.execPath}" "${command}" export vulns --out found --simulator`;
    const { status, stdout } = spawnSync('script', ['-qfec', line, '/dev/null'], { cwd: openFolder(), encoding: 'utf8', env: { PATH: process.env['PATH'], TERM: 'xterm' } });
    expect(status).toBe(0);
    const [, ...changes] = stdout.split('\r\u001b[2K');
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.slice(0, -1).every((change) => /^[^\r\n]*$/.test(change))).toBe(true);
    expect(changes.some((change) => /^FETCHING {2}\[█+░+\] {2}\d+ of 40 chunks/.test(change))).toBe(true);
    expect(changes.at(-1)).toMatch(/^FINISHED {2}\[█{20}\].*\r\nWrote 20,000 records/);
  }, 60_000);

  test('--help says what there is', async () => {
    const { code, stdout } = await run('--help', { folder: openFolder() });
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: tenable-result export <vulns|assets|assets-v2|compliance|was> --out <file>');
  }, 60_000);
});

/** Whether a process of this user may mount a disk for itself. */
function openDisk(): boolean {
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=32k tmpfs /mnt']).status === 0;
}
