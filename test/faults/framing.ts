/** Faults of HTTP's own form: status line, headers, lengths, chunks. */
import { bytes, head, replies } from './bench.js';
import { afterGoodCall, post } from './calls.js';
import { fine, good, once, protocol, reset, soon } from './fault.js';
import type { Expected, Fault, Serve } from './fault.js';

type Row = readonly [name: string, serve: Serve, expected: Expected, expectedOfFetch?: Expected];

const okLine = 'HTTP/1.1 200 OK';
const length = `content-length: ${good.length}`;
const chunked = 'transfer-encoding: chunked';
const goodChunk = `${good.length.toString(16)}\r\n${good}\r\n`;
const whole = head(okLine, length) + good;

const statusLines: readonly Row[] = [
  ['has no status line', bytes('Hello, world\r\n\r\n'), protocol],
  ['has a status line of another protocol', bytes(head('SIP/2.0 200 OK', length), good), protocol],
  ['has no version', bytes(head('HTTP 200 OK', length), good), protocol],
  ['has a version of its own', bytes(head('HTTP/9.9 200 OK', length), good), protocol],
  ['has no status', bytes(head('HTTP/1.1', length), good), protocol],
  ['has a status of words', bytes(head('HTTP/1.1 OK 200', length), good), protocol],
  ['has a negative status', bytes(head('HTTP/1.1 -200 OK', length), good), protocol],
  ['has the status 99', bytes(head('HTTP/1.1 99 Low', length), good), protocol],
  ['has the status 000', bytes(head('HTTP/1.1 000 Zero', length), good), protocol],
  ['has the status 600', bytes(head('HTTP/1.1 600 High', length), good), { tag: 'UnknownError' }],
  ['has the status 999', bytes(head('HTTP/1.1 999 High', length), good), { tag: 'UnknownError' }],
  ['has the status 1000', bytes(head('HTTP/1.1 1000 High', length), good), protocol],
  ['has the status 2e2', bytes(head('HTTP/1.1 2e2 OK', length), good), protocol],
  ['echoes the keys in its reason phrase', replies((socket, _bench, request) => socket.end(head(`HTTP/1.1 599 ${toKeys(request)}`, length) + good)), { tag: 'UnknownError' }],
  ['echoes the keys instead of a status line', replies((socket, _bench, request) => socket.end(`${toKeys(request)}\r\n\r\n`)), protocol],
];

const headers: readonly Row[] = [
  ['has a header of 1 MB', bytes(head(okLine, `x-huge: ${'x'.repeat(1_000_000)}`, length), good), protocol],
  ['has 20,000 headers', bytes(head(okLine, ...Array.from({ length: 20_000 }, (_, index) => `x-${index}: 1`), length), good), protocol],
  ['has a header without a colon', bytes(head(okLine, 'no colon here', length), good), protocol],
  ['has a header without a name', bytes(head(okLine, ': nameless', length), good), protocol],
  ['has a blank before the colon', bytes(head(okLine, 'x-blank : 1', length), good), protocol],
  ['has a NUL in a header', bytes(head(okLine, 'x-nul: a\0b', length), good), protocol],
  ['ends in the middle of its head', bytes('HTTP/1.1 200 OK\r\ncontent-le'), reset],
  ['has a lone line feed after a header', bytes(`HTTP/1.1 200 OK\nx: 1\n${length}\n\n`, good), protocol],
  ['names a header __proto__', bytes(head(okLine, '__proto__: polluted', length), good), fine],
];

// Where lengths contradict each other, undici tells the same as of a body that breaks off.
const lengths: readonly Row[] = [
  ['has a length and chunks', bytes(head(okLine, length, chunked), goodChunk, '0\r\n\r\n'), reset],
  ['has two different lengths', bytes(head(okLine, length, 'content-length: 4'), good), reset],
  ['has a negative length', bytes(head(okLine, 'content-length: -1'), good), protocol],
  ['has a length of words', bytes(head(okLine, 'content-length: eight'), good), protocol],
  ['has a length past all numbers', bytes(head(okLine, `content-length: ${'9'.repeat(30)}`), good), reset],
  ['is shorter than its length', bytes(head(okLine, 'content-length: 100'), good), reset],
  ['is cut where it is still JSON', bytes(head(okLine, 'content-length: 9'), good), reset],
  ['is longer than its length', bytes(head(okLine, length), good, 'and more'), fine],
  ['has neither a length nor chunks and closes', bytes(head(okLine), good), fine],
];

const chunks: readonly Row[] = [
  ['has a chunk size that is no number', bytes(head(okLine, chunked), 'zz\r\n', good), protocol],
  ['has a negative chunk size', bytes(head(okLine, chunked), '-8\r\n', good), protocol],
  ['has a chunk size past all numbers', bytes(head(okLine, chunked), `${'f'.repeat(20)}\r\n`, good), protocol],
  ['ends in the middle of a chunk', bytes(head(okLine, chunked), '64\r\n', good), reset],
  ['lacks the last chunk', bytes(head(okLine, chunked), goodChunk), reset],
  ['lacks the end of line after a chunk', bytes(head(okLine, chunked), `8\r\n${good}0\r\n\r\n`), protocol],
  ['has a transfer coding and no chunks', bytes(head(okLine, 'transfer-encoding: gzip, identity'), goodChunk), { tag: 'APIError', reason: 'unexpected-body' }],
];

const interim: readonly Row[] = [
  ['sends 1,000 interim answers before the real one', bytes(...Array.from({ length: 1000 }, () => head('HTTP/1.1 103 Early Hints', 'link: </a>')), whole), fine],
  ['sends nothing after 100 Continue', bytes(head('HTTP/1.1 100 Continue')), reset],
  ['switches protocols unasked', bytes(head('HTTP/1.1 101 Switching Protocols', 'connection: upgrade', 'upgrade: websocket'), 'frames'), { tag: 'ConnectionError' }],
];

/** The first request is answered well and the connection kept; each later one on it meets `later`. */
const keptThen = (later: (request: string) => string | null): Serve => {
  const used = new WeakSet();
  return replies((socket, _bench, request) => {
    const text = used.has(socket) ? later(request) : whole;
    used.add(socket);
    if (text === null) socket.resetAndDestroy();
    else socket.write(text);
  });
};

/** After its good answer comes one that nobody asked for: the next call must not take it for its own. */
const smuggles: Serve = replies((socket, bench) => {
  socket.write(bench.requests === 1 ? whole + head(okLine, 'content-length: 10') + '{"id":666}' : whole);
});

const kept: readonly Omit<Fault, 'group'>[] = [
  { name: 'resets a kept connection under a GET', serve: keptThen(() => null), call: afterGoodCall('GET'), options: once, expected: { tag: 'Ok', requests: 2 } },
  { name: 'resets a kept connection under a POST', serve: keptThen(() => null), call: afterGoodCall('POST'), options: once, expected: { ...reset, requests: 1 } },
  { name: 'answers a kept connection with garbage', serve: keptThen(() => 'garbage\r\n\r\n'), call: afterGoodCall('GET'), options: soon, expected: { ...protocol, requests: 1 } },
  { name: 'sends a second answer that nobody asked for', serve: smuggles, call: afterGoodCall('GET'), options: once, expected: fine },
  { name: 'sends a second answer before a POST', serve: smuggles, call: afterGoodCall('POST'), expected: fine },
];

function toKeys(request: string): string {
  return /x-apikeys: (.*)\r\n/i.exec(request)?.[1] ?? '';
}

export const framing: readonly Fault[] = [
  ...[...statusLines, ...headers, ...lengths, ...chunks, ...interim].map(([name, serve, expected, expectedOfFetch]) => ({
    name, serve, expected: { requests: 1, ...expected }, ...(expectedOfFetch === undefined ? {} : { expectedOfFetch }),
  })),
  ...kept,
  { name: 'is cut under a POST', serve: bytes(head(okLine, 'content-length: 100'), good), call: post, options: once, expected: { ...reset, requests: 1 } },
].map((row) => ({ group: 'framing', ...row }));
