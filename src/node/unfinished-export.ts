import { findPaths } from './part-file.js';
import { readSaved } from './saved-export.js';

/** What is left of an export into a file that did not come to its end. */
export interface UnfinishedExport {
  /** Where its records are. */
  readonly part: string;
  readonly records: number;
  readonly chunks: number;
}

/** The unfinished export beside a file; `null` where there is none, or none that can be read. */
export async function findUnfinishedExport(path: string): Promise<UnfinishedExport | null> {
  const paths = await findPaths(path);
  if (paths.isErr()) return null;
  const saved = (await readSaved(paths.value.checkpoint, null)).unwrapOr(null);
  return saved === null ? null : { part: paths.value.part, records: saved.records, chunks: saved.checkpoint.done.length };
}
