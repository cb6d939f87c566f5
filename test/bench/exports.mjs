// The export benchmark: 40 chunks of 5 MB from a server in another process to disk, all contenders in turn, several
// rounds. What counts are the ratios, of medians and of each one's best round: the machine is what it is, and its
// other work disturbs now the one, now the other. `node test/bench/exports.mjs [rounds]`
import { execFile, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const chunkCount = 40;
const rounds = Number(process.argv[2] ?? 5);
const here = import.meta.dirname;
const message = (child) => new Promise((resolve, reject) => {
  child.once('message', resolve).once('error', reject);
});

const server = fork(join(here, 'export-server.mjs'), [String(chunkCount), '5000000']);
const { port, chunkBytes } = await message(server);
const url = `http://127.0.0.1:${port}`;
const totalMb = (chunkBytes * chunkCount) / 1e6;

async function runContender(name) {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-bench-'));
  const child = fork(join(here, 'export-contender.mjs'), [name, url, folder, String(chunkCount)]);
  const result = await message(child);
  rmSync(folder, { recursive: true });
  return result;
}

async function runCurl() {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-bench-'));
  const startedAt = performance.now();
  await promisify(execFile)('curl', ['--silent', '--parallel', '--parallel-max', '4', `${url}/vulns/export/benchmark/chunks/[1-${chunkCount}]`, '-o', join(folder, '#1.json')]);
  const elapsedMs = performance.now() - startedAt;
  rmSync(folder, { recursive: true });
  return { elapsedMs, cpuMs: Number.NaN, maxRssMb: Number.NaN };
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const names = ['raw pass-through', 'toNdjson', 'exportToFile', 'parse and stringify', ...(hasCurl ? ['curl --parallel'] : [])];
const results = new Map(names.map((name) => [name, []]));
for (let round = 0; round <= rounds; round += 1) {
  for (const name of names) {
    const result = await (name === 'curl --parallel' ? runCurl() : runContender(name));
    if (round > 0) results.get(name).push(result); // the first round warms the disk's cache
  }
}
server.kill();

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const toRates = (pick) => new Map(names.map((name) => [name, totalMb / (pick(results.get(name).map((one) => one.elapsedMs)) / 1000)]));
const rates = toRates(median);
const best = toRates((numbers) => Math.min(...numbers));
const raw = rates.get('raw pass-through');
const bestRaw = best.get('raw pass-through');
console.log(`${chunkCount} chunks of ${(chunkBytes / 1e6).toFixed(1)} MB, 4 at a time, medians of ${rounds} rounds in one run\n`);
console.log('contender              MB/s   to raw   best MB/s   to raw   CPU s   peak MB');
for (const name of names) {
  const figures = results.get(name);
  const cells = [rates.get(name).toFixed(0).padStart(6), (rates.get(name) / raw).toFixed(2).padStart(8), best.get(name).toFixed(0).padStart(11), (best.get(name) / bestRaw).toFixed(2).padStart(8), (median(figures.map((one) => one.cpuMs)) / 1000).toFixed(2).padStart(7), median(figures.map((one) => one.maxRssMb)).toFixed(0).padStart(9)];
  console.log(`${name.padEnd(20)} ${cells.join(' ')}`);
}
console.log(`\n${JSON.stringify(Object.fromEntries([...rates].map(([name, rate]) => [name, { mbPerS: Math.round(rate), toRaw: Number((rate / raw).toFixed(2)), bestToRaw: Number((best.get(name) / bestRaw).toFixed(2)) }])))}`);
