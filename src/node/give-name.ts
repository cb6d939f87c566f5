import { renameSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { OutputFileError, toIoError } from '../errors/model/output-file-error.js';
import { attempt, attemptAsync } from '../internal/attempt.js';
import { attemptIo } from './attempt-io.js';
import { isVery } from './own-file.js';
import type { Paths } from './part-file.js';
import type { PathLock } from './path-lock.js';

/**
 * Gives a file that is complete its name, with the mode and, where that can be, the owner of the file that it replaces.
 * Not where another run has taken over, nor where another file has its unfinished name.
 */
export async function giveName(file: FileHandle, { part, target }: Paths, lock: PathLock): Promise<Result<undefined, OutputFileError>> {
  const replaced = await attemptIo(target, () => stat(target));
  if (replaced.isErr() && replaced.error.code !== 'ENOENT') return err(replaced.error);
  if (replaced.isOk()) {
    const { gid, mode, uid } = replaced.value;
    if (!replaced.value.isFile()) return err(OutputFileError('not-a-file', target));
    await attemptAsync(() => file.chown(uid, gid)); // only an administrator may give a file away
    const kept = await attemptIo(part, () => file.chmod(mode & 0o777));
    if (kept.isErr()) return err(kept.error);
  }
  // All at once: nothing comes between the looks and what is done.
  if (!lock.isHeld()) return err(OutputFileError('taken-over', part));
  if (!isVery(file, part)) return err(OutputFileError('part-missing', part));
  const renamed = attempt(() => { renameSync(part, target); });
  if (!renamed.ok) return err(toIoError(target, renamed.thrown));
  await syncFolder(dirname(target));
  return ok(undefined);
}

/** A new name is on the disk when its folder is. Some systems cannot do that, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await attemptAsync(() => open(folder, 'r'));
  if (!opened.ok) return;
  await attemptAsync(() => opened.value.sync());
  await attemptAsync(() => opened.value.close());
}
