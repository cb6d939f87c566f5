/** A POST that may have been carried out must not be sent again. */
import { bytes, head, http, replies } from './bench.js';
import { post } from './calls.js';
import { good, protocol, reset, timeout } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

type Row = readonly [name: string, serve: Serve, expected: Expected];

const status = (code: number): Serve => http((_request, response) => response.writeHead(code).end('no'));
const unavailable: Expected = { tag: 'RetryError', reason: 'unavailable' };

const rows: readonly Row[] = [
  ['resets after the request', replies((socket) => socket.resetAndDestroy()), reset],
  ['closes after the request', replies((socket) => socket.end()), reset],
  ['closes in the middle of the head', bytes('HTTP/1.1 20'), reset],
  ['closes in the middle of the body', bytes(head('HTTP/1.1 200 OK', 'content-length: 100'), good), reset],
  ['closes before the last chunk', bytes(head('HTTP/1.1 200 OK', 'transfer-encoding: chunked'), '8\r\n', good, '\r\n'), reset],
  ['answers with garbage', bytes('garbage\r\n\r\n'), protocol],
  ['never answers', replies(() => undefined), timeout],
  ['stalls in the middle of the body', replies((socket) => socket.write(head('HTTP/1.1 200 OK', 'content-length: 100') + good)), timeout],
  ['says 500', status(500), { tag: 'ServerError' }],
  ['says 501', status(501), unavailable],
  ['says 502', status(502), unavailable],
  ['says 503 without a wait', status(503), unavailable],
  ['says 504', status(504), unavailable],
  ['says 408', status(408), { tag: 'UnknownError' }],
  ['says 425', status(425), { tag: 'UnknownError' }],
  ['gives an empty body', status(200), { tag: 'APIError', reason: 'unexpected-body' }],
];

export const unsafeRepeats: readonly Fault[] = rows.map(([name, serve, expected]) => ({
  group: 'unsafe repeats',
  name,
  serve,
  call: post,
  options: { deadlineMs: 400, retry: { maxRetries: 3, baseDelayMs: 1 } },
  expected: { requests: 1, ...expected },
}));
