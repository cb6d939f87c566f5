/** One process at a time: a file that names the process which writes. One that is left of a killed process does not count. */
import { readFile, rm, writeFile } from 'node:fs/promises';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attempt } from '../internal/attempt.js';
import { attemptIo } from './attempt-io.js';
import { OutputFileError } from './output-file-error.js';

/** Locks of this process. */
const held = new Set<string>();

/** Takes the lock; the function gives it back. */
export async function takeLock(path: string): Promise<Result<() => Promise<unknown>, OutputFileError>> {
  if (held.has(path)) return err(OutputFileError('in-use', path));
  held.add(path);
  const taken = await takeFromOthers(path);
  if (taken.isErr()) held.delete(path);
  return taken;
}

async function takeFromOthers(path: string): Promise<Result<() => Promise<unknown>, OutputFileError>> {
  for (let tries = 1; ; tries += 1) {
    const made = await attemptIo(path, () => writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 }));
    if (made.isOk()) {
      return ok(() => {
        held.delete(path);
        return attemptIo(path, () => rm(path, { force: true }));
      });
    }
    if (made.error.code !== 'EEXIST') return err(made.error);
    const holder = await attemptIo(path, () => readFile(path, 'utf8'));
    if (tries === 3 || (holder.isOk() && isAlive(Number(holder.value)))) return err(OutputFileError('in-use', path));
    await attemptIo(path, () => rm(path, { force: true }));
  }
}

/** Whether another process has this number. Ours may have it too, where the one before ours was killed. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  const asked = attempt(() => process.kill(pid, 0));
  return asked.ok || (asked.thrown instanceof Error && 'code' in asked.thrown && asked.thrown.code === 'EPERM');
}
