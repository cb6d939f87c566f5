/** The process that kill.test.ts kills: one run of an export into a file. It may kill itself at one of its file operations. */
import fsSync from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

import { createVmClient } from 'tenable-result';
import { exportToFile } from 'tenable-result/node';

import { createCsvEncoder } from '../../src/cli/csv.js';
import { lockTiming } from '../../src/node/path-lock.js';

/** Where a process ends itself: before an operation, with half of what it writes written, or after it. */
export interface KillPoint {
  /** The operation's number, from 1 on. */
  readonly at: number;
  readonly stage: 'before' | 'half' | 'after';
}

export interface ChildTask {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly path: string;
  readonly concurrency: number;
  readonly isCsv: boolean;
  /** Whether the checkpoint is saved with each chunk, as in an export that takes long. */
  readonly isSlow: boolean;
  readonly kill: KillPoint | null;
}

/** What it says when it comes to its end. */
export interface ChildReport {
  readonly error: string | null;
  readonly records: number;
  /** The operations on files that there were. */
  readonly operations: readonly string[];
}

type FileOperation = (this: unknown, ...args: unknown[]) => Promise<unknown>;
type Operations = Record<string, FileOperation>;

const operations: string[] = [];

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** The same arguments with the first text or bytes cut to half. */
function toHalf(args: readonly unknown[]): unknown[] {
  const [first, second, third, ...rest] = args;
  if (first instanceof Uint8Array) return [first, second, Math.floor(Number(third) / 2), ...rest];
  return args.map((arg, at) => (typeof arg === 'string' && arg.length > 1 && at === args.findLastIndex((one) => typeof one === 'string') ? arg.slice(0, arg.length / 2) : arg));
}

function watch(target: Operations, names: readonly string[], kill: KillPoint | null): void {
  for (const name of names) {
    const original = target[name];
    if (original === undefined) continue;
    target[name] = async function watched(...args): Promise<unknown> {
      operations.push(name);
      const isHere = operations.length === kill?.at;
      if (isHere && kill.stage === 'before') die();
      const isWrite = name === 'write' || name === 'writeFile';
      const done = await original.apply(this, isHere && kill.stage === 'half' && isWrite ? toHalf(args) : args);
      if (isHere) die();
      return done;
    };
  }
}

type SyncOperations = Record<string, (...args: unknown[]) => unknown>;

/** What is done at once: a new name, and the end of a lock. */
function watchSync(target: SyncOperations, names: readonly string[], kill: KillPoint | null): void {
  for (const name of names) {
    const original = target[name];
    if (original === undefined) continue;
    target[name] = (...args) => {
      operations.push(name);
      const isHere = operations.length === kill?.at;
      if (isHere && kill.stage === 'before') die();
      const done = original(...args);
      if (isHere) die();
      return done;
    };
  }
}

async function watchFiles(kill: KillPoint | null): Promise<void> {
  const handle = await fs.open(process.execPath);
  // Functions of Node, by their names.
  watch(Object.getPrototypeOf(handle) as Operations, ['write', 'writeFile', 'truncate', 'datasync', 'sync', 'stat', 'chmod', 'chown'], kill);
  watch(fs as unknown as Operations, ['access', 'copyFile', 'lstat', 'open', 'readFile', 'readlink', 'realpath', 'rename', 'rm', 'stat', 'writeFile'], kill);
  watchSync(fsSync as unknown as SyncOperations, ['renameSync', 'unlinkSync'], kill);
  await handle.close();
  syncBuiltinESMExports();
}

const task = JSON.parse(process.argv[2] ?? '') as ChildTask; // written by the test
await import('undici'); // so that what follows is the export's own time
// Killed while its lock names nobody yet, a run leaves one that only time takes away: less of it here, in the same
// proportions. path-lock.test.ts waits for what users get.
Object.assign(lockTiming, { beatMs: 100, expiryMs: 750, lookMs: 20 });
await watchFiles(task.kill);
if (task.isSlow) {
  let nowMs = Date.now();
  Date.now = () => (nowMs += 300);
}
process.stdout.write('begun\n');
const client = createVmClient({ url: task.url, accessKey: task.accessKey, secretKey: task.secretKey });
const written = await client.asyncAndThen((vm) => exportToFile(vm.exports.vulns, {}, task.path, {
  resume: true,
  concurrency: task.concurrency,
  pollIntervalMs: 3,
  encoder: task.isCsv ? createCsvEncoder(['asset.uuid', 'plugin.id', 'port.port', 'output']) : undefined,
}));
const report: ChildReport = { error: written.isErr() ? JSON.stringify(written.error) : null, records: written.isOk() ? written.value.records : 0, operations };
process.stdout.write(JSON.stringify(report));
