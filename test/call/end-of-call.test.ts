/** How fast a call ends when it is aborted, and what it leaves behind: nothing that would keep a program alive. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { createVmClient } from 'tenable-result';
import type { VmClient } from 'tenable-result';
import { describe, expect, test } from 'vitest';

import { expectErr, expectOk } from '../support/expect-result.js';
import { startServer } from '../support/loopback-server.js';

const keys = { accessKey: 'access-key', secretKey: 'secret-key' };

/** Each place where a call waits, and a client that is brought there. */
const places: readonly (readonly [string, (url: string) => VmClient])[] = [
  ['the keys', () => expectOk(createVmClient({ credentials: () => new Promise(() => undefined) }))],
  ['the head of the answer', (url) => expectOk(createVmClient({ ...keys, url: url }))],
  ['the body of the answer', (url) => expectOk(createVmClient({ ...keys, url }))],
  ['the next attempt', (url) => expectOk(createVmClient({ ...keys, url, retry: { baseDelayMs: 60_000 }, random: () => 1 }))],
  ['a transport that never settles', () => expectOk(createVmClient({ ...keys, transport: () => new Promise(() => undefined) as never }))],
];

describe('an abort', () => {
  test.each(places)('ends a wait for %s within 10 ms, in the median of nine', async (place, toClient) => {
    const url = await startServer((_request, response) => {
      if (place === 'the body of the answer') response.write('{');
      if (place === 'the next attempt') response.writeHead(503).end();
    });
    const vm = toClient(url);
    const durations: number[] = [];
    for (let run = 0; run < 9; run += 1) {
      const controller = new AbortController();
      const call = vm.session.details({}, { signal: controller.signal });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const startedAt = performance.now();
      controller.abort();
      expect(expectErr(await call)).toMatchObject({ _tag: 'ConnectionError', reason: 'aborted' });
      durations.push(performance.now() - startedAt);
    }
    expect(durations.sort((a, b) => a - b)[4]).toBeLessThan(10);
  });
});

test('a program that is done ends by itself, whatever became of its calls', async () => {
  const url = await startServer((request, response) => {
    if (request.url === '/session') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    else if (request.url === '/users') response.write('{'); // and nothing more
  });
  const program = `
    import { createVmClient } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'dist', 'index.js'))};
    const vm = createVmClient({ accessKey: 'key', secretKey: 'key', url: ${JSON.stringify(url)} })._unsafeUnwrap();
    const outcomes = await Promise.all([
      vm.session.details(),
      vm.users.list({}, { deadlineMs: 50 }),
      vm.scans.list({}, { deadlineMs: 50 }),
      vm.server.status({}, { signal: AbortSignal.timeout(20) }),
    ]);
    console.log(outcomes.map((outcome) => outcome.isErr() ? outcome.error.reason : 'ok').join(' '));
  `;
  const startedAt = performance.now();
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['--input-type=module', '--eval', program], { timeout: 15_000 }, (_error, stdout) => {
      resolve(stdout.trim());
    });
  });
  expect(printed).toBe('unexpected-body timeout timeout aborted');
  expect(performance.now() - startedAt).toBeLessThan(5_000);
}, 20_000);
