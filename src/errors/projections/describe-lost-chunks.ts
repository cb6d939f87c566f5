/** What a person reads about chunks that were lost: each with its cause, and what mends it. */
import type { ExportKind } from '../model/checkpoint.js';
import { describeIssue } from '../model/issue.js';
import { describeCause } from '../model/job-errors.js';
import type { LostChunk, TioExportsError } from '../model/job-errors.js';

/** How many chunks are told one by one. */
const maxChunkLines = 5;

/** What sets the size of the chunks of each kind. */
const chunkSizes: { readonly [Kind in ExportKind]: string } = {
  vulns: 'num_assets',
  assets: 'chunk_size',
  'assets-v2': 'chunk_size',
  compliance: 'num_findings',
  was: 'num_assets',
};

/** A line for each of the first chunks: its number, its cause, the words of the service and the first issue. */
export function describeLostChunks({ lostChunks }: TioExportsError): readonly string[] {
  return lostChunks.slice(0, maxChunkLines).map(describeLostChunk);
}

function describeLostChunk({ cause, chunk }: LostChunk): string {
  const [issue] = cause.issues;
  const where = issue === undefined ? '' : `: ${describeIssue(issue, 'the body')}`;
  const words = cause.detail === '' ? '' : `: ${cause.detail}`;
  return `- chunk ${chunk}: ${describeCause(cause)}${words}${where}`;
}

/** What to do about the chunks; `null` where the cause is none that a setting mends. */
export function adviseOnLostChunks({ export: kind, lostChunks }: TioExportsError): string | null {
  const isCause = (is: (cause: LostChunk['cause']) => boolean): boolean => lostChunks.some(({ cause }) => is(cause));
  if (isCause(({ reason }) => reason === 'body-too-large' || reason === 'too-large')) {
    return `Raise maxBodyBytes of the client, or ask for smaller chunks (${chunkSizes[kind]}).`;
  }
  if (isCause(({ tag }) => tag === 'PermissionError')) return 'Check the permissions of the keys, then resume from the checkpoint.';
  if (isCause(({ tag }) => tag === 'NotFoundError')) return 'Tenable keeps chunks for a day, those of compliance for three: submit the export again.';
  return lostChunks.length > 0 ? 'Resume from the checkpoint: that asks again for these chunks alone.' : null;
}
