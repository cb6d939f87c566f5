import { toHexId } from '../invented-ids.js';
import type { NessusWorld, PreparedFile } from './world.js';

/** Begins to prepare a file; what it is asked for by. */
export function prepareFile({ files }: NessusWorld, file: Omit<PreparedFile, 'polls'>): { readonly token: string; readonly file: number } {
  const number = files.size + 1;
  const token = toHexId('file', number);
  files.set(token, { ...file, polls: 0 });
  return { token, file: 1_000_000 + number };
}
