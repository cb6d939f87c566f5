/** One attack: `node hostile-run.mjs <name> <url of the server>`; tells its parent what came of it. */
import { createScClient, createVmClient } from '../../dist/index.js';
import { okAsync } from 'neverthrow';

import { attacks } from './hostile-attacks.mjs';

const [, , name = '', url = ''] = process.argv;
const deadlineMs = 10_000;
const options = { deadlineMs };
// The key names the attack: it goes with each request.
const keys = { url, accessKey: `attack-${Object.keys(attacks).indexOf(name)}`, secretKey: 'b'.repeat(64), retry: { maxRetries: 0 } };
const vm = createVmClient(keys)._unsafeUnwrap();
const sc = createScClient(keys)._unsafeUnwrap();

const calls = {
  list: () => vm.scans.list({}, options),
  sc: () => sc.users.list({}, options),
  file: () => vm.scans.exportDownload({ scan_id: 1, file_id: 'f' }, options).andThen((file) => file.toBytes()),
  input: () => vm.scans.exportRequest({ scan_id: 1, format: 'csv', 'filter.0.filter': new Array(10_000_000).fill(0) }, options),
  chunks: () => vm.exports.vulns({}, { pollIntervalMs: 1, timeoutMs: 60_000 }).forEachChunk(() => okAsync(null)),
  lines: () => vm.exports.vulns({}, { pollIntervalMs: 1, timeoutMs: 60_000 }).toNdjson(() => okAsync(null)),
};

let heldMs = 0;
let turnedAt = performance.now();
const watch = setInterval(() => {
  heldMs = Math.max(heldMs, performance.now() - turnedAt - 5);
  turnedAt = performance.now();
}, 5);
const began = performance.now();
turnedAt = began;
const result = await calls[attacks[name].call]();
const ms = performance.now() - began;
heldMs = Math.max(heldMs, performance.now() - turnedAt - 5);
clearInterval(watch);
const peakBytes = process.resourceUsage().maxRSS * 1024;
const outcome = result.isOk() ? 'Ok' : `${result.error._tag}${'reason' in result.error ? ` ${result.error.reason}` : ''}`;
process.send?.({ outcome, ms: Math.round(ms), lateMs: Math.max(0, Math.round(Math.min(heldMs, ms))), heldMs: Math.round(heldMs), peakMb: Math.round(peakBytes / 1e6) }, () => process.exit(0));
