/** What `tenable-result export` says when it has ended, and before it drops something. */
import type { KnownError } from '../index.js';
import type { UnfinishedExport } from '../node/unfinished-export.js';
import type { ExportWindow, WrittenExport } from '../node/index.js';
import type { ExportRequest } from './export-arguments.js';
import { describeOmissions } from './export-input.js';
import { describeBytes, describeDuration, describeMany } from './quantities.js';

/** What came of an export into a file, or into a stream. */
export type ExportOutcome = Pick<WrittenExport, 'bytes' | 'records' | 'run'> & Partial<WrittenExport>;

/** What is written, where, which time it is about, and what is not in it. */
export function describeSummary({ input, kind, out }: ExportRequest, { bytes, covers, records, run }: ExportOutcome): string {
  const place = out === '-' ? 'the standard output' : out;
  const file = `Wrote ${describeMany(records, 'record')} (${describeBytes(bytes)}) to ${place}`;
  const omissions = describeOmissions(kind, input);
  const notes = [
    ...(covers === undefined ? [] : [`Covers what changed ${describeWindow(covers)}.`]),
    ...(omissions === '' ? [] : [`Not in it: ${omissions}.`]),
  ];
  if (run === null) return [`${file}: all of it was there already`, ...notes].join('\n');
  const earlier = records - run.records;
  const rest = earlier === 0 ? '' : `; ${describeMany(earlier, 'record')} of an earlier run`;
  return [`${file} in ${describeDuration(run.elapsedMs)}: ${describeMany(run.chunks, 'chunk')} of export ${run.uuid}${rest}`, ...notes].join('\n');
}

function describeWindow({ from, to }: ExportWindow): string {
  return from === null ? `until ${toSecond(to)}` : `from ${toSecond(from)} to ${toSecond(to)}`;
}

/** `2026-01-31T02:00:00Z`, as `--since` takes it. */
function toSecond(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** What nobody would expect of a file that is whole: it is older than this run, or what had come before is not in it. */
export function describeSurprises({ covers, replaced }: ExportOutcome, startedAtMs: number): readonly string[] {
  const isOlder = covers !== undefined && covers.to.getTime() < startedAtMs;
  const isOver = replaced !== null && replaced !== undefined && replaced.reason !== 'not-resumed';
  return [
    ...(isOver ? [`The unfinished export could not be gone on with (${replaced.reason}): this one was begun anew, and the ${describeMany(replaced.records, 'record')} that had come are not in it.`] : []),
    ...(isOlder ? [`Warning: this finished the job of an earlier run. What has changed since ${toSecond(covers.to)} is in no file yet. To have it: the same command with another --out and --since ${toSecond(covers.to)}`] : []),
  ];
}

/** Said before an unfinished export is dropped: nothing is touched before the new job has begun. */
export function describeReplacement({ part, records }: UnfinishedExport): string {
  return `An unfinished export is in ${part} (${describeMany(records, 'record')}). Without --resume a new one takes its place.`;
}

/** What to do about an export that has not come to its end. */
export function describeNextStep(error: KnownError, out: string): string {
  if (error._tag === 'OutputFileError' && error.reason === 'taken-over') return 'What this run has written goes on in the other one.';
  if (error._tag === 'OutputFileError' && error.reason !== 'io') return 'Nothing was changed.';
  const came = `What came is in ${out}.part.`;
  const isOver = error._tag === 'TioExportsError' && error.reason !== 'chunk-unreadable' && error.reason !== 'chunks-missing';
  return isOver ? `${came} Tenable has no more of it. To export anew: the same command without --resume` : `${came} To go on: the same command with --resume`;
}
