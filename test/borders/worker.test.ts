/** Errors and Results out of a worker thread. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { afterAll, expect, test } from 'vitest';

import { decodeResult, decodeTenableError } from 'tenable-result';

import { bundleProgram } from '../support/bundle-program.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { expectedReactions, react } from './receive.js';

const scratch = mkdtempSync(join(import.meta.dirname, '..', '..', 'node_modules', '.border-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Posted {
  readonly encoded: unknown;
  /** The error itself, as structured cloning left it. */
  readonly bare: unknown;
  /** The error as its own side saw it. */
  readonly json: string;
}

/** What a worker posts until it ends. */
async function collect(program: string): Promise<readonly Posted[]> {
  const posted: Posted[] = [];
  const worker = new Worker(program);
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: Posted) => posted.push(message)).on('error', reject).on('exit', () => { resolve(); });
  });
  return posted;
}

test('outcomes of calls in a worker are matched exhaustively outside of it', async () => {
  const program = await bundleProgram({ file: join(import.meta.dirname, 'worker-program.ts') }, join(scratch, 'worker.mjs'));
  const posted = await collect(program);
  expect(posted.map(({ encoded }) => react(decodeResult(encoded)))).toStrictEqual(expectedReactions);
  const failures = posted.filter(({ bare }) => bare !== null);
  for (const { bare, json } of failures.slice(0, -1)) {
    const error = expectOk(decodeTenableError(bare));
    expect(JSON.stringify(error)).toBe(json);
    expect(Object.isFrozen(error)).toBe(true);
  }
  expect(expectErr(decodeTenableError(failures.at(-1)?.bare))).toMatchObject({ _tag: 'UnknownTag', tag: 'QuotaError' });
}, 60_000);
