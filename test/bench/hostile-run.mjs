/**
 * One attack: `node hostile-run.mjs <name> <url of the server>`; tells its parent what came of it. A good call comes first, so that
 * nothing is loaded for the first time. Then the attack, whole; then with deadlines in the middle of it, which must end it in time.
 */
import { setTimeout } from 'node:timers/promises';

import { ResultAsync, ok, okAsync } from 'neverthrow';

import { createScClient, createVmClient } from '../../dist/index.js';

import { attacks } from './hostile-attacks.mjs';

const [, , name = '', url = ''] = process.argv;

/** The key names the attack: it goes with each request. */
const toKeys = (attack) => ({ url, accessKey: `attack-${attack}`, secretKey: 'b'.repeat(64), retry: { maxRetries: 0 } });
const keys = toKeys(Object.keys(attacks).indexOf(name));
const vm = createVmClient(keys)._unsafeUnwrap();
const sc = createScClient(keys)._unsafeUnwrap();
const file = { scan_id: 1, file_id: 'f' };

const calls = {
  list: (deadlineMs) => vm.scans.list({}, { deadlineMs }),
  sc: (deadlineMs) => sc.users.list({}, { deadlineMs }),
  file: (deadlineMs) => vm.scans.exportDownload(file, { deadlineMs }).andThen((download) => download.toBytes()),
  input: (deadlineMs) => vm.scans.exportRequest({ scan_id: 1, format: 'csv', 'filter.0.filter': new Array(10_000_000).fill(0) }, { deadlineMs }),
  chunks: () => vm.exports.vulns({}, { pollIntervalMs: 1, timeoutMs: 60_000 }).forEachChunk(() => okAsync(null)),
  slowChunks: () => vm.exports.vulns({}, { pollIntervalMs: 1, timeoutMs: 60_000 }).forEachChunk(() => ResultAsync.fromSafePromise(setTimeout(2_000))),
  lists: async (deadlineMs) => (await Promise.all(Array.from({ length: 16 }, () => vm.scans.list({}, { deadlineMs }).map(() => null)))).find((result) => result.isErr()) ?? ok(null),
  lines: () => vm.exports.vulns({}, { pollIntervalMs: 1, timeoutMs: 60_000 }).toNdjson(() => okAsync(null)),
};

await createVmClient(toKeys(-1))._unsafeUnwrap().scans.list();

let heldMs = 0;
let heldCpuMs = 0;
let last = { at: performance.now(), cpu: process.cpuUsage() };
const look = () => {
  const cpu = process.cpuUsage(last.cpu);
  heldMs = Math.max(heldMs, performance.now() - last.at);
  heldCpuMs = Math.max(heldCpuMs, (cpu.user + cpu.system) / 1000);
  last = { at: performance.now(), cpu: process.cpuUsage() };
};
const watch = setInterval(look, 5);
const { call } = attacks[name];
const began = performance.now();
last = { at: began, cpu: process.cpuUsage() };
const result = await calls[call](30_000);
const ms = performance.now() - began;
look();
clearInterval(watch);
const peakMb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
const outcome = result.isOk() ? 'Ok' : `${result.error._tag}${'reason' in result.error ? ` ${result.error.reason}` : ''}`;

let lateMs = 0;
if (!['chunks', 'slowChunks', 'lines'].includes(call)) {
  for (const part of [0.3, 0.6, 0.9]) {
    const deadlineMs = Math.max(1, Math.round(ms * part));
    const startedAt = performance.now();
    await calls[call](deadlineMs);
    lateMs = Math.max(lateMs, performance.now() - startedAt - deadlineMs);
  }
}
const told = { outcome, ms: Math.round(ms), lateMs: Math.round(lateMs), heldMs: Math.round(heldMs), heldCpuMs: Math.round(heldCpuMs), peakMb };
process.send?.(told, () => process.exit(0));
