import { toHexId } from '../invented-ids.js';
import type { NessusWorld, PreparedFile } from './world.js';

/** Begins to prepare a file; what it is asked for by. */
export function prepareFile({ files }: NessusWorld, file: Omit<PreparedFile, 'number' | 'polls'>): { readonly token: string; readonly file: number } {
  const count = files.size + 1;
  const [number, token] = [1_000_000 + count, toHexId('file', count)];
  files.set(token, { ...file, number, polls: 0 });
  return { token, file: number };
}
