// What an entry costs to import, over a process that imports nothing: medians of many, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { median, toTable } from './measuring.mjs';

const root = join(import.meta.dirname, '..', '..');

export function measureImports({ rounds }) {
  const entries = ['tenable-result', 'tenable-result/vm/scans', 'tenable-result/simulator', 'undici', 'neverthrow', 'valibot', 'axios', 'got'];
  const timeOf = (source) => {
    const startedAt = performance.now();
    spawnSync(process.execPath, ['--input-type=module', '-e', source], { cwd: root });
    return performance.now() - startedAt;
  };
  const runs = new Map([['', []], ...entries.map((entry) => [entry, []])]);
  for (let round = 0; round < rounds * 3; round += 1) {
    for (const [entry, times] of runs) times.push(timeOf(entry === '' ? '' : `import '${entry}';`));
  }
  const empty = median(runs.get(''));
  const results = Object.fromEntries(entries.map((entry) => [entry, median(runs.get(entry)) - empty]));
  console.log(`\nimports, in milliseconds over an empty process (${empty.toFixed(0)} ms)\n`);
  console.log(toTable(['entry', 'ms'], Object.entries(results).map(([entry, ms]) => [entry, ms.toFixed(1)])));
  return results;
}
