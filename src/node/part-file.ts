/** The files of an export under way: the unfinished file and what stands beside it. */
import { constants, access, copyFile, lstat, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { OutputFileError } from '../errors/model/output-file-error.js';
import type { ExportRestart } from '../export-jobs/export-events.js';
import { attemptIo } from './attempt-io.js';
import { isBadName } from './bad-name.js';
import { areSameTimes } from './export-window.js';
import { followLinks } from './follow-links.js';
import { createOwn, openOwn } from './own-file.js';
import type { PathLock } from './path-lock.js';
import { readSaved } from './saved-export.js';
import type { SavedExport } from './saved-export.js';

export interface Paths {
  readonly target: string;
  readonly part: string;
  readonly checkpoint: string;
  readonly lock: string;
}

/** Where they are, for the file that is to be: better to hear now than after hours that it cannot be. */
export async function findPaths(path: string): Promise<Result<Paths, OutputFileError>> {
  const absolute = await attemptIo(path, () => Promise.resolve().then(() => resolve(path)));
  if (absolute.isErr()) return err(absolute.error);
  if (isBadName(basename(absolute.value), process.platform)) return err(OutputFileError('bad-name', absolute.value));
  const followed = await followLinks(absolute.value); // what a link leads to is replaced, not the link
  if (followed.isErr()) return err(followed.error);
  const target = followed.value;
  const isFile = await attemptIo(target, async () => (await lstat(target)).isFile());
  if (isFile.isOk() ? !isFile.value : isFile.error.code !== 'ENOENT') return err(isFile.isOk() ? OutputFileError('not-a-file', target) : isFile.error);
  const folder = dirname(target);
  const writable = await attemptIo(folder, () => access(folder, constants.W_OK));
  return writable.map(() => ({ target, part: `${target}.part`, checkpoint: `${target}.checkpoint.json`, lock: `${target}.lock` }));
}

/** An unfinished export whose place another one takes, and why. */
export interface ReplacedExport {
  /** Records that had come of it. Nothing of them is in the file. */
  readonly records: number;
  /** Nobody asked to go on with it; it was about other times; or its job is over, and how it ended. */
  readonly reason: 'not-resumed' | 'other-times' | ExportRestart['reason'];
}

export interface OpenPart {
  /** `null` where the file has its name already. */
  readonly file: FileHandle | null;
  readonly saved: SavedExport | null;
  /** Whether there was no such file before. */
  readonly isNew: boolean;
  /** What is there and will not be gone on with. */
  readonly replaced: ReplacedExport | null;
}

/** What an export is known by. */
export interface PartRequest {
  readonly label: string;
  readonly times: readonly number[];
  readonly resume: boolean;
}

/** Opens the unfinished file. Nothing of an unfinished export is touched yet: the new one may come to nothing. */
export async function openPart(paths: Paths, { label, resume, times }: PartRequest, lock: PathLock): Promise<Result<OpenPart, OutputFileError>> {
  const { checkpoint, part } = paths;
  const fenced = lock.wasSilent ? await copyAway(part, lock) : ok(undefined);
  if (fenced.isErr()) return err(fenced.error);
  const read = await readSaved(checkpoint, lock.made);
  if (read.isErr() && (resume || read.error.reason !== 'checkpoint-unreadable')) return err(read.error);
  const saved = read.unwrapOr(null);
  if (saved === null) return openAnew(part, lock, null);
  if (!resume) return openAnew(part, lock, { records: saved.records, reason: 'not-resumed' });
  if (saved.label !== label) return err(OutputFileError('other-export', checkpoint));
  if (!areSameTimes(saved.times, times)) return openAnew(part, lock, { records: saved.records, reason: 'other-times' });
  const opened = await openOwn(part, constants.O_RDWR, lock.made, saved.isComplete); // one that is complete has the mode of the file that it replaces
  if (opened.isErr()) {
    if (opened.error.code !== 'ENOENT') return err(opened.error);
    return saved.isComplete ? openNamed(paths, saved, lock) : err(OutputFileError('part-missing', part));
  }
  const { file, stats } = opened.value;
  if (stats.size >= saved.bytes) return ok({ file, saved, isNew: false, replaced: null });
  await attemptIo(part, () => file.close());
  return err(OutputFileError('part-missing', part));
}

async function openAnew(part: string, { made }: PathLock, replaced: ReplacedExport | null): Promise<Result<OpenPart, OutputFileError>> {
  const opened = await openOwn(part, constants.O_RDWR, made);
  if (opened.isOk()) return ok({ file: opened.value.file, saved: null, isNew: false, replaced });
  if (opened.error.code !== 'ENOENT') return err(opened.error);
  return (await createOwn(part)).map((file) => ({ file, saved: null, isNew: true, replaced }));
}

/** An export that had all but its end: where its file was taken away since, that was its end, and there is nothing to go on with. */
async function openNamed({ part, target }: Paths, saved: SavedExport, lock: PathLock): Promise<Result<OpenPart, OutputFileError>> {
  const size = await attemptIo(target, async () => (await lstat(target)).size);
  return size.isOk() && size.value === saved.bytes ? ok({ file: null, saved, isNew: false, replaced: null }) : openAnew(part, lock, null);
}

/** The last writer may wake up in the middle of a write: what it writes then goes into a file that has no name any more. */
async function copyAway(part: string, { made }: PathLock): Promise<Result<undefined, OutputFileError>> {
  const opened = await openOwn(part, constants.O_RDONLY, made, true);
  if (opened.isErr()) return opened.error.code === 'ENOENT' ? ok(undefined) : err(opened.error);
  const copy = `${part}.copy`;
  const copied = await attemptIo(copy, async () => {
    await rm(copy, { force: true });
    await copyFile(part, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await rename(copy, part);
    return undefined;
  });
  await attemptIo(part, () => opened.value.file.close());
  if (copied.isErr()) await attemptIo(copy, () => rm(copy, { force: true }));
  return copied;
}

/** Writes all of the bytes at a position: the file system may take them in parts. */
export async function writeAll(file: FileHandle | null, bytes: Uint8Array, position: number): Promise<undefined> {
  for (let at = 0; file !== null && at < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.byteLength - at, position + at);
    at += bytesWritten;
  }
}
