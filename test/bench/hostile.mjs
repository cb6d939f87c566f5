/**
 * Answers that mean harm, each met by a client in a process of its own with a heap of 512 MB: what comes of the call, how long it
 * takes, how far past its deadline it ends where that comes in the middle, how long anything else is held up meanwhile (by the
 * clock, and in time of the CPU, which other work on the machine does not change), and the most memory of the process.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';

import { attacks } from './hostile-attacks.mjs';
import { startServer, toTable } from './measuring.mjs';

const here = import.meta.dirname;

/** Runs all attacks and prints them. Gives how many ended a process or missed their deadline by more than 500 ms. */
export async function measureHostile() {
  const server = await startServer(join(here, 'hostile-server.mjs'));
  const rows = [];
  for (const name of Object.keys(attacks)) rows.push({ name, ...await attackOnce(name, server.url) });
  server.close();
  console.log(toTable(
    ['attack', 'comes out as', 'ms', 'past the deadline', 'longest hold', 'of CPU', 'peak MB'],
    rows.map(({ heldCpuMs, heldMs, lateMs, ms, name, outcome, peakMb }) => [name, outcome, ms, lateMs, heldMs, heldCpuMs, peakMb]),
  ));
  const bad = rows.filter(({ lateMs, outcome, peakMb }) => outcome === 'died' || lateMs > 500 || peakMb > 512).length;
  console.log(`${rows.length} attacks, ${bad} that ended a process, took more than 512 MB, or held up a deadline by more than 500 ms`);
  return bad;
}

function attackOnce(name, url) {
  return new Promise((resolve) => {
    let told = { outcome: 'died', ms: '', lateMs: '', heldMs: '', heldCpuMs: '', peakMb: '' };
    const child = fork(join(here, 'hostile-run.mjs'), [name, url], { execArgv: ['--max-old-space-size=512'], stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
    child.on('message', (message) => {
      told = message;
    });
    child.once('exit', () => {
      resolve(told);
    });
  });
}
