// Memory of an export into a file: the largest resident size of a process that takes chunks of 5 MB, four at a time, for
// a number of chunks and for twice as many. `node test/bench/export-memory.mjs [chunks]`; the last line is JSON.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chunkCount = Number(process.argv[2] ?? 20);
const here = import.meta.dirname;
const message = (child) => new Promise((resolve, reject) => {
  child.once('message', resolve).once('error', reject).once('exit', () => reject(new Error('a process of the benchmark ended without a word')));
});

async function measure(chunks) {
  const server = fork(join(here, 'export-server.mjs'), [String(chunks), '5000000']);
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-bench-'));
  const { port } = await message(server);
  const { maxRssMb } = await message(fork(join(here, 'export-contender.mjs'), ['exportToFile', `http://127.0.0.1:${port}`, folder, String(chunks)]));
  server.kill();
  rmSync(folder, { recursive: true });
  return maxRssMb;
}

const once = await measure(chunkCount);
const twice = await measure(2 * chunkCount);
const growth = twice / once - 1;
console.log(`${chunkCount} chunks of 5 MB: ${once.toFixed(0)} MB at most; ${2 * chunkCount} chunks: ${twice.toFixed(0)} MB; growth ${(100 * growth).toFixed(1)} %`);
console.log(JSON.stringify({ chunkCount, onceMb: Math.round(once), twiceMb: Math.round(twice), growth: Number(growth.toFixed(3)) }));
