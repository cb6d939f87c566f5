/**
 * Files beside an export, opened so that nobody else's gets in: no link is followed, no pipe is waited for, and what another
 * user owns, others may write to, or has a second name is refused.
 */
import { constants, fstatSync, lstatSync, unlinkSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { err } from 'neverthrow';
import type { Result } from 'neverthrow';

import { OutputFileError } from '../errors/model/output-file-error.js';
import { attempt } from '../internal/attempt.js';
import { attemptIo } from './attempt-io.js';

export interface OpenFile {
  readonly file: FileHandle;
  readonly stats: BigIntStats;
}

/** A flag that Windows does not have. Looked up when a file is opened: a lookup on import would stay in every bundle. */
const flagOf = (name: 'O_NOFOLLOW' | 'O_NONBLOCK'): number => (constants as Readonly<Partial<Record<string, number>>>)[name] ?? 0;

/** Codes of what has that name and is no file: a link, a pipe or socket, a folder. */
const strangeCodes: readonly string[] = ['ELOOP', 'EMLINK', 'ENXIO', 'EISDIR', 'EOPNOTSUPP'];

/** A file that is there. What is none is `not-ours`. */
export async function openPlain(path: string, flags: number): Promise<Result<OpenFile, OutputFileError>> {
  const opened = await attemptIo(path, async () => {
    const file = await open(path, flags | flagOf('O_NOFOLLOW') | flagOf('O_NONBLOCK'));
    return { file, stats: await file.stat({ bigint: true }) };
  });
  if (opened.isErr()) return err(strangeCodes.includes(opened.error.code) ? OutputFileError('not-ours', path) : opened.error);
  return opened.value.stats.isFile() ? opened : refuse(path, opened.value);
}

/** The same, of this user's own. `made` is a file that was made just now: some file systems give each file one owner and one mode. */
export async function openOwn(path: string, flags: number, made: BigIntStats, mayBeShared = false): Promise<Result<OpenFile, OutputFileError>> {
  const opened = await openPlain(path, flags);
  if (opened.isErr() || process.platform === 'win32') return opened;
  const { mode, nlink, uid } = opened.value.stats;
  const othersMayWrite = (mode & ~made.mode & 0o022n) !== 0n && !mayBeShared;
  return uid === made.uid && nlink === 1n && !othersMayWrite ? opened : refuse(path, opened.value);
}

/** A new file, for its owner alone. Fails where there is anything of that name, a link to nowhere included. */
export function createOwn(path: string): Promise<Result<FileHandle, OutputFileError>> {
  return attemptIo(path, () => open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | flagOf('O_NOFOLLOW'), 0o600));
}

async function refuse(path: string, { file }: OpenFile): Promise<Result<never, OutputFileError>> {
  await attemptIo(path, () => file.close());
  return err(OutputFileError('not-ours', path));
}

/** Whether a path is still the name of this very file. Answers at once. */
export function isVery({ fd }: FileHandle, path: string): boolean {
  const found = attempt(() => {
    const [open, named] = [fstatSync(fd, { bigint: true }), lstatSync(path, { bigint: true })];
    return open.ino === named.ino && open.dev === named.dev;
  });
  return found.ok && found.value;
}

/** Takes the name away from this very file, where it has it still. */
export function removeVery(file: FileHandle, path: string): void {
  if (isVery(file, path)) attempt(() => { unlinkSync(path); });
}
