/** The package as a user gets it: packed, installed in an empty project, imported by name. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const project = realpathSync(mkdtempSync(join(tmpdir(), 'tenable-result-user-')));
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest; // our own file

/** Copies an installed package with what it needs at run time, so that the test does without a registry. */
function install(name: string): void {
  const from = join(root, 'node_modules', name);
  const to = join(project, 'node_modules', name);
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Partial<Manifest>; // npm's format
  for (const dependency of Object.keys(dependencies)) install(dependency);
}

const packed: string[] = [];

beforeAll(() => {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], root);
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  const target = join(project, 'node_modules', 'tenable-result');
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', join(project, tarball), '-C', target, '--strip-components=1'], project);
  packed.push(...readdirSync(target, { recursive: true, encoding: 'utf8' }));
  for (const name of [...Object.keys(manifest.dependencies), 'neverthrow']) install(name);
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
}, 120_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

function runModule(source: string): string {
  writeFileSync(join(project, 'main.mjs'), source);
  return run(process.execPath, ['main.mjs'], project).trim();
}

describe('the packed package in an empty project', () => {
  test.each(['tenable-result', 'tenable-result/node', 'tenable-result/simulator', 'tenable-result/vm/scans', 'tenable-result/vm/vulns-export', 'tenable-result/sc/scans', 'tenable-result/nessus/scans'])('imports %s', (entry) => {
    const names = runModule(`import * as entry from '${entry}'; console.log(Object.keys(entry).length);`);
    expect(Number(names)).toBeGreaterThan(0);
  });

  test('has every entry that package.json names', () => {
    expect(Object.keys(manifest.exports).sort()).toStrictEqual(['.', './effect', './fp-ts', './nessus/*', './node', './package.json', './sc/*', './simulator', './vm/*']);
  });

  test('handles a failure from the first line on', () => {
    const output = runModule(`
      import { createVmClient, matchErrorPartial } from 'tenable-result';
      import { createSimulator } from 'tenable-result/simulator';
      const { transport } = createSimulator();
      const client = createVmClient({ accessKey: 'wrong', secretKey: 'wrong', transport });
      const session = await client.asyncAndThen((vm) => vm.session.details());
      console.log(session.match(() => 'ok', (error) => matchErrorPartial(error, { PermissionError: (e) => e.reason }, (e) => e._tag)));
    `);
    expect(output).toBe('unauthenticated');
  });

  test('tells a missing optional package when the client is created', () => {
    const output = runModule(`
      import { createVmClient } from 'tenable-result';
      const client = createVmClient({ accessKey: 'key', secretKey: 'key', tracing: true });
      console.log(client.isErr() ? client.error._tag + ' ' + client.error.install : 'created');
    `);
    expect(output).toBe('PackageMissingError npm install @opentelemetry/api');
  });

  test('does not load undici before the first request', () => {
    const output = runModule(`
      import { createVmClient } from 'tenable-result';
      createVmClient({ accessKey: 'key', secretKey: 'key' });
      console.log(process.moduleLoadList.some((name) => name.includes('undici/')));
    `);
    expect(output).toBe('false');
  });

  test('type-checks in a strict project without skipping declarations', () => {
    writeFileSync(join(project, 'main.ts'), `
      import { createVmClient, type NotFoundError } from 'tenable-result';
      import { createSimulator } from 'tenable-result/simulator';
      import { details } from 'tenable-result/vm/scans';
      const { transport } = createSimulator();
      const client = createVmClient({ transport });
      export const found = client.asyncAndThen((vm) => vm.scans.details({ scan_id: 1 })).mapErr((error) =>
        error._tag === 'NotFoundError' ? (error satisfies NotFoundError).detail : error.message);
      export const { path } = details;
    `);
    install('typescript');
    install('@types/node');
    const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023', '--types', 'node', '--skipLibCheck', 'false'];
    expect(run(process.execPath, [join(project, 'node_modules', 'typescript', 'bin', 'tsc'), ...flags, 'main.ts'], project)).toBe('');
  }, 60_000);

  test('holds the build, its sources for debuggers, and the documentation, and no tests', () => {
    expect(packed).toContain('dist/index.js');
    expect(packed).toContain('dist/index.d.ts');
    expect(packed).toContain('src/index.ts');
    expect(packed).toContain('README.md');
    expect(packed.filter((name) => name.startsWith('test'))).toStrictEqual([]);
  });
});
