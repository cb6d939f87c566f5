/** Errors and Results as JSON over HTTP, out of another process. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { decodeResult } from 'tenable-result';

import { bundleProgram } from '../support/bundle-program.js';
import { expectedReactions, react } from './receive.js';

const scratch = mkdtempSync(join(import.meta.dirname, '..', '..', 'node_modules', '.border-'));
let service: ChildProcess | undefined;
let port = 0;

beforeAll(async () => {
  const program = await bundleProgram({ file: join(import.meta.dirname, 'http-program.ts') }, join(scratch, 'service.mjs'));
  const started = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  service = started;
  port = await new Promise<number>((resolve, reject) => {
    started.stdout.once('data', (line: Buffer) => { resolve(Number(line.toString())); });
    started.once('exit', (code) => { reject(new Error(`the service ended with ${code ?? 'a signal'}`)); });
  });
}, 60_000);

afterAll(() => {
  service?.kill();
  rmSync(scratch, { recursive: true, force: true });
});

const receive = async (path: string): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/${path}`);
  return react(decodeResult(await response.json()));
};

test('outcomes of calls in another process are matched exhaustively here', async () => {
  const reactions: string[] = [];
  for (const index of expectedReactions.keys()) reactions.push(await receive(String(index)));
  expect(reactions).toStrictEqual(expectedReactions);
});

test('an error that lost fields on its way, and a body that is no Result, are refused', async () => {
  expect(await receive('cut')).toBe('refuse: error.message');
  expect(await receive('nothing')).toBe('refuse: ok');
});
