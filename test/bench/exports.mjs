// The export benchmark: 40 chunks of 5 MB from a server in another process to disk, all contenders in turn, several
// rounds. What counts are the ratios, for the machine is what it is. Alone: `node test/bench/exports.mjs [rounds]`
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { median, runInProcess, startServer, toTable } from './measuring.mjs';

const chunkCount = 40;
const here = import.meta.dirname;
const first = 'raw pass-through';

/** How long each contender takes, in milliseconds, with its folder made before and removed after. */
async function runContender(name, url) {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-bench-'));
  const run = name === 'curl --parallel' ? runCurl(url, folder) : runInProcess(join(here, 'export-contender.mjs'), [name, url, folder, chunkCount]);
  const figures = await run;
  rmSync(folder, { recursive: true });
  return figures;
}

async function runCurl(url, folder) {
  const startedAt = performance.now();
  await promisify(execFile)('curl', ['--silent', '--parallel', '--parallel-max', '4', `${url}/vulns/export/benchmark/chunks/[1-${chunkCount}]`, '-o', join(folder, '#1.json')]);
  return { elapsedMs: performance.now() - startedAt, cpuMs: Number.NaN, maxRssMb: Number.NaN };
}

export async function measureExports({ rounds }) {
  const { chunkBytes, close, port } = await startServer(join(here, 'export-server.mjs'), [chunkCount, 5_000_000]);
  const url = `http://127.0.0.1:${port}`;
  const hasCurl = spawnSync('curl', ['--version']).status === 0;
  const names = [first, 'toNdjson', 'exportToFile', 'parse and stringify', ...(hasCurl ? ['curl --parallel'] : [])];
  const runs = new Map(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const figures = await runContender(name, url);
      if (round > 0) runs.get(name).push(figures); // the first round warms the disk's cache
    }
  }
  close();
  const toRate = (elapsedMs) => (chunkBytes * chunkCount) / 1e3 / elapsedMs;
  const rates = names.map((name) => {
    const times = runs.get(name).map(({ elapsedMs }) => elapsedMs);
    return { name, mbPerS: toRate(median(times)), bestMbPerS: toRate(Math.min(...times)), cpuS: median(runs.get(name).map(({ cpuMs }) => cpuMs)) / 1000, peakMb: median(runs.get(name).map(({ maxRssMb }) => maxRssMb)) };
  });
  const [raw] = rates;
  const results = rates.map((one) => ({ ...one, toRaw: one.mbPerS / raw.mbPerS, bestToRaw: one.bestMbPerS / raw.bestMbPerS }));
  console.log(`\nexports: ${chunkCount} chunks of ${(chunkBytes / 1e6).toFixed(1)} MB, 4 at a time, ${rounds} rounds; medians, and the best round of each\n`);
  console.log(toTable(
    ['contender', 'MB/s', 'to raw', 'best MB/s', 'to raw', 'CPU s', 'peak MB'],
    results.map(({ bestMbPerS, bestToRaw, cpuS, mbPerS, name, peakMb, toRaw }) => [name, mbPerS.toFixed(0), toRaw.toFixed(2), bestMbPerS.toFixed(0), bestToRaw.toFixed(2), cpuS.toFixed(2), peakMb.toFixed(0)]),
  ));
  return results;
}

if (process.argv[1] === import.meta.filename) await measureExports({ rounds: Number(process.argv[2] ?? 5) });
