/** Memory is bounded by the chunks under way, not by their number: measured on the built package, in processes of their own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const benchmark = join(import.meta.dirname, '..', 'bench', 'export-memory.mjs');

test('an export of 5 MB chunks into a file takes under 200 MB, for 20 chunks as for 40', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [benchmark, '20']);
  console.log(stdout.split('\n')[0]);
  const { growth, onceMb, twiceMb } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Readonly<Record<'growth' | 'onceMb' | 'twiceMb', number>>; // the benchmark's last line
  expect(onceMb).toBeGreaterThan(40); // less has no Node
  expect(Math.max(onceMb, twiceMb)).toBeLessThan(200);
  expect(growth).toBeLessThan(0.2);
}, 120_000);
