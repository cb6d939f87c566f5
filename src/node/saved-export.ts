/** What is kept of an unfinished export beside its file: enough to go on with it after a crash. */
import { createHash } from 'node:crypto';
import { constants, renameSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { checkpointField } from '../errors/model/checkpoint.js';
import type { Checkpoint } from '../errors/model/checkpoint.js';
import { flag, list, nullable, struct, text, whole } from '../errors/model/fields.js';
import type { Field } from '../errors/model/fields.js';
import { ownValue } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';
import { attemptIo } from './attempt-io.js';
import { createOwn, isVery, openOwn, openPlain, removeVery } from './own-file.js';
import type { PathLock } from './path-lock.js';
import { OutputFileError, toIoError } from '../errors/model/output-file-error.js';
import { attempt } from '../internal/attempt.js';

export interface SavedExport {
  /** Version of this format. */
  readonly version: number;
  /** What is exported, in words. */
  readonly label: string;
  /** The times among its filters, in Unix milliseconds, where it was not named by words of its caller's. */
  readonly times: readonly number[];
  /** Since when what has changed is in it, in Unix milliseconds; `null` where there is no such limit. */
  readonly fromMs: number | null;
  /** When its job was asked for, in Unix milliseconds: what changed later is not in it. */
  readonly toMs: number;
  readonly checkpoint: Checkpoint;
  /** Bytes of the unfinished file that belong to chunks that are done. What is behind them is cut off. */
  readonly bytes: number;
  /** Records in them. */
  readonly records: number;
  /** Whether all chunks are there, so that only the name of the file is to be changed. */
  readonly isComplete: boolean;
}

export const savedVersion = 2;

const maxLabelLength = 20_000;

const maxTimes = 40;

/** A label as it is saved: of one that is too long, as much as fits and what tells it from others. */
export function toSavedLabel(label: string): string {
  if (label.length <= maxLabelLength) return label;
  return `${label.slice(0, 1_000)}… ${createHash('sha256').update(label).digest('hex')}`;
}

const savedField: Field<SavedExport> = struct<SavedExport>({
  version: whole(),
  label: text(maxLabelLength),
  times: list(whole(), maxTimes),
  fromMs: nullable(whole()),
  toMs: whole(),
  checkpoint: checkpointField,
  bytes: whole(),
  records: whole(),
  isComplete: flag,
});

/** The most that is read of such a file, in bytes: one of the most chunks, and as much again. */
const maxSavedBytes = 16_777_216;

/** What was saved; `null` where there is no such file. With `made`, a file of this user, another's is refused. */
export async function readSaved(path: string, made: BigIntStats | null): Promise<Result<SavedExport | null, OutputFileError>> {
  const opened = made === null ? await openPlain(path, constants.O_RDONLY) : await openOwn(path, constants.O_RDONLY, made);
  if (opened.isErr()) return opened.error.code === 'ENOENT' ? ok(null) : err(opened.error);
  const { file, stats } = opened.value;
  const read = stats.size > maxSavedBytes ? ok('') : await attemptIo(path, () => file.readFile('utf8'));
  await attemptIo(path, () => file.close());
  if (read.isErr()) return err(read.error);
  const value = parseJson(read.value);
  const saved = savedField.keep(value);
  const isWhole = savedField.misfit(value, '') === null && saved.version === savedVersion && ownValue(value, 'sha256') === toHash(saved);
  return isWhole ? ok(saved) : err(OutputFileError('checkpoint-unreadable', path));
}

/** Half of a file, or one whose bytes have changed on the disk, would lose records or bring them twice. */
function toHash(saved: SavedExport): string {
  return createHash('sha256').update(JSON.stringify(saved)).digest('hex');
}

/**
 * Replaces what was saved, at once and whole: whoever reads it meanwhile finds the one or the other. Not where another
 * run has taken over: what it has saved is then worth more.
 */
export async function writeSaved(path: string, saved: SavedExport, lock: PathLock): Promise<Result<undefined, OutputFileError>> {
  const newPath = `${path}.new`;
  const created = await createAnew(newPath, lock);
  if (created.isErr()) return err(created.error);
  const file = created.value;
  const written = await attemptIo(newPath, async () => {
    await file.writeFile(JSON.stringify({ ...saved, sha256: toHash(saved) }));
    await file.sync();
  });
  const named = written.isErr() ? err(written.error) : nameSaved(file, newPath, path, lock);
  if (named.isErr()) removeVery(file, newPath);
  await attemptIo(newPath, () => file.close());
  return named;
}

/** At once: nothing comes between the looks at the lock and the file, and the new name. */
function nameSaved(file: FileHandle, newPath: string, path: string, lock: PathLock): Result<undefined, OutputFileError> {
  if (!lock.isHeld() || !isVery(file, newPath)) return err(OutputFileError('taken-over', path));
  const renamed = attempt(() => { renameSync(newPath, path); });
  return renamed.ok ? ok(undefined) : err(toIoError(path, renamed.thrown));
}

/** What is left of a run that was killed over it is taken away first; what this user did not make is refused. */
async function createAnew(path: string, { made }: PathLock): Promise<Result<FileHandle, OutputFileError>> {
  const created = await createOwn(path);
  if (created.isOk() || created.error.code !== 'EEXIST') return created;
  const left = await openOwn(path, constants.O_RDONLY, made);
  if (left.isErr()) return err(left.error);
  await attemptIo(path, () => left.value.file.close());
  const removed = await removeSaved(path);
  return removed.isErr() ? err(removed.error) : createOwn(path);
}

/** Removes what was saved, where there is something. */
export function removeSaved(path: string): Promise<Result<void, OutputFileError>> {
  return attemptIo(path, () => rm(path, { force: true }));
}
