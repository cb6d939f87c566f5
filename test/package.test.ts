/** The package as a user gets it: packed, installed in an empty project, imported by name. */
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listEntries } from '../.ci/package-entries.mjs';
import { createPackedProject, manifest } from './support/packed-project.js';
import type { PackedProject } from './support/packed-project.js';

const root = join(import.meta.dirname, '..');
const entries = listEntries();

/** What an optional peer brings: an entry for it can be imported only where it is installed. */
const optionalPeers = Object.keys(manifest.peerDependencies).filter((name) => name !== 'neverthrow');

let project: PackedProject;
let unbelieved: string;
beforeAll(() => {
  project = createPackedProject();
  // The same package without the promise of package.json that it has no side effects.
  unbelieved = join(project.folder, 'unbelieved');
  const copy = join(unbelieved, 'node_modules', 'tenable-result');
  cpSync(join(project.installed, 'dist'), join(copy, 'dist'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: true }));
}, 120_000);
afterAll(() => {
  project.remove();
}, 60_000);

/** The areas of a product: what its catalogue is made of. */
const areasOf = (product: string): readonly string[] =>
  Array.from(readFileSync(join(root, 'src', 'api', product, 'catalogue.ts'), 'utf8').matchAll(/ from '\.\/([\w-]+)\.js'/g), ([, area = '']) => area);
const products = ['vm', 'sc', 'nessus'];

describe('a program, without the optional packages', () => {
  test('handles a failure from the first line on', () => {
    const output = project.runModule(`
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
    const output = project.runModule(`
      import { createVmClient } from 'tenable-result';
      const client = createVmClient({ accessKey: 'key', secretKey: 'key', tracing: true });
      console.log(client.isErr() ? client.error._tag + ' ' + client.error.install : 'created');
    `);
    expect(output).toBe('PackageMissingError npm install @opentelemetry/api');
  });

  test('does not load undici before the first request', () => {
    const output = project.runModule(`
      import { createVmClient } from 'tenable-result';
      createVmClient({ accessKey: 'key', secretKey: 'key' });
      console.log(process.moduleLoadList.some((name) => name.includes('undici/')));
    `);
    expect(output).toBe('false');
  });
});

describe('what comes with the package', () => {
  test('is listed with versions, hashes and licences, the same for the same sources', () => {
    const bom = JSON.parse(readFileSync(join(project.installed, 'dist', 'sbom.cdx.json'), 'utf8')) as Bom; // CycloneDX
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'tenable-result', version: manifest.version } } });
    expect(bom.metadata).not.toHaveProperty('timestamp');
    expect(bom.components.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(bom.components.filter(({ hashes, licenses }) => hashes.length === 0 || licenses.length === 0)).toStrictEqual([]);
  });

  test('says who keeps it and how to report a vulnerability, and is published with provenance only', () => {
    expect(readFileSync(join(project.installed, 'SECURITY.md'), 'utf8')).toContain('Report a vulnerability');
    const told = JSON.parse(readFileSync(join(project.installed, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>; // npm's format
    expect(told).toMatchObject({ author: 'the tenable-result maintainers', publishConfig: { access: 'public', provenance: true } });
    expect(told['scripts']).not.toHaveProperty('postinstall');
  });
});

interface Bom {
  readonly metadata: object;
  readonly components: readonly { readonly name: string; readonly hashes: readonly unknown[]; readonly licenses: readonly unknown[] }[];
}

describe('the entries of package.json', () => {
  beforeAll(() => {
    for (const name of optionalPeers) project.install(name);
  });

  test('are found by what goes over them: each kind is among them', () => {
    const names = entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['tenable-result', 'tenable-result/node', 'tenable-result/simulator', 'tenable-result/vm/scans', 'tenable-result/sc/scans', 'tenable-result/nessus/scans']));
    for (const key of Object.entries(manifest.exports).filter(([one, target]) => one.endsWith('/*') && typeof target === 'object' && target !== null && 'default' in target).map(([one]) => one)) {
      expect(entries.filter(({ subpath }) => subpath.startsWith(key.slice(0, -1))).length).toBeGreaterThan(0);
    }
  });

  test.each(products)('of %s are the areas of its catalogue, and nothing that these are made of', (product) => {
    const open = entries.filter(({ subpath }) => subpath.startsWith(`./${product}/`)).map(({ subpath }) => subpath.split('/').at(-1));
    expect(open.sort()).toStrictEqual([...areasOf(product)].sort());
  });

  test('are all imported by name, and each exports something', () => {
    const output = project.runModule(`
      const counts = {};
      for (const name of ${JSON.stringify(entries.map(({ name }) => name))}) counts[name] = Object.keys(await import(name)).length;
      console.log(JSON.stringify(counts));
    `);
    const counts = JSON.parse(output) as Readonly<Record<string, number>>; // printed just now
    expect(Object.keys(counts)).toStrictEqual(entries.map(({ name }) => name));
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toStrictEqual([]);
  });

  test('are the only files that can be imported: what areas are made of cannot', () => {
    const open = new Set(entries.map(({ module }) => module));
    const closed = products.flatMap((product) => readdirSync(join(root, 'dist', 'api', product)).filter((file) => file.endsWith('.d.ts')).map((file) => file.slice(0, -'.d.ts'.length))
      .filter((area) => !open.has(`./dist/api/${product}/${area}.js`)).map((area) => `tenable-result/${product}/${area}`));
    expect(closed).toContain('tenable-result/vm/catalogue');
    const output = project.runModule(`
      const codes = [];
      for (const name of ${JSON.stringify([...closed, 'tenable-result/dist/index.js', 'tenable-result/src/index.ts'])}) codes.push(await import(name).then(() => name, ({ code }) => code));
      console.log([...new Set(codes)].join());
    `);
    expect(output).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test.each(entries)('$name imported for nothing bundles nothing, whether or not a bundler believes package.json', async ({ name }) => {
    expect(await bundleForNothing(name, project.folder)).toBe('');
    expect(await bundleForNothing(name, unbelieved)).toBe('');
  });

  test('would be told if they had side effects: the check above can fail', async () => {
    writeFileSync(join(unbelieved, 'effect.mjs'), 'globalThis.sideEffect = true;');
    expect(await bundleForNothing('./effect.mjs', unbelieved)).toContain('sideEffect');
  });
});

/** What a bundle of a bare import holds, apart from the imports of packages that are left outside. */
async function bundleForNothing(name: string, resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `import '${name}';`, resolveDir },
    bundle: true, format: 'esm', platform: 'node', external: ['undici', 'neverthrow', ...optionalPeers], minify: true, write: false, logLevel: 'silent',
    splitting: true, outdir: 'bundle', // areas that are loaded on first use are files of their own
  });
  return outputFiles.find(({ path }) => path.endsWith('stdin.js'))?.text.replace(/import(?:\{[^}]*\}from)?"[^"]+";/g, '').trim() ?? '';
}
