/** What the catalogue costs, held to budgets: lines that people write, declarations, and what importing a client loads. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

import { checkFile } from '../support/type-program.js';
import { operations } from './descriptions.js';

const root = join(import.meta.dirname, '..', '..');

const readAll = (folder: string, ends: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ends)).map((name) => readFileSync(join(root, folder, name), 'utf8'));

test('at most 17 lines describe an operation, its shapes included, and no page is written by hand', () => {
  const lines = ['vm', 'sc', 'nessus', 'parts'].flatMap((folder) => readAll(`src/catalogue/${folder}`, '.ts')).reduce((sum, text) => sum + text.trimEnd().split('\n').length, 0);
  console.log(`lines of description: ${(lines / operations.length).toFixed(1)} an operation, of ${operations.length}`);
  expect(lines / operations.length).toBeLessThan(17);
});

test('at most 1,300 bytes of declarations stand for an operation, doc comments included', () => {
  const bytes = readAll('dist/api', '.d.ts').reduce((sum, text) => sum + text.length, 0);
  console.log(`declarations: ${Math.round(bytes / operations.length)} bytes an operation`);
  expect(bytes / operations.length).toBeLessThan(1_300);
});

describe('importing', () => {
  /** The files of the build that an import loads before anything is called, and their bytes. */
  const load = async (entry: string): Promise<Readonly<Record<string, number>>> => {
    const { metafile } = await build({
      stdin: { contents: `import * as all from '${entry}'; globalThis.all = all;`, resolveDir: root }, bundle: true, splitting: true, outdir: 'x', format: 'esm', platform: 'node',
      external: ['neverthrow', 'undici', 'csv-stringify', 'ts-pattern'], metafile: true, write: false, logLevel: 'error',
    });
    const reached = new Set<string>();
    const reach = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { kind, path } of metafile.outputs[file]?.imports ?? []) if (kind === 'import-statement' && metafile.outputs[path] !== undefined) reach(path);
    };
    reach('x/stdin.js');
    return Object.fromEntries([...reached].flatMap((file) => Object.entries(metafile.outputs[file]?.inputs ?? {}).map(([input, { bytesInOutput }]) => [input, bytesInOutput])));
  };
  const isData = (file: string): boolean => /dist\/(?:api|parts)\/(?:\w+\/data\/|data\.js|(?:vm|sc|nessus)-)/.test(file);

  test.each(['tenable-result', 'tenable-result/vm', 'tenable-result/sc', 'tenable-result/nessus'])('%s loads no operation: an operation costs an import its name', async (entry) => {
    const files = await load(entry);
    expect(Object.keys(files).filter(isData)).toStrictEqual([]);
    expect(Object.keys(files).some((file) => file.endsWith('core.js'))).toBe(true);
  });

  test('a product loads the client of no other', async () => {
    const clients = async (entry: string): Promise<readonly string[]> => Object.keys(await load(entry)).filter((file) => /dist\/clients\//.test(file));
    expect(await clients('tenable-result/vm')).toStrictEqual(['dist/clients/vm.js']);
    expect(await clients('tenable-result/sc')).toStrictEqual(['dist/clients/sc.js']);
    expect(await clients('tenable-result/nessus')).toStrictEqual(['dist/clients/nessus.js']);
  });

  test('one area for `execute` loads its data at once: the check above can fail', async () => {
    expect(Object.keys(await load('tenable-result/vm/scans')).filter(isData)).toStrictEqual(expect.arrayContaining([expect.stringContaining('vm-scans')]));
  });

  test('the names of calls take at most 40 bytes an operation', () => {
    const bytes = ['vm', 'sc', 'nessus'].reduce((sum, product) => sum + readFileSync(join(root, 'src', 'api', product, 'areas.ts'), 'utf8').replace(/defineArea<[^>]*>/g, '').length, 0);
    console.log(`names of calls: ${(bytes / operations.length).toFixed(0)} bytes an operation`);
    expect(bytes / operations.length).toBeLessThan(40);
  });
});

test('a caller of 20 calls of as many areas costs the compiler at most 5,000 instantiations', () => {
  const head = `import type { NessusClient, ScClient, VmClient } from 'tenable-result';\ndeclare const vm: VmClient;\ndeclare const sc: ScClient;\ndeclare const nessus: NessusClient;\nexport { nessus, sc, vm };\n`;
  const calls = [
    'vm.scans.details({ scan_id: 1 })', 'vm.users.list()', 'vm.session.details()', 'vm.server.status()', 'vm.tags.listValues().toArray()', 'vm.agents.list({ scanner_id: 1 }).toArray()',
    'sc.assets.list()', 'sc.groups.details({ id: 1 })', 'sc.feeds.list()', 'sc.plugins.list().toArray()', 'sc.policies.list()', 'sc.repositories.list()', 'sc.scans.list()',
    'nessus.scans.list()', 'nessus.policies.list()', 'nessus.folders.list()', 'nessus.users.list()', 'nessus.scanners.list()', 'nessus.plugins.families()', 'nessus.editor.listTemplates({ object_type: "scan" })',
  ];
  const check = (text: string): number => {
    const { instantiations, messages } = checkFile({ 'test/types/catalogue.virtual.ts': text }, 'test/types/catalogue.virtual.ts');
    expect(messages).toStrictEqual([]);
    return instantiations;
  };
  const cost = check(head + calls.map((call, at) => `export const call${at} = ${call}.map((found) => found);`).join('\n')) - check(head);
  console.log(`instantiations of a caller of ${calls.length} calls: ${cost}`);
  expect(cost).toBeLessThan(5_000);
}, 120_000);
