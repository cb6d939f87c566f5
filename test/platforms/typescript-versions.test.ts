/**
 * What the packed declarations are to users' compilers: each version checks a strict project that imports every entry, emits
 * declarations for a call of every operation whose types others can resolve, and passes the type tests of the repository.
 */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEntries } from '../../.ci/package-entries.mjs';
import { ownValue } from '../../src/internal/is-record.js';
import { fetchPackage } from '../support/fetched-package.js';
import { createPackedProject, manifest } from '../support/packed-project.js';
import type { PackedProject } from '../support/packed-project.js';

const versions = ['5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'];

/** Ways to find modules, each with `strict` and nothing beyond it. The oldest and the newest compiler try them all. */
const resolutions = {
  nodenext: {},
  node16: { module: 'Node16', moduleResolution: 'Node16' },
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
} as const;

const testFolder = join(import.meta.dirname, '..');

/** Entries that stand on an optional package are left to their own tests: its declarations have needs of their own. */
const entries = listEntries().filter(({ subpath }) => !Object.keys(manifest.peerDependencies).includes(subpath.slice(2)));
const areas = entries.filter(({ subpath }) => /^\.\/(?:vm|sc|nessus)\//.test(subpath));

const everyEntry = [
  ...entries.map(({ name }, at) => `import * as entry${at} from '${name}';`),
  `export const entries = [${entries.map((_, at) => `entry${at}`).join(', ')}].length;`,
].join('\n');

/** A module with a call of each operation of an area, which emits its type. */
async function toAreaFile(name: string): Promise<string> {
  const area = await import(name) as Readonly<Record<string, unknown>>; // a module of ours
  const operations = Object.keys(area).filter((key) => typeof ownValue(area[key], 'path') === 'string');
  expect(operations.length).toBeGreaterThan(0);
  return [
    `import { execute } from 'tenable-result';`,
    `import type { ClientHandle, InferInput } from 'tenable-result';`,
    `import * as area from '${name}';`,
    ...operations.map((key) => `export const call_${key} = (client: ClientHandle, input: InferInput<typeof area['${key}']>) => execute(client, area['${key}'], input);`),
  ].join('\n');
}

const nested = `
  import { createNessusClient, createScClient, createVmClient } from 'tenable-result';
  export const vm = createVmClient();
  export const details = vm.asyncAndThen((client) => client.scans.details({ scan_id: 1 }));
  export const found = details.mapErr((error) => (error._tag === 'NotFoundError' ? error.detail : error.message));
  export const exported = vm.map((client) => client.exports.vulns({}));
  export const sc = createScClient({ url: 'https://sc.example.com', accessKey: 'key', secretKey: 'key' });
  export const nessus = createNessusClient({ url: 'https://nessus.example.com', accessKey: 'key', secretKey: 'key' });
`;

/** The runner's part of a type test, without its declarations, which have more needs than ours. */
const runner = `
  export { expectTypeOf } from 'expect-type';
  export declare function describe(title: string, body: () => void): void;
  export declare function test(title: string, body: () => unknown): void;
  export declare function expect(value: unknown): Readonly<Record<'toBe' | 'toContain' | 'toMatchObject' | 'toStrictEqual', (other: unknown) => void>>;
  export declare namespace expect { function fail(message: string): never }
`;

/** What the compiler imports in the declarations that it emitted. It also writes names of files that nobody can import. */
function readSpecifiers(): readonly string[] {
  const out = join(project.folder, 'out');
  const texts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts')).map((name) => readFileSync(join(out, name), 'utf8'));
  const names = texts.flatMap((text) => Array.from(text.matchAll(/(?:from |import\()["'](tenable-result[^"']*)["']/g), ([, name = '']) => name));
  expect(names.length).toBeGreaterThan(100);
  return [...new Set(names)];
}

const resolution: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const isResolved = (name: string): boolean =>
  ts.resolveModuleName(name, join(project.folder, 'emitted.ts'), resolution, ts.sys, undefined, undefined, ts.ModuleKind.ESNext).resolvedModule !== undefined;

let project: PackedProject;
let typeTests: readonly string[];
beforeAll(async () => {
  project = createPackedProject();
  for (const name of ['@types/node', 'expect-type', 'valibot']) project.install(name);
  project.write('every-entry.ts', everyEntry);
  project.write('nested.ts', nested);
  for (const { name, subpath } of areas) project.write(`areas/${subpath.slice(2).replace('/', '-')}.ts`, await toAreaFile(name));
  const byName = (text: string): string => text
    .replace(`'../../src/errors/model/output-file-error.js'`, `'tenable-result/node'`) // the one error that is made there
    .replace(/'\.\.\/\.\.\/src\/[\w/-]+\.js'/g, `'tenable-result'`);
  project.write('support/expect-result.ts', byName(readFileSync(join(testFolder, 'support', 'expect-result.ts'), 'utf8')));
  project.write('node_modules/vitest/package.json', '{ "name": "vitest", "version": "0.0.0", "types": "index.d.ts" }');
  project.write('node_modules/vitest/index.d.ts', runner);
  typeTests = readdirSync(join(testFolder, 'types')).filter((name) => !/type-program|'tenable-result\/(?:effect|fp-ts)'/.test(readFileSync(join(testFolder, 'types', name), 'utf8')));
  for (const name of typeTests) project.write(`types/${name}`, byName(readFileSync(join(testFolder, 'types', name), 'utf8')));
  const plainStrict = { strict: true, skipLibCheck: false, module: 'NodeNext', moduleResolution: 'NodeNext', target: 'ES2022', lib: ['ES2023'], types: ['node'], rootDir: '.' };
  project.write('tsconfig.json', JSON.stringify({
    compilerOptions: {
      ...plainStrict, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true,
      outDir: 'out', declaration: true, emitDeclarationOnly: true,
    },
    include: ['*.ts', 'areas', 'support', 'types'],
  }));
  for (const [name, resolution] of Object.entries(resolutions)) {
    project.write(`${name}.json`, JSON.stringify({ compilerOptions: { ...plainStrict, ...resolution, noEmit: true }, include: ['*.ts', 'support', 'types'] }));
  }
}, 120_000);
afterAll(() => {
  project.remove();
});

/** What a compiler prints of the project, or of another configuration of it. */
async function compile(compiler: string, configuration: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(compiler, 'bin', 'tsc'), '-p', configuration, ...options], { cwd: project.folder, encoding: 'utf8' })
    .catch((error: unknown) => error as { readonly stdout: string }); // what execFile rejects with
  return stdout;
}

const toMessages = (stdout: string): readonly string[] => stdout.split('\n').filter((line) => line.includes('error TS'));

const table: Record<string, string>[] = [];
afterAll(() => {
  if (table.length > 0) console.table(table);
});

describe('the declarations', () => {
  test('are asked about by the type tests of the repository, too', () => {
    expect(typeTests.length).toBeGreaterThan(2);
    expect(areas.length).toBeGreaterThan(30);
    expect(['tenable-result', 'tenable-result/vm/scans', 'tenable-result/result'].map(isResolved)).toStrictEqual([true, true, false]);
  });

  test.for(versions)('are understood by TypeScript %s', { timeout: 240_000 }, async (version, { skip }) => {
    const compiler = await fetchPackage('typescript', version);
    if (compiler === null) return skip('it could not be fetched');
    const begun = performance.now();
    const stdout = await compile(compiler, '.', '--extendedDiagnostics');
    const read = (label: string): string => new RegExp(`^${label}:\\s+(\\S+)`, 'm').exec(stdout)?.[1] ?? '?';
    const { version: exact } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8')) as { readonly version: string }; // npm's format
    table.push({ typescript: exact, instantiations: read('Instantiations'), types: read('Types'), 'check time': read('Check time'), 'wall s': ((performance.now() - begun) / 1000).toFixed(1) });
    expect(toMessages(stdout)).toStrictEqual([]);
    expect(Number(read('Instantiations'))).toBeGreaterThan(1000);
    expect(readSpecifiers().filter((name) => !isResolved(name))).toStrictEqual([]);
    rmSync(join(project.folder, 'out'), { recursive: true });
  });

  test.for(versions)('mean the same with strict alone, however modules are found, to TypeScript %s', { timeout: 480_000 }, async (version, { skip }) => {
    const compiler = await fetchPackage('typescript', version);
    if (compiler === null) return skip('it could not be fetched');
    const isAtAnEnd = version === versions[0] || version === versions.at(-1);
    for (const name of isAtAnEnd ? Object.keys(resolutions) : ['nodenext']) expect(toMessages(await compile(compiler, `${name}.json`))).toStrictEqual([]);
  });
});
