/** Bundles for Node make real calls: in a folder where no package is installed, in a process of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { build } from 'esbuild';
import { rollup } from 'rollup';
import { describe, expect, onTestFinished, test } from 'vitest';
import { build as viteBuild } from 'vite';

import { startServer } from '../support/loopback-server.js';

const program = `
  import { createVmClient } from 'tenable-result';
  const run = async () => {
    const created = createVmClient({ url: process.argv[2], accessKey: 'a', secretKey: 'b', tracing: process.argv[3] === 'tracing' });
    const told = await created.asyncAndThen((vm) => vm.server.status());
    console.log(JSON.stringify(told.isOk() ? told.value : { _tag: told.error._tag, reason: told.error.reason, cause: told.error.cause }), typeof globalThis.require); // a bare require would be the one of esbuild
  };
  void run();
`;

const root = join(import.meta.dirname, '..', '..');

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-bundle-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function run(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...args]);
  expect(stderr).toBe('');
  return stdout.trim();
}

const ready = async (): Promise<string> => startServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":200,"status":"ready"}');
});

const withEsbuild = async (format: 'cjs' | 'esm', minify: boolean, folder: string): Promise<string> => {
  const outfile = join(folder, format === 'cjs' ? 'bundle.cjs' : 'bundle.mjs');
  const { warnings } = await build({ stdin: { contents: program, resolveDir: root, loader: 'js' }, bundle: true, platform: 'node', format, minify, outfile, logLevel: 'silent' });
  expect(warnings.map(({ text }) => text)).toStrictEqual([]);
  return outfile;
};

/** undici stays outside, as the page says: Vite moves its request for node:sqlite to the top, and Node 20 has no such module. */
const withVite = async (): Promise<string> => {
  const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'vite-bundle-')); // where undici is found
  const entry = join(root, 'node_modules', '.cache', `bundled-${process.pid}.mjs`);
  writeFileSync(entry, program);
  onTestFinished(() => {
    rmSync(entry, { force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  await viteBuild({
    root, configFile: false, logLevel: 'error', ssr: { noExternal: true, external: ['undici'] },
    build: { ssr: entry, outDir: folder, emptyOutDir: false, rollupOptions: { output: { entryFileNames: 'bundle.mjs' } } },
  });
  return join(folder, 'bundle.mjs');
};

const packageFiles: Readonly<Record<string, string>> = {
  'tenable-result': join(root, 'dist', 'index.js'),
  '#default-transport': join(root, 'dist', 'transport', 'undici-transport.js'),
  neverthrow: join(root, 'node_modules', 'neverthrow', 'dist', 'index.es.js'),
};

/** rollup alone finds no packages: whoever uses it tells it where they are. */
const withRollup = async (): Promise<string> => {
  const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'rollup-bundle-')); // where undici is found
  const entry = join(folder, 'program.mjs');
  writeFileSync(entry, program);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const bundle = await rollup({
    input: entry,
    external: (name) => name === 'undici' || name.startsWith('node:'),
    logLevel: 'silent',
    plugins: [{
      name: 'packages',
      resolveId: (name) => packageFiles[name] ?? null,
    }],
  });
  const file = join(folder, 'bundle.mjs');
  await bundle.write({ file, format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return file;
};

describe('a bundle for Node that holds everything', () => {
  test.each<readonly [string, (folder: string) => Promise<string>]>([
    ['esbuild, as an ES module', (folder) => withEsbuild('esm', false, folder)],
    ['esbuild, as an ES module, minified', (folder) => withEsbuild('esm', true, folder)],
    ['esbuild, as CommonJS', (folder) => withEsbuild('cjs', false, folder)],
    ['Vite, for the server', withVite],
    ['rollup', withRollup],
  ])('by %s makes a call', async (_title, bundle) => {
    const file = await bundle(createFolder());
    expect(await run(file, await ready())).toMatch(/^\{"code":200,"status":"ready"\} (?:function|undefined)$/);
  }, 120_000);

  test('leaves no require behind that was not there', async () => {
    const file = await withEsbuild('esm', false, createFolder());
    expect(await run(file, await ready())).toMatch(/ undefined$/);
  }, 60_000);
});

test('a bundle without undici, where undici is not installed, says that it cannot be loaded, and why', async () => {
  const outfile = join(createFolder(), 'bundle.mjs');
  await build({ stdin: { contents: program, resolveDir: root, loader: 'js' }, bundle: true, platform: 'node', format: 'esm', external: ['undici'], outfile, logLevel: 'error' });
  const told: unknown = JSON.parse((await run(outfile, 'http://127.0.0.1:9')).replace(/ \w+$/, ''));
  expect(told).toMatchObject({ _tag: 'ConnectionError', reason: 'transport', cause: { code: 'ERR_MODULE_NOT_FOUND', message: expect.stringContaining('undici') as unknown } });
}, 60_000);
