/** Real, de-identified exchanges, kept outside of the project. Tests that need them skip where they are missing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { HttpMethod } from '../../src/internal/http-method.js';

export interface Recording {
  readonly id: string;
  readonly cassette: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'recordings');

export const hasRecordings = existsSync(folder);

if (!hasRecordings) console.log('Skipped: tests on recorded exchanges; the folder with the recordings is not here.');

/** The recordings of a file; `sc6` has those of newer Security Centers. */
export function readRecordings(name: 'vm' | 'sc' | 'sc6' | 'nessus' | 'ot'): readonly Recording[] {
  const path = join(folder, `${name}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Recording); // our own format
}
