/**
 * The file of an export while it is written: `<path>.part`, with `<path>.checkpoint.json` beside it. Chunks are
 * appended one after the other; the checkpoint is saved after the data that it speaks of is on the disk. So whatever
 * ends the process, what the checkpoint says to be there is there, and what is behind it is cut off when it goes on.
 */
import { rm } from 'node:fs/promises';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Checkpoint } from '../errors/model/checkpoint.js';
import { OutputFileError } from '../errors/model/output-file-error.js';
import { GrowingBytes } from '../internal/growing-bytes.js';
import { attemptIo } from './attempt-io.js';
import { giveName } from './give-name.js';
import { findPaths, openPart, writeAll } from './part-file.js';
import type { OpenPart, PartRequest, Paths, ReplacedExport } from './part-file.js';
import { takeLock } from './path-lock.js';
import type { PathLock } from './path-lock.js';
import { removeSaved, savedVersion, writeSaved } from './saved-export.js';
import type { SavedExport } from './saved-export.js';

/** A chunk as it is written. */
export interface FileChunk {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly records: number;
  /**
   * How far the job is; with or without this chunk. `null`: as far as it was, and this chunk. It is asked when it is to be
   * saved, and not for each chunk: a list of what is done for each of 100,000 chunks would take half an hour.
   */
  readonly checkpoint: () => Checkpoint | null;
}

type Written = Result<undefined, OutputFileError>;

/** What a file came to. */
export interface FinishedFile {
  readonly bytes: number;
  readonly records: number;
  readonly fromMs: number | null;
  readonly toMs: number;
}

export interface ExportFile {
  /** What is there of an export that is gone on with; `null` for a new one. */
  readonly saved: SavedExport | null;
  /** What was there and is not gone on with; `null` where there is none. */
  readonly replaced: ReplacedExport | null;
  /** The job has begun: from now on it can be gone on with, and an unfinished one from before is replaced. */
  readonly begin: (checkpoint: Checkpoint) => Promise<Written>;
  /** Lets go of all that came: the job that is gone on with is over, and another one begins. */
  readonly restart: () => Promise<unknown>;
  /** Appends a chunk after those that were given before. */
  readonly append: (chunk: FileChunk) => Promise<Written>;
  /** Gives the file its name; nothing is left beside it. */
  readonly finish: (checkpoint: Checkpoint | null) => Promise<Result<FinishedFile, OutputFileError>>;
  /** Saves how far it is and lets go of it. */
  readonly close: () => Promise<unknown>;
}

export interface ExportFileOptions extends PartRequest {
  /** What a new file begins with. */
  readonly head: Uint8Array;
  /** Since when what has changed is in a file of this kind, in Unix milliseconds; `null` where there is no limit. */
  readonly toFromMs: (checkpoint: Checkpoint) => number | null;
  /** When the job was asked for, in Unix milliseconds. */
  readonly toMs: number;
  /** Ends the wait for another run that has the file. */
  readonly signal?: AbortSignal | undefined;
}

/** Time between two checkpoints, in milliseconds. A crash repeats what came in between; each costs a wait for the disk. */
const saveIntervalMs = 250;

/** Chunks below this are joined before they are written, in bytes: each write is a wait for a thread, and there may be 100,000. */
const joinedBytes = 65_536;

/** Opens the file of an export, a new one or one that was left unfinished. */
export async function openExportFile(path: string, options: ExportFileOptions): Promise<Result<ExportFile, OutputFileError>> {
  const found = await findPaths(path);
  if (found.isErr()) return err(found.error);
  const paths = found.value;
  const lock = await takeLock(paths.lock, options.signal);
  if (lock.isErr()) return err(lock.error);
  const opened = await openPart(paths, options, lock.value);
  if (opened.isErr()) await lock.value.release();
  return opened.map((part) => toExportFile({
    ...part,
    paths,
    options,
    lock: lock.value,
    appended: new Set(),
    joined: new GrowingBytes(),
    now: part.saved,
    bytes: part.saved?.bytes ?? 0,
    writtenBytes: part.saved?.bytes ?? 0,
    records: part.saved?.records ?? 0,
    savedAtMs: 0,
    latest: null,
    saving: Promise.resolve(),
    willSave: false,
    failure: null,
  }));
}

/** A file under way: the parts that change are those that its checkpoint tells. */
interface Writing extends Omit<OpenPart, 'saved'> {
  readonly paths: Paths;
  readonly lock: PathLock;
  saved: SavedExport | null;
  readonly options: ExportFileOptions;
  readonly appended: Set<number>;
  /** The end of `bytes` that is not written yet. How far the job is may only be asked where this is empty: it tells of these chunks, too. */
  joined: GrowingBytes;
  /** Tells how far the job is, where chunks were appended since `now` was made. */
  latest: FileChunk['checkpoint'] | null;
  now: SavedExport | null;
  bytes: number;
  /** How many of them are in the file. */
  writtenBytes: number;
  records: number;
  savedAtMs: number;
  /** The checkpoint that is being saved while chunks are appended. It never rejects. */
  saving: Promise<unknown>;
  /** Whether another will be saved after that. */
  willSave: boolean;
  /** Why the file could not be begun, or its checkpoint not be saved. */
  failure: OutputFileError | null;
}

/** One thing at a time: what is done to the file is done in the order in which it was asked for. */
function toExportFile(writing: Writing): ExportFile {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine;
    return mine;
  };
  return {
    saved: writing.saved,
    replaced: writing.replaced,
    begin: (checkpoint) => inTurn(() => begin(writing, checkpoint)),
    restart: () => inTurn(() => restart(writing)),
    append: (chunk) => inTurn(() => append(writing, chunk)),
    finish: (checkpoint) => inTurn(() => finish(writing, checkpoint)),
    close: () => inTurn(async () => {
      await close(writing);
      await writing.lock.release();
    }),
  };
}

async function begin(writing: Writing, checkpoint: Checkpoint): Promise<Written> {
  const begun = writing.saved === null ? await beginAnew(writing) : ok(undefined);
  if (begun.isErr()) {
    writing.failure = begun.error;
    return err(begun.error);
  }
  update(writing, checkpoint, false);
  return save(writing);
}

async function restart(writing: Writing): Promise<void> {
  await writing.saving;
  writing.appended.clear();
  writing.joined = new GrowingBytes();
  writing.saved = null;
  writing.latest = null;
  writing.now = null;
  writing.bytes = 0;
  writing.writtenBytes = 0;
  writing.records = 0;
}

async function beginAnew(writing: Writing): Promise<Written> {
  const { file, lock, options, paths } = writing;
  if (!lock.isHeld()) return err(OutputFileError('taken-over', paths.lock));
  const removed = await removeSaved(paths.checkpoint); // before its data goes
  if (removed.isErr()) return err(removed.error);
  writing.bytes = options.head.byteLength;
  writing.writtenBytes = options.head.byteLength;
  return attemptIo(paths.part, async () => {
    await file?.truncate(0);
    return writeAll(file, options.head, 0);
  });
}

async function append(writing: Writing, chunk: FileChunk): Promise<Written> {
  const { appended, failure, joined, willSave } = writing;
  if (failure !== null) return err(failure);
  const isDue = !willSave && performance.now() - writing.savedAtMs >= saveIntervalMs;
  const isSmall = joined.length + chunk.bytes.byteLength < joinedBytes;
  if (isSmall) joined.append(joined.length === 0 ? chunk.bytes.slice() : chunk.bytes); // its memory is used again for the next one
  const written = isSmall && !isDue ? ok(undefined) : await writeJoined(writing, isSmall ? noBytes : chunk.bytes);
  if (written.isErr()) return err(written.error);
  appended.add(chunk.id);
  writing.bytes += chunk.bytes.byteLength;
  writing.records += chunk.records;
  writing.latest = chunk.checkpoint;
  if (isDue) saveBeside(writing);
  return ok(undefined);
}

const noBytes = new Uint8Array(0);

/** What is joined, and `more` behind it. What fails here is not tried again: what came after the last checkpoint is lost with it. */
async function writeJoined(writing: Writing, more: Uint8Array): Promise<Written> {
  const { file, joined, lock, paths, writtenBytes } = writing;
  writing.joined = new GrowingBytes();
  const written = lock.isHeld()
    ? await attemptIo(paths.part, async () => {
      await writeAll(file, joined.view(), writtenBytes);
      return writeAll(file, more, writtenBytes + joined.length);
    })
    : err(OutputFileError('taken-over', paths.lock));
  if (written.isOk()) writing.writtenBytes += joined.length + more.byteLength;
  else {
    writing.failure = written.error;
    writing.latest = null;
  }
  return written;
}

/** Chunks that come meanwhile need not wait for the disk. A slow one saves less often, not more at once. */
function saveBeside(writing: Writing): void {
  takeStock(writing);
  writing.willSave = true;
  writing.saving = writing.saving.then(async () => {
    writing.willSave = false;
    const saved = await save(writing);
    if (saved.isErr()) writing.failure ??= saved.error;
  });
}

/** The mark comes before the new name: a file that has its name is known to be whole. */
async function finish(writing: Writing, checkpoint: Checkpoint | null): ReturnType<ExportFile['finish']> {
  await writing.saving;
  if (writing.joined.length > 0) await writeJoined(writing, noBytes);
  const { bytes, failure, file, lock, paths, records } = writing;
  if (failure !== null) return err(failure);
  update(writing, checkpoint, true);
  const cut = await attemptIo(paths.part, async () => file?.truncate(bytes));
  const marked = cut.isOk() ? await save(writing) : err(cut.error);
  if (marked.isErr()) return err(marked.error);
  const named = file === null ? ok(undefined) : await giveName(file, paths, lock);
  if (named.isErr()) return err(named.error);
  const { fromMs, toMs } = writing.now ?? { fromMs: null, toMs: writing.options.toMs };
  writing.now = null;
  return (await removeSaved(paths.checkpoint)).map(() => ({ bytes, records, fromMs, toMs }));
}

async function close(writing: Writing): Promise<void> {
  await writing.saving;
  if (writing.joined.length > 0) await writeJoined(writing, noBytes);
  takeStock(writing);
  const { bytes, file, isNew, lock, now, paths } = writing;
  await save(writing);
  await attemptIo(paths.part, async () => file?.close());
  if (isNew && now === null && bytes === 0 && lock.isHeld()) await attemptIo(paths.part, () => rm(paths.part, { force: true })); // nothing came of it
}

/** What there is to be saved, as it is now that all of it is written. */
function takeStock(writing: Writing): void {
  if (writing.latest !== null) update(writing, writing.latest(), false);
}

function update(writing: Writing, latest: Checkpoint | null, isComplete: boolean): void {
  const { appended, bytes, now, options: { label, times, toFromMs, toMs }, records } = writing;
  const checkpoint = latest ?? now?.checkpoint;
  if (checkpoint === undefined) return;
  const done = [...new Set([...checkpoint.done, ...appended])];
  writing.latest = null;
  const { fromMs, toMs: askedAtMs } = now ?? { fromMs: toFromMs(checkpoint), toMs };
  writing.now = { version: savedVersion, label, times: now?.times ?? times, fromMs, toMs: askedAtMs, checkpoint: { ...checkpoint, done }, bytes, records, isComplete };
}

/** The data first, then what is said of it. */
async function save(writing: Writing): Promise<Written> {
  const { file, lock, now, paths } = writing;
  if (now === null) return ok(undefined);
  if (!lock.isHeld()) return err(OutputFileError('taken-over', paths.lock));
  writing.savedAtMs = performance.now();
  const synced = await attemptIo(paths.part, async () => file?.datasync());
  if (synced.isErr()) return err(synced.error);
  return writeSaved(paths.checkpoint, now, lock);
}
