/** Where a name leads to that may be a link, also where nothing is there yet. */
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { OutputFileError } from '../errors/model/output-file-error.js';
import { attemptIo } from './attempt-io.js';

/** As many as Linux follows. */
const maxLinks = 40;

/**
 * The file that a path stands for: the link itself is never replaced. A link that somebody else put into a folder that
 * others can write to is not followed, as systems do that protect links: it could lead to any file of ours.
 */
export async function followLinks(path: string): Promise<Result<string, OutputFileError>> {
  let at = path;
  for (let links = 0; links < maxLinks; links += 1) {
    const folder = await attemptIo(dirname(at), () => realpath(dirname(at)));
    if (folder.isErr()) return folder.error.code === 'ENOENT' ? ok(at) : err(folder.error);
    at = join(folder.value, basename(at));
    const link = await attemptIo(at, () => readlink(at));
    if (link.isErr()) return link.error.code === 'EINVAL' || link.error.code === 'ENOENT' || link.error.code === 'UNKNOWN' ? ok(at) : err(link.error); // it is no link
    const trusted = await attemptIo(at, () => isTrusted(at, folder.value));
    if (trusted.isErr()) return err(trusted.error);
    if (!trusted.value) return err(OutputFileError('not-ours', at));
    at = resolve(folder.value, link.value);
  }
  return attemptIo(path, () => realpath(path)); // which says what is wrong with them
}

/** Whether a link was put there by us, the administrator or the owner of its folder, or nobody else could have. */
async function isTrusted(link: string, folder: string): Promise<boolean> {
  const [{ uid }, around] = await Promise.all([lstat(link), stat(folder)]);
  const others = 0o022;
  return (around.mode & others) === 0 || [process.geteuid?.() ?? uid, 0, around.uid].includes(uid);
}
