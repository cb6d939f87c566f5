/** Every Node from the oldest that package.json allows: imports, the README's example, the command, from the packed package. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEntries } from '../../.ci/package-entries.mjs';
import { readExamples } from '../support/documentation.js';
import { fetchPackage } from '../support/fetched-package.js';
import { createPackedProject, manifest } from '../support/packed-project.js';
import type { PackedProject } from '../support/packed-project.js';

/** The oldest, and the latest of each line since. */
const versions = ['20.19.0', '22', '24', '26'];
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const [example] = readExamples('README.md');

let project: PackedProject;
beforeAll(async () => {
  project = createPackedProject();
  for (const name of Object.keys(manifest.peerDependencies)) project.install(name);
  const { code } = await transform(example?.code ?? '', { loader: 'ts', format: 'esm' });
  project.write('readme.mjs', code);
  project.write('entries.mjs', `
    const empty = [];
    for (const name of ${JSON.stringify(listEntries().map(({ name }) => name))}) if (Object.keys(await import(name)).length === 0) empty.push(name);
    console.log(process.versions.node.split('.')[0], 'without exports:', empty.length);
  `);
}, 120_000);
afterAll(() => {
  project.remove();
});

/** What a program prints, warnings of Node's included. */
async function run(node: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(node, args, { cwd: project.folder, encoding: 'utf8' });
  return stdout + stderr;
}

describe('Node', () => {
  test('20.19 is the oldest that package.json allows', () => {
    const { engines } = JSON.parse(readFileSync(join(project.installed, 'package.json'), 'utf8')) as { readonly engines: { readonly node: string } }; // our own file
    expect(engines.node).toBe('>=20.19');
  });

  test.for(versions)('%s imports every entry, runs the README and the demonstration', { timeout: 300_000 }, async (version, { skip }) => {
    const installed = await fetchPackage(`node-${platform}`, version);
    if (installed === null) return skip('it could not be fetched');
    const node = ['node', 'node.exe'].map((name) => join(installed, 'bin', name)).find((path) => existsSync(path)) ?? '';
    expect(await run(node, ['--version'])).toMatch(new RegExp(`^v${version.replaceAll('.', '\\.')}\\b`));
    expect(await run(node, ['entries.mjs'])).toBe(`${version.split('.')[0] ?? ''} without exports: 0\n`);
    expect((await run(node, ['readme.mjs'])).trim().split('\n')).toStrictEqual(example?.prints);
    const told = await run(node, [join(project.installed, manifest.bin['tenable-result'] ?? ''), 'demo', '--out', `vulns-${version}.ndjson`]);
    expect(told).toContain('17 of 17 failures came as expected');
    expect(told).not.toMatch(/Warning|Deprecat/);
    expect(readFileSync(join(project.folder, `vulns-${version}.ndjson`), 'utf8').trimEnd().split('\n')).toHaveLength(1000);
  });
});
