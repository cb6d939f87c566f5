/** An error body of 200 MB: the head of it is kept, the rest never enters memory. */
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';

import { createFetchTransport, createVmClient } from 'tenable-result';

import { expectOk, expectTag } from '../support/expect-result.js';
import { createBench, http } from './bench.js';
import { keys } from './fault.js';

const piece = Buffer.alloc(65_536, 'x');
const pieces = 3_200; // 200 MB

/** As fast as the client reads, until it has gone. */
function stream(response: ServerResponse, left: number): void {
  if (left === 0 || response.destroyed) {
    response.end();
    return;
  }
  if (response.write(piece)) setImmediate(stream, response, left - 1);
  else response.once('drain', () => {
    stream(response, left - 1);
  });
}

const toMemory = (): number => {
  globalThis.gc?.();
  const { external, heapUsed } = process.memoryUsage();
  return external + heapUsed;
};

test.each([['undici', undefined], ['fetch', createFetchTransport()]])('through %s, an error of 200 MB costs less than 10 MiB of memory', async (_name, transport) => {
  const bench = createBench();
  const url = await http((_request, response) => {
    stream(response.writeHead(400), pieces);
  })(bench);
  const vm = expectOk(createVmClient({ ...keys, url, ...(transport === undefined ? {} : { transport }) }));
  expectTag(await vm.scans.details({ scan_id: 1 }), 'InvalidInputError'); // loads what is loaded once
  const before = toMemory();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, toMemory());
  }, 1);
  const error = expectTag(await vm.scans.details({ scan_id: 1 }), 'InvalidInputError');
  clearInterval(watch);
  peak = Math.max(peak, toMemory());
  await bench.close();
  expect(error.response.truncated).toBe(true);
  expect(error.response.bytesSeen).toBeGreaterThan(65_536);
  expect(error.response.body.length).toBeLessThanOrEqual(65_536);
  expect(peak - before).toBeLessThan(10 * 1_048_576);
});
