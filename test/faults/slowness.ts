/** Answers that come too slowly: the deadline ends the call, wherever it is. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { http, inTurn, replies } from './bench.js';
import { getSc, post } from './calls.js';
import { soon, timeout } from './fault.js';
import type { Fault, Serve } from './fault.js';

/** Writes `piece` again and again until the client has gone. */
const drip = (response: ServerResponse, piece: string | Buffer): void => {
  const timer = setInterval(() => response.write(piece), 20);
  response.on('close', () => {
    clearInterval(timer);
  });
};

const stall = (status: number, part: string | Buffer, headers: Readonly<Record<string, string>> = {}): Serve =>
  http((_request, response) => {
    response.writeHead(status, headers);
    response.write(part);
  });

const rows: readonly (Pick<Fault, 'call' | 'name' | 'options' | 'serve'> & Partial<Pick<Fault, 'expected'>>)[] = [
  { name: 'stalls before the head', serve: http(() => undefined) },
  { name: 'stalls before the head of a POST', serve: http(() => undefined), call: post },
  { name: 'stalls after the head', serve: http((_request, response) => { response.flushHeaders(); }) },
  { name: 'stalls in the middle of the body', serve: stall(200, '{"id":') },
  { name: 'stalls after all of the JSON', serve: stall(200, '{"id":1}') },
  { name: 'stalls in the middle of an error', serve: stall(400, '{"error":'), expected: { tag: 'InvalidInputError', requests: 1 } },
  { name: 'stalls in the middle of gzip', serve: stall(200, gzipSync('{"id":1}').subarray(0, 12), { 'content-encoding': 'gzip' }) },
  { name: 'drips the body', serve: http((_request, response) => { drip(response, ' '); }) },
  { name: 'drips an error', serve: http((_request, response) => { drip(response.writeHead(500), 'x'); }), expected: { tag: 'ServerError', requests: 1 } },
  { name: 'drips interim answers', serve: replies((socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20);
    socket.on('close', () => { clearInterval(timer); });
  }) },
  { name: 'stalls an envelope of Security Center', serve: stall(200, '{"error_code":0,'), call: getSc },
  { name: 'stalls after a refusal', serve: inTurn((_request, response) => response.writeHead(503).end(), () => undefined), options: { deadlineMs: 300, retry: { maxRetries: 2, baseDelayMs: 1 } } },
];

export const slowness: readonly Fault[] = rows.map((row) => ({
  group: 'slowness',
  options: soon,
  // The attempt is logged when its head has come, or when it ends.
  expected: { ...timeout, requests: row.name.includes('refusal') ? 2 : 1 },
  limitMs: 1_000,
  isReleased: !row.name.includes('refusal'),
  ...row,
}));
