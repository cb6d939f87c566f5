/** What is kept of an unfinished export beside its file: enough to go on with it after a crash. */
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { checkpointField } from '../errors/checkpoint.js';
import type { Checkpoint } from '../errors/checkpoint.js';
import { flag, struct, text, whole } from '../errors/fields.js';
import type { Field } from '../errors/fields.js';
import { parseJson } from '../internal/parse-json.js';
import { attemptIo } from './attempt-io.js';
import { OutputFileError } from '../errors/output-file-error.js';

export interface SavedExport {
  /** Version of this format. */
  readonly version: number;
  /** What is exported, in words. */
  readonly label: string;
  readonly checkpoint: Checkpoint;
  /** Bytes of the unfinished file that belong to chunks that are done. What is behind them is cut off. */
  readonly bytes: number;
  /** Records in them. */
  readonly records: number;
  /** Whether all chunks are there, so that only the name of the file is to be changed. */
  readonly isComplete: boolean;
}

export const savedVersion = 1;

const maxLabelLength = 20_000;

/** A label as it is saved: of one that is too long, as much as fits and what tells it from others. */
export function toSavedLabel(label: string): string {
  if (label.length <= maxLabelLength) return label;
  return `${label.slice(0, 1_000)}… ${createHash('sha256').update(label).digest('hex')}`;
}

const savedField: Field<SavedExport> = struct<SavedExport>({
  version: whole(),
  label: text(maxLabelLength),
  checkpoint: checkpointField,
  bytes: whole(),
  records: whole(),
  isComplete: flag,
});

/** What was saved; `null` where there is no such file. */
export async function readSaved(path: string): Promise<Result<SavedExport | null, OutputFileError>> {
  const read = await attemptIo(path, () => readFile(path, 'utf8'));
  if (read.isErr()) return read.error.code === 'ENOENT' ? ok(null) : err(read.error);
  const value = parseJson(read.value);
  const saved = savedField.keep(value);
  if (savedField.misfit(value, '') !== null || saved.version !== savedVersion) return err(OutputFileError('checkpoint-unreadable', path));
  return ok(saved);
}

/** Replaces what was saved, at once and whole: whoever reads it meanwhile finds the one or the other. */
export function writeSaved(path: string, saved: SavedExport): Promise<Result<void, OutputFileError>> {
  const newPath = `${path}.new`;
  return attemptIo(path, async () => {
    await writeFile(newPath, JSON.stringify(saved), { mode: 0o600, flush: true });
    await rename(newPath, path);
  });
}

/** Removes what was saved, where there is something. */
export function removeSaved(path: string): Promise<Result<void, OutputFileError>> {
  return attemptIo(path, () => rm(path, { force: true }));
}
