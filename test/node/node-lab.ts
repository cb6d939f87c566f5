/** What tests of files have in common: a folder of their own, and bytes to write. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Checkpoint } from 'tenable-result';
import { onTestFinished } from 'vitest';

import { takeLock } from '../../src/node/path-lock.js';
import type { PathLock } from '../../src/node/path-lock.js';
import { expectOk } from '../support/expect-result.js';

/** A new folder that is gone when the test has ended. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-files-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
export const checkpoint = (done: readonly number[] = []): Checkpoint => ({ version: 1, kind: 'vulns', uuid: 'job-1', done, failed: [], cancelled: [] });

/** A lock of a file beside `path`, that is given back when the test has ended. */
export async function takeTestLock(path: string): Promise<PathLock> {
  const lock = expectOk(await takeLock(`${path}.lock`));
  onTestFinished(async () => {
    await lock.release();
  });
  return lock;
}
