/** The module that is shipped is the one whose source stands beside it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { splitterBytes } from '../../../src/export-jobs/ndjson/splitter-bytes.js';

const root = join(import.meta.dirname, '..', '..', '..');
const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, '.ci', 'build-wasm.mjs'), '--print'], { encoding: 'utf8' });
const isAssemblerMissing = status === 3;
if (isAssemblerMissing) console.log('wabt is not installed: whether splitter-bytes.ts is up to date is not tested.');

test.skipIf(isAssemblerMissing)('splitter-bytes.ts is what splitter.wat assembles to', () => {
  expect({ status, stderr }).toStrictEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(root, 'src', 'export-jobs', 'ndjson', 'splitter-bytes.ts'), 'utf8')).toBe(stdout);
});

test('the module is small enough to be compiled in one go anywhere: under 4 KB', () => {
  const code = Buffer.from(splitterBytes, 'base64');
  expect(code.subarray(0, 4).toString('latin1')).toBe('\0asm');
  expect(code.byteLength).toBeLessThan(4096);
});
