/** The main job as a user runs it: the built command, in a folder of its own. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { tenableErrorTags } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

import { expectOk } from '../support/expect-result.js';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'tenable-result-demo-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function runCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
      cwd: folder, timeout: 60_000, env: { PATH: process.env['PATH'], ...env },
    }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

const readRecords = (name: string): readonly unknown[] =>
  readFileSync(join(folder, name), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line));

describe('tenable-result demo', () => {
  test('exports to a file and provokes each tag once, in plain text where it is piped', async () => {
    const { code, stdout } = await runCommand(['demo', '--out', 'found.ndjson']);
    expect(code).toBe(0);
    // eslint-disable-next-line no-control-regex -- control codes are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout).toMatch(/^FINISHED {2}10 of 10 chunks {2}1,000 records/m);
    for (const tag of tenableErrorTags) expect(stdout.split('\n').filter((line) => line.includes(` ${tag} `))).toHaveLength(1);
    expect(stdout).toContain('17 of 17 failures came as expected');
    const records = readRecords('found.ndjson');
    expect(records).toHaveLength(1000);
    expect(existsSync(join(folder, 'found.ndjson.part'))).toBe(false);
  }, 60_000);

  test('runs the export against the service that the environment names, and provokes nothing there', async () => {
    const simulator = createSimulator({ vulns: 120 });
    const { url, close } = expectOk(await simulator.listen());
    const { accessKey, secretKey } = simulator;
    const { code, stdout } = await runCommand(['demo'], { TIO_ACCESS_KEY: accessKey, TIO_SECRET_KEY: secretKey, TIO_URL: url });
    expectOk(await close());
    expect(stdout).toContain(`Exporting vulnerabilities from ${url}`);
    expect(stdout).toContain('Wrote 120 records');
    expect(stdout).not.toContain(secretKey);
    expect(code).toBe(0);
    expect(simulator.requests().every(({ path }) => path.startsWith('/vulns/export'))).toBe(true);
  }, 60_000);

  test('says what is wrong and ends with the exit code of its group where the keys are not accepted', async () => {
    const { url, close } = expectOk(await createSimulator().listen());
    const { code, stdout } = await runCommand(['demo', '--out', 'none.ndjson'], { TIO_ACCESS_KEY: 'wrong-key', TIO_SECRET_KEY: 'wrong-key', TIO_URL: url });
    expectOk(await close());
    expect(code).toBe(5);
    expect(stdout).toContain('vulnsExport.create was refused because its credentials are not accepted (HTTP 401).');
    expect(existsSync(join(folder, 'none.ndjson'))).toBe(false);
  }, 60_000);

  test('tells a file that cannot be written', async () => {
    const { code, stdout } = await runCommand(['demo', '--out', 'no/such/folder/found.ndjson']);
    expect(code).toBe(6);
    expect(stdout).toContain(`${join('no', 'such', 'folder')} does not exist.`);
  }, 60_000);
});

describe('tenable-result', () => {
  test('without a command explains itself', async () => {
    const { code, stdout } = await runCommand([]);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: tenable-result <command>');
  });

  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }; // our own file
    expect((await runCommand(['--version'])).stdout.trim()).toBe(version);
  });

  test('refuses a command that it does not have', async () => {
    const { code, stderr } = await runCommand(['destroy']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no command "destroy"');
  });
});
