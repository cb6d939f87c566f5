import { join } from 'node:path';

import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Packages that a program finds in `node_modules` when it runs: the outfile must lie below the root of the package. */
const external = ['undici', 'neverthrow', 'pino', '@opentelemetry/*'];

/** A TypeScript program, from its text or its file, as one module that Node runs; gives the module's path. */
export async function bundleProgram(program: { readonly code: string } | { readonly file: string }, outfile: string): Promise<string> {
  await build({
    ...('code' in program ? { stdin: { contents: program.code, resolveDir: root, loader: 'ts' } } : { entryPoints: [program.file] }),
    bundle: true, format: 'esm', platform: 'node', conditions: ['tenable-result-source', 'node'], external, outfile,
  });
  return outfile;
}
