/**
 * All benchmarks in one run: `npm run bench`, or `npm run bench -- --quick` for a first look, `npm run bench -- --hostile` for attacks alone. Figures are medians; what
 * counts are ratios of one run, for the machine is what it is. Writes docs/benchmarks.json and docs/benchmarks.svg.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { measureCalls } from './calls.mjs';
import { toChart } from './chart.mjs';
import { measureErrors } from './errors.mjs';
import { measureExports } from './exports.mjs';
import { measureHostile } from './hostile.mjs';
import { measureImports } from './imports.mjs';
import { measureTypes } from './types.mjs';

if (process.argv.includes('--hostile')) process.exit(await measureHostile() === 0 ? 0 : 1);

const here = import.meta.dirname;
const docs = join(here, '..', '..', 'docs');
const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 1 : 3;

const results = {
  machine: { node: process.version, platform: `${process.platform} ${process.arch}`, cores: cpus().length, rounds },
  calls: await measureCalls({ rounds, isQuick }),
  errors: await measureErrors(),
  imports: measureImports({ rounds }),
  types: measureTypes(),
  exports: await measureExports({ rounds }),
};

const isOurs = (name) => name.startsWith('tenable-result') || name.startsWith('toNdjson') || name.startsWith('exportToFile');
const toBars = (entries) => entries.map(([name, value]) => ({ name, value, isOurs: isOurs(name) }));
writeFileSync(join(docs, 'benchmarks.json'), `${JSON.stringify(results, (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value), 2)}\n`);
writeFileSync(join(docs, 'benchmarks.svg'), toChart([
  { title: 'Calls a second, 16 at a time, relative to undici.request', bars: toBars(results.calls['GET, 16 at a time'].map(({ name, rate }) => [name, rate])) },
  { title: 'Export of 40 chunks of 5 MB to disk, relative to a raw pass-through', bars: toBars(results.exports.map(({ name, toRaw }) => [name, toRaw])) },
]));
console.log('\nWritten: docs/benchmarks.json, docs/benchmarks.svg');
