/** What `tenable-result export` says when it has ended, and before it drops something. */
import type { KnownError } from '../index.js';
import type { UnfinishedExport } from '../node/unfinished-export.js';
import type { WrittenExport } from '../node/index.js';
import type { ExportRequest } from './export-arguments.js';
import { describeOmissions } from './export-input.js';
import { describeBytes, describeDuration, describeMany } from './quantities.js';

/** What is written, where, and what is not in it. */
export function describeSummary({ input, kind, out }: ExportRequest, { bytes, records, run }: WrittenExport): string {
  const place = out === '-' ? 'the standard output' : out;
  const file = `Wrote ${describeMany(records, 'record')} (${describeBytes(bytes)}) to ${place}`;
  const omissions = describeOmissions(kind, input);
  const notes = omissions === '' ? [] : [`Not in it: ${omissions}.`];
  if (run === null) return [`${file}: all of it was there already`, ...notes].join('\n');
  const earlier = records - run.records;
  const rest = earlier === 0 ? '' : `; ${describeMany(earlier, 'record')} of an earlier run`;
  return [`${file} in ${describeDuration(run.elapsedMs)}: ${describeMany(run.chunks, 'chunk')} of export ${run.uuid}${rest}`, ...notes].join('\n');
}

/** Said before an unfinished export is dropped: nothing is touched before the new job has begun. */
export function describeReplacement({ part, records }: UnfinishedExport): string {
  return `An unfinished export is in ${part} (${describeMany(records, 'record')}). Without --resume a new one takes its place.`;
}

/** What to do about an export that has not come to its end. */
export function describeNextStep(error: KnownError, out: string): string {
  if (error._tag === 'NotFoundError') {
    return 'Tenable keeps an export for a day, compliance for three: this one is gone. To export anew: the same command without --resume';
  }
  if (error._tag === 'OutputFileError' && error.reason !== 'io') return 'Nothing was changed.';
  const came = `What came is in ${out}.part.`;
  const isOver = error._tag === 'TioExportsError' && error.reason !== 'chunk-unreadable' && error.reason !== 'chunks-missing';
  return isOver ? `${came} Tenable has no more of it. To export anew: the same command without --resume` : `${came} To go on: the same command with --resume`;
}
