/** Runtimes that are neither Node nor a browser: their bundles run where there is nothing but the web's own globals. */
import { createContext, runInContext } from 'node:vm';

import { describe, expect, test } from 'vitest';

import { createSimulator, faults } from 'tenable-result/simulator';

import { bundleForWeb } from '../support/web-bundle.js';
import type { Place, WebOutcomes } from './web-program.js';

/** What WinterTC's minimum common API has and this package may want. No `process`, no `Buffer`, no `require`, no `window`. */
const webGlobals = {
  AbortController, AbortSignal, Blob, Headers, Request, Response, ReadableStream, WritableStream, TextDecoder, TextEncoder, URL, URLSearchParams,
  Uint8Array, ArrayBuffer, atob, btoa, clearTimeout, performance, queueMicrotask, setTimeout, structuredClone,
};

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Cloudflare's Workers knew no cookies for years: their requests had no `credentials`, and to name them failed the call. */
const withoutCredentials = (fetch: Fetch): Readonly<Record<string, unknown>> => ({
  Request: class { readonly url = ''; },
  fetch: (url: string, init: RequestInit) => init.credentials === undefined
    ? fetch(url, init)
    : Promise.reject(new Error("The 'credentials' field on 'RequestInitializerDict' is not implemented.")),
});

function createRuntime(condition: string, fetch: Fetch): ReturnType<typeof createContext> {
  const globals: Record<string, unknown> = { ...webGlobals, fetch, ...(condition === 'workerd' ? withoutCredentials(fetch) : {}) };
  globals['self'] = globals;
  return createContext(globals);
}

describe.each(['workerd', 'deno', 'browser'] as const)('a bundle for %s', (condition) => {
  test('imports no module of Node, whichever entry it holds', async () => {
    for (const name of ['tenable-result', 'tenable-result/simulator', 'tenable-result/vm/scans', 'tenable-result/sc/scans', 'tenable-result/nessus/scans']) {
      const code = await bundleForWeb(`import * as entry from '${name}'; export { entry };`, 'bundled', condition, import.meta.dirname);
      expect(code).not.toMatch(/(?:from|import|require)\s*\(?\s*["'](?:node:|undici)/);
      expect(code).not.toContain('undici-transport');
    }
  });

  test('makes calls through the fetch that is there, and each ends as it should', async () => {
    const simulator = createSimulator({ pollsUntilReady: 1 });
    simulator.script(faults.serverError({ path: '/server/status' }));
    simulator.script(faults.hang({ path: '/users' }));
    const runtime = createRuntime(condition, (url, init) => (url.startsWith('https://closed.')
      ? Promise.reject(new TypeError('fetch failed'))
      : simulator.fetch(new Request(url, init))));
    runInContext(await bundleForWeb(`export { tryCalls } from './web-program.js';`, 'program', condition, import.meta.dirname), runtime);
    const { tryCalls } = runInContext('program', runtime) as { readonly tryCalls: (place: Place) => Promise<WebOutcomes> }; // just bundled
    const { accessKey, secretKey } = simulator;
    const outcomes = await tryCalls({ url: 'https://cloud.tenable.com', closedUrl: 'https://closed.example.com', accessKey, secretKey });
    expect(outcomes).toMatchObject({
      session: 'admin@example.com', missing: 'NotFoundError', unreachable: 'ConnectionError other', refused: 'PermissionError unauthenticated', failed: 'ServerError',
      timedOut: 'ConnectionError timeout', exported: '200 records, more than 10,000 bytes', lines: 200,
    });
    expect(outcomes.missingUuid).not.toBe('');
    expect(simulator.unusedFaults()).toStrictEqual([]);
  });
});
