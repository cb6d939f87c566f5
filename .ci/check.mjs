/**
 * All checks, as `npm test` runs them: types over every file of the repository, lint, build, tests. Goes on after
 * a failure, so that one run tells everything. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'tenable-result-check-'));
const report = join(scratch, 'vitest.json');

const bin = (name) => join(root, 'node_modules', ...name.split('/'));
const steps = [
  ['types', bin('typescript/bin/tsc'), ['-p', 'tsconfig.json']],
  ['types of the descriptions', bin('typescript/bin/tsc'), ['-p', 'src/catalogue/tsconfig.json']],
  ['lint', bin('eslint/bin/eslint.js'), ['--max-warnings=0', '.']],
  ['build', join(root, '.ci', 'setup.mjs'), ['build']],
];

let passed = 0;
let failed = 0;
const count = (name, isGood) => {
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${isGood ? '✓' : '✗'} ${name}`);
};
const run = (script, args) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

for (const [name, script, args] of steps) count(name, run(script, args));

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const testsEnded = run(bin('vitest/vitest.mjs'), ['run', ...reporters]);
try {
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped; each says why above`);
  // A file that does not load, or a rejection that nobody handled, is a failure without a test.
  if (!(testsEnded && success) && numFailedTests === 0) count('tests end without errors outside of them', false);
} catch {
  count('tests run to their end', false);
}
rmSync(scratch, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
