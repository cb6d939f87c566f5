/**
 * npm run mutation [-- paths]: changes the core in small ways and looks for changes that no test notices. A path below
 * src, a file or a folder, is changed; one below test adds tests to those that mirror what is changed.
 * Lists the changes that survived. Ends with 1 where more of them survived than may. One process at a time, unless
 * TENABLE_RESULT_MUTATION_WORKERS says how many.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Stryker } from '@stryker-mutator/core';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** What decides on errors, keys, repetition and exports. Hours: one folder at a time is more like it. */
const core = ['src/errors', 'src/transport', 'src/connection', 'src/call', 'src/export-jobs', 'src/node'];

/** The share of changes that tests must notice, in percent. */
const minScore = 90;

const paths = process.argv.slice(2).map((path) => path.replaceAll('\\', '/').replace(/\/$/, ''));
const odd = paths.filter((path) => !/^(src|test)\//.test(path) || !existsSync(path));
if (odd.length > 0) {
  console.error(`npm run mutation -- <files and folders below src, and tests below test>; there is no ${odd.join(', ')}`);
  process.exit(2);
}

const listFiles = (path, ending) => (statSync(path).isFile()
  ? [path]
  : readdirSync(path, { recursive: true }).map((name) => join(path, String(name)).replaceAll('\\', '/')).filter((file) => file.endsWith(ending)));

const changed = paths.filter((path) => path.startsWith('src/'));
const mutate = (changed.length > 0 ? changed : core).flatMap((path) => listFiles(path, '.ts'));

/** The test of the same stem; where there is none, those of the same folder. */
function toMirror(file) {
  const mirror = file.replace(/^src/, 'test').replace(/\.ts$/, '.test.ts');
  return existsSync(mirror) ? mirror : `${dirname(mirror)}/*.test.ts`;
}
const named = paths.filter((path) => path.startsWith('test/')).map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`));
process.env['TENABLE_RESULT_MUTATION_TESTS'] = [...new Set([...mutate.map(toMirror), ...named])].join(' ');

const results = await new Stryker({
  mutate,
  testRunner: 'vitest',
  vitest: { configFile: '.ci/vitest.mutation.config.ts', related: false },
  concurrency: Number(process.env['TENABLE_RESULT_MUTATION_WORKERS'] ?? 1),
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  ignoreStatic: false,
  timeoutMS: 20_000,
  tempDirName: '.mutation',
  ignorePatterns: ['dist', 'dist-docs', 'docs/examples'],
  allowConsoleColors: false,
}).runMutationTest();

const counted = results.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
const noticed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout' || status === 'RuntimeError');
const score = counted.length === 0 ? 100 : (noticed.length / counted.length) * 100;
console.log(`${noticed.length} of ${counted.length} changes were noticed: ${score.toFixed(1)} %, and ${minScore} % have to be.`);
process.exit(score >= minScore ? 0 : 1);
