/**
 * Assembles src/export-jobs/ndjson/splitter.wat and writes splitter-bytes.ts beside it. With `--print` it writes that
 * text to standard output instead. Ends with 3 where the assembler (the package wabt) is not installed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = new URL('../src/export-jobs/ndjson/', import.meta.url);

const loadAssembler = () => {
  try {
    return createRequire(import.meta.url)('wabt')();
  } catch {
    console.error('The package wabt is not installed.');
    process.exit(3);
  }
};

const wabt = await loadAssembler();
const parsed = wabt.parseWat('splitter.wat', readFileSync(new URL('splitter.wat', folder), 'utf8'), { simd: true });
parsed.validate();
const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
const lines = base64.match(/.{1,112}/g).map((line) => `  '${line}'`);
const text = `/** The module that splitter.wat comes to, base64-encoded. Made by .ci/build-wasm.mjs: do not edit. */
export const splitterBytes =
${lines.join(' +\n')};
`;

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(fileURLToPath(new URL('splitter-bytes.ts', folder)), text);
