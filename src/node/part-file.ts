/** The files of an export under way: the unfinished file and what stands beside it. */
import { constants, access, lstat, open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { attemptIo } from './attempt-io.js';
import { OutputFileError } from '../errors/output-file-error.js';
import { followLinks } from './follow-links.js';
import { readSaved } from './saved-export.js';
import type { SavedExport } from './saved-export.js';

export interface Paths {
  readonly target: string;
  readonly part: string;
  readonly checkpoint: string;
  readonly lock: string;
}

/** Where they are, for the file that is to be: better to hear now than after hours that it can not be. */
export async function findPaths(path: string): Promise<Result<Paths, OutputFileError>> {
  const absolute = await attemptIo(path, () => Promise.resolve().then(() => resolve(path)));
  if (absolute.isErr()) return err(absolute.error);
  const followed = await followLinks(absolute.value); // what a link leads to is replaced, not the link
  if (followed.isErr()) return err(followed.error);
  const target = followed.value;
  const isFile = await attemptIo(target, async () => (await lstat(target)).isFile());
  if (isFile.isOk() ? !isFile.value : isFile.error.code !== 'ENOENT') return err(isFile.isOk() ? OutputFileError('not-a-file', target) : isFile.error);
  const folder = dirname(target);
  const writable = await attemptIo(folder, () => access(folder, constants.W_OK));
  return writable.map(() => ({ target, part: `${target}.part`, checkpoint: `${target}.checkpoint.json`, lock: `${target}.lock` }));
}

export interface OpenPart {
  /** `null` where the file has its name already. */
  readonly file: FileHandle | null;
  readonly saved: SavedExport | null;
  /** Whether there was no such file before. */
  readonly isNew: boolean;
}

/** Opens the unfinished file. Nothing of an unfinished export is touched yet: the new one may come to nothing. */
export async function openPart(paths: Paths, label: string, resume: boolean): Promise<Result<OpenPart, OutputFileError>> {
  const { checkpoint, part } = paths;
  const read = resume ? await readSaved(checkpoint) : ok(null);
  if (read.isErr()) return err(read.error);
  const saved = read.value;
  if (saved === null) return openAnew(part);
  if (saved.label !== label) return err(OutputFileError('other-export', checkpoint));
  const opened = await openFile(part, constants.O_RDWR);
  if (opened.isErr()) {
    if (opened.error.code !== 'ENOENT') return err(opened.error);
    return saved.isComplete ? openNamed(paths, saved) : err(OutputFileError('part-missing', part));
  }
  if (opened.value.size >= saved.bytes) return ok({ file: opened.value.file, saved, isNew: false });
  await opened.value.file.close();
  return err(OutputFileError('part-missing', part));
}

async function openAnew(part: string): Promise<Result<OpenPart, OutputFileError>> {
  const opened = await openFile(part, constants.O_RDWR);
  if (opened.isErr() && opened.error.code !== 'ENOENT') return err(opened.error);
  const created = opened.isOk() ? opened : await openFile(part, constants.O_RDWR | constants.O_CREAT);
  return created.map(({ file }) => ({ file, saved: null, isNew: opened.isErr() }));
}

/** An export that had all but its end: where its file was taken away since, that was its end, and there is nothing to go on with. */
async function openNamed({ part, target }: Paths, saved: SavedExport): Promise<Result<OpenPart, OutputFileError>> {
  const size = await attemptIo(target, async () => (await stat(target)).size);
  return size.isOk() && size.value === saved.bytes ? ok({ file: null, saved, isNew: false }) : openAnew(part);
}

function openFile(path: string, flags: number): Promise<Result<{ readonly file: FileHandle; readonly size: number }, OutputFileError>> {
  return attemptIo(path, async () => {
    const file = await open(path, flags, 0o600);
    return { file, size: (await file.stat()).size };
  });
}

/** Writes all of the bytes at a position: the file system may take them in parts. */
export async function writeAll(file: FileHandle | null, bytes: Uint8Array, position: number): Promise<undefined> {
  for (let at = 0; file !== null && at < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.byteLength - at, position + at);
    at += bytesWritten;
  }
}
