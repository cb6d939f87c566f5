/** Who may import whom. Read it as a map of the source: data flows from the left of a row to the right. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');

/** A layer is a folder or a file of `src`, or a folder of `errors`. Each may also import itself and `internal`; `errors` stands for its three. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  internal: [],
  'errors/model': [],
  'errors/classification': ['errors/model'],
  'errors/projections': ['errors/model'],
  'result.ts': ['errors'],
  schema: ['result.ts', 'errors'],
  operation: ['schema', 'errors'],
  reshapes: [],
  api: ['reshapes', 'operation', 'schema', 'errors'],
  catalogue: ['reshapes', 'operation', 'schema', 'errors'], // for types alone: nothing of it is there at run time
  transport: ['errors', 'result.ts'],
  connection: ['transport', 'errors', 'result.ts'],
  call: ['operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  'execute.ts': ['call', 'operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  'export-jobs': ['api', 'call', 'execute.ts', 'operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  'file-exports': ['api', 'call', 'execute.ts', 'operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  'scan-runs': ['api', 'call', 'execute.ts', 'operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  clients: ['api', 'call', 'execute.ts', 'export-jobs', 'file-exports', 'scan-runs', 'operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  'index.ts': ['clients', 'call', 'execute.ts', 'export-jobs', 'file-exports', 'scan-runs', 'operation', 'schema', 'connection', 'transport', 'errors'],
  node: ['export-jobs', 'errors', 'result.ts'],
  simulator: ['api', 'operation', 'schema', 'connection', 'transport', 'errors', 'result.ts'],
  adapters: ['errors', 'result.ts'],
  cli: ['index.ts', 'node', 'simulator', 'transport'], // doctor looks at the same proxy as the client
};

/** Packages that belong to one layer; others may be used anywhere. */
const packageHomes: Readonly<Record<string, readonly string[]>> = {
  undici: ['transport'],
  zod: ['catalogue'],
  'ts-pattern': ['cli'],
  'csv-stringify/sync': ['cli'],
  '@standard-schema/spec': ['schema'],
  effect: ['adapters'],
  'fp-ts': ['adapters'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort();

const importsOf = (file: string): readonly string[] =>
  ts.preProcessFile(readFileSync(join(src, file), 'utf8')).importedFiles.map(({ fileName }) => fileName);

/** The package of an import: `fp-ts` of `fp-ts/lib/Either.js`. What has a home as a part of a package keeps its name. */
const packageOf = (name: string): string =>
  (Object.hasOwn(packageHomes, name) ? name : name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));

const layerOf = (file: string): string => file.split('/').slice(0, file.startsWith('errors/') ? 2 : 1).join('/');

/** What a file of `src` imports of `src`. */
const localImportsOf = (file: string): readonly string[] =>
  importsOf(file).filter((name) => name.startsWith('.')).map((name) => relative(src, join(src, dirname(file), name)).replace(/\.js$/, '.ts'));

/** The files that can be reached from a file by its imports, that file only where it imports itself by way of others. */
function reach(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...imports.get(file) ?? []];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...imports.get(next) ?? []);
  }
  return reached;
}

describe('imports follow the layers', () => {
  test('every file of src belongs to a layer', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !Object.hasOwn(mayImport, layerOf(file)))).toStrictEqual([]);
  });

  test.each(files)('%s imports only what its layer may', (file) => {
    const layer = layerOf(file);
    const allowed = [layer, 'internal', ...(mayImport[layer] ?? [])];
    const local = [...localImportsOf(file), ...(importsOf(file).includes('#default-transport') ? ['transport/undici-transport.ts'] : [])].map(layerOf);
    expect(local.filter((target) => !allowed.includes(target) && !allowed.includes(target.split('/')[0] ?? ''))).toStrictEqual([]);
  });

  test('no file imports itself by way of others, types included', () => {
    const imports = new Map(files.map((file) => [file, localImportsOf(file)]));
    expect(files.filter((file) => reach(file, imports).has(file))).toStrictEqual([]);
  });

  test('nothing of the descriptions is there at run time', () => {
    const astray = files.filter((file) => layerOf(file) !== 'catalogue').flatMap((file) => importsOf(file).filter((name) => name.includes('catalogue/')).map((name) => `${file} imports ${name}`));
    expect(astray).toStrictEqual([]);
    const values = files.filter((file) => /^catalogue\/(?:language|vm|sc|nessus|parts)\//.test(file)).flatMap((file) =>
      Array.from(readFileSync(join(src, file), 'utf8').matchAll(/^import (?!type )[^;]*? from '(\.[^']*)';$/gms), ([, name = '']) => relative(src, join(src, dirname(file), name))).filter((name) => !name.startsWith('catalogue')));
    expect(values).toStrictEqual([]);
  });

  test('packages stay in the layers that they belong to', () => {
    const astray = files.flatMap((file) => importsOf(file)
      .filter((name) => packageHomes[packageOf(name)]?.includes(layerOf(file)) === false)
      .map((name) => `${file} imports ${name}`));
    expect(astray).toStrictEqual([]);
  });

  test('only the command line, the files and the transport of Node use modules of Node', () => {
    const takesBuiltin = (file: string): boolean => readFileSync(join(src, file), 'utf8').includes("process.getBuiltinModule('node:");
    const users = files.filter((file) => importsOf(file).some((name) => name.startsWith('node:')) || takesBuiltin(file));
    expect(users.filter((file) => !file.startsWith('cli/') && !file.startsWith('node/') && !file.startsWith('simulator/') && !file.startsWith('transport/node/'))).toStrictEqual(['transport/tls-material.ts', 'transport/undici-body.ts']);
  });

  test('exceptions are caught in one file', () => {
    const catching = files.filter((file) => /(?<!\.)\bcatch\s*[({]/.test(readFileSync(join(src, file), 'utf8')));
    expect(catching).toStrictEqual(['internal/attempt.ts']);
  });
});
