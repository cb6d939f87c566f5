/** Many calls at once, and connections that hang: what they cost is bounded, and nothing of them is left. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { createVmClient } from 'tenable-result';

import { expectOk } from '../support/expect-result.js';
import { startServer, startTcpServer } from '../support/loopback-server.js';

test('two thousand calls that start at once all end, over no more connections than requests may be under way', async () => {
  let underWay = 0;
  let mostUnderWay = 0;
  const ports = new Set<number | undefined>();
  const url = await startServer((request, response) => {
    ports.add(request.socket.remotePort);
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    setImmediate(() => {
      underWay -= 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":200,"status":"ready"}');
    });
  });
  const vm = expectOk(createVmClient({ url, accessKey: 'a', secretKey: 'b' }));
  const ended = await Promise.all(Array.from({ length: 2_000 }, () => vm.server.status()));
  expect(ended.filter((result) => result.isErr())).toStrictEqual([]);
  expect(mostUnderWay).toBeLessThanOrEqual(64);
  expect(ports.size).toBeLessThanOrEqual(64);
  await vm.close();
}, 60_000);

test('a process whose proxy hangs ends by itself once its call has ended', async () => {
  const proxyUrl = await startTcpServer((socket) => void socket.resume());
  const index = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
  const program = `
    import { createVmClient } from ${JSON.stringify(index)};
    const vm = createVmClient({ accessKey: 'a', secretKey: 'b', proxyUrl: ${JSON.stringify(proxyUrl)}, deadlineMs: 500, retry: { maxRetries: 0 } })._unsafeUnwrap();
    const called = await vm.session.details();
    console.log(called.isErr() ? called.error.reason : 'Ok');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  let saidAtMs = 0;
  child.stdout.once('data', () => {
    saidAtMs = performance.now();
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect([code, said.trim()]).toStrictEqual([0, 'timeout']);
  expect(performance.now() - saidAtMs).toBeLessThan(5_000); // an attempt to connect would hold it for ten seconds
}, 30_000);
