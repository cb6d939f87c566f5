/** One process at a time: a file that names the process which writes. One that is left of a killed process does not count. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attempt } from '../internal/attempt.js';
import { attemptIo } from './attempt-io.js';
import { OutputFileError } from '../errors/output-file-error.js';

/** Gives a lock back. */
type Unlock = () => Promise<unknown>;

/** Locks of this process. */
const held = new Set<string>();

/** How long two processes that find a lock of a killed one may need to see each other, in milliseconds. */
const settleMs = 50;

const maxTries = 3;

/** Takes the lock; the function gives it back. */
export async function takeLock(path: string): Promise<Result<Unlock, OutputFileError>> {
  if (held.has(path)) return err(OutputFileError('in-use', path));
  held.add(path);
  const taken = await takeFromOthers(path);
  if (taken.isErr()) held.delete(path);
  return taken.map(() => () => {
    held.delete(path);
    return attemptIo(path, () => rm(path, { force: true }));
  });
}

async function takeFromOthers(path: string): Promise<Result<undefined, OutputFileError>> {
  for (let tries = 1; ; tries += 1) {
    const made = await attemptIo(path, () => writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 }));
    if (made.isOk()) {
      // Whoever found the same lock of a killed process may have removed ours instead of that.
      if (tries > 1) await wait(settleMs);
      return tries === 1 || await readHolder(path) === process.pid ? ok(undefined) : err(OutputFileError('in-use', path));
    }
    if (made.error.code !== 'EEXIST') return err(made.error);
    if (tries === maxTries || isOther(await readSettledHolder(path))) return err(OutputFileError('in-use', path));
    await attemptIo(path, () => rm(path, { force: true }));
  }
}

/** The process that a lock names; `null` where it is not written to its end, or gone. */
async function readHolder(path: string): Promise<number | null> {
  const read = await attemptIo(path, () => readFile(path, 'utf8'));
  const digits = read.isOk() ? /^(\d{1,10})\n$/.exec(read.value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/** The same, after a moment where it is being written: a process that was killed over it never comes to its end. */
async function readSettledHolder(path: string): Promise<number | null> {
  const holder = await readHolder(path);
  if (holder !== null) return holder;
  await wait(settleMs);
  return readHolder(path);
}

/** Whether another process has this number. Ours may have it too, where the one before ours was killed. */
function isOther(pid: number | null): boolean {
  if (pid === null || pid === 0 || pid === process.pid) return false;
  const asked = attempt(() => process.kill(pid, 0));
  return asked.ok || (asked.thrown instanceof Error && 'code' in asked.thrown && asked.thrown.code === 'EPERM');
}
