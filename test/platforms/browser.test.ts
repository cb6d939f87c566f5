/** The package in a page and in a worker of a real browser, over `fetch` and across origins. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';
import type { Simulator } from 'tenable-result/simulator';

import { findClosedPort, readRequestBody } from '../support/loopback-server.js';
import { bundleForWeb } from '../support/web-bundle.js';
import type { Place, WebOutcomes } from './web-program.js';

const executablePath = '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.log(`Skipped: tests in a browser; there is no ${executablePath} (on Debian: apt-get install chromium).`);

/** Without the last two, WebAssembly may be compiled; with them, only scripts of files run. */
const policies = { open: '', strict: `default-src 'self'; connect-src *; script-src 'self'` };

let scratch: string;
let context: BrowserContext;
const servers: Server[] = [];

async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is no pipe
}

/** The simulator as a service that browsers may call from other origins: what a team would put before Tenable, which sends no such headers. */
async function serveAcrossOrigins(simulator: Simulator): Promise<string> {
  const allow = (request: IncomingMessage): Record<string, string> => ({
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-expose-headers': 'x-request-uuid, retry-after, content-disposition',
  });
  return serve((request, response) => void (async () => {
    if (request.method === 'OPTIONS') return response.writeHead(204, allow(request)).end();
    const headers = new Headers(Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const body = await readRequestBody(request);
    const asked = new Request(`http://127.0.0.1${request.url ?? ''}`, { method: request.method ?? 'GET', headers, ...(body === '' ? {} : { body }) });
    const answer = await simulator.fetch(asked);
    return response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...allow(request) }).end(Buffer.from(await answer.arrayBuffer()));
  })());
}

/** A site with the program as a script, in a page and as a worker. */
async function servePages(script: string, policy: string): Promise<string> {
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', '<!doctype html><title>program</title><script src="program.js"></script>'],
    '/program.js': ['text/javascript', script],
    '/worker.js': ['text/javascript', `importScripts('program.js'); onmessage = ({ data }) => program.tryCalls(data).then(postMessage);`],
  };
  return serve((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(text === '' ? 404 : 200, { 'content-type': type, ...(policy === '' ? {} : { 'content-security-policy': policy }) }).end(text);
  });
}

async function createPlace(): Promise<{ readonly place: Place; readonly simulator: Simulator }> {
  const simulator = createSimulator({ pollsUntilReady: 1 });
  simulator.script(faults.serverError({ path: '/server/status' }));
  simulator.script(faults.hang({ path: '/users' }));
  const { accessKey, secretKey } = simulator;
  return { simulator, place: { url: await serveAcrossOrigins(simulator), closedUrl: `http://127.0.0.1:${await findClosedPort()}`, accessKey, secretKey } };
}

const expected = {
  session: 'admin@example.com', missing: 'NotFoundError', refused: 'PermissionError unauthenticated', failed: 'ServerError',
  unreachable: 'ConnectionError other', timedOut: 'ConnectionError timeout', exported: '200 records, more than 10,000 bytes', lines: 200,
};

describe.skipIf(!hasBrowser)('in Chromium', () => {
  let script: string;
  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'tenable-result-browser-'));
    script = await bundleForWeb(`export { tryCalls } from './web-program.js';`, 'program', 'browser', import.meta.dirname);
    context = await chromium.launchPersistentContext(scratch, {
      executablePath, headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  }, 60_000);
  afterAll(async () => {
    await context.close();
    for (const server of servers) server.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const inPage = async (policy: string, place: Place): Promise<WebOutcomes> => {
    const page = await context.newPage();
    await page.goto(await servePages(script, policy));
    return page.evaluate((given) => (globalThis as unknown as { readonly program: { readonly tryCalls: (place: Place) => Promise<WebOutcomes> } }).program.tryCalls(given), place); // the script's global
  };
  const inWorker = async (policy: string, place: Place): Promise<WebOutcomes> => {
    const page = await context.newPage();
    await page.goto(await servePages(script, policy));
    return page.evaluate((given) => new Promise<WebOutcomes>((resolve, reject) => {
      const { Worker } = globalThis as unknown as { readonly Worker: new (url: string) => { onmessage: unknown; onerror: unknown; postMessage: (data: unknown) => void } }; // a page has it, the types of Node have not
      const worker = new Worker('worker.js');
      worker.onmessage = ({ data }: { readonly data: WebOutcomes }) => { resolve(data); };
      worker.onerror = ({ message }: { readonly message: string }) => { reject(new Error(message)); };
      worker.postMessage(given);
    }), place);
  };

  test.each([
    ['a page', 'open', inPage, 1],
    ['a page whose policy forbids WebAssembly', 'strict', inPage, 0],
    ['a worker', 'open', inWorker, 1],
    ['a worker whose policy forbids WebAssembly', 'strict', inWorker, 0],
  ] as const)('%s gets data and each error, and exports to the last line', async (_title, policy, run, wasmInstances) => {
    const { place, simulator } = await createPlace();
    const outcomes = await run(policies[policy], place);
    expect(outcomes).toMatchObject({ ...expected, wasmInstances });
    expect(outcomes.missingUuid).not.toBe('');
    expect(simulator.unusedFaults()).toStrictEqual([]);
  }, 60_000);
});
