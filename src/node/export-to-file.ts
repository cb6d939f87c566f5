/** An export into a file, that can be gone on with after whatever ended it. */
import { err } from 'neverthrow';
import type { Result, ResultAsync } from 'neverthrow';

import type { ExportCall } from '../export-jobs/export-call.js';
import type { ExportJob } from '../export-jobs/export-job.js';
import type { ExportOptions } from '../export-jobs/export-options.js';
import type { ExportProgress } from '../export-jobs/export-progress.js';
import type { ExportRestart } from '../export-jobs/export-events.js';
import type { ExportSummary } from '../export-jobs/drain-export.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { toResultAsync } from '../result.js';
import { openExportFile } from './export-file.js';
import type { ExportFile, FinishedFile } from './export-file.js';
import { copyInput, readTimes, toDefaultLabel, toFromMs } from './export-window.js';
import type { ExportWindow } from './export-window.js';
import type { ReplacedExport } from './part-file.js';
import type { OutputFileError } from '../errors/model/output-file-error.js';
import { toSavedLabel } from './saved-export.js';

/** How records become text, where NDJSON is not what is wanted. */
export interface RecordEncoder<Item> {
  /** What the file begins with. */
  readonly head: string;
  /** The text of some records, the end of its last line included. */
  readonly encode: (records: readonly Item[]) => string;
}

export interface ExportToFileOptions<Item> extends ExportOptions {
  /**
   * Goes on with an unfinished export where there is one. One whose job is over at Tenable (it ended in ERROR or CANCELLED,
   * lacks chunks, or has expired) is begun anew, and `replaced` says so. Without `resume` an unfinished export is replaced.
   * Default `false`.
   */
  readonly resume?: boolean | undefined;
  /**
   * What is exported, in words. An unfinished export under other words is not gone on with. Default: the input as JSON
   * without its times, and what the encoder's files begin with. Times that differ by less than a day are then those of the
   * same export, asked for again; where they differ by more, it is begun anew.
   */
  readonly label?: string | undefined;
  /** Default: NDJSON, split on bytes. With an encoder records are decoded, and checked. */
  readonly encoder?: RecordEncoder<Item> | undefined;
}

export interface WrittenExport {
  /** The records of the file, those of earlier runs included. */
  readonly records: number;
  /** Its size. */
  readonly bytes: number;
  /** What this run did; `null` where only the name of the file was left to be changed. */
  readonly run: ExportSummary | null;
  /**
   * What the file covers. `to` is when its job was asked for, which may have been in an earlier run: what has changed
   * since then is not in it.
   */
  readonly covers: ExportWindow;
  /** An unfinished export whose place this one took, and why; nothing of it is in the file. `null` where there was none. */
  readonly replaced: ReplacedExport | null;
}

/**
 * Writes an export to a file: `exportToFile(vm.exports.vulns, {}, 'vulns.ndjson', { resume: true })`.
 *
 * Until it is complete it is `<path>.part`, readable by its owner alone, with `<path>.checkpoint.json` beside it;
 * then it gets its name, in one step. With `resume` a run goes on where the one before stopped, also where that was
 * killed: no record is missing, none is there twice. Here `onEarlyEnd` is `detach` unless you say otherwise, so that
 * there is something to go on with. What the file system refuses is an `OutputFileError`. One run at a time has the file:
 * a second one, in whichever thread, process, container or host, ends as `in-use`.
 */
export function exportToFile<Input, Item, E>(
  call: ExportCall<Input, Item, E>,
  input: Input,
  path: string,
  options: ExportToFileOptions<Item> = {},
): ResultAsync<WrittenExport, E | OutputFileError | TenableException> {
  return toResultAsync(() => run(call, input, path, options), { operation: 'exportToFile' });
}

async function run<Input, Item, E>(
  call: ExportCall<Input, Item, E>,
  given: Input,
  path: string,
  { encoder, label, resume = false, ...options }: ExportToFileOptions<Item>,
): Promise<Result<WrittenExport, E | OutputFileError>> {
  const input = copyInput(given);
  const toMs = Date.now();
  const opened = await openExportFile(path, {
    label: toSavedLabel(label ?? toDefaultLabel(input, encoder?.head)),
    times: label === undefined ? Object.values(readTimes(input)) : [],
    resume,
    head: new TextEncoder().encode(encoder?.head ?? ''),
    toFromMs: ({ kind }) => toFromMs(input, kind, toMs),
    toMs,
    signal: options.signal,
  });
  if (opened.isErr()) return err(opened.error);
  const file = opened.value;
  const written = await write(file, ({ onProgress, onRestart }) => {
    const jobOptions: ExportOptions = { onEarlyEnd: 'detach', ...options, onProgress };
    return file.saved === null ? call(input, jobOptions) : call.resume(file.saved.checkpoint, { ...jobOptions, restartWith: input, onRestart });
  }, encoder, options.onProgress);
  await file.close();
  return written;
}

/** What is reported of a job while it runs. */
interface JobWatch {
  readonly onProgress: (progress: ExportProgress) => unknown;
  readonly onRestart: (restart: ExportRestart) => unknown;
}

async function write<Item, E>(
  file: ExportFile,
  createJob: (watch: JobWatch) => ExportJob<Item, E>,
  encoder: RecordEncoder<Item> | undefined,
  tell: ExportOptions['onProgress'],
): Promise<Result<WrittenExport, E | OutputFileError>> {
  const toWritten = ({ bytes, fromMs, records, toMs }: FinishedFile, run: ExportSummary | null): WrittenExport => ({
    records,
    bytes,
    run,
    covers: { from: fromMs === null ? null : new Date(fromMs), to: new Date(toMs) },
    replaced: replaced ?? file.replaced,
  });
  let replaced: ReplacedExport | null = null;
  if (file.saved?.isComplete === true) return (await file.finish(null)).map((totals) => toWritten(totals, null));
  let hasBegun = false;
  const onProgress: JobWatch['onProgress'] = (progress) => {
    const checkpoint = hasBegun ? null : job.checkpoint(); // to copy it for each event would take longer the more there is
    if (!hasBegun && checkpoint !== null) {
      hasBegun = true;
      void file.begin(checkpoint); // what is wrong with the disk shows with the first chunk
    }
    return tell?.(progress);
  };
  const onRestart: JobWatch['onRestart'] = async ({ reason }) => {
    replaced = { records: file.saved?.records ?? 0, reason };
    hasBegun = false;
    await file.restart();
  };
  const job = createJob({ onProgress, onRestart });
  const drained = encoder === undefined
    ? await job.toNdjson<OutputFileError>((chunk) => file.append(chunk))
    : await drainEncoded(job, file, encoder);
  if (drained.isErr()) return err(drained.error);
  const finished = await file.finish(job.checkpoint());
  return finished.map((totals) => toWritten(totals, drained.value));
}

function drainEncoded<Item, E>(job: ExportJob<Item, E>, file: ExportFile, { encode }: RecordEncoder<Item>): ResultAsync<ExportSummary, E | OutputFileError> {
  return job.forEachChunk<OutputFileError>(({ id, records }) =>
    file.append({ id, bytes: new TextEncoder().encode(encode(records)), records: records.length, checkpoint: () => job.checkpoint() }));
}
